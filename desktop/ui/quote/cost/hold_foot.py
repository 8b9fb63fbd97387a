"""The total in the biggest figures, and the one action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.quote.cost.price_view import PriceView
from desktop.ui.quote.cost.sale_view import SaleView
from desktop.ui.theme import set_role
from desktop.ui.widgets.busy_button import BusyButton


class HoldFoot(QFrame):
    """Never scrolls away. `pressed` asks for the next step, which is the hold when nothing is missing."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        word = QLabel(self.tr("Total"))
        set_role(word, "heading")
        self.total = QLabel()
        self.total.setAccessibleName(self.tr("Total"))
        set_role(self.total, "total")
        self.wallet = QLabel()
        self.wallet.setAlignment(Qt.AlignmentFlag.AlignRight)
        set_role(self.wallet, "caption")
        self.hold = BusyButton(role="primary")
        self.hold.clicked.connect(self.pressed)
        row = QHBoxLayout()
        row.addWidget(word)
        row.addWidget(self.total, 1)
        sums = QVBoxLayout()
        sums.setSpacing(0)
        sums.addLayout(row)
        sums.addWidget(self.wallet)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(12, 8, 12, 12)
        self._row.addLayout(sums)
        self._row.addWidget(self.hold)
        self.show_sale(SaleView())

    def fit(self, low: bool) -> None:
        """Put sum and action side by side where height is short, else one below the other."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if low else directions.TopToBottom)
        self._row.setSpacing(24 if low else 4)

    def show_sale(self, view: SaleView) -> None:
        """Show what there is to pay; an amount stands on the button only when it is the right one."""
        if view.price is not None and view.settled:
            total = formats.rupees(view.price.total_paise)
            self.total.setText(total)
            self.wallet.setText(self._wallet(view.price))
            self.hold.set_label(self.tr("Hold {amount} for 10:00   Enter").format(amount=total))
        else:
            self.total.setText("…" if view.pending else "—")
            self.wallet.setText(" ")
            self.hold.set_label(self.tr("Hold for 10:00   Enter"))
        self.hold.set_ready(view.settled or view.pending or view.can_add)

    def _wallet(self, price: PriceView) -> str:
        if not price.wallet_paise:
            return " "
        return self.tr("wallet {wallet}, left to pay {rest}").format(
            wallet=formats.amount(price.wallet_paise),
            rest=formats.amount(price.total_paise - price.wallet_paise),
        )
