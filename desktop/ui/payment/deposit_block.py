"""The deposit on the payment page: how much confirms the booking now, what stays, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QWidget

from desktop.ui import formats
from desktop.ui.payment.money_panel import AMOUNT_WIDTH
from desktop.ui.theme import scaled
from desktop.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.companies import Company
    from desktop.services.domain.deposits import DepositTerms


class DepositBlock(QFrame):
    """`changed` after the clerk took the deposit, or all, or typed another part.

    It also keeps what the page knows of how this booking may be paid: whether its customer may owe, and
    whether the page was opened to take a balance.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms: DepositTerms | None = None
        self._company: Company | None = None
        self._is_open = self._is_typed = False
        # What had been paid when a booking was opened whose balance is to be paid.
        self.balance_from: int | None = None
        self.use = QCheckBox(self.tr("Deposit   D"))
        self.use.setAccessibleName(self.tr("Take only a deposit now"))
        self.part = MoneyEdit(letters_are_keys=True)
        self.part.setAccessibleName(self.tr("Deposit that confirms the booking"))
        self.part.setFixedWidth(scaled(AMOUNT_WIDTH))
        self.note = QLabel()
        self.note.setProperty("role", "caption")
        self.note.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(16))
        grid.setColumnMinimumWidth(0, scaled(132))
        grid.setColumnStretch(2, 1)
        grid.addWidget(self.use, 0, 0)
        grid.addWidget(self.part, 0, 1)
        grid.addWidget(self.note, 0, 2)
        self.use.toggled.connect(self._toggled)
        self.part.textEdited.connect(self._typed)

    def reset(self) -> None:
        """Another booking: all of it is asked for."""
        self._terms = self._company = self.balance_from = None
        self._is_open = self._is_typed = False
        blocked = self.use.blockSignals(True)
        self.use.setChecked(False)
        self.use.blockSignals(blocked)

    def tell(
        self, booking: Booking, terms: DepositTerms | None, company: Company | None, first: bool
    ) -> None:
        """Keep what was read beside the booking; `first`: it was opened just now."""
        self._terms, self._company = terms, company
        if first and booking.owes_balance:
            self.balance_from = booking.kept_paise

    @property
    def may_owe(self) -> bool:
        """Whether the customer may owe at all."""
        return self._company is not None and self._company.is_active

    @property
    def paise(self) -> int | None:
        """The part that is to confirm the booking; None: all of it is asked for."""
        if self._terms is None or not self.use.isChecked():
            return None
        # Without a rule it is a reservation by telephone: nothing is paid now.
        usual = self._terms.least_paise if self._terms.has_rule else 0
        typed = self.part.paise() if self._is_typed else usual
        return None if typed is None else min(typed, self._terms.total_paise - 1)

    @property
    def unreadable(self) -> bool:
        """Whether the typed part is no amount."""
        return self.use.isChecked() and self._is_typed and self.part.paise() is None

    def press(self) -> bool:
        """Take the deposit, or all again; False where no part can confirm this booking."""
        if self._terms is None:
            return False
        self._is_open = True
        self.use.toggle()
        return True

    def render_booking(self, time_zone: str, *, is_choosing: bool) -> None:
        """Show the terms while the tenders are chosen; a part that is being typed stays as it is."""
        terms = self._terms
        self.setVisible(is_choosing and terms is not None and (terms.has_rule or self._is_open))
        if terms is None:
            return
        self.part.setEnabled(self.use.isChecked())
        usual = terms.least_paise if terms.has_rule else 0
        part = usual if self.paise is None else self.paise
        if not self.part.hasFocus() or not self._is_typed:
            self.part.set_paise(part)
        self.note.setText(self._words(terms, part, time_zone))

    def _words(self, terms: DepositTerms, part_paise: int, time_zone: str) -> str:
        until = self.tr("{percent} % now, {rest} left to pay by {until}").format(
            percent=part_paise * 100 // terms.total_paise,
            rest=formats.amount(terms.total_paise - part_paise),
            until=formats.moment_text(terms.balance_by, time_zone),
        )
        if not terms.has_rule:
            no_rule = self.tr("The house has no rule for this: a manager has to say yes.")
            return f"{until}. {no_rule}"
        least = self.tr("The rule asks {least}; less needs a manager.")
        return f"{until}. {least.format(least=formats.amount(terms.least_paise))}"

    def _toggled(self) -> None:
        self._is_typed = False
        self.changed.emit()

    def _typed(self) -> None:
        self._is_typed = True
        self.changed.emit()
