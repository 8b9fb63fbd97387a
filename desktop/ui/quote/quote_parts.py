"""The parts of the quote window and where they stand."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.services.application import Services
from desktop.ui.on_sale.stock_panel import StockPanel
from desktop.ui.quote.chosen.day_offer_bar import DayOfferBar
from desktop.ui.quote.chosen.details_panel import DetailsPanel
from desktop.ui.quote.cost.discount_row import DiscountRow
from desktop.ui.quote.cost.price_panel import HoldFoot, PricePanel
from desktop.ui.quote.search.customer_panel import CustomerPanel
from desktop.ui.quote.search.search_bar import SearchBar
from desktop.ui.runner import Runner
from desktop.ui.theme import scaled
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.field_box import FieldBox

SIDE_BY_SIDE_MIN, SIDE_WIDTH, FIELDS_MIN, FOOT_MIN = 780, 348, 420, 560


class QuoteParts:
    """Fields, stock and details scroll together where they must; the total and the hold are always there.

    In a wide window customer, price and hold stand at the right; in a narrow one below the rest.
    """

    def __init__(self, services: Services, runner: Runner, window: QWidget) -> None:
        self._window = window
        self._wide: bool | None = None
        self.search = SearchBar()
        self.bar = ErrorBar()
        self.day_offer = DayOfferBar()
        self.stock = StockPanel()
        self.details = DetailsPanel()
        self.customer = CustomerPanel(services, runner)
        self.price = PricePanel()
        self.discount = DiscountRow(services, runner)
        self.price.take_in(self.discount)
        self.foot = HoldFoot()
        content = QWidget()
        content.setProperty("role", "scrolled")
        self._column = QVBoxLayout(content)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        for widget in (self.search, self.bar, self.day_offer, self.stock, self.details):
            self._column.addWidget(widget, 1 if widget is self.stock else 0)
        self._side = QWidget()
        self._side_column = QVBoxLayout(self._side)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, window)
        self._body.addWidget(self._area, 1)
        self._body.addWidget(self._side)
        self._body.setContentsMargins(8, 8, 8, 8)
        self._body.setSpacing(8)
        for column in (self._column, self._side_column):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)

    @property
    def fields(self) -> tuple[FieldBox, ...]:
        """Every field that a person writes into, but those of the guests."""
        search, customer = self.search, self.customer
        return search.what, search.when, search.count, customer.mobile, customer.name, self.price.promo

    def fit(self) -> None:
        """Stand side by side where the window is wide enough for its zoom, else one below the other."""
        wide = self._window.width() >= scaled(SIDE_BY_SIDE_MIN)
        if wide != self._wide:
            self._wide = wide
            target = self._side_column if wide else self._column
            target.addWidget(self.customer)
            target.addWidget(self.price, 1 if wide else 0)
            self._side_column.addWidget(self.foot)
            directions = QBoxLayout.Direction
            self._body.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
            self._order_tabs()
        if wide:
            self._side.setFixedWidth(scaled(SIDE_WIDTH))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self._side.maximumSize().expandedTo(self._window.size()).width())
        self.search.set_stacked(self._window.width() < scaled(FIELDS_MIN))
        self.stock.fit(roomy=not wide)
        self.price.fit(roomy=not wide)
        self.foot.fit(low=not wide and self._window.width() >= scaled(FOOT_MIN))

    def _order_tabs(self) -> None:
        """Walk in the order of a sale, wherever the parts stand."""
        search, stock, price = self.search, self.stock, self.price
        chain: list[QWidget] = [search.what.edit, search.when.edit, search.count.edit]
        chain += [self.day_offer.take, self.day_offer.move_on]
        chain += [stock.add, stock.offerings, stock.rooms, stock.coach, stock.dates]
        chain += [self.details, self.customer.mobile.edit, self.customer.name.edit]
        chain += [price.lines.taxes, price.undo, price.promo.edit, self.foot.hold]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
