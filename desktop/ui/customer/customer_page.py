"""The customer page's controls and where they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme import scaled, theme
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage
from desktop.ui.widgets.money_edit import MoneyEdit

CARD_WIDTH_MAX = 760
FOUND_HEIGHT = 150


class CustomerPage(KeyedPage):
    """Search above, the person below it, the wallet last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query = QLineEdit()
        self.query.setPlaceholderText(self.tr("Mobile number, its last digits, or a name"))
        self.query.setAccessibleName(self.tr("Find a customer by mobile number or name"))
        self.errors = ErrorBar()
        self.hint = QLabel(self.tr("Nobody is chosen yet. A number that is not known makes a new customer."))
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Customers found"))
        self.mobile = QLineEdit()
        self.name = QLineEdit()
        self.save = BusyButton()
        self.choose = QPushButton()
        self.choose.setProperty("role", "primary")
        self.balance = QLabel()
        self.after = QLabel()
        self.cash = MoneyEdit()
        self.top_up = BusyButton(self.tr("Take cash into the wallet"))
        self._column = QVBoxLayout(self)
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Customer"))
        title.setProperty("role", "title")
        self.hint.setProperty("role", "caption")
        self.hint.setWordWrap(True)
        self.wallet_card = self._wallet_card()
        actions = QHBoxLayout()
        actions.addWidget(self.choose)
        actions.addStretch(1)
        for part in (title, self.errors, self.query, self.hint, self.found, self._person_card()):
            self._column.addWidget(part)
        self._column.addWidget(self.wallet_card)
        self._column.addLayout(actions)
        self._column.addStretch(1)

    def _person_card(self) -> QFrame:
        card, grid = _card()
        self._row(grid, 0, self.tr("&Mobile"), self.mobile)
        self._row(grid, 1, self.tr("&Name"), self.name)
        self.mobile.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        grid.addWidget(self.save, 1, 2)
        grid.setColumnStretch(1, 1)
        return card

    def _wallet_card(self) -> QFrame:
        card, grid = _card()
        self.balance.setProperty("role", "total")
        self.balance.setAccessibleName(self.tr("Wallet"))
        self.after.setProperty("role", "amount")
        self.after.setAccessibleName(self.tr("Wallet afterwards"))
        word = QLabel(self.tr("Wallet"))
        word.setProperty("role", "heading")
        grid.addWidget(word, 0, 0)
        grid.addWidget(self.balance, 0, 1)
        self._row(grid, 1, self.tr("&Cash received"), self.cash)
        grid.addWidget(self.top_up, 1, 2)
        grid.addWidget(QLabel(self.tr("Afterwards")), 2, 0)
        grid.addWidget(self.after, 2, 1)
        grid.setColumnStretch(3, 1)
        return card

    def _row(self, grid: QGridLayout, row: int, word: str, field: QLineEdit) -> None:
        label = QLabel(word)
        label.setBuddy(field)
        field.setAccessibleName(word.replace("&", ""))
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)

    def _fit(self) -> None:
        self._column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        self._column.setSpacing(scaled(12))
        self.found.setFixedHeight(scaled(FOUND_HEIGHT))
        for part in (self.query, self.found, self.errors, *self.findChildren(QFrame)):
            if isinstance(part, QLineEdit | QListWidget | ErrorBar) or part.property("role") == "card":
                part.setMaximumWidth(scaled(CARD_WIDTH_MAX))


def _card() -> tuple[QFrame, QGridLayout]:
    card = QFrame()
    card.setProperty("role", "card")
    grid = QGridLayout(card)
    grid.setContentsMargins(16, 14, 16, 14)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    return card, grid
