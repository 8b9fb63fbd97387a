"""Who stands at the desk: name, number and wallet beside the command field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from desktop.services.domain.people import Customer


class CustomerChip(QFrame):
    """Hidden while nobody has been named. `cleared` is emitted when the clerk sends them away."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._name = QLabel()
        self._name.setProperty("role", "strong")
        self._facts = QLabel()
        self._facts.setProperty("role", "caption")
        clear = QPushButton("×")
        clear.setProperty("role", "hint")
        clear.setAccessibleName(self.tr("No customer"))
        clear.setToolTip(self.tr("No customer"))
        clear.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.setSpacing(10)
        for part in (self._name, self._facts, clear):
            row.addWidget(part)
        self.hide()

    def show_customer(self, customer: Customer | None) -> None:
        """Show this customer, or nobody."""
        self.setVisible(customer is not None)
        if customer is None:
            return
        from desktop.ui import formats

        self._name.setText(customer.name)
        wallet = self.tr("wallet {amount}").format(amount=formats.amount(customer.wallet_paise))
        self._facts.setText(f"{customer.masked_mobile}   {wallet}")
        self.setAccessibleName(f"{customer.name} {self._facts.text()}")
