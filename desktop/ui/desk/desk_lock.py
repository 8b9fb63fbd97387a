"""When the desk is locked: at the start, by key, after a while without one; and who it is open for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.services.events import PersonChanged
from desktop.ui.desk.idle_monitor import IdleMonitor
from desktop.ui.desk.lock_cover import LockCover
from desktop.ui.routes import PageName

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.ui.desk.desk_parts import DeskParts
    from desktop.ui.event_relay import EventRelay
    from desktop.ui.runner import Runner


class DeskLock(QObject):
    """Follows who has signed in: the cover over the desk, and the name in the top line."""

    def __init__(
        self, desk: DeskParts, services: Services, runner: Runner, relay: EventRelay, minutes: int
    ) -> None:
        super().__init__(desk.window())
        self._desk = desk
        self._services = services
        self.cover = LockCover(desk.window(), services, runner)
        self.idle = IdleMonitor(minutes, self)
        self.idle.idle.connect(self._lock_idle)
        self.cover.lifted.connect(self._show_person)
        relay.happened.connect(self._happened)
        self.cover.follow()

    @property
    def is_up(self) -> bool:
        """Whether the desk waits for a person to sign in."""
        return not self.cover.isHidden()

    def lock(self) -> None:
        """Let another person sign in, or the same again; all that is half done stays as it is."""
        if self.is_up:
            return
        if self._services.actor().person_id is None:
            self._desk.errors.show_error(
                self.tr("Nobody has to sign in here yet. Type staff to write down who works here.")
            )
            return
        self._services.sign_out()
        self.cover.follow()

    def _lock_idle(self) -> None:
        """Nobody is at the desk, as it seems; money on its way is waited for, and so is a dialog."""
        is_signed_in = self._services.actor().person_id is not None
        if is_signed_in and not self._moves_money() and QApplication.activeModalWidget() is None:
            self.lock()

    def _moves_money(self) -> bool:
        """Whether a payment of this desk is on its way, or one of the open page is taken in part."""
        pages = self._desk.pages
        payment = pages.payment.page if pages.name is PageName.PAYMENT else None
        for hold in self._desk.side.holds.holds.live:
            is_ours = hold.desk_code == self._services.desk_code
            is_shown = payment is not None and hold.booking_id == payment.booking_id
            if (is_ours and hold.paying) or (is_shown and hold.paid_paise):
                return True
        return False

    def _happened(self, event: object) -> None:
        if isinstance(event, PersonChanged):
            self.cover.follow()
            self.cover.recoveries.refresh()
            self._show_person()

    def _show_person(self) -> None:
        self._desk.top.show_person(self._services.desk_code, self._services.actor().person)
