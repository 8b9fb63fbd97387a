"""Accounts of the house for its own tenders: listed, entered, and stopped or taken up again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from db.states import Tender
from desktop.services.domain.house_accounts import (
    NAME_MAX,
    UPI_LIMIT_PAISE,
    WITH_ACCOUNTS,
    AccountField,
    HouseAccount,
)
from desktop.services.errors import BadRequest
from desktop.ui.failures import explain
from desktop.ui.formats import amount
from desktop.ui.tender_words import tender_word
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.field_box import FieldBox
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.ui.runner import Runner
    from desktop.ui.widgets.error_bar import ErrorBar

translate = QCoreApplication.translate
OF_UPI = (AccountField.VPA, AccountField.PAYEE, AccountField.LIMIT)
OF_BANK = (AccountField.LAST_FOUR, AccountField.BANK)


class AccountsCard(QFrame):
    """What papers name never changes: an account is stopped and another one entered."""

    def __init__(
        self, services: Services, runner: Runner, errors: ErrorBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._runner = runner
        self._errors = errors
        self._accounts: tuple[HouseAccount, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Accounts of the house"))
        self.list.setMaximumHeight(scaled(120))
        self.tender = QComboBox()
        self.tender.setAccessibleName(self.tr("Tender of the account"))
        for tender in WITH_ACCOUNTS:
            self.tender.addItem(tender_word(tender), tender)
        self.limit = MoneyEdit()
        self.fields = {
            AccountField.NAME: FieldBox(
                self.tr("Name at the desk"), self.tr("Name of the account at the desk")
            ),
            AccountField.VPA: FieldBox(self.tr("UPI address"), self.tr("UPI address of the account")),
            AccountField.PAYEE: FieldBox(self.tr("Payee"), self.tr("Payee's name in the code")),
            AccountField.LIMIT: FieldBox(
                self.tr("Up to, each payment"), self.tr("Most of one UPI payment"), edit=self.limit
            ),
            AccountField.LAST_FOUR: FieldBox(
                self.tr("Last four figures"), self.tr("Last four figures of the account")
            ),
            AccountField.BANK: FieldBox(self.tr("IFSC or bank"), self.tr("IFSC or name of the bank")),
        }
        self.keep_button = BusyButton(self.tr("Enter the account   K"))
        self.stop_button = BusyButton(self.tr("Stop it or take it up   X"))
        self._lay_out()
        self.tender.currentIndexChanged.connect(lambda _index: self._render())
        for box in self.fields.values():
            box.edit.setMaxLength(NAME_MAX * 2)
            box.typed.connect(lambda _text: self._render())
            box.entered.connect(self.keep_button.setFocus)
        self.list.currentRowChanged.connect(lambda _row: self._render())
        self.keep_button.clicked.connect(self.keep)
        self.stop_button.clicked.connect(self.stop)
        self._render()

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Accounts of the house"))
        heading.setProperty("role", "heading")
        about = QLabel(
            self.tr("Own UPI codes, bank accounts, card machines. Of several for a tender the clerk chooses.")
        )
        about.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(12))
        grid.addWidget(self.tender, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        for place, box in enumerate(self.fields.values(), start=1):
            grid.addWidget(box, place // 3, place % 3)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=8, line_spacing=8)
        flow.addWidget(self.keep_button)
        flow.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(16))
        column.setSpacing(scaled(8))
        for part in (heading, about, self.list):
            column.addWidget(part)
        column.addLayout(grid)
        column.addWidget(buttons)

    def refresh(self) -> None:
        """Read the accounts again."""
        read = self._services.list_house_accounts
        self._runner.run(read, owner=self, done=self._show, failed=self._fail)

    def _show(self, accounts: tuple[HouseAccount, ...]) -> None:
        row = max(self.list.currentRow(), 0)
        self._accounts = accounts
        self.list.clear()
        self.list.addItems([account_text(one) for one in accounts])
        self.list.setVisible(bool(accounts))
        self.list.setCurrentRow(min(row, len(accounts) - 1))
        self._render()

    @property
    def current(self) -> HouseAccount | None:
        """The account on which the keyboard is."""
        row = self.list.currentRow()
        return self._accounts[row] if 0 <= row < len(self._accounts) else None

    @property
    def _entered(self) -> HouseAccount:
        # What is no amount is no limit, and is refused as one.
        limit = (self.limit.paise() or 0) if self.limit.text().strip() else UPI_LIMIT_PAISE
        return HouseAccount(
            tender=Tender(self.tender.currentData()),
            name=self.fields[AccountField.NAME].text,
            vpa=self.fields[AccountField.VPA].text,
            payee_name=self.fields[AccountField.PAYEE].text,
            last_four=self.fields[AccountField.LAST_FOUR].text,
            bank=self.fields[AccountField.BANK].text,
            upi_limit_paise=limit,
        )

    def _render(self) -> None:
        of_upi = self.tender.currentData() == Tender.OWN_UPI
        for field in OF_UPI:
            self.fields[field].setVisible(of_upi)
        for field in OF_BANK:
            self.fields[field].setVisible(not of_upi)
        self.limit.setPlaceholderText(amount(UPI_LIMIT_PAISE))
        account = self.current
        self.stop_button.setVisible(account is not None)
        self.keep_button.offer.says(self._entered)
        if account is not None and not self.stop_button.busy:
            said = self.tr("Stop {name}   X") if account.is_active else self.tr("Take up {name} again   X")
            self.stop_button.set_label(said.format(name=account.name), account)

    def begin(self) -> None:
        """Put the focus where an account is entered."""
        self.tender.setFocus()

    def keep(self) -> None:
        """Enter the account that is typed."""
        if self.keep_button.busy or not self.keep_button.offer.counts():
            return
        work = partial(self._services.keep_house_account, self._entered, actor=self._services.actor())
        self._start(self.keep_button, work, self.tr("The account is entered."))

    def stop(self) -> None:
        """Let the marked account take nothing more, or take money again."""
        account = self.current
        if account is None or account.id is None or self.stop_button.busy:
            return
        if not self.stop_button.offer.counts():
            return
        work = partial(
            self._services.change_house_account,
            account.id,
            is_active=not account.is_active,
            upi_limit_paise=account.upi_limit_paise,
            actor=self._services.actor(),
        )
        self._start(self.stop_button, work, self.tr("The account is changed."))

    def _start(self, button: BusyButton, work: Callable[[], object], said: str) -> None:
        def done(_answer: object) -> None:
            button.set_busy(False)
            self._errors.show_done(said)
            if button is self.keep_button:
                for box in self.fields.values():
                    box.edit.clear()
            self.refresh()

        def failed(error: Exception) -> None:
            button.set_busy(False)
            self._fail(error)

        self._errors.clear()
        for box in self.fields.values():
            box.clear_error()
        button.set_busy(True)
        self._runner.run(work, owner=self, done=done, failed=failed)

    def _fail(self, error: Exception) -> None:
        field = error.field if isinstance(error, BadRequest) else ""
        box = next((box for name, box in self.fields.items() if name == field), None)
        if box is None or box.isHidden():
            self._errors.show_error(explain(error))
            return
        box.show_error(explain(error))
        box.take_focus()


def account_text(account: HouseAccount) -> str:
    """Return an account in one line: its tender, name, where it is, and whether it takes money."""
    facts = [tender_word(account.tender), account.name, account.vpa]
    if account.last_four:
        facts.append(f"…{account.last_four}")
    facts.append(account.bank)
    if account.vpa:
        facts.append(
            translate("AccountsCard", "up to {limit} each payment").format(
                limit=amount(account.upi_limit_paise)
            )
        )
    facts.append(
        translate("AccountsCard", "takes money")
        if account.is_active
        else translate("AccountsCard", "stopped")
    )
    return "   ".join(fact for fact in facts if fact)
