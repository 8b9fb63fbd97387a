"""A desk without a database: a small catalogue, stock in a dictionary, prices by the domain's own rules."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from db.actor import Actor
from db.ids import (
    BookingId,
    BookingReference,
    CustomerId,
    OfferingId,
    PromoId,
    QuoteId,
    RequestKey,
    SlotId,
    UnitId,
)
from db.states import Kind
from desktop.services.application import Services
from desktop.services.domain.booking import Hold
from desktop.services.domain.catalogue import (
    Availability,
    CellState,
    DaySale,
    Offering,
    RoomPart,
    Suggestion,
    Unit,
    UnitCell,
)
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.people import Customer
from desktop.services.domain.pricing import BaseLine, Rules, TaxRate, price
from desktop.services.domain.promo import Promo, PromoReason, PromoRefused, normal_code
from desktop.services.domain.quote import BasketItem, Quote, QuoteLine, QuoteRequest
from desktop.services.domain.suggestion import suggest
from desktop.services.domain.today import Today
from desktop.services.errors import BadRequest, DatabaseLost, NotFound, SlotTaken
from tests.ui.quote.small_catalogue import CATALOGUE, PRICES, START_HOURS, UNITS
from tests.ui.sample_services import sample_services

ZONE = ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 11, 22, 5, 12, tzinfo=UTC)
TODAY = NOW.astimezone(ZONE).date()
RULES = Rules(
    taxes=tuple(
        TaxRate(kind, date(2020, 1, 1), over, up_to, rate)
        for kind, over, up_to, rate in (
            (Kind.ROOM, -1, 7_500_00, 500),
            (Kind.ROOM, 7_500_00, None, 1800),
            (Kind.BUS, -1, None, 500),
            (Kind.TOUR, -1, None, 500),
        )
    ),
    fees=(),
)
# Whoever asks for more days looks at the calendar.
LONG_STAY = 30
STAY15 = Promo(
    id=PromoId("p1"),
    code="STAY15",
    kind=Kind.ROOM,
    value_paise=None,
    value_bp=1500,
    cap_paise=1_500_00,
    minimum_paise=3_000_00,
    starts_at=NOW - timedelta(days=9),
    ends_at=NOW + timedelta(days=9),
    uses_max=None,
    uses_per_customer_max=None,
    active=True,
)
PRIYA = Customer(CustomerId("c1"), "+919876543210", "Priya Nair", 5_000_00)


@dataclass
class SmallDesk:
    """`taken` says which units are not free, `left` how many are on a day; `calls` records what was asked.

    `refuse` makes a call fail.
    """

    taken: dict[str, tuple[CellState, str, int]] = field(default_factory=dict)
    left: dict[date, int] = field(default_factory=dict)
    stopped: dict[date, str] = field(default_factory=dict)
    customers: list[Customer] = field(default_factory=lambda: [PRIYA])
    calls: list[tuple[str, Any]] = field(default_factory=list)
    refuse: dict[str, list[Exception]] = field(default_factory=dict)
    now: datetime = NOW
    quotes: dict[str, Quote] = field(default_factory=dict)
    room_change: tuple[RoomPart, ...] = ()
    holds: dict[RequestKey, Hold] = field(default_factory=dict)
    # What place_hold has done is done, and nobody hears of it.
    lose_answer: bool = False

    def services(self) -> Services:
        """Return the contract with what the quote window uses; anything else fails loudly."""
        return replace(
            sample_services(),
            list_offerings=lambda: CATALOGUE,
            show_today=lambda: Today(self.now, (), 0, 0, 0, 0),
            find_availability=self.find_availability,
            find_customers=self.find_customers,
            get_customer=self.get_customer,
            save_customer=self.save_customer,
            make_quote=self.make_quote,
            place_hold=self.place_hold,
            find_hold=self.find_hold,
        )

    def take(
        self, *names: str, state: CellState = CellState.SOLD, holder: str = "", seconds: int = 0
    ) -> None:
        """Make units not free."""
        self.taken.update(dict.fromkeys(names, (state, holder, seconds)))

    def asked(self, name: str) -> list[Any]:
        """Return the arguments of every call of a use case."""
        return [arguments for called, arguments in self.calls if called == name]

    def find_availability(
        self, offering_id: OfferingId, first_day: date, last_day: date, wanted_count: int
    ) -> Availability:
        """As the contract says; a tour runs on Saturdays and Sundays only."""
        self._record("find_availability", (offering_id, first_day, last_day, wanted_count))
        offering = _offering(offering_id)
        until = last_day if offering.kind is Kind.ROOM else last_day + timedelta(days=1)
        cells = tuple(self._cell(unit) for unit in UNITS[offering_id])
        free = [cell.unit for cell in cells if cell.state is CellState.FREE and not cell.unit.ladies_only]
        days = [first_day + timedelta(days=ahead) for ahead in range((until - first_day).days)]
        if len(days) < LONG_STAY:
            cells = _with_left(
                cells, min((self.left.get(day, len(cells)) for day in days), default=len(cells))
            )
        suggested, reason = suggest(offering.kind, cells, wanted_count)
        change = self.room_change if reason is Suggestion.NOTHING_FREE else ()
        return Availability(
            offering=offering,
            as_of=self.now,
            days=tuple(
                self._sale(offering, day, min(self.left.get(day, len(free)), len(free)))
                for day in days
                if _runs(offering, day)
            ),
            cells=cells,
            suggested_unit_ids=suggested,
            suggestion=Suggestion.CHANGE_OF_ROOM if change else reason,
            room_change=change,
        )

    def find_customers(self, text: str) -> tuple[Customer, ...]:
        """By the end of the number or a part of the name."""
        self._record("find_customers", text)
        digits = "".join(filter(str.isdigit, text))
        found = (one for one in self.customers if digits and one.mobile.endswith(digits))
        named = (one for one in self.customers if not digits and text.casefold() in one.name.casefold())
        return (*found, *named)

    def get_customer(self, customer_id: CustomerId) -> Customer:
        """By the id."""
        self._record("get_customer", customer_id)
        return next(one for one in self.customers if one.id == customer_id)

    def save_customer(
        self, mobile: str, name: str, *, actor: Actor, rename: bool = False, known: CustomerId | None = None
    ) -> Customer:
        """Ten digits make a customer."""
        self._record("save_customer", (mobile, name))
        if len(mobile) != 10 or not mobile.isdigit():
            raise BadRequest("mobile", "not_a_number")
        customer = Customer(CustomerId(f"c{len(self.customers) + 1}"), f"+91{mobile}", name, 0)
        self.customers.append(customer)
        return customer

    def make_quote(self, request: QuoteRequest, *, actor: Actor) -> Quote:
        """Price by the domain; refuse a ladies' seat without F, and promos."""
        self._record("make_quote", request)
        promo = _promo(request.promo_code)
        drafts = [line for item in request.items for line in self._lines(item)]
        beyond = _beyond_group(request, drafts)
        bases = [BaseLine(line.kind, line.kind, line.base_paise) for line in drafts]
        wallet = next((one.wallet_paise for one in self.customers if one.id == request.customer_id), 0)
        found = price(bases, RULES, promo, wallet, self.now, TODAY)
        lines = tuple(
            replace(
                line,
                discount_paise=one.discount_paise,
                tax_paise=one.tax_paise,
                total_paise=one.total_paise,
                tax_rate_bp=one.tax_rate_bp,
                taxable_paise=one.taxable_paise,
                cgst_paise=one.levies.cgst_paise,
                sgst_paise=one.levies.sgst_paise,
                igst_paise=one.levies.igst_paise,
            )
            for line, one in zip(drafts, found.lines, strict=True)
        )
        quote = Quote(
            id=QuoteId(f"q{len(self.quotes) + 1}"),
            title="",
            made_at=self.now,
            lines=lines,
            base_paise=found.base_paise,
            discount_paise=found.discount_paise,
            fee_paise=found.fee_paise,
            tax_paise=found.tax_paise,
            total_paise=found.total_paise,
            promo_id=promo.id if promo else None,
            promo_code=promo.code if promo else "",
            payment=found.payment,
            beyond_group_limits=beyond,
        )
        self.quotes[quote.id] = quote
        return quote

    def place_hold(
        self, quote_id: QuoteId, customer_id: CustomerId, request_key: RequestKey, *, actor: Actor
    ) -> Hold:
        """Take the units, or say which are taken."""
        self._record("place_hold", (quote_id, customer_id, request_key))
        quote = self.quotes[quote_id]
        units = [line.unit_id for line in quote.lines]
        if names := [unit for unit in units if unit in self.taken]:
            raise SlotTaken(names=names)
        self.take(*units, state=CellState.HELD, holder="D1", seconds=600)
        self.holds[request_key] = Hold(
            BookingId("b1"),
            BookingReference("BK-7F3K2Q"),
            quote.total_paise,
            self.now,
            self.now + timedelta(seconds=600),
        )
        if self.lose_answer:
            raise DatabaseLost(unknown=True)
        return self.holds[request_key]

    def find_hold(self, request_key: RequestKey) -> Hold:
        """By the key under which it was placed."""
        self._record("find_hold", request_key)
        if request_key not in self.holds:
            raise NotFound("hold", request_key)
        return self.holds[request_key]

    def _record(self, name: str, arguments: Any) -> None:
        self.calls.append((name, arguments))
        if self.refuse.get(name):
            raise self.refuse[name].pop(0)

    def _cell(self, unit: Unit) -> UnitCell:
        state, holder, seconds = self.taken.get(unit.id, (CellState.FREE, "", 0))
        free_at = self.now + timedelta(seconds=seconds) if state is CellState.HELD else None
        return UnitCell(unit, state, free_at, holder)

    def _sale(self, offering: Offering, day: date, free: int) -> DaySale:
        starts = _starts_at(offering, day)
        reason = self.stopped.get(day, "")
        return DaySale(
            SlotId(f"{offering.id}/{day}"),
            day,
            starts,
            PRICES[offering.id],
            free,
            offering.unit_count,
            bool(reason),
            reason,
            False,
            TRAITS[offering.kind].sold_until(
                starts,
                starts + timedelta(minutes=offering.length_minutes),
                boarding_minutes=offering.last_boarding_minutes,
            ),
        )

    def _lines(self, item: Any) -> list[QuoteLine]:
        offering = _offering(item.offering_id)
        units = {unit.id: unit for unit in UNITS[offering.id]}
        nights = (item.last_day - item.first_day).days if item.last_day else 1
        lines = []
        guests = item.guests * len(item.unit_ids) if item.change else item.guests
        for unit_id, guest in zip(item.unit_ids, guests, strict=True):
            unit = units[unit_id]
            if unit.ladies_only and guest.gender != "F":
                raise BadRequest("gender", "ladies_seat", name=unit.name)
            if offering.adults_max is not None and guest.adults > offering.adults_max:
                raise BadRequest("persons", "too_many_adults", most=offering.adults_max)
            for ahead in range(nights):
                day = item.first_day + timedelta(days=ahead)
                if not item.change or _room_of(item, day) == unit_id:
                    lines.append(_line(offering, unit, day, guest, item))
        return lines


def _with_left(cells: tuple[UnitCell, ...], left: int) -> tuple[UnitCell, ...]:
    """Only the first few of the units are free."""
    free = [cell.unit.id for cell in cells if cell.state is CellState.FREE][:left]
    return tuple(
        cell
        if cell.unit.id in free or cell.state is not CellState.FREE
        else replace(cell, state=CellState.SOLD)
        for cell in cells
    )


def _starts_at(offering: Offering, day: date) -> datetime:
    return datetime.combine(day, time(START_HOURS[offering.id], 30), ZONE).astimezone(UTC)


def _line(offering: Offering, unit: Unit, day: date, guest: Any, item: Any) -> QuoteLine:
    plan = next((plan for plan in offering.meal_plans if plan.code == item.meal_plan), None)
    details = plan.name if plan else " - ".join(filter(None, (item.boarding, item.dropping)))
    base = PRICES[offering.id] + unit.supplement_paise + (plan.supplement_paise if plan else 0)
    return QuoteLine(
        unit_id=unit.id,
        slot_id=SlotId(f"{offering.id}/{day}"),
        kind=offering.kind,
        stay=1,
        description=f"{offering.name} {unit.name}",
        thing=offering.name,
        unit_name=unit.name,
        day=day,
        starts_at=_starts_at(offering, day),
        ends_at=_starts_at(offering, day) + timedelta(minutes=offering.length_minutes),
        boarding_minutes=0,
        time_zone=offering.time_zone,
        guest_name=guest.name,
        guest_gender=guest.gender,
        adults=guest.adults,
        children=guest.children,
        details=details,
        base_paise=base,
        discount_paise=0,
        fee_paise=0,
        tax_paise=0,
        total_paise=base,
        tax_rate_bp=0,
        taxable_paise=base,
        cgst_paise=0,
        sgst_paise=0,
        igst_paise=0,
        place_state="27",
        tax_class=offering.kind,
        sac="",
        registration="",
        supply=None,
        tiers=(),
    )


def _room_of(item: BasketItem, day: date) -> UnitId:
    """Return where a stay with a change of room sleeps."""
    return next(part.unit_id for part in item.change if part.first_day <= day < part.last_day)


def _beyond_group(request: QuoteRequest, lines: list[QuoteLine]) -> bool:
    """Refuse more places of one date than are sold together, unless this is wanted."""
    most = {item.offering_id: _offering(item.offering_id).persons_max for item in request.items}
    for offering_id, limit in most.items():
        slots = [line.slot_id for line in lines if line.slot_id.startswith(f"{offering_id}/")]
        if limit is not None and any(slots.count(slot) > limit for slot in slots):
            if not request.beyond_group_limits:
                raise BadRequest("persons", "group_too_large", most=limit)
            return True
    return False


def _promo(text: str) -> Promo | None:
    if not text:
        return None
    code = normal_code(text)
    if code != STAY15.code:
        raise PromoRefused(code, PromoReason.UNKNOWN)
    return STAY15


def _offering(offering_id: OfferingId) -> Offering:
    return next(offering for offering in CATALOGUE if offering.id == offering_id)


def _runs(offering: Offering, day: date) -> bool:
    return offering.kind is not Kind.TOUR or day.weekday() >= 5
