"""The shift of this desk: opened with a counted float, its cash moved, counted blind, closed and sealed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.states import DrawerMoveKind
from desktop.ui import formats
from desktop.ui.attempt import Attempt
from desktop.ui.failures import explain
from desktop.ui.routes import OpenShifts, OpenZSlip, ShiftPart
from desktop.ui.shift import shift_words as words
from desktop.ui.shift.doing import Doing
from desktop.ui.shift.drawer_panel import Counted, DrawerPanel
from desktop.ui.shift.move_panel import MovePanel
from desktop.ui.shift.sealed_panel import SealedPanel
from desktop.ui.shift_line import shift_line, whose
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.cash_move import CashMoved
    from desktop.services.domain.shift import ClosedShift, HandedOver, ShiftNow, ShiftSight
    from desktop.ui.runner import Runner

T = TypeVar("T")
DIGITS = 7
ELSEWHERE, CLOSES = 6, 7


class ShiftWindow(KeyedPage):
    """One step at a time; Enter does what the button says, Esc goes back and loses no cash."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._attempt = Attempt()
        self._now: ShiftNow | None = None
        # Left open at other desks, or by somebody else at this one; the next of them is closed by 6.
        self._others: tuple[ShiftSight, ...] = ()
        self._closes: ShiftSight | None = None
        self._sealed: ClosedShift | None = None
        self._wants = ShiftPart.LOOK
        self.doing = Doing.LOOK
        self.error_bar = ErrorBar()
        self.title = QLabel(self.tr("Shift"))
        self.title.setProperty("role", "heading")
        self.whose = QLabel()
        self.whose.setWordWrap(True)
        self.others = QLabel()
        self.others.setWordWrap(True)
        self.others.setProperty("role", "caption")
        self.drawer = DrawerPanel()
        self.moving = MovePanel()
        self.sealed = SealedPanel()
        self.primary = BusyButton(role="primary")
        self.keys = QLabel()
        self.keys.setProperty("role", "caption")
        self.keys.setWordWrap(True)
        self._lay_out()
        self._connect()
        self._show(Doing.LOOK)

    def start(self, part: ShiftPart) -> None:
        """Go to a part as soon as it is known what is open; without a shift, to the count of the float."""
        self._wants = part
        self.error_bar.clear()
        self.setFocus()
        self._read()

    def refresh(self) -> None:
        """Read again whose shift is open; what is being counted stays."""
        if self.doing is Doing.LOOK:
            self._read()

    def show_sealed(self, closed: ClosedShift) -> None:
        """Show what a close has come to."""
        self._sealed = closed
        self.sealed.show_closed(closed)
        self._show(Doing.SEALED)

    # -- what is open

    def _read(self) -> None:
        read = partial(self._services.show_shift, self._services.actor())
        self._runner.run(read, owner=self, done=self._known, failed=self._failed)
        self._runner.run(
            self._services.list_open_shifts, owner=self, done=self._others_known, failed=self._failed
        )

    def _known(self, now: ShiftNow) -> None:
        self._now = now
        self.whose.setText(shift_line(now, self._services.time_zone))
        wants, self._wants = self._wants, ShiftPart.LOOK
        if now.open is None:
            if self.doing is not Doing.SEALED or wants is ShiftPart.OPEN:
                self._open()
        elif wants is ShiftPart.DROP:
            self._move(DrawerMoveKind.DROP)
        elif wants is ShiftPart.CLOSE:
            self._close(now.open)
        elif self.doing is Doing.LOOK:
            self._show(Doing.LOOK)

    def _others_known(self, shifts: tuple[ShiftSight, ...]) -> None:
        here = self._services.actor().desk_id
        self._others = tuple(one for one in shifts if one.desk_id != here)
        lines = [f"{one.desk_code}: {whose(one, self._services.time_zone)}" for one in self._others]
        self.others.setText("\n".join((self.tr("Open elsewhere:"), *lines)) if lines else "")
        self.others.setVisible(bool(lines) and self.doing is Doing.LOOK)

    # -- steps

    def _open(self) -> None:
        if self._now is not None:
            self._show(Doing.COUNT)
            self.drawer.open_with(self._now.proposed_paise)

    def _close(self, shift: ShiftSight, *, hands_over: bool = False) -> None:
        self._closes = shift
        self.whose.setText(f"{shift.desk_code}: {whose(shift, self._services.time_zone)}")
        self._show(Doing.COUNT)
        self.drawer.count_out(shift, hands_over=hands_over)

    def _move(self, kind: DrawerMoveKind) -> None:
        self._show(Doing.MOVE)
        self.moving.begin(kind)

    def _digit(self, number: int) -> None:
        if self.doing is Doing.MOVE:
            self.moving.choose(number)
        if number == CLOSES and self.doing in (Doing.LOOK, Doing.SEALED):
            is_sealed = self.doing is Doing.SEALED and self._sealed is not None
            self.wanted.emit(OpenShifts(self._sealed.shift_id if is_sealed and self._sealed else None))
            return
        if self.doing is not Doing.LOOK or self._now is None:
            return
        shift = self._now.open
        if number == ELSEWHERE and self._others:
            first, *rest = self._others
            self._others = (*rest, first)
            self._close(first)
        elif shift is None:
            self._open()
        elif number in (1, 2, 3):
            kinds = (DrawerMoveKind.DROP, DrawerMoveKind.CASH_IN, DrawerMoveKind.PAY_OUT)
            self._move(kinds[number - 1])
        elif number in (4, 5):
            self._close(shift, hands_over=number == 5)

    def _step_back(self) -> None:
        if self.doing in (Doing.LOOK, Doing.SEALED) or self._now is None or self._now.open is None:
            self._show(Doing.LOOK)
            self.back.emit()
        elif not self.primary.busy:
            self.drawer.forget_pin()
            self._show(Doing.LOOK)
            self._read()

    def _enter(self) -> None:
        if self.doing is Doing.SEALED:
            self._show(Doing.LOOK)
            self.back.emit()
        elif self.doing is Doing.MOVE and (field := self.moving.next_field()) is not None:
            field.setFocus()
        elif self.doing is not Doing.LOOK and not self.primary.busy and self.primary.offer.counts():
            self._do()

    def _do(self) -> None:
        actor, panel = self._services.actor(), self.drawer
        self.error_bar.clear()
        if self.doing is Doing.MOVE:
            move = self.moving.asked
            if move is None:
                return
            self._run(
                partial(self._services.move_cash, move, self._attempt.key_for(move), actor=actor), self._moved
            )
        elif panel.what is Counted.OPENING:
            opening = panel.opening
            key = self._attempt.key_for(repr(opening))
            self._run(partial(self._services.open_shift, opening, key, actor=actor), self._opened)
        elif self._closes is not None:
            self._seal(self._closes)

    def _seal(self, shift: ShiftSight) -> None:
        actor, panel = self._services.actor(), self.drawer
        closing = panel.closing(shift.id)
        if panel.what is Counted.HAND_OVER:
            hand = partial(
                self._services.hand_over,
                closing,
                panel.code.text(),
                panel.pin.text(),
                is_shared=panel.shared.isChecked(),
                actor=actor,
            )
            self._run(hand, self._handed)
            return
        is_own = shift.person_id in (None, actor.person_id) and shift.desk_id == actor.desk_id
        close = self._services.close_shift if is_own else self._services.close_forgotten
        self._run(partial(close, closing, actor=actor), self._closed)

    # -- what came of it

    def _opened(self, _shift_id: object) -> None:
        self._end_attempt()
        self.told_behind.emit(self.tr("The shift is open."), True)
        self._show(Doing.LOOK)
        self._read()
        self.back.emit()

    def _moved(self, moved: CashMoved) -> None:
        self._end_attempt()
        self._show(Doing.LOOK)
        self._read()
        said = words.moved_text(moved.move.kind, moved.move.amount_paise)
        self.error_bar.show_done(f"{said} {words.beyond_law_text()}" if moved.is_beyond_law else said)

    def _handed(self, handed: HandedOver) -> None:
        self.drawer.forget_pin()
        self._closed(handed.closed)
        self.error_bar.show_done(self.tr("The drawer is {clerk}'s now.").format(clerk=handed.clerk))

    def _closed(self, closed: ClosedShift) -> None:
        self._end_attempt()
        self.show_sealed(closed)
        self._read()

    def _run(self, act: Callable[[], T], done: Callable[[T], None]) -> None:
        self.primary.set_busy(True)
        self._runner.run(act, owner=self, done=done, failed=self._not_done)

    def _not_done(self, error: Exception) -> None:
        self.primary.set_busy(False)
        self._attempt.failed(error)
        self.drawer.forget_pin()
        self._failed(error)

    def _end_attempt(self) -> None:
        self.primary.set_busy(False)
        self._attempt.close()

    def _failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(self._attempt.still(error)))

    # -- how it looks

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(12))
        parts = (self.title, self.error_bar, self.whose, self.others, self.drawer, self.moving, self.sealed)
        for part in (*parts, self.primary, self.keys):
            page.addWidget(part)
        page.addStretch(1)

    def _connect(self) -> None:
        self.drawer.changed.connect(self._label)
        self.moving.changed.connect(self._label)
        self.primary.clicked.connect(self._enter)
        for number in range(1, DIGITS + 1):
            self.add_key(str(number), partial(self._digit, number))
        self.add_key("R", self._recount)
        self.add_key("P", self._show_slip)
        self.add_key("Return", self._enter)
        self.add_key("Esc", self._step_back)

    def _show_slip(self) -> None:
        if self.doing is not Doing.SEALED or self._sealed is None:
            return
        if self._sealed.document_id is None:
            self.error_bar.show_error(
                self.tr("The Z slip is made in a moment: 7 shows the close, P its slip.")
            )
        else:
            self.wanted.emit(OpenZSlip(self._sealed.document_id))

    def _recount(self) -> None:
        if self.doing is Doing.COUNT and self.drawer.recount():
            self.error_bar.show_done(self.tr("Count once more; the first count is kept beside it."))

    def _show(self, doing: Doing) -> None:
        self.doing = doing
        self.drawer.setVisible(doing is Doing.COUNT)
        self.moving.setVisible(doing is Doing.MOVE)
        self.sealed.setVisible(doing is Doing.SEALED)
        self.primary.setVisible(doing is not Doing.LOOK)
        self.others.setVisible(doing is Doing.LOOK and bool(self._others))
        if doing in (Doing.LOOK, Doing.SEALED) and self.may_take_focus:
            self.setFocus()
        self._label()

    def _label(self) -> None:
        panel = self.drawer
        amount = formats.rupees(panel.count.paise)
        keys = self.tr("Enter  do it      Tab  next      Esc  back")
        if self.doing is Doing.SEALED:
            self.primary.set_label(self.tr("Go on   Enter"))
            keys = self.tr("Enter  go on      P  Z slip      7  likeliest causes, all closes")
        elif self.doing is Doing.MOVE:
            self.primary.set_label(words.move_label(self.moving.kind, self.moving.amount.paise() or 0))
        elif self.doing is Doing.LOOK:
            keys = self.tr(
                "1  to the safe      2  into the drawer      3  pay out      4  count and close"
                "      5  hand over      6  close what was left open elsewhere      7  all closes"
                "      Esc  back"
            )
        elif panel.what is Counted.OPENING:
            without = self.tr("Open the shift without cash   Enter")
            label = self.tr("Open the shift with {amount}   Enter").format(amount=amount)
            self.primary.set_label(without if panel.without.isChecked() else label)
        else:
            hands_over = panel.what is Counted.HAND_OVER
            hand, seal = self.tr("Hand over {amount}   Enter"), self.tr("Seal the count of {amount}   Enter")
            self.primary.set_label((hand if hands_over else seal).format(amount=amount), self._closes)
            keys = self.tr("Enter  do it      Tab  next      R  count once more      Esc  back")
        self.keys.setText(keys)
