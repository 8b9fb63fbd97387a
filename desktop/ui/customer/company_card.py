"""A customer who may owe: limit, days and debt; what is paid of it, and the statement."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from db.ids import CustomerId, RequestKey
from db.states import Tender
from desktop.services.domain.tenders import BY_HAND
from desktop.services.errors import SlipSeen
from desktop.ui import formats
from desktop.ui.attempt import Attempt
from desktop.ui.customer.statement_words import statement_text
from desktop.ui.tender_words import tender_word
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.companies import Company, Statement
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

STATEMENT_DAYS = 31
TERMS_USUAL = 30


class CompanyCard(QFrame):
    """`done` carries a sentence, `failed` an exception. Its first row opens the rest for who pays at once."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._runner = runner
        self._customer: Customer | None = None
        self._company: Company | None = None
        self._asked = 0
        self._attempt = Attempt()
        self._slip_told = ""
        self.owed = QLabel()
        self.owed.setProperty("role", "strong")
        self.limit = MoneyEdit()
        self.days = QLineEdit()
        self.save = BusyButton(self.tr("Let this customer owe"))
        self.amount = MoneyEdit()
        self.tender = QComboBox()
        self.reference = QLineEdit()
        self.pay = BusyButton(self.tr("Take what is paid of it"))
        self.show_statement = BusyButton(self.tr("Statement of the last 31 days"))
        self.statement = QLabel()
        self.statement.setWordWrap(True)
        self._lay_out()
        self.save.clicked.connect(self._save)
        self.pay.clicked.connect(self._pay)
        self.show_statement.clicked.connect(self._read_statement)
        for field in (self.limit, self.days, self.amount, self.reference):
            field.textEdited.connect(lambda _text: self._render())
        self.tender.currentIndexChanged.connect(lambda _row: self._render())
        self.hide()

    def _lay_out(self) -> None:
        self.tender.view().setAccessibleName(self.tr("by"))
        for tender in BY_HAND:
            self.tender.addItem(tender_word(tender), tender.value)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        fields = (
            (0, 0, self.tr("May owe up to"), self.limit),
            (0, 2, self.tr("to be paid in days"), self.days),
            (3, 0, self.tr("Pays of it"), self.amount),
            (3, 2, self.tr("by"), self.tender),
            (4, 0, self.tr("Reference"), self.reference),
        )
        for row, column, word, field in fields:
            label = QLabel(word)
            label.setBuddy(field)
            field.setAccessibleName(word)
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1)
        # A name makes the buttons wide: each has its own line.
        grid.addWidget(self.save, 1, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.owed, 2, 0, 1, 4)
        grid.addWidget(self.pay, 5, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.show_statement, 6, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.statement, 7, 0, 1, 4)
        self._of_debt = (self.owed, self.amount, self.tender, self.reference, self.pay, self.show_statement)

    def show_company(self, customer: Customer | None) -> None:
        """Read whether a customer may owe; nothing is asked of nobody."""
        self._customer, self._company = customer, None
        self._asked += 1
        self.statement.clear()
        self.statement.hide()
        self.setVisible(customer is not None)
        if customer is None:
            return
        find = partial(self._services.find_company, customer.id)
        done = partial(self._show, self._asked)
        self._runner.run(find, owner=self, done=done, failed=self.failed.emit)

    def _show(self, asked: int, company: Company | None) -> None:
        if asked != self._asked:
            return
        self._company = company
        if not self.limit.hasFocus():
            self.limit.set_paise(company.limit_paise if company else 0)
        if not self.days.hasFocus():
            self.days.setText(str(company.terms_days if company else TERMS_USUAL))
        self._render()

    def _render(self) -> None:
        company, customer = self._company, self._customer
        if customer is None:
            return
        for widget in self._of_debt:
            widget.setVisible(company is not None)
        for row, column in ((3, 0), (3, 2), (4, 0)):
            layout = self.layout()
            item = layout.itemAtPosition(row, column) if isinstance(layout, QGridLayout) else None
            word = item.widget() if item is not None else None
            if word is not None:
                word.setVisible(company is not None)
        label = self.tr("Let {name} owe up to {limit}")
        limit = self.limit.paise()
        shown = formats.amount(limit or 0)
        self.save.set_label(label.format(name=customer.name, limit=shown), (customer.id, self.days.text()))
        self.save.set_ready(limit is not None and self.days.text().strip().isdecimal())
        if company is None:
            return
        self.owed.setText(
            self.tr("Owes {owed}, may owe {open} more").format(
                owed=formats.amount(company.owed_paise), open=formats.amount(company.open_paise)
            )
        )
        paise = self.amount.paise()
        said = self.tr("Take {amount} by {tender} of what {name} owes").format(
            amount=formats.amount(paise or 0), tender=tender_word(self._tender), name=customer.name
        )
        self.pay.set_label(said, (customer.id, self.reference.text()))
        self.pay.set_ready(bool(paise))

    @property
    def _tender(self) -> Tender:
        return Tender(self.tender.currentData())

    def _save(self) -> None:
        customer, limit, days = self._customer, self.limit.paise(), self.days.text().strip()
        if customer is None or limit is None or not days.isdecimal() or self.save.busy:
            return
        if not self.save.offer.counts():
            return
        save = partial(
            self._services.save_company, customer.id, limit, int(days), True, actor=self._services.actor()
        )
        said = self.tr("{name} may owe up to {limit} from now on.").format(
            name=customer.name, limit=formats.amount(limit)
        )
        self._start(self.save, save, said)

    def _pay(self) -> None:
        customer, paise = self._customer, self.amount.paise()
        if customer is None or not paise or self.pay.busy or not self.pay.offer.counts():
            return
        tender, reference = self._tender, self.reference.text().strip()
        key = RequestKey(self._attempt.key_for((customer.id, tender, paise, reference)))
        take = partial(
            self._services.take_company_payment,
            customer.id,
            tender,
            paise,
            reference,
            key,
            actor=self._services.actor(),
            again=bool(reference) and self._slip_told == reference,
        )
        said = self.tr("{amount} taken of what {name} owes.").format(
            amount=formats.amount(paise), name=customer.name
        )
        self._start(self.pay, take, said)

    def _start(self, button: BusyButton, work: partial[Company], said: str) -> None:
        asked = self._asked
        button.set_busy(True)

        def done(company: Company) -> None:
            button.set_busy(False)
            if button is self.pay:
                self._attempt.close()
                self.amount.clear()
                self.reference.clear()
            self._show(asked, company)
            self.done.emit(said)

        def failed(error: Exception) -> None:
            button.set_busy(False)
            if button is self.pay:
                self._attempt.failed(error)
                self._slip_told = self.reference.text().strip() if isinstance(error, SlipSeen) else ""
            self.failed.emit(error)

        self._runner.run(work, owner=self, done=done, failed=failed)

    def _read_statement(self) -> None:
        customer = self._customer
        if customer is None or self.show_statement.busy:
            return
        zone = ZoneInfo(self._services.time_zone)
        read = partial(_read, self._services, customer.id, zone)
        self._runner.run(
            read, owner=self, done=partial(self._show_statement, self._asked), failed=self.failed.emit
        )

    def _show_statement(self, asked: int, statement: Statement) -> None:
        if asked == self._asked:
            self.statement.setText(statement_text(statement, self._services.time_zone))
            self.statement.show()


def _read(services: Services, customer_id: CustomerId, zone: ZoneInfo) -> Statement:
    """Read the statement of the last days, by the node's clock, until the end of today."""
    today = services.show_today().as_of.astimezone(zone).date()
    until = datetime.combine(today + timedelta(days=1), time(), zone)
    return services.show_statement(customer_id, until - timedelta(days=STATEMENT_DAYS), until)
