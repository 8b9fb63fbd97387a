"""Brings the whole catalogue to what the files say, table by table, in one transaction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db import catalogue, deposits, holders, house_rules, merging, rooms, stock, wanted
from db.catalogue import SlotRow, StopPointRow
from db.database import Session
from db.deposits import DepositRuleRow
from db.holders import StoredUnit
from db.ids import OfferingId, SiteId, UnitId
from db.states import Kind
from db.wanted import K, Kept, W, WantedMealPlan, WantedSite, WantedSlot, WantedStopPoint
from desktop.services.catalogue import wanted_rows, wanted_taxes
from desktop.services.catalogue.known import Known
from desktop.services.catalogue.parsing import Parsed
from desktop.services.catalogue.room_owners import Owners, door, owners_after
from desktop.services.catalogue.row_kinds import (
    DEFAULT_TIME_ZONE,
    HouseRow,
    MealPlanRow,
    PolicyRow,
    PromoRow,
    RateRow,
    SiteRow,
    StopRow,
)
from desktop.services.catalogue.tax_row_kinds import ClassRow, DepositRow, FeeRow, RegistrationRow, TaxRow
from desktop.services.domain.business_date import NIGHT_ENDS_MINUTE


@dataclass(frozen=True, slots=True)
class Timing:
    """What a slot needs to know of its offering."""

    id: OfferingId
    time_zone: str
    start_minute: int
    length_minutes: int

    def slot(self, day: date, price_paise: int) -> WantedSlot:
        """Return the slot of `day`; the day and its hour are the site's."""
        hour, minute = divmod(self.start_minute, 60)
        begins = datetime.combine(day, time(hour, minute), ZoneInfo(self.time_zone)).astimezone(UTC)
        return WantedSlot(self.id, day, begins, begins + timedelta(minutes=self.length_minutes), price_paise)


@dataclass(slots=True)
class CatalogueWriter:
    """Writes checked rows; with `change` off it adds only.

    `today_of` gives today (the business date) at the site of an offering's code. The files must have passed
    every check. Once called it also knows what that means for those who have bought: which offerings' units
    it set, what those were before, and which slots got other times.
    """

    session: Session
    parsed: Parsed
    known: Known
    today_of: Callable[[str], date]
    change: bool = True
    counts: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    ids: dict[str, OfferingId] = field(default_factory=dict)
    touched: list[OfferingId] = field(default_factory=list)
    retired: list[tuple[OfferingId, str]] = field(default_factory=list)
    before: dict[UnitId, StoredUnit] = field(default_factory=dict)
    moved: list[tuple[SlotRow, WantedSlot]] = field(default_factory=list)
    stops_before: dict[OfferingId, list[StopPointRow]] = field(default_factory=dict)

    def __call__(self) -> tuple[tuple[str, int, int, int], ...]:
        """Return (table, added, changed, unchanged) of every table the files speak of."""
        self._merge(wanted.REGISTRATIONS, wanted_taxes.registrations(self.parsed.of(RegistrationRow)))
        site_ids = self._sites()
        self._merge(wanted.POLICIES, wanted_rows.policies(self.parsed.of(PolicyRow)))
        self.ids = ids = self._offerings(site_ids)
        self._units(ids, site_ids)
        self._slots(self._timings(ids))
        self._meal_plans(ids)
        self._stop_points(ids)
        self._taxes()
        self._merge(wanted.FEE_RULES, wanted_rows.fees(self.parsed.of(FeeRow)))
        self._merge(wanted.PROMOS, wanted_rows.promos(self.parsed.of(PromoRow)))
        rules = [
            DepositRuleRow(
                covers=row.deposit_for,
                percent_bp=row.deposit_percent,
                least_paise=row.deposit_least,
                due=row.balance_due,
                due_value=row.balance_hours or row.balance_clock or 0,
                is_active=row.deposit_active,
            )
            for row in self.parsed.of(DepositRow)
        ]
        if rules:
            self._count("deposit_rule", *deposits.merge_rules(self.session, rules, change=self.change))
        for house in self.parsed.of(HouseRow):
            self._count("setting", *house_rules.write(self.session, house.told, change=self.change))
        return tuple((table, *counts) for table, counts in self.counts.items())

    def _merge(
        self, kept: Kept[W, K], rows: Sequence[W], within: Sequence[OfferingId] | None = None
    ) -> Mapping[K, str]:
        if not rows:
            return {}
        done = merging.merge(self.session, kept, rows, within=within, change=self.change)
        self._count(kept.table.name, done.added, done.changed, done.unchanged)
        return done.ids

    def _count(self, table: str, added: int, changed: int, unchanged: int) -> None:
        before = self.counts.get(table, (0, 0, 0))
        self.counts[table] = (before[0] + added, before[1] + changed, before[2] + unchanged)

    def _sites(self) -> dict[str, SiteId]:
        rows = [
            WantedSite(
                code=row.site,
                name=row.site_name,
                city=row.city,
                time_zone=row.time_zone,
                night_ends_minute=row.night_ends,
                registration=_told(row.registration, stored.registration if stored else ""),
                state_code=_told(row.state, stored.state_code if stored else ""),
            )
            for row in self.parsed.of(SiteRow)
            for stored in [self.known.sites.get(row.site)]
        ]
        ids = {code: site.id for code, site in self.known.sites.items()}
        return ids | {code: SiteId(found) for code, found in self._merge(wanted.SITES, rows).items()}

    def _offerings(self, site_ids: Mapping[str, SiteId]) -> dict[str, OfferingId]:
        rows = [
            wanted_rows.offering(
                row,
                site_ids[row.site],
                wanted_rows.coach_of(row, self.known),
                wanted_rows.tax_class_of(row, self.known),
            )
            for row in self.parsed.offerings
        ]
        ids = {code: offering.id for code, offering in self.known.offerings.items()}
        return ids | {code: OfferingId(found) for code, found in self._merge(wanted.OFFERINGS, rows).items()}

    def _units(self, ids: Mapping[str, OfferingId], site_ids: Mapping[str, SiteId]) -> None:
        owners = owners_after(self.parsed, self.known)
        rows = wanted_rows.units_of_files(self.parsed, self.known, ids, site_ids, owners)
        self.touched = wanted_rows.touched_by(self.parsed, self.known, ids)
        if self.change and self.touched:
            self.before = {unit.id: unit for unit in holders.list_units(self.session, self.touched)}
            self.retired = merging.retire_others(self.session, rows, within=self.touched)
            self._take_rooms_over(owners)
            self._count(wanted.UNITS.table.name, 0, len(self.retired), 0)
        self._merge(wanted.UNITS, rows, self.touched)

    def _take_rooms_over(self, owners: Owners) -> None:
        """Retire rooms of offerings that are neither on sale nor in these files, where another has them."""
        spoken_of = {row.code for row in self.parsed.offerings}
        gone = [
            room
            for room in self.known.rooms
            if room.active
            and room.offering_code not in spoken_of
            and (owner := owners.get(door(room.site_code, room.name))) is not None
            and owner.code != room.offering_code
        ]
        rooms.retire(self.session, [room.id for room in gone])
        self.retired += [(room.offering_id, room.name) for room in gone]

    def _timings(self, ids: Mapping[str, OfferingId]) -> dict[str, Timing]:
        days = site_days(self.parsed, self.known)
        timings = {
            code: Timing(offering.id, days[code].time_zone, offering.start_minute, offering.length_minutes)
            for code, offering in self.known.offerings.items()
        }
        for row in self.parsed.offerings:
            timings[row.code] = Timing(ids[row.code], days[row.code].time_zone, *wanted_rows.hours(row))
        return timings

    def _slots(self, timings: Mapping[str, Timing]) -> None:
        # A service whose hour changed moves its coming slots too; their prices stay.
        moving = {code for code in self.known.offerings if timings[code] != _stored_timing(self.known, code)}
        stored = self._stored_slots({rate.offering for rate in self.parsed.of(RateRow)} | moving, timings)
        prices = {key: slot.price_paise for key, slot in stored.items() if key[0] in moving}
        for rate in self.parsed.of(RateRow):
            today = self.today_of(rate.offering)
            prices.update({(rate.offering, day): rate.price for day in rate.days(today)})
        rows = {(code, day): timings[code].slot(day, price) for (code, day), price in prices.items()}
        for key in rows.keys() & stored.keys():
            old, new = stored[key], rows[key]
            if old.starts_at <= self.session.now:
                # It has begun: no import brings it back, or sends it off again.
                rows[key] = replace(new, starts_at=old.starts_at, ends_at=old.ends_at)
            elif (old.starts_at, old.ends_at) != (new.starts_at, new.ends_at):
                self.moved.append((old, new))
        touched = sorted({row.offering_id for row in rows.values()})
        self._merge(wanted.SLOTS, list(rows.values()), touched)
        if rows:
            stock.keep_closed(self.session, touched)

    def _stored_slots(
        self, codes: Iterable[str], timings: Mapping[str, Timing]
    ) -> dict[tuple[str, date], SlotRow]:
        of = {timings[code].id: code for code in codes}
        if not of or not self.change:
            return {}
        today = min(self.today_of(code) for code in codes)
        slots = catalogue.slots_from(self.session, list(of), today)
        return {(of[slot.offering_id], slot.day): slot for slot in slots}

    def _meal_plans(self, ids: Mapping[str, OfferingId]) -> None:
        ranks: dict[str, int] = {}
        rows = []
        for row in self.parsed.of(MealPlanRow):
            rank = ranks[row.room_type] = ranks.get(row.room_type, -1) + 1
            offering_id = ids[row.room_type]
            rows.append(WantedMealPlan(offering_id, row.meal_plan, row.meal_plan_name, row.supplement, rank))
        self._replace(wanted.MEAL_PLANS, rows, {row.offering_id for row in rows})

    def _stop_points(self, ids: Mapping[str, OfferingId]) -> None:
        rows = [
            WantedStopPoint(ids[row.service], row.direction, row.stop, row.after_minutes, row.state)
            for row in self.parsed.of(StopRow)
        ]
        services = {row.offering_id for row in rows}
        if self.change and services:
            for point in catalogue.list_stop_points(self.session):
                if point.offering_id in services:
                    self.stops_before.setdefault(point.offering_id, []).append(point)
        self._replace(wanted.STOP_POINTS, rows, {row.offering_id for row in rows})

    def _taxes(self) -> None:
        """The slabs of one class and one day replace all of that class and day."""
        rows, by_kind = self.parsed.of(ClassRow), self.parsed.of(TaxRow)
        self._merge(wanted.TAX_CLASSES, wanted_taxes.classes(rows, by_kind, self.known.tax_classes))
        rates = wanted_taxes.rates(rows, by_kind)
        tables = {(rate.tax_class, rate.valid_from) for rate in rates}
        there = set(self._merge(wanted.TAX_RATES, rates))
        if self.change and rates:
            gone = merging.remove_where(
                self.session, wanted.TAX_RATES, lambda key: key[:2] in tables and key not in there
            )
            self._count(wanted.TAX_RATES.table.name, 0, gone, 0)

    def _replace(self, kept: Kept[W, K], rows: Sequence[W], offering_ids: set[OfferingId]) -> None:
        touched = sorted(offering_ids)
        there = set(self._merge(kept, rows, touched))
        if self.change and touched:
            gone = merging.remove_others(self.session, kept, there, within=touched)
            self._count(kept.table.name, 0, gone, 0)


def _told(word: str | None, stored: str) -> str:
    return stored if word is None else word


def _stored_timing(known: Known, code: str) -> Timing:
    stored = known.offerings[code]
    return Timing(stored.id, stored.time_zone, stored.start_minute, stored.length_minutes)


@dataclass(frozen=True, slots=True)
class SiteDay:
    """What the business date of an offering depends on, as it will be after the import."""

    kind: Kind
    time_zone: str
    night_ends_minute: int


def site_days(parsed: Parsed, known: Known) -> dict[str, SiteDay]:
    """Return this of each offering by its code."""
    sites = {code: (site.time_zone, site.night_ends_minute) for code, site in known.sites.items()}
    sites |= {row.site: (row.time_zone, row.night_ends) for row in parsed.of(SiteRow)}
    unknown = (DEFAULT_TIME_ZONE, NIGHT_ENDS_MINUTE)
    days = {code: SiteDay(one.kind, *sites[one.site_code]) for code, one in known.offerings.items()}
    return days | {row.code: SiteDay(row.kind, *sites.get(row.site, unknown)) for row in parsed.offerings}
