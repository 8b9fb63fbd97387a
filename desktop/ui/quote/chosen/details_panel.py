"""What belongs to the chosen units: meal plan, boarding and dropping points, who uses them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.ids import UnitId
from desktop.services.domain.boarding import open_stops, reached_at
from desktop.services.domain.catalogue import Availability, Offering, StopPoint
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.quote import Guest
from desktop.ui import formats
from desktop.ui.quote.chosen.guest_rows import PassengerRow, RoomGuestsRow, WalkingCombo
from desktop.ui.quote.sale.choice import Choice
from desktop.ui.theme import set_role
from desktop.ui.widgets.flow_layout import FlowLayout


@dataclass(frozen=True, slots=True)
class DetailsView:
    """What the panel is built for; another value means other fields."""

    offering: Offering
    units: tuple[tuple[UnitId, str, bool], ...]


@dataclass(frozen=True, slots=True)
class StopView:
    """A boarding or dropping stop of one departure: `21:50`, and the day where it is another one."""

    name: str
    boarding: bool
    time: str
    passed: bool


def details_view(choice: Choice, stock: Availability | None) -> DetailsView | None:
    """Return what has to be asked about the chosen units, or None when there is nothing."""
    if choice.offering is None or stock is None or not choice.unit_ids:
        return None
    if not TRAITS[choice.offering.kind].has_named_units:
        return None
    units = {cell.unit.id: cell.unit for cell in stock.cells}
    chosen = [units[unit_id] for unit_id in choice.unit_ids if unit_id in units]
    return DetailsView(choice.offering, tuple((unit.id, unit.name, unit.ladies_only) for unit in chosen))


class DetailsPanel(QFrame):
    """Emits what a person changed; content is put in by `show_choice`."""

    guest_changed = Signal(int, object)
    meal_changed = Signal(str)
    boarding_changed = Signal(str)
    dropping_changed = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._view: DetailsView | None = None
        self._stops: tuple[Offering, tuple[StopView, ...]] | None = None
        self._guests: dict[UnitId, Guest] = {}
        self._places: dict[UnitId, int] = {}
        self.rows: list[PassengerRow | RoomGuestsRow] = []
        self.meal = self._choice(self.tr("Meal plan"))
        self.boarding = self._choice(self.tr("Boarding point"))
        self.dropping = self._choice(self.tr("Dropping point"))
        self._labelled = {
            self.meal: self._pair(self.tr("Meals"), self.meal),
            self.boarding: self._pair(self.tr("From"), self.boarding),
            self.dropping: self._pair(self.tr("To"), self.dropping),
        }
        self.error = QLabel()
        self.error.setWordWrap(True)
        set_role(self.error, "error")
        self.error.hide()
        self._flow_holder = QWidget()
        self._flow = FlowLayout(self._flow_holder, spacing=16, line_spacing=6)
        for pair in self._labelled.values():
            self._flow.addWidget(pair)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._flow_holder)
        column.addWidget(self.error)
        self.meal.activated.connect(lambda _: self.meal_changed.emit(self.meal.currentData()))
        self.boarding.activated.connect(lambda _: self.boarding_changed.emit(self.boarding.currentData()))
        self.dropping.activated.connect(lambda _: self.dropping_changed.emit(self.dropping.currentData()))
        self.hide()

    def show_choice(self, choice: Choice, stock: Availability | None) -> None:
        """Build the fields where other units are chosen, and put in what is known of them."""
        view = details_view(choice, stock)
        self.setVisible(view is not None)
        self._guests = dict(zip(choice.unit_ids, choice.complete_guests, strict=True))
        self._places = {unit: place for place, unit in enumerate(choice.unit_ids)}
        if view is None:
            return
        if view != self._view:
            self._view = view
            self._fill_meals(view.offering)
            self._build_rows(view)
        self._fill_stops(view.offering, stop_views(stock))
        for combo, value in (
            (self.meal, choice.meal_plan),
            (self.boarding, choice.boarding),
            (self.dropping, choice.dropping),
        ):
            combo.setCurrentIndex(max(combo.findData(value), 0))
        for row, (unit, _, _) in zip(self.rows, view.units, strict=True):
            row.show_guest(self._guests[unit])

    def show_error(self, text: str, index: int | None = None) -> None:
        """Say what is wrong with the guests, and put the cursor there."""
        self.error.setText(f"▲ {text}")
        self.error.setAccessibleName(text)
        self.error.show()
        if index is not None and index < len(self.rows):
            self.rows[index].take_focus()

    def clear_error(self) -> None:
        """Say nothing."""
        self.error.hide()

    def row_of(self, unit_name: str) -> int | None:
        """Return the place of a unit among the rows."""
        if self._view is None:
            return None
        names = [name for _, name, _ in self._view.units]
        return names.index(unit_name) if unit_name in names else None

    def _build_rows(self, view: DetailsView) -> None:
        self.clear_error()
        for row in self.rows:
            self._flow.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(view.offering, name, ladies) for _, name, ladies in view.units]
        for row, (unit, _, _) in zip(self.rows, view.units, strict=True):
            self._flow.addWidget(row)
            row.edited.connect(lambda row=row, unit=unit: self._edited(row, unit))
            row.entered.connect(self.entered)
            row.show()

    def _row(self, offering: Offering, name: str, ladies: bool) -> PassengerRow | RoomGuestsRow:
        if TRAITS[offering.kind].has_shared_units:
            return RoomGuestsRow(name, offering.adults_max, offering.children_max)
        return PassengerRow(name, ladies)

    def _edited(self, row: PassengerRow | RoomGuestsRow, unit: UnitId) -> None:
        # A row that goes tells what was typed last: that belongs to its unit, or to nobody.
        if unit in self._guests:
            self.clear_error()
            guest = row.guest(self._guests[unit])
            if guest != self._guests[unit]:
                self.guest_changed.emit(self._places[unit], guest)

    def _fill_meals(self, offering: Offering) -> None:
        meals = []
        for plan in offering.meal_plans:
            more = f"  +{formats.amount(plan.supplement_paise)}" if plan.supplement_paise else ""
            meals.append((f"{plan.name}{more}", plan.code))
        self._fill(self.meal, meals)

    def _fill_stops(self, offering: Offering, stops: tuple[StopView, ...]) -> None:
        """Offer the stops of this departure; one that the coach has passed says so and can't be taken."""
        if (offering, stops) == self._stops:
            return
        self._stops = (offering, stops)
        for combo, points in ((self.boarding, offering.boarding), (self.dropping, offering.dropping)):
            known = {stop.name: stop for stop in stops if stop.boarding == (combo is self.boarding)}
            self._fill(combo, [(self._stop_text(known.get(p.name), p.name), p.name) for p in points])
            for row, point in enumerate(points):
                if point.name in known and known[point.name].passed:
                    # Where a combo box keeps the flags of an item: none, so that it can't be taken.
                    combo.setItemData(row, 0, Qt.ItemDataRole.UserRole - 1)

    def _stop_text(self, stop: StopView | None, name: str) -> str:
        if stop is None:
            return name
        text = f"{name}  {stop.time}"
        return self.tr("{stop}  ✕ passed").format(stop=text) if stop.passed else text

    def _fill(self, combo: WalkingCombo, rows: list[tuple[str, str]]) -> None:
        combo.clear()
        for text, value in rows:
            combo.addItem(text, value)
        self._labelled[combo].setVisible(bool(rows))

    def _choice(self, name: str) -> WalkingCombo:
        combo = WalkingCombo()
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.entered.connect(self.entered)
        return combo

    def _pair(self, word: str, combo: QComboBox) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        label = QLabel(word)
        set_role(label, "caption")
        label.setBuddy(combo)
        row.addWidget(label)
        row.addWidget(combo)
        return pair


def stop_views(stock: Availability | None) -> tuple[StopView, ...]:
    """Return the stops of the departure that is looked at, in the site's time; none while none is known."""
    if stock is None or not stock.days:
        return ()
    starts_at, offering = stock.days[0].starts_at, stock.offering
    coming = open_stops(offering.boarding, starts_at, stock.as_of)

    def view(point: StopPoint, boarding: bool) -> StopView:
        at = reached_at(point, starts_at)
        time, day = formats.clock(at, offering.time_zone), formats.local_day(at, offering.time_zone)
        text = time if day == stock.days[0].day else f"{formats.day(day)}, {time}"
        return StopView(point.name, boarding, text, boarding and point not in coming)

    return (
        *(view(point, True) for point in offering.boarding),
        *(view(point, False) for point in offering.dropping),
    )
