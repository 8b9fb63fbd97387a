"""The pages of the work area: made when they are opened first, kept with what was typed into them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.ui.runner import Runner

HOME = "home"
WINDOWS = {
    "quote": ("desktop.ui.quote.quote_window", "QuoteWindow"),
    "payment": ("desktop.ui.payment.payment_window", "PaymentWindow"),
    "cancellation": ("desktop.ui.cancellation.cancellation_window", "CancellationWindow"),
    "review": ("desktop.ui.review.review_window", "ReviewWindow"),
    "cases": ("desktop.ui.cases.cases_window", "CasesWindow"),
    "customer": ("desktop.ui.customer.customer_window", "CustomerWindow"),
    "booking": ("desktop.ui.booking.booking_window", "BookingWindow"),
    "stock": ("desktop.ui.stock.stock_window", "StockWindow"),
    "setup": ("desktop.ui.setup.setup_window", "SetupWindow"),
    "document": ("desktop.ui.documents.document_window", "DocumentWindow"),
}


class Pages(QStackedWidget):
    """Knows which page is open and which one is behind it. `made` carries a page's name and widget."""

    made = Signal(str, object)
    opened = Signal(str)

    def __init__(self, home: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, QWidget] = {HOME: home}
        self._way: list[str] = [HOME]
        self.addWidget(home)
        self._services: Services | None = None
        self._runner: Runner | None = None

    @property
    def name(self) -> str:
        """The open page's name."""
        return self._way[-1]

    @property
    def is_home(self) -> bool:
        """Whether the desk itself is open."""
        return self.name == HOME

    def is_on_the_way(self, name: str) -> bool:
        """Whether a page is open or lies behind the open one."""
        return name in self._way

    @property
    def page(self) -> QWidget:
        """The open page."""
        return self._pages[self.name]

    def attach(self, services: Services, runner: Runner) -> None:
        """From now on pages can be made."""
        self._services, self._runner = services, runner

    def existing(self, name: str) -> QWidget | None:
        """Return a page if it has been made."""
        return self._pages.get(name)

    def open(self, name: str) -> QWidget:
        """Show a page, made if it is not there yet; going back leads to where the way came from."""
        page = self._pages.get(name) or self.make(name)
        if name == HOME:
            self._way = [HOME]
        elif name in self._way:
            del self._way[self._way.index(name) + 1 :]
        else:
            self._way.append(name)
        self._show(page)
        return page

    def make(self, name: str, **more: QWidget) -> QWidget:
        """Make a page without opening it; `more` goes to its window."""
        if self._services is None or self._runner is None:
            raise RuntimeError("pages are opened after the services are attached")
        module, kind = WINDOWS[name]
        page: QWidget = getattr(import_module(module), kind)(self._services, self._runner, **more)
        self._pages[name] = page
        self.addWidget(_scrolled(page))
        self.made.emit(name, page)
        return page

    def back(self) -> None:
        """Show the page from which this one was opened."""
        if len(self._way) > 1:
            self._way.pop()
        self._show(self.page)

    def _show(self, page: QWidget) -> None:
        holder = page.parentWidget()
        while holder is not None and self.indexOf(holder) < 0 and holder is not self:
            holder = holder.parentWidget()
        self.setCurrentWidget(page if self.indexOf(page) >= 0 or holder is None else holder)
        self.opened.emit(self.name)


def _scrolled(page: QWidget) -> QWidget:
    """Return the page in an area that scrolls up and down where the window is too low."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QFrame, QScrollArea

    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
