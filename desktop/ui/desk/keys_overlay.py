"""Every key on one sheet, over the work; any key closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.payment.payment_form import GATEWAY_METHODS
from desktop.ui.payment.tender_block import METHOD_KEYS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent


class KeysOverlay(QFrame):
    """Made when it is asked for the first time; lies in the middle of its parent."""

    def __init__(self, parent: QWidget, *, has_gateway: bool = True) -> None:
        super().__init__(parent)
        self._has_gateway = has_gateway
        self.setProperty("role", "sheet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 14, 28, 12)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addLayout(self._grid())
        for text in self._grammar():
            line = QLabel(text)
            line.setProperty("role", "caption")
            column.addWidget(line)
        self._before: QWidget | None = None
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the sheet and take the keyboard until the next key."""
        self._before = self.window().focusWidget()
        self._centre()
        self.show()
        self.raise_()
        self.setFocus()

    def close_sheet(self) -> None:
        """Hide the sheet and give the keyboard back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self.close_sheet()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.close_sheet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._centre()
        return super().eventFilter(watched, event)

    def _centre(self) -> None:
        holder = self.parentWidget()
        if holder is None:
            return
        size = self.sizeHint().boundedTo(holder.size())
        self.resize(size)
        self.move((holder.width() - size.width()) // 2, (holder.height() - size.height()) // 2)

    def _head(self) -> QHBoxLayout:
        heading = QLabel(self.tr("Keys"))
        heading.setProperty("role", "heading")
        close = QLabel(self.tr("Any key closes this sheet."))
        close.setProperty("role", "caption")
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(close)
        return head

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        keys = self._keys()
        half = -(-len(keys) // 2)
        for place, (key, word) in enumerate(keys):
            cap = QLabel(key)
            cap.setProperty("role", "key")
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(cap, place % half, place // half * 2)
            grid.addWidget(QLabel(word), place % half, place // half * 2 + 1)
        return grid

    def _grammar(self) -> tuple[str, ...]:
        """What may follow a code, a route or a tour in the command field."""
        return (
            self.tr("Day, after a code or route:  24 nov   24-26 nov   24/11   sat   tomorrow   +3"),
            self.tr("How many:  2 (nights, seats or places)   2n 2r 2a1c (nights, rooms, adults, children)"),
        )

    def _ways_to_pay(self) -> list[str]:
        return [
            letter
            for method, letter in METHOD_KEYS.items()
            if self._has_gateway or method not in GATEWAY_METHODS
        ]

    def _keys(self) -> tuple[tuple[str, str], ...]:
        stop = ("S", self.tr("stop a QR code or link"))
        return (
            ("Ctrl+K", self.tr("command field")),
            ("Enter Esc", self.tr("next step; one step back, holds stay")),
            ("F2", self.tr("customer; Alt+D, J: put right")),
            ("F3 F8", self.tr("quote; park it: back to the desk")),
            ("F4 F5", self.tr("promo, discount: 10%; read again")),
            ("F6 F7 F12", self.tr("cases to decide; set-up; review")),
            ("F9 F10", self.tr("main step, pay; cancel a booking")),
            ("F11", self.tr("stock; Ctrl+W: why not free")),
            ("Ctrl+O T", self.tr("open what came; time right")),
            ("Del E", self.tr("give a hold back; ten minutes more")),
            ("Space B", self.tr("lists: guest came; whole booking")),
            ("D T I G Y", self.tr("deposit, part, account, event, buyer")),
            (" ".join(self._ways_to_pay()), self.tr("ways to pay, as on the buttons")),
            ("W", self.tr("wallet on or off")),
            *((stop,) if self._has_gateway else ()),
            ("P", self.tr("receipt; in practice, the phone")),
            ("X", self.tr("cancel the booking shown")),
            ("T H", self.tr("its tender or customer was wrong")),
            ("M", self.tr("another seat or room for it")),
            ("↑ ↓ Space A V F", self.tr("cancelling: one line, all, void, fee")),
            ("Ctrl+P R ⇧P", self.tr("print; once more; what is stuck")),
            ("Ins Ctrl+Shift+L", self.tr("another person; lock the desk")),
            ("Ctrl+⇧ODC", self.tr("shift: open, into the safe, close")),
            ("Ctrl+D L + − 0", self.tr("light or dark; Hindi or English; size")),
        )
