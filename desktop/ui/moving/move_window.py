"""The page that moves a seat or a room of a booking: what moves, where to, why; the price stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.ids import BookingId, DocumentId
from desktop.ui.failures import explain
from desktop.ui.moving.move_view import Movable, movables, unit_text
from desktop.ui.routes import OpenDocument
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.field_box import FieldBox
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.catalogue import FreeUnit
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

REASON_LENGTH_MAX = 200
VALUE = Qt.ItemDataRole.UserRole
LIST_WIDTH = 360


class MoveWindow(KeyedPage):
    """Up and down choose, Enter goes on: what, where to, why, and F9 moves it."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._booking: Booking | None = None
        self._ticket: DocumentId | None = None
        self._reading = 0
        self._shown_for: tuple[int, ...] = ()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.errors = ErrorBar()
        self.what = QListWidget()
        self.what.setAccessibleName(self.tr("What moves"))
        self.where = QListWidget()
        self.where.setAccessibleName(self.tr("Free at the same price"))
        for list_ in (self.what, self.where):
            MarkedInSight(list_)
        self.none_free = QLabel(self.tr("Nothing else is free at this price."))
        self.none_free.setProperty("role", "warning")
        self.none_free.setWordWrap(True)
        self.reason = FieldBox(self.tr("&Reason"), self.tr("Reason"))
        self.reason.edit.setMaxLength(REASON_LENGTH_MAX)
        self.primary = BusyButton(role="primary")
        self.ticket_button = QPushButton(self.tr("New ticket   Ctrl+P"))
        self.back_button = QPushButton(self.tr("Back   Esc"))
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.what.currentRowChanged.connect(lambda _row: self._look())
        self.where.currentRowChanged.connect(lambda _row: self._offer())
        self.reason.entered.connect(self.primary.setFocus)
        self.reason.edit.textChanged.connect(lambda _text: self._offer())
        self.primary.clicked.connect(self._move)
        self.ticket_button.clicked.connect(self._print)
        self.back_button.clicked.connect(self.back)
        for key, action in (
            ("F9", self._move),
            ("Return", self._go_on),
            ("Ctrl+P", self._print),
            ("F5", self.refresh),
            ("Esc", self.back.emit),
        ):
            self.add_key(key, action)

    def show_booking(self, booking_id: BookingId) -> None:
        """Read a booking and show what of it can move."""
        self._booking = self._ticket = None
        self.errors.clear()
        self.reason.set_text(self.tr("Wish of the customer"))
        self._read(booking_id)

    @property
    def customer_shown(self) -> Customer | None:
        """Whose booking it is."""
        return self._booking.customer if self._booking is not None else None

    def refresh(self) -> None:
        """Read the booking and the free units again."""
        if self._booking is not None:
            self._read(self._booking.id)

    def _read(self, booking_id: BookingId) -> None:
        find = partial(self._services.find_booking, booking_id)
        self._runner.run(find, owner=self, done=self._show, failed=self._fail)

    def _show(self, booking: Booking) -> None:
        is_new = self._booking is None
        self._booking = booking
        self.title.setText(f"{booking.reference}   {booking.title}")
        row = max(self.what.currentRow(), 0)
        self.what.blockSignals(True)
        self.what.clear()
        for movable in movables(booking):
            item = QListWidgetItem(movable.text)
            item.setData(VALUE, movable)
            self.what.addItem(item)
        self.what.setCurrentRow(min(row, self.what.count() - 1))
        self.what.blockSignals(False)
        if not self.what.count():
            self.errors.show_error(self.tr("Nothing of this booking can move."))
        self._look()
        if is_new:
            (self.what if self.what.count() > 1 else self.where).setFocus()

    def _chosen(self) -> Movable | None:
        item = self.what.currentItem()
        found: Movable | None = item.data(VALUE) if item is not None else None
        return found

    def _target(self) -> FreeUnit | None:
        item = self.where.currentItem()
        found: FreeUnit | None = item.data(VALUE) if item is not None else None
        return found

    def _look(self) -> None:
        """Ask what is free for the lines that are chosen now; an older answer is dropped."""
        movable, booking = self._chosen(), self._booking
        self._reading += 1
        self._shown_for = ()
        self.where.clear()
        self.none_free.hide()
        self._offer()
        if movable is None or booking is None:
            return
        look = partial(self._services.list_free_units, booking.id, movable.numbers)
        done = partial(self._show_free, self._reading, movable)
        self._runner.run(look, owner=self, done=done, failed=self._fail)

    def _show_free(self, reading: int, movable: Movable, units: tuple[FreeUnit, ...]) -> None:
        if reading != self._reading:
            return
        self._shown_for = movable.numbers
        for unit in units:
            item = QListWidgetItem(unit_text(unit))
            item.setData(VALUE, unit)
            self.where.addItem(item)
        self.where.setCurrentRow(0 if units else -1)
        self.none_free.setVisible(not units)
        self._offer()

    def _offer(self) -> None:
        movable, target = self._chosen(), self._target()
        ready = movable is not None and target is not None and movable.numbers == self._shown_for
        self.primary.set_ready(ready)
        if not self.primary.busy:
            names = (movable.unit_name, target.name) if movable and target else ("", "")
            label = self.tr("Move {old} to {new}").format(old=names[0], new=names[1])
            moves = movable.numbers if movable else (), target.id if target else "", self.reason.text
            about = self._booking.id if self._booking else "", *moves
            self.primary.set_label(f"{label if ready else self.tr('Move')}   F9", about)
        self.ticket_button.setVisible(self._ticket is not None)

    def _go_on(self) -> None:
        if self.what.hasFocus():
            self.where.setFocus()
        elif self.where.hasFocus():
            self.reason.take_focus()
        else:
            self._move()

    def _move(self) -> None:
        movable, target, booking = self._chosen(), self._target(), self._booking
        if self.primary.busy or booking is None:
            return
        if movable is None or target is None or movable.numbers != self._shown_for:
            self.errors.show_error(self.tr("Nothing moves yet: choose what moves, and what is free for it."))
            return
        if not self.primary.offer.counts():
            return
        self.errors.clear()
        self.primary.set_busy(True)
        actor = self._services.actor()
        move = partial(
            self._services.move_booking_lines,
            booking.id,
            movable.numbers,
            target.id,
            self.reason.text,
            actor=actor,
        )
        done = partial(self._moved, movable.unit_name, target.name)
        self._runner.run(move, owner=self, done=done, failed=self._move_failed)

    def _moved(self, old: str, new: str, ticket: DocumentId | None) -> None:
        self.primary.set_busy(False)
        self._ticket = ticket
        self.errors.show_done(self.tr("{new} instead of {old}; the price stays.").format(new=new, old=old))
        self.refresh()
        if self.may_take_focus:
            (self.ticket_button if ticket else self.back_button).setFocus()

    def _move_failed(self, error: Exception) -> None:
        self.primary.set_busy(False)
        self._fail(error)
        self.refresh()

    def _print(self) -> None:
        if self._ticket is not None:
            self.wanted.emit(OpenDocument(self._ticket))

    def _fail(self, error: Exception) -> None:
        self.errors.show_error(explain(error))

    def _lay_out(self) -> None:
        lists = QHBoxLayout()
        lists.setSpacing(scaled(16))
        for heading, part in (
            (self.tr("What moves"), self.what),
            (self.tr("Free at the same price"), self.where),
        ):
            column = QVBoxLayout()
            label = QLabel(heading)
            label.setProperty("role", "heading")
            column.addWidget(label)
            column.addWidget(part, 1)
            part.setMaximumWidth(scaled(LIST_WIDTH))
            part.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            if part is self.where:
                column.addWidget(self.none_free)
            # Wide enough for a line with its days; what is left of a wide screen stays empty.
            lists.addLayout(column, 3)
        lists.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(10))
        page.addWidget(self.title)
        page.addWidget(self.errors)
        page.addLayout(lists, 1)
        page.addWidget(self.reason)
        actions = QHBoxLayout()
        for button in (self.primary, self.ticket_button, self.back_button):
            actions.addWidget(button)
        actions.addStretch(1)
        page.addLayout(actions)
