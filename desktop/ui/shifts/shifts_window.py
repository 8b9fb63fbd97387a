"""The list of shifts: what each close has found, why it may differ, its slip, and its acceptance."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.services.domain.shift_review import ShiftState
from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.routes import OpenBooking, OpenDaySheet, OpenZSlip
from desktop.ui.shifts.cause_list import CauseList
from desktop.ui.shifts.cause_words import cause_rows, signed
from desktop.ui.shifts.drawer_opener import DrawerOpener
from desktop.ui.shifts.shift_table import ShiftTable
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from db.ids import ShiftId
    from desktop.services.application import Services
    from desktop.services.domain.shift_review import Explained, ListedShift, ShiftsSeen
    from desktop.ui.runner import Runner

NOTE_MAX = 300


class ShiftsWindow(KeyedPage):
    """`start` opens it at a shift; a note and F9 accept the marked close. D opens the drawer for a reason."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._reading = 0
        self._may_accept = False
        self._shown: tuple[ListedShift, ...] = ()
        self._marked: ShiftId | None = None
        self.error_bar = ErrorBar()
        self.table = ShiftTable(services.time_zone)
        self.drawer = DrawerOpener(services, runner, self.error_bar)
        self.empty = QLabel(self.tr("No shift of yours has been closed yet."))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.causes = CauseList()
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_MAX)
        self.note.setAccessibleName(self.tr("Note of the acceptance"))
        self.note.setPlaceholderText(self.tr("Note: what you found out"))
        self.accept_button = BusyButton(role="primary")
        self.keys = QLabel(
            self.tr(
                "↑ ↓  shift      Enter  causes, then booking      P  Z slip      S  day sheet"
                "      D  open the drawer      F9  accept      Esc  back"
            )
        )
        self.keys.setProperty("role", "caption")
        self.keys.setWordWrap(True)
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._show_marked)
        self.causes.itemActivated.connect(lambda _item: self._open())
        self.note.textChanged.connect(lambda _text: self._label())
        self.accept_button.clicked.connect(self._accept)
        self.drawer.opened.connect(self.table.setFocus)
        self.add_key("Return", self._enter)
        self.add_key("P", self._show_slip)
        self.add_key("S", self._show_sheet)
        self.add_key("D", self.drawer.ask)
        self.add_key("F9", self._accept)
        self.add_key("F5", self.refresh)
        self.add_key("Esc", self._step_back)
        self._show_list((), is_whole=True)

    def start(self, shift_id: ShiftId | None, *, opens_drawer: bool = False) -> None:
        """Read the list anew and go to a shift, or ask why the drawer is opened."""
        self._marked = shift_id
        self.error_bar.clear()
        self.note.clear()
        self.drawer.give_up()
        if opens_drawer:
            self.drawer.ask()
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; what is being typed stays."""
        read = partial(self._services.list_shifts, self._services.actor())
        self._runner.run(read, owner=self, done=self._known, failed=self._say_failed, is_quiet=True)

    def _known(self, seen: ShiftsSeen) -> None:
        self._may_accept = seen.is_whole
        self._show_list(seen.shifts, is_whole=seen.is_whole)

    def _show_list(self, shifts: tuple[ListedShift, ...], *, is_whole: bool) -> None:
        marked, self._marked = self._marked, None
        if shifts and shifts == self._shown and marked is None:
            return  # what is being read or typed stays as it is
        self._shown = shifts
        self.table.setVisible(bool(shifts))
        self.empty.setVisible(not shifts and not is_whole)
        self.table.show_shifts(shifts, marked)
        self._show_marked()
        is_busy_elsewhere = self.note.hasFocus() or self.causes.hasFocus() or self.drawer.has_focus
        if shifts and self.may_take_focus and not is_busy_elsewhere:
            self.table.setFocus()

    def _show_marked(self) -> None:
        """Show what the close of the marked shift has found; its causes are read."""
        shift = self.table.current
        self._reading += 1
        close = shift.close if shift is not None else None
        self.said.setText(_close_text(shift, self._services.time_zone) if shift is not None else "")
        self.causes.show_rows(())
        self.causes.hide()
        can_accept = self._may_accept and shift is not None and shift.state is ShiftState.CLOSED
        self.note.setVisible(can_accept)
        self.accept_button.setVisible(can_accept)
        self.tell_step(self.tr("accept") if can_accept else None)
        self._label()
        if shift is None or close is None or not close.differs:
            return
        read = partial(self._services.explain_difference, shift.id, self._services.actor())
        done = partial(self._explained, self._reading)
        self._runner.run(read, owner=self, done=done, failed=self._say_failed, is_quiet=True)

    def _explained(self, reading: int, explained: Explained) -> None:
        if reading != self._reading:
            return
        rows = cause_rows(explained, self._services.time_zone)
        self.causes.show_rows(rows)
        self.causes.setVisible(bool(rows))

    def _label(self) -> None:
        shift = self.table.current
        if shift is None or shift.close is None:
            return
        words = (
            self.tr("Accept {person}'s close, {amount} in cash   F9")
            if shift.close.differs
            else self.tr("Accept {person}'s close, nothing differs   F9")
        )
        amount = signed(shift.close.difference_paise)
        self.accept_button.set_label(words.format(person=shift.clerk, amount=amount), shift.id)

    def _enter(self) -> None:
        if self.drawer.has_focus:
            self.drawer.decide()
        elif self.causes.hasFocus():
            self._open()
        elif self.note.hasFocus():
            self.accept_button.setFocus()
        elif not self.causes.isHidden():
            self.causes.setFocus()
            self.bring_into_sight(self.causes)

    def _step_back(self) -> None:
        if self.drawer.has_focus:
            self.drawer.give_up()
            self.table.setFocus()
        elif self.causes.hasFocus() or self.note.hasFocus() or self.accept_button.hasFocus():
            self.table.setFocus()
        else:
            self.back.emit()

    def _open(self) -> None:
        booking_id = self.causes.booking_id
        if booking_id is not None:
            self.wanted.emit(OpenBooking(booking_id))

    def _show_slip(self) -> None:
        shift = self.table.current
        if shift is None or shift.close is None or shift.close.document_id is None:
            self.error_bar.show_error(self.tr("This shift has no Z slip yet: it is made at the close."))
            return
        self.wanted.emit(OpenZSlip(shift.close.document_id))

    def _show_sheet(self) -> None:
        shift = self.table.current
        if shift is not None:
            self.wanted.emit(OpenDaySheet(shift.id))

    def _accept(self) -> None:
        shift = self.table.current
        if shift is None or self.accept_button.isHidden() or self.accept_button.busy:
            return
        if not self.accept_button.offer.counts():
            return
        self.error_bar.clear()
        self.accept_button.set_busy(True)
        act = partial(self._services.accept_shift, shift.id, self.note.text(), actor=self._services.actor())
        self._runner.run(act, owner=self, done=self._accepted, failed=self._not_accepted)

    def _accepted(self, shift: ListedShift) -> None:
        self.accept_button.set_busy(False)
        self.note.clear()
        said = self.tr("{person}'s close at {desk} is accepted.")
        self.error_bar.show_done(said.format(person=shift.clerk, desk=shift.desk_code))
        self.refresh()

    def _not_accepted(self, error: Exception) -> None:
        self.accept_button.set_busy(False)
        self._say_failed(error)
        if not self.note.isHidden():
            self.note.setFocus()

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Shifts"))
        title.setProperty("role", "heading")
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(12))
        for part in (title, self.error_bar, self.drawer, self.empty):
            page.addWidget(part)
        page.addWidget(self.table, 3)
        page.addWidget(self.said)
        page.addWidget(self.causes, 2)
        page.addWidget(self.note)
        page.addWidget(self.accept_button)
        page.addWidget(self.keys)
        self.table.setMinimumHeight(scaled(110))
        self.causes.setMinimumHeight(scaled(96))


def _close_text(shift: ListedShift, time_zone: str) -> str:
    translate = QCoreApplication.translate
    close = shift.close
    if close is None:
        return translate("Shifts", "Still open. What is in its drawer is told when it has been counted.")
    parts = []
    if shift.has_drawer:
        words = translate("Shifts", "Counted {counted}, the books had {expected}: {difference}.")
        parts.append(
            words.format(
                counted=formats.amount(close.counted_paise),
                expected=formats.amount(close.expected_paise),
                difference=signed(close.difference_paise),
            )
        )
        where = translate("Shifts", "{safe} to the safe, {left} left for the next shift.")
        parts.append(
            where.format(safe=formats.amount(close.to_safe_paise), left=formats.amount(close.left_paise))
        )
    parts.append(
        translate("Shifts", "Closed by {person}, seal {number}.").format(
            person=close.closed_by, number=close.seal_number
        )
    )
    if close.note:
        parts.append(translate("Shifts", "Note: {note}").format(note=close.note))
    if shift.acceptance is not None:
        accepted = translate("Shifts", "Accepted by {person}, {moment}. {note}")
        moment = formats.moment_text(shift.acceptance.at, time_zone)
        parts.append(
            accepted.format(person=shift.acceptance.by, moment=moment, note=shift.acceptance.note).strip()
        )
    return " ".join(parts)
