"""The parts of the quote window and where they stand."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.services.application import Services
from desktop.ui.quote.customer_panel import CustomerPanel
from desktop.ui.quote.details_panel import DetailsPanel
from desktop.ui.quote.price_panel import PricePanel
from desktop.ui.quote.search_bar import SearchBar
from desktop.ui.quote.stock_panel import StockPanel
from desktop.ui.runner import Runner
from desktop.ui.theme import scaled
from desktop.ui.widgets.error_bar import ErrorBar

SIDE_BY_SIDE_MIN, SIDE_WIDTH, FIELDS_MIN = 760, 348, 420
STOCK_HEIGHT_MIN, PRICE_HEIGHT_MIN = 240, 300
NO_LIMIT = 16_777_215


class QuoteParts:
    """Fields above; below them the stock and, at its right or below it, customer and price."""

    def __init__(self, services: Services, runner: Runner, window: QWidget) -> None:
        self._window = window
        self.search = SearchBar()
        self.bar = ErrorBar()
        self.stock = StockPanel(services.time_zone)
        self.details = DetailsPanel(services.time_zone)
        self.customer = CustomerPanel(services, runner)
        self.price = PricePanel()
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.stock, 1)
        middle.addWidget(self.details)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        side.addWidget(self.customer)
        side.addWidget(self.price, 1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(8)
        self._body.addLayout(middle, 1)
        self._body.addWidget(self._side)
        column = QVBoxLayout(window)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.bar)
        column.addLayout(self._body, 1)

    def fit(self) -> None:
        """Stand side by side where the window is wide enough for its zoom, else one below the other."""
        wide = self._window.width() >= scaled(SIDE_BY_SIDE_MIN)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._side.setMinimumWidth(scaled(SIDE_WIDTH) if wide else 0)
        self._side.setMaximumWidth(scaled(SIDE_WIDTH) if wide else NO_LIMIT)
        self.search.set_stacked(self._window.width() < scaled(FIELDS_MIN))
        self.stock.setMinimumHeight(scaled(STOCK_HEIGHT_MIN))
        self.price.setMinimumHeight(scaled(PRICE_HEIGHT_MIN))
