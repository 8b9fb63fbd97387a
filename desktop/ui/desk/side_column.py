"""The column beside the work: live holds, the day's numbers, cases that wait for a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.theme import scaled, theme

if TYPE_CHECKING:
    from desktop.services.domain.shift import ShiftNow
    from desktop.services.domain.today import Today
    from desktop.ui.desk.hold_list import HoldList
    from desktop.ui.steady_clock import NodeTime

WIDTH, WIDE_WIDTH = 292, 400


class SideColumn(QFrame):
    """Shows what the services answered last; its clocks go on by `tick`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._holds: HoldList | None = None
        self._is_wide = False
        self.hold_count = QLabel("0")
        self.hold_count.setProperty("role", "badge")
        self.empty = QLabel(self.tr("Nothing is held. A hold keeps its units for ten minutes."))
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "caption")
        self.keys = QLabel(self.tr("Enter  go on   Del  give back"))
        self.keys.setWordWrap(True)
        self.keys.setProperty("role", "caption")
        self.sold = _number(self.tr("Sold today"))
        self.sold_amount = _number(self.tr("Amount sold today"))
        self.cancelled = _number(self.tr("Cancelled today"))
        self.refunded_amount = _number(self.tr("Given back today"))
        # Whose drawer takes the cash now.
        self.shift = QLabel()
        self.shift.setWordWrap(True)
        self.shift.setProperty("role", "caption")
        self.shift.setAccessibleName(self.tr("Shift"))
        self.shift.hide()
        self.cases = QPushButton()
        self.cases.hide()
        self._column = QVBoxLayout(self)
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def holds(self) -> HoldList:
        """The list of holds, made when it is needed first."""
        if self._holds is None:
            from desktop.ui.desk.hold_list import HoldList

            self._holds = HoldList()
            self._holds.hide()
            self._column.insertWidget(self._column.indexOf(self.empty) + 1, self._holds, 1)
        return self._holds

    def show_today(self, today: Today, now: NodeTime) -> None:
        """Show one answer of ShowToday."""
        from desktop.ui import formats

        rows = today.holds + today.over
        self.holds.show_holds(rows, now)
        self.hold_count.setText(str(len(today.holds)))
        for widget in (self.holds, self.keys):
            widget.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.sold.setText(str(today.sold_count))
        self.sold_amount.setText(formats.amount(today.sold_paise))
        self.cancelled.setText(str(today.cancelled_count))
        self.refunded_amount.setText(formats.amount(today.refunded_paise))
        self.cases.setVisible(today.open_case_count > 0)
        one = self.tr("▲ 1 case to decide   F6")
        many = self.tr("▲ {count} cases to decide   F6").format(count=today.open_case_count)
        self.cases.setText(one if today.open_case_count == 1 else many)

    def show_extension(self, text: str) -> None:
        """Say beside the keys which end the marked hold would have; nothing where it can't be longer."""
        known = self.tr("Enter  go on   Del  give back")
        self.keys.setText(f"{known}   {text}" if text else known)

    def take_in(self, panel: QWidget) -> None:
        """Put a question about a hold below the list and its keys."""
        self._column.insertWidget(self._column.indexOf(self.keys) + 1, panel)

    def show_shift(self, now: ShiftNow, time_zone: str) -> None:
        """Show whose shift is open, or that none is."""
        from desktop.ui.shift_line import shift_line
        from desktop.ui.theme import set_role

        self.shift.setText(shift_line(now, time_zone))
        set_role(self.shift, "caption" if now.open is not None else "warning")
        self.shift.show()

    def set_wide(self, wide: bool) -> None:
        """Give the holds more room, so that their titles are read whole on a wide screen."""
        if wide != self._is_wide:
            self._is_wide = wide
            self._fit()

    def set_short(self, short: bool) -> None:
        """Leave out the day's numbers where the holds need the room."""
        self._numbers.setHidden(short)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(_heading(self.tr("HOLDS")))
        head.addStretch(1)
        head.addWidget(self.hold_count)
        self._numbers = QWidget()
        numbers = QGridLayout()
        # The numbers have the room, so that a longer one is never cut while the layout follows.
        numbers.setColumnStretch(1, 1)
        for row, (word, value) in enumerate(
            (
                (self.tr("sold"), self.sold),
                (self.tr("amount"), self.sold_amount),
                (self.tr("cancelled"), self.cancelled),
                (self.tr("given back"), self.refunded_amount),
            )
        ):
            numbers.addWidget(QLabel(word), row, 0)
            numbers.addWidget(value, row, 1)
        self._column.addLayout(head)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.keys)
        self._column.addStretch(0)
        rule = QFrame()
        rule.setProperty("role", "rule")
        day = QVBoxLayout(self._numbers)
        day.setContentsMargins(0, 0, 0, 0)
        day.addWidget(rule)
        day.addWidget(_heading(self.tr("TODAY")))
        day.addLayout(numbers)
        day.addWidget(self.shift)
        self._column.addWidget(self._numbers)
        self._column.addWidget(self.cases)
        self.keys.hide()

    def _fit(self) -> None:
        self.setFixedWidth(scaled(WIDE_WIDTH if self._is_wide else WIDTH))
        side = scaled(12)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(scaled(8))


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "caption")
    return label


def _number(name: str) -> QLabel:
    label = QLabel("–")
    label.setProperty("role", "amount")
    label.setAccessibleName(name)
    return label
