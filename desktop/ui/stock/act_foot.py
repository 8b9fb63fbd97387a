"""Which units, why, and what is to be done: the foot of the stock page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.keys.offer import Offer
from desktop.ui.stock.stock_view import Act, ActsView, StockRead
from desktop.ui.stock.stock_words import act_text, armed_text
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.field_box import FieldBox
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.catalogue import Unit

KEYS = {Act.STOP: "S", Act.OPEN: "O", Act.BLOCK: "B", Act.CANCEL: "X", Act.REFUND: "G"}
REASON_LENGTH_MAX = 200


class ActFoot(QFrame):
    """`wanted` carries the act that was asked for; `offer` knows since when the acts stand here."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.view = ActsView(None, ())
        self.units = FieldBox(self.tr("&Units to keep back"), self.tr("Units to keep back"))
        self.units.edit.setPlaceholderText(self.tr("203, 205-208, all; empty for the whole day"))
        self.reason = FieldBox(self.tr("&Reason"), self.tr("Reason"))
        self.reason.edit.setPlaceholderText(self.tr("painting, private group, breakdown …"))
        self.reason.edit.setMaxLength(REASON_LENGTH_MAX)
        self.warning = QLabel()
        self.warning.setProperty("role", "warning")
        self.warning.setWordWrap(True)
        self.primary = BusyButton(role="primary")
        self.primary.clicked.connect(self.do_primary)
        self.others = {act: QPushButton() for act in Act}
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields.setSpacing(scaled(12))
        self._fields.addWidget(self.units, 1)
        self._fields.addWidget(self.reason, 1)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8, line_spacing=8)
        flow.addWidget(self.primary)
        for act, button in self.others.items():
            button.clicked.connect(partial(self.want, act))
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(12))
        column.setSpacing(scaled(4))
        column.addLayout(self._fields)
        column.addWidget(self.warning)
        column.addWidget(holder)
        self.offer = Offer(self)
        self._about: tuple[object, ...] = ()
        self.reason.edit.textChanged.connect(lambda _text: self._say())

    def set_stacked(self, stacked: bool) -> None:
        """Put the fields one below the other."""
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._fields.setDirection(direction)

    def show_acts(self, view: ActsView, stock: StockRead, units: Sequence[Unit], armed: bool) -> None:
        """Show what can be done; the main button is F9."""
        self.view = view
        self.warning.setVisible(armed)
        self.warning.setText(armed_text(stock) if armed else "")
        self.primary.setVisible(view.primary is not None)
        if view.primary is not None and not self.primary.busy:
            set_role(self.primary, "danger" if armed else "primary")
            self.primary.set_label(f"{act_text(view.primary, stock, units, armed)}   F9")
        for act, button in self.others.items():
            button.setVisible(act in view.others)
            button.setText(f"{act_text(act, stock, units, armed)}   Alt+{KEYS[act]}")
        shown = [button.text() for act, button in self.others.items() if act in view.others]
        ids = tuple(unit.id for unit in units)
        self._about = (stock.offering.id, ids, self.primary.text(), *shown)
        self._say()

    def _say(self) -> None:
        self.offer.says((self._about, self.reason.text))

    def do_primary(self) -> None:
        """Ask for the act of the main button."""
        if self.view.primary is not None:
            self.want(self.view.primary)

    def want(self, act: Act, _checked: bool = False) -> None:
        """Ask for an act that is offered now."""
        if not self.primary.busy and act in (self.view.primary, *self.view.others):
            self.wanted.emit(act)
