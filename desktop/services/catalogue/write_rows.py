"""Brings the whole catalogue to what the files say, table by table, in one transaction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db import catalogue, merging
from db.database import Session
from db.ids import OfferingId, SiteId
from desktop.services.catalogue import wanted_rows
from desktop.services.catalogue.check_duplicates import offering_code
from desktop.services.catalogue.known import Known
from desktop.services.catalogue.parsing import Parsed
from desktop.services.catalogue.rate_days import days_of, slot_times
from desktop.services.catalogue.row_kinds import (
    DEFAULT_TIME_ZONE,
    FeeRow,
    MealPlanRow,
    PolicyRow,
    PromoRow,
    RateRow,
    RoomRow,
    SeatRow,
    ServiceRow,
    SiteRow,
    StopRow,
    TaxRow,
    TourRow,
)


@dataclass(frozen=True, slots=True)
class Timing:
    """What a slot needs to know of its offering."""

    id: OfferingId
    time_zone: str
    start_minute: int
    length_minutes: int


@dataclass(slots=True)
class CatalogueWriter:
    """Writes checked rows; with `write` off it counts only, with `change` off it adds only.

    `today_of` gives today in a time zone. The files must have passed every check.
    """

    session: Session
    parsed: Parsed
    known: Known
    today_of: Callable[[str], date]
    write: bool
    change: bool = True
    counts: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def __call__(self) -> tuple[tuple[str, int, int, int], ...]:
        """Return (table, added, changed, unchanged) of every table the files speak of."""
        site_ids = self._sites()
        self._merge("policy", wanted_rows.policies(self.parsed.of(PolicyRow)))
        ids = self._offerings(site_ids)
        self._units(ids)
        self._slots(self._timings(ids))
        self._meal_plans(ids)
        self._stop_points(ids)
        self._merge("tax_rule", wanted_rows.taxes(self.parsed.of(TaxRow)))
        self._merge("fee_rule", wanted_rows.fees(self.parsed.of(FeeRow)))
        self._merge("promo", wanted_rows.promos(self.parsed.of(PromoRow)))
        return tuple((table, *counts) for table, counts in self.counts.items())

    def _merge(
        self, table: str, rows: Sequence[Mapping[str, Any]], within: Sequence[str] | None = None
    ) -> Mapping[tuple[Any, ...], str]:
        if not rows:
            return {}
        done = merging.merge(self.session, table, rows, within=within, write=self.write, change=self.change)
        self._count(table, done.added, done.changed, done.unchanged)
        return done.ids

    def _count(self, table: str, added: int, changed: int, unchanged: int) -> None:
        before = self.counts.get(table, (0, 0, 0))
        self.counts[table] = (before[0] + added, before[1] + changed, before[2] + unchanged)

    def _sites(self) -> dict[str, SiteId]:
        rows = [
            {"code": row.site, "name": row.site_name, "city": row.city, "time_zone": row.time_zone}
            for row in self.parsed.of(SiteRow)
        ]
        ids = {code: site.id for code, site in self.known.sites.items()}
        return ids | {key[0]: SiteId(site_id) for key, site_id in self._merge("site", rows).items()}

    def _offering_rows(self) -> list[RoomRow | ServiceRow | TourRow]:
        return [row for row in self.parsed.rows if isinstance(row, RoomRow | ServiceRow | TourRow)]

    def _offerings(self, site_ids: Mapping[str, SiteId]) -> dict[str, OfferingId]:
        rows = [wanted_rows.offering(row, site_ids[row.site]) for row in self._offering_rows()]
        ids = {code: offering.id for code, offering in self.known.offerings.items()}
        return ids | {
            key[0]: OfferingId(offering_id) for key, offering_id in self._merge("offering", rows).items()
        }

    def _units(self, ids: Mapping[str, OfferingId]) -> None:
        coaches: dict[str, list[SeatRow]] = {}
        for seat in self.parsed.of(SeatRow):
            coaches.setdefault(seat.coach, []).append(seat)
        wanted = [
            unit
            for row in self._offering_rows()
            for unit in wanted_rows.units(row, ids[offering_code(row)], coaches)
        ]
        touched = sorted({unit["offering_id"] for unit in wanted})
        kept = set(self._merge("unit", wanted, touched))
        if self.change and touched:
            gone = merging.retire_others(self.session, kept, within=touched, write=self.write)
            self._count("unit", 0, gone, 0)

    def _timings(self, ids: Mapping[str, OfferingId]) -> dict[str, Timing]:
        zones = time_zones(self.parsed, self.known)
        timings = {
            code: Timing(offering.id, zones[code], offering.start_minute, offering.length_minutes)
            for code, offering in self.known.offerings.items()
        }
        for row in self._offering_rows():
            values = wanted_rows.offering(row, SiteId(""))
            code = offering_code(row)
            timings[code] = Timing(ids[code], zones[code], values["start_minute"], values["length_minutes"])
        return timings

    def _slots(self, timings: Mapping[str, Timing]) -> None:
        prices: dict[tuple[str, date], int] = self._prices_of_moved(timings)
        for rate in self.parsed.of(RateRow):
            today = self.today_of(timings[rate.offering].time_zone)
            prices.update({(rate.offering, day): rate.price for day in days_of(rate, today)})
        rows = []
        for (code, day), price_paise in prices.items():
            timing = timings[code]
            starts_at, ends_at = slot_times(day, timing.start_minute, timing.length_minutes, timing.time_zone)
            rows.append(
                {
                    "offering_id": timing.id,
                    "day": day,
                    "starts_at": starts_at,
                    "ends_at": ends_at,
                    "price_paise": price_paise,
                }
            )
        self._merge("slot", rows, sorted({timings[code].id for code, _ in prices}))

    def _prices_of_moved(self, timings: Mapping[str, Timing]) -> dict[tuple[str, date], int]:
        # A service whose hour changed moves its coming slots too; their prices stay.
        moved = {
            timing.id: code
            for code, timing in timings.items()
            if code in self.known.offerings and timing != _stored_timing(self.known, code)
        }
        if not moved or not self.change:
            return {}
        today = min(self.today_of(timings[code].time_zone) for code in moved.values())
        slots = catalogue.slots_from(self.session, list(moved), today)
        return {(moved[slot.offering_id], slot.day): slot.price_paise for slot in slots}

    def _meal_plans(self, ids: Mapping[str, OfferingId]) -> None:
        ranks: dict[str, int] = {}
        rows = []
        for row in self.parsed.of(MealPlanRow):
            rank = ranks[row.room_type] = ranks.get(row.room_type, -1) + 1
            rows.append(
                {
                    "offering_id": ids[row.room_type],
                    "code": row.meal_plan,
                    "name": row.meal_plan_name,
                    "supplement_paise": row.supplement,
                    "rank": rank,
                }
            )
        self._replace("meal_plan", rows)

    def _stop_points(self, ids: Mapping[str, OfferingId]) -> None:
        rows = [
            {
                "offering_id": ids[row.service],
                "direction": row.direction,
                "name": row.stop,
                "after_minutes": row.after_minutes,
            }
            for row in self.parsed.of(StopRow)
        ]
        self._replace("stop_point", rows)

    def _replace(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        touched = sorted({row["offering_id"] for row in rows})
        kept = set(self._merge(table, rows, touched))
        if self.change and touched:
            gone = merging.remove_others(self.session, table, kept, within=touched, write=self.write)
            self._count(table, 0, gone, 0)


def _stored_timing(known: Known, code: str) -> Timing:
    stored = known.offerings[code]
    return Timing(stored.id, stored.time_zone, stored.start_minute, stored.length_minutes)


def time_zones(parsed: Parsed, known: Known) -> dict[str, str]:
    """Return the time zone of each offering by its code, as it will be after the import."""
    sites = {code: site.time_zone for code, site in known.sites.items()}
    sites |= {row.site: row.time_zone for row in parsed.of(SiteRow)}
    zones = {code: sites[offering.site] for code, offering in known.offerings.items()}
    for row in parsed.rows:
        if isinstance(row, RoomRow | ServiceRow | TourRow):
            zones[offering_code(row)] = sites.get(row.site, DEFAULT_TIME_ZONE)
    return zones
