"""What the list is narrowed by; every change applies at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.states import BookingState, Kind, Tender
from desktop.services.domain.review import ReviewFilter
from desktop.ui.lifecycle_words import booking_word, kind_word
from desktop.ui.review.review_view import Period, days_of, period_of
from desktop.ui.review.review_words import period_word
from desktop.ui.tender_words import tender_word
from desktop.ui.theme import scaled
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

DEBOUNCE_MS = 150
EARLIEST = QDate(2000, 1, 1)


class FilterBar(QFrame):
    """`changed` carries the new ReviewFilter."""

    changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._wanted = ReviewFilter()
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("reference, name, last digits, what was sold"))
        self.text.setAccessibleName(self.tr("Search"))
        self.text.setClearButtonEnabled(True)
        self._typing = QTimer(self, interval=DEBOUNCE_MS, singleShot=True)
        self._typing.timeout.connect(self._collect)
        self.text.textChanged.connect(lambda _text: self._typing.start())
        self.periods = {
            period: self._chip(period_word(period)) for period in Period if period is not Period.OTHER
        }
        self.first = self._day_field(self.tr("First day"))
        self.last = self._day_field(self.tr("Last day"))
        self.kinds = {kind: self._chip(kind_word(kind)) for kind in Kind}
        self.states = {state: self._chip(booking_word(state)) for state in BookingState}
        self.tenders = {tender: self._chip(tender_word(tender)) for tender in Tender}
        self.desks: dict[str, QPushButton] = {}
        self._desk_word = _caption(self.tr("desk"))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=6, line_spacing=6)
        self._lay_out()
        for period, button in self.periods.items():
            button.clicked.connect(lambda _on=False, period=period: self.choose_period(period))
        for button in (*self.kinds.values(), *self.states.values(), *self.tenders.values()):
            button.clicked.connect(self._collect)
        for field in (self.first, self.last):
            field.dateChanged.connect(self._collect)

    def _lay_out(self) -> None:
        days = [
            *self.periods.values(),
            _caption(self.tr("from")),
            self.first,
            _caption(self.tr("to")),
            self.last,
        ]
        groups: tuple[tuple[str, list[QWidget]], ...] = (
            ("", days),
            (self.tr("kind"), [*self.kinds.values()]),
            (self.tr("state"), [*self.states.values()]),
            (self.tr("tender"), [*self.tenders.values()]),
        )
        for word, widgets in groups:
            if word:
                self._flow.addWidget(_caption(word))
            for widget in widgets:
                self._flow.addWidget(widget)
        self._flow.addWidget(self._desk_word)
        self._desk_word.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._chips)

    @property
    def wanted(self) -> ReviewFilter:
        """The filter as it stands."""
        return self._wanted

    def offer_desks(self, codes: set[str]) -> None:
        """Let the list be narrowed to one of these desks; with a single one there is nothing to choose."""
        for code in sorted(codes - self.desks.keys()):
            button = self._chip(code)
            button.setAccessibleName(self.tr("Desk {code}").format(code=code))
            button.clicked.connect(self._collect)
            before = [*self.tenders.values(), *self.desks.values()][-1]
            self.desks[code] = button
            self._flow.addWidget(button)
            QWidget.setTabOrder(before, button)
        several = len(self.desks) > 1
        for widget in (self._desk_word, *self.desks.values()):
            widget.setVisible(several)
        self._chips.updateGeometry()

    def choose_period(self, period: Period) -> None:
        """Narrow to the days of a period."""
        self._set_days(*days_of(period, self._today()))
        self._collect()

    def clear(self) -> None:
        """Find everything."""
        blocked = self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(blocked)
        for button in self._all_chips():
            button.setChecked(False)
        self.choose_period(Period.ALL)

    def _all_chips(self) -> list[QPushButton]:
        groups = (self.kinds, self.states, self.tenders, self.desks)
        return [button for group in groups for button in group.values()]

    def _collect(self, *_changed: object) -> None:
        self._typing.stop()
        wanted = ReviewFilter(
            text=self.text.text().strip(),
            first_day=_day_of(self.first),
            last_day=_day_of(self.last),
            kinds=frozenset(kind for kind, button in self.kinds.items() if button.isChecked()),
            states=frozenset(state for state, button in self.states.items() if button.isChecked()),
            tenders=frozenset(tender for tender, button in self.tenders.items() if button.isChecked()),
            desk_codes=frozenset(code for code, button in self.desks.items() if button.isChecked()),
        )
        chosen = period_of(wanted, self._today())
        for period, button in self.periods.items():
            button.setChecked(period is chosen)
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit(wanted)

    def _set_days(self, first: date | None, last: date | None) -> None:
        for field, day in ((self.first, first), (self.last, last)):
            blocked = field.blockSignals(True)
            field.setDate(EARLIEST if day is None else QDate(day.year, day.month, day.day))
            field.blockSignals(blocked)

    def _chip(self, word: str) -> QPushButton:
        button = QPushButton(word)
        button.setCheckable(True)
        button.setAccessibleName(word)
        return button

    def _day_field(self, name: str) -> QDateEdit:
        field = QDateEdit()
        field.setDisplayFormat("d MMM yyyy")
        field.setMinimumDate(EARLIEST)
        field.setSpecialValueText(self.tr("any day"))
        field.setDate(EARLIEST)
        field.setKeyboardTracking(False)
        field.lineEdit().setTextMargins(scaled(6), 0, 0, 0)
        field.setAccessibleName(name)
        return field


def _caption(word: str) -> QLabel:
    label = QLabel(word)
    label.setProperty("role", "caption")
    label.setMinimumHeight(scaled(32))
    label.setContentsMargins(scaled(8), 0, 0, 0)
    return label


def _day_of(field: QDateEdit) -> date | None:
    day = field.date()
    return None if day == EARLIEST else date(day.year(), day.month(), day.day())
