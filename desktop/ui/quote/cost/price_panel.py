"""The price as it will be printed, the promo; at the foot the total and the one action."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import formats
from desktop.ui.quote.cost.price_lines import PriceLines
from desktop.ui.quote.cost.price_view import PriceView, SaleView
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.field_box import FieldBox

LINES_HEIGHT_MIN, LINES_HEIGHT_ROOMY = 64, 190


class PricePanel(QFrame):
    """Amounts stand right in one column; many lines scroll."""

    promo_entered = Signal(str)
    removed = Signal(int)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.lines = PriceLines()
        self.lines.removed.connect(self._remove)
        self.lines.opened.connect(self._show_opened)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.lines)
        self.undo = QPushButton(self.tr("Undo   Ctrl+Z"))
        self.undo.setProperty("role", "quiet")
        self.undo.clicked.connect(self.undone)
        self.undo_text = QLabel()
        self.undo_text.setWordWrap(True)
        self.undo_bar = QFrame()
        self.undo_bar.setProperty("role", "panel")
        row = QHBoxLayout(self.undo_bar)
        row.setContentsMargins(8, 2, 4, 2)
        row.addWidget(self.undo_text, 1)
        row.addWidget(self.undo)
        self.promo = FieldBox(self.tr("Promo code, or a discount: 10%, 500"), self.tr("Promo code"))
        self.promo.entered.connect(lambda: self.promo_entered.emit(self.promo.text))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 4)
        column.setSpacing(4)
        column.addWidget(self._area, 1)
        column.addWidget(self.undo_bar)
        column.addWidget(self.promo)
        self.fit()
        self.show_sale(SaleView())

    def take_in(self, part: QWidget) -> None:
        """Show a part of the window below the promo."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(part)

    def fit(self, roomy: bool = False) -> None:
        """Take the height that some lines need: more of it where the window scrolls as a whole."""
        self._area.setMinimumHeight(scaled(LINES_HEIGHT_ROOMY if roomy else LINES_HEIGHT_MIN))

    def show_sale(self, view: SaleView) -> None:
        """Show the lines, and what can be put back."""
        self.lines.show_price(view.price, view.basket_count, not view.refused)
        self.undo_text.setText(self.tr("{title} taken out").format(title=view.removed_title))
        self.undo_bar.setVisible(bool(view.removed_title))

    def _remove(self, index: int) -> None:
        self.removed.emit(index)
        # The line had the cursor and is gone: the next thing one may want is to have it back.
        self.undo.setFocus()

    def _show_opened(self, breakdown: QWidget) -> None:
        """Scroll to what was opened, once it has its place."""
        QTimer.singleShot(0, breakdown, lambda: self._area.ensureWidgetVisible(breakdown))


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

    def show_sale(self, view: SaleView, about: object = None) -> None:
        """Show what there is to pay; an amount stands on the button only when it is the right one.

        `about` is what the button holds, for whom: the same amount for something else is another offer.
        """
        if view.price is not None and view.settled:
            total = formats.rupees(view.price.total_paise)
            self.total.setText(total)
            self.wallet.setText(self._wallet(view.price))
            self.hold.set_label(self.tr("Hold {amount} for 10:00   Enter").format(amount=total), about)
        else:
            self.total.setText("…" if view.pending else "—")
            self.wallet.setText(" ")
            self.hold.set_label(self.tr("Hold for 10:00   Enter"), about)
        self.hold.set_ready(view.settled or view.pending or view.can_add)

    def _wallet(self, price: PriceView) -> str:
        if not price.wallet_paise:
            return " "
        return self.tr("wallet {wallet}, left to pay {rest}").format(
            wallet=formats.amount(price.wallet_paise),
            rest=formats.amount(price.total_paise - price.wallet_paise),
        )
