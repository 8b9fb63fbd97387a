"""The right side: lines, promo, the total in the biggest figures, and the one action."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.quote.field_box import FieldBox
from desktop.ui.quote.price_lines import PriceLines
from desktop.ui.quote.price_view import PriceView
from desktop.ui.theme import set_role
from desktop.ui.widgets.busy_button import BusyButton


@dataclass(frozen=True, slots=True)
class SaleView:
    """What the right side shows. `pending`: the price is still to come; `refused`: there is none."""

    price: PriceView | None = None
    basket_count: int = 0
    pending: bool = False
    refused: bool = False
    can_add: bool = False
    removed_title: str = ""


class PricePanel(QFrame):
    """Amounts stand right in one column; the total and the action never scroll away."""

    promo_entered = Signal(str)
    removed = Signal(int)
    undone = Signal()
    added = Signal()
    hold_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.lines = PriceLines()
        self.lines.removed.connect(self.removed)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.lines)
        self.undo_bar, self.undo_text = self._undo_bar()
        self.promo = FieldBox(self.tr("Promo code"), self.tr("Promo code"))
        self.promo.entered.connect(lambda: self.promo_entered.emit(self.promo.text))
        self.total_word = QLabel(self.tr("Total"))
        set_role(self.total_word, "heading")
        self.total = QLabel()
        self.total.setAccessibleName(self.tr("Total"))
        set_role(self.total, "total")
        self.wallet = QLabel()
        set_role(self.wallet, "caption")
        self.wallet.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.add = QPushButton(self.tr("Add to basket   Ctrl+Enter"))
        self.add.clicked.connect(self.added)
        self.hold = BusyButton(role="primary")
        self.hold.clicked.connect(self.hold_pressed)
        self._lay_out()
        self.show_sale(SaleView())

    def show_sale(self, view: SaleView) -> None:
        """Show what there is to pay, and what can be done now."""
        self.lines.show_price(view.price, view.basket_count)
        self.undo_bar.setVisible(bool(view.removed_title))
        self.undo_text.setText(self.tr("{title} taken out").format(title=view.removed_title))
        self.add.setEnabled(view.can_add)
        settled = view.price is not None and not view.pending and not view.refused
        if view.price is not None and settled:
            total = formats.rupees(view.price.total_paise)
            self.total.setText(total)
            self.wallet.setText(self._wallet(view.price))
            self.hold.set_label(self.tr("Hold {amount} for 10:00   Enter").format(amount=total))
        else:
            self.total.setText("…" if view.pending else "—")
            self.wallet.setText(" ")
            self.hold.set_label(self.tr("Hold for 10:00   Enter"))
        self.hold.set_ready(settled or view.pending or view.can_add)

    def _wallet(self, price: PriceView) -> str:
        if not price.wallet_paise:
            return " "
        return self.tr("wallet {wallet}, left to pay {rest}").format(
            wallet=formats.amount(price.wallet_paise),
            rest=formats.amount(price.total_paise - price.wallet_paise),
        )

    def _lay_out(self) -> None:
        total = QHBoxLayout()
        total.addWidget(self.total_word)
        total.addWidget(self.total, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(4)
        column.addWidget(self._area, 1)
        column.addWidget(self.undo_bar)
        column.addWidget(self.promo)
        column.addLayout(total)
        column.addWidget(self.wallet)
        column.addWidget(self.add)
        column.addSpacing(4)
        column.addWidget(self.hold)

    def _undo_bar(self) -> tuple[QFrame, QLabel]:
        bar = QFrame()
        bar.setProperty("role", "panel")
        text = QLabel()
        text.setWordWrap(True)
        undo = QPushButton(self.tr("Undo   Ctrl+Z"))
        undo.setProperty("role", "quiet")
        undo.clicked.connect(self.undone)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 2, 4, 2)
        row.addWidget(text, 1)
        row.addWidget(undo)
        return bar, text
