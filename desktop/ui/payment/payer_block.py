"""One payer among several, the account of the house that is paid, and the house's own UPI code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.states import Tender
from desktop.ui.formats import amount, rupees
from desktop.ui.payment.qr_picture import QrPicture
from desktop.ui.payment.take_now import gives_change
from desktop.ui.theme import scaled
from desktop.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from db.ids import HouseAccountId
    from desktop.services.domain.house_accounts import HouseAccount
    from desktop.ui.payment.payment_form import Method
    from desktop.ui.payment.payment_view import PaymentView

CODE_SIDE = 144


class PayerBlock(QFrame):
    """`changed` after a part was typed or another account was chosen.

    Of several accounts of a tender none stands chosen until the clerk chooses; the only one does by itself.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts: tuple[HouseAccount, ...] = ()
        self._chosen: dict[Tender, HouseAccountId | None] = {}
        self._paid_paise = 0
        self.part_button = QPushButton(self.tr("Part of one payer   T"))
        self.part_button.setProperty("role", "quiet")
        self.part_button.setAccessibleName(self.tr("Part of one payer among several"))
        self.part_button.clicked.connect(self.open_part)
        self.part = MoneyEdit(letters_are_keys=True)
        self.part.setAccessibleName(self.tr("Part of this payer"))
        self.part.setFixedWidth(scaled(168))
        self.part.textEdited.connect(self.changed)
        self.rest = QLabel()
        self.account = QLabel()
        self.account_button = QPushButton(self.tr("Another account   I"))
        self.account_button.setProperty("role", "quiet")
        self.account_button.setAccessibleName(self.tr("Another account"))
        self.account_button.clicked.connect(self.next_account)
        self.code = QrPicture(side=CODE_SIDE)
        self.code.setAccessibleName(self.tr("The house's own UPI code"))
        self.code_word = QLabel()
        self.code_word.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        part, account = QWidget(), QWidget()
        rows = (
            (part, (self.part_button, self.part, self.rest)),
            (account, (self.account, self.account_button)),
        )
        column = QVBoxLayout()
        column.setSpacing(scaled(4))
        for row, widgets in rows:
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(scaled(8))
            for widget in widgets:
                line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
            line.addStretch(1)
            column.addWidget(row)
        column.addWidget(self.code_word)
        column.addStretch(1)
        # The code stands beside them: below, it would push the button that takes the money out of sight.
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(scaled(8))
        sides.addLayout(column, 1)
        sides.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)

    def reset(self) -> None:
        """Forget what was typed."""
        self.part.clear()
        self._chosen.clear()

    def know(self, accounts: tuple[HouseAccount, ...], paid_paise: int) -> None:
        """Keep the accounts that take money now; after a part was paid the next payer's is typed anew."""
        self._accounts = tuple(one for one in accounts if one.is_active)
        if paid_paise != self._paid_paise:
            self.part.clear()
        self._paid_paise = paid_paise

    @property
    def part_paise(self) -> int | None:
        """The part that was typed, None for all that is left."""
        return self.part.paise()

    @property
    def unreadable(self) -> bool:
        """Whether the part that was typed is no amount."""
        return bool(self.part.text().strip()) and self.part.paise() is None

    def account_of(self, method: Method) -> HouseAccount | None:
        """Return the account that a tender goes to, as far as it is clear."""
        found = self._of(method)
        if len(found) == 1:
            return found[0]
        chosen = self._chosen.get(method) if isinstance(method, Tender) else None
        return next((one for one in found if one.id == chosen), None)

    def is_account_missing(self, method: Method) -> bool:
        """Whether one of several has to be chosen yet."""
        return len(self._of(method)) > 1 and self.account_of(method) is None

    def _of(self, method: Method) -> list[HouseAccount]:
        return [one for one in self._accounts if one.tender is method]

    def render_view(self, view: PaymentView) -> None:
        """Show what belongs to the chosen method."""
        can_part = view.gateway_payable_paise > 0 and not gives_change(view.method)
        self.setVisible(can_part)
        self._method = view.method
        typed = bool(self.part.text().strip()) or self.part.hasFocus()
        self.part.setVisible(can_part and typed)
        self.rest.setVisible(can_part and view.stays_due_paise > 0)
        self.rest.setText(self.tr("{rest} stays for the others").format(rest=amount(view.stays_due_paise)))
        of_method, account = self._of(view.method), self.account_of(view.method)
        self.account.setVisible(bool(of_method))
        name = account.name if account else self.tr("choose an account:  I")
        self.account.setText(self.tr("to  {account}").format(account=name))
        self.account_button.setVisible(len(of_method) > 1)
        self.code.setVisible(bool(view.own_code))
        self.code.show_content(view.own_code)
        self.code_word.setText(self._code_words(view, account))
        self.code_word.setVisible(bool(self.code_word.text()))

    def _code_words(self, view: PaymentView, account: HouseAccount | None) -> str:
        if account is None or not account.vpa:
            return ""
        if view.own_code:
            return self.tr("{amount} to {vpa}").format(amount=rupees(view.now_paise), vpa=account.vpa)
        if view.now_paise <= account.upi_limit_paise:
            return ""
        return self.tr(
            "▲ No code is drawn above {limit}. Let several payers pay a part each (T), or take another."
        ).format(limit=rupees(account.upi_limit_paise))

    def open_part(self) -> None:
        """Put the focus where the part of this payer is typed."""
        if not self.isHidden():
            self.part.show()
            self.part.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.part.selectAll()

    def next_account(self) -> None:
        """Choose the next account of the tender."""
        found = self._of(self._method) if not self.isHidden() else []
        if len(found) > 1 and isinstance(self._method, Tender):
            now = self.account_of(self._method)
            place = found.index(now) + 1 if now is not None else 0
            self._chosen[self._method] = found[place % len(found)].id
            self.changed.emit()
