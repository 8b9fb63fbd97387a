"""The stock in the middle of the window: what is on sale, rooms, the coach or tour dates."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.ids import UnitId
from desktop.services.domain.catalogue import Availability, Offering
from desktop.services.domain.kinds import TRAITS
from desktop.ui.on_sale.coach_map import CoachMap
from desktop.ui.on_sale.day_table import DayTable
from desktop.ui.on_sale.day_view import DayView
from desktop.ui.on_sale.legend import Legend
from desktop.ui.on_sale.offering_table import OfferingTable
from desktop.ui.on_sale.room_rack import RoomRack
from desktop.ui.on_sale.unit_map import UnitMap
from desktop.ui.on_sale.unit_view import UnitState, UnitView, count_states
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.bring_into_view import bring_into_view

PLAIN_HEIGHT, ROOMY_HEIGHT = 170, 320


class StockPanel(QFrame):
    """Shows one page at a time; every page is worked by keys alone."""

    toggled = Signal(str)
    accepted = Signal()
    day_chosen = Signal(object)
    offering_chosen = Signal(object)
    added = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.heading = QLabel()
        set_role(self.heading, "heading")
        self.add = QPushButton(self.tr("Add to basket   Ctrl+Enter"))
        self.add.setProperty("role", "quiet")
        self.add.clicked.connect(self.added)
        top = QHBoxLayout()
        self.advice = QLabel()
        top.setSpacing(12)
        top.addWidget(self.heading)
        top.addWidget(self.advice, 1)
        top.addWidget(self.add)
        self.advice.setWordWrap(True)
        self.legend = Legend()
        self.told = QLabel(" ")
        set_role(self.told, "caption")
        self.told.setWordWrap(True)
        self.offerings = OfferingTable()
        self.rooms = RoomRack()
        self.coach = CoachMap()
        self.dates = DayTable()
        self.dates.setAccessibleName(self.tr("Tour dates"))
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self.empty, "caption")
        self._pages = QStackedWidget()
        # The units to which was scrolled last.
        self._in_sight: tuple[UnitId, ...] = ()
        self._maps: tuple[UnitMap, ...] = (self.rooms, self.coach)
        self._areas: dict[UnitMap, QScrollArea] = {map_: self._scrolled(map_) for map_ in self._maps}
        for page in (self.offerings, *self._areas.values(), self.dates, self.empty):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        column.addWidget(self.told)
        column.addWidget(self.legend)
        self.offerings.accepted.connect(self.offering_chosen)
        self.dates.looked_at.connect(self.day_chosen)
        self.dates.accepted.connect(lambda _day: self.accepted.emit())
        self.show_offerings(())

    @property
    def maps(self) -> tuple[UnitMap, ...]:
        """Where units stand one by one."""
        return self._maps

    def show_offerings(self, offerings: tuple[Offering, ...]) -> None:
        """Show what the words in "what" may mean."""
        self.heading.setText(self.tr("On sale"))
        self._advise("")
        self.offerings.set_offerings(offerings)
        self._turn_to(self.offerings)

    def show_empty(self, heading: str, text: str) -> None:
        """Say why there is nothing to show."""
        self.heading.setText(heading)
        self._advise("")
        self.empty.setText(text)
        self._turn_to(self.empty)

    def show_units(self, stock: Availability, views: tuple[UnitView, ...], advice: str) -> None:
        """Show rooms or seats, with the legend and the reason of the proposal."""
        map_ = self.coach if TRAITS[stock.offering.kind].has_seats else self.rooms
        self.heading.setText(stock.offering.name)
        self._advise(advice)
        map_.set_units(views)
        chosen = sum(view.state is UnitState.CHOSEN for view in views)
        ladies = any(view.unit.ladies_only for view in views)
        self.legend.set_counts(count_states(views), chosen, ladies)
        self._turn_to(map_)
        if map_.chosen != self._in_sight:
            self._in_sight = map_.chosen
            self._show_chosen_soon()

    def show_dates(
        self, stock: Availability, days: tuple[DayView, ...], advice: str, chosen: date | None
    ) -> None:
        """Show the dates of a tour with the chosen one highlighted."""
        self.heading.setText(stock.offering.name)
        self._advise(advice)
        self.dates.set_days(days, chosen)
        self._turn_to(self.dates)

    @property
    def page(self) -> QWidget:
        """The list or map that is shown now."""
        lists = (self.offerings, self.dates, self.empty)
        shown = self._pages.currentWidget()
        maps = (map_ for map_, area in self._areas.items() if area is shown)
        return next(maps, None) or next(page for page in lists if page is shown)

    def take_focus(self) -> None:
        """Put the cursor on the proposal."""
        page = self.page
        if isinstance(page, UnitMap):
            page.go_to_chosen()
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_view(self.heading)
        self._show_chosen()

    def fit(self, roomy: bool) -> None:
        """Take the least height: more of it where the window scrolls as a whole."""
        self._pages.setMinimumHeight(scaled(ROOMY_HEIGHT if roomy else PLAIN_HEIGHT))

    def _turn_to(self, page: QWidget) -> None:
        units = isinstance(page, UnitMap)
        if isinstance(page, UnitMap) and self.page is not page:
            # What was said last may be of a unit of the other map.
            self.told.setText(page.accessibleDescription() or " ")
        self.legend.setVisible(units)
        self.told.setVisible(units)
        self._pages.setCurrentWidget(self._areas[page] if isinstance(page, UnitMap) else page)

    def _show_chosen_soon(self) -> None:
        """What is proposed is in sight, once everything has its place."""
        QTimer.singleShot(0, self, self._show_chosen)

    def _show_chosen(self) -> None:
        page = self.page
        if not isinstance(page, UnitMap) or page.box_of_chosen().isEmpty():
            return
        box = page.box_of_chosen().toAlignedRect()
        if page.hasFocus():
            bring_into_view(page, box)
        else:
            # The rest of the window stays where somebody is typing.
            area = self._areas[page]
            area.ensureVisible(box.center().x(), box.center().y(), 0, box.height() // 2 + scaled(8))

    def _advise(self, text: str) -> None:
        self.advice.setText(text)

    def _scrolled(self, map_: UnitMap) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(map_)
        map_.setAutoFillBackground(False)
        map_.toggled.connect(self.toggled)
        map_.accepted.connect(self.accepted)
        map_.looked_at.connect(lambda words: self.told.setText(words or " "))
        map_.arranged.connect(self._show_chosen_soon)
        map_.moved.connect(lambda box: bring_into_view(map_, box.toAlignedRect()))
        return area
