"""What one key does to a marked hold: longer, given back, ended at another desk; and what others did."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.services.domain.extending import ADDED, IN_ALL
from desktop.ui import formats
from desktop.ui.desk.break_panel import BreakPanel
from desktop.ui.desk.give_back import GiveBack
from desktop.ui.desk.outcome_notice import OutcomeNotice
from desktop.ui.failures import explain
from desktop.ui.widgets.extend_words import extended_text

if TYPE_CHECKING:
    from db.ids import BookingId
    from desktop.services.application import Services
    from desktop.services.domain.extending import Extended
    from desktop.services.domain.today import BrokenHold, LiveHold, Today
    from desktop.ui.desk.desk_feed import DeskFeed
    from desktop.ui.desk.desk_parts import DeskParts
    from desktop.ui.runner import Runner


translate = QCoreApplication.translate


class HoldKeys(QObject):
    """Made by DeskWork; answers stand in the desk's own line."""

    def __init__(
        self, desk: DeskParts, feed: DeskFeed, services: Services, runner: Runner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self._runner = runner
        self._busy = False
        self._told: dict[BookingId, OutcomeNotice] = {}
        self._give_back = GiveBack(services, runner, self)
        self.panel = BreakPanel(services, runner)
        desk.side.take_in(self.panel)
        holds = desk.side.holds
        holds.given_back.connect(self._given_back)
        holds.extended.connect(self._extend)
        self.panel.left.connect(holds.setFocus)
        for part in (self._give_back, self.panel):
            part.done.connect(desk.errors.show_done)
            part.done.connect(feed.soon)
            part.refused.connect(desk.errors.show_error)
        self._soon = feed.soon
        feed.today.connect(self._look)
        holds.selectionModel().currentChanged.connect(lambda _now, _before: self._offer())
        desk.notices.put_away.connect(self._read)

    def _given_back(self, hold: LiveHold) -> None:
        if hold.is_own:
            self._give_back(hold)
        else:
            self.panel.ask(hold)

    def _extend(self, hold: LiveHold) -> None:
        if self._busy:
            return
        self._busy = True
        actor = self._services.actor()
        extend = partial(self._services.extend_hold, hold.booking_id, hold.expires_at, actor=actor)
        self._runner.run(extend, owner=self, done=self._extended, failed=self._refused)

    def _extended(self, extended: Extended) -> None:
        self._busy = False
        self._desk.errors.show_done(extended_text(extended, self._services.time_zone))
        self._soon()

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self._desk.errors.show_error(explain(error))
        self._soon()

    def _look(self, today: Today, _now: object) -> None:
        self.panel.look(today.holds)
        self._offer()
        for broken in today.broken:
            if broken.booking_id not in self._told:
                notice = OutcomeNotice(_broken_text(broken), is_good=False)
                self._told[broken.booking_id] = notice
                self._desk.notices.add(notice)

    def _offer(self) -> None:
        """Say beside the list what the key of ten minutes would make of the marked hold."""
        hold = self._desk.side.holds.current()
        if hold is None or hold.is_over or hold.extensions >= IN_ALL:
            self._desk.side.show_extension("")
            return
        until = formats.clock(hold.expires_at + ADDED, self._services.time_zone)
        self._desk.side.show_extension(self.tr("E  until {time}").format(time=until))

    def _read(self, notice: object) -> None:
        for booking_id, told in self._told.items():
            if told == notice:
                read = partial(self._services.read_broken_hold, booking_id, actor=self._services.actor())
                self._runner.run(read, owner=self, done=lambda _nothing: None, failed=self._refused)


def _broken_text(broken: BrokenHold) -> str:
    said = translate("HoldKeys", "{who} (desk {desk}) ended your hold {reference}, {title}: {reason}")
    return said.format(
        who=broken.clerk,
        desk=broken.desk_code,
        reference=broken.reference,
        title=broken.title,
        reason=broken.reason,
    )
