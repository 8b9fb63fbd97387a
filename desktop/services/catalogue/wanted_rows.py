"""Rows of files as rows of tables: what an offering, its units and the rules should be."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.catalogue_words import Discount
from db.database import to_json
from db.ids import OfferingId, SiteId
from db.wanted import (
    WantedFeeRule,
    WantedOffering,
    WantedPolicy,
    WantedPromo,
    WantedUnit,
)
from desktop.services.catalogue.known import Known
from desktop.services.catalogue.parsing import Parsed
from desktop.services.catalogue.room_owners import Owners, door
from desktop.services.catalogue.row_kinds import (
    DEFAULT_TIME_ZONE,
    OfferingLine,
    PolicyRow,
    PromoRow,
    RoomRow,
    SeatRow,
    ServiceRow,
    TourRow,
)
from desktop.services.catalogue.tax_row_kinds import FeeRow
from desktop.services.catalogue.wanted_taxes import OF_KIND

DAY_MINUTES = 24 * 60


def policies(rows: Iterable[PolicyRow]) -> list[WantedPolicy]:
    """Return one row for each policy and effective day, its tiers widest first."""
    groups: dict[tuple[str, date], list[PolicyRow]] = {}
    for row in rows:
        groups.setdefault((row.policy, row.effective_from), []).append(row)
    return [
        WantedPolicy(code, group[0].policy_name, effective_from, _tiers(group))
        for (code, effective_from), group in groups.items()
    ]


def _tiers(group: Iterable[PolicyRow]) -> str:
    return to_json(
        [
            {"hours_before": tier.hours_before, "refund_bp": tier.refund_percent}
            for tier in sorted(group, key=lambda tier: -tier.hours_before)
        ]
    )


def offering(row: OfferingLine, site_id: SiteId, coach: str, tax_class: str) -> WantedOffering:
    """Return the row of a room type, a service or a tour."""
    start_minute, length_minutes = hours(row)
    return WantedOffering(
        site_id=site_id,
        kind=row.kind,
        code=row.code,
        name=row.name,
        description=row.description,
        policy_code=row.policy,
        active=row.active,
        start_minute=start_minute,
        length_minutes=length_minutes,
        air_conditioned=not isinstance(row, TourRow) and row.air_conditioned,
        adults_max=row.adults_max if isinstance(row, RoomRow) else None,
        children_max=row.children_max if isinstance(row, RoomRow) else None,
        persons_min=row.persons_min if isinstance(row, TourRow) else 1,
        persons_max=None if isinstance(row, ServiceRow) else row.persons_max,
        origin=row.origin if isinstance(row, ServiceRow) else None,
        destination=row.destination if isinstance(row, ServiceRow) else None,
        coach=coach,
        tax_class=tax_class,
        registration=row.registration,
        price_with_tax=row.price_with_tax,
    )


def tax_class_of(row: OfferingLine, known: Known) -> str:
    """Return the class an offering names, or the one it keeps, or that of its kind."""
    if row.tax_class:
        return row.tax_class
    stored = known.offerings.get(row.code)
    if stored and stored.tax_class != OF_KIND[stored.kind, stored.air_conditioned]:
        return stored.tax_class
    return OF_KIND[row.kind, not isinstance(row, TourRow) and row.air_conditioned]


def hours(row: OfferingLine) -> tuple[int, int]:
    """Return when a slot begins, in minutes after midnight at the site, and how many minutes it lasts."""
    if isinstance(row, RoomRow):
        return row.check_in, DAY_MINUTES - row.check_in + row.check_out
    return (row.departs if isinstance(row, ServiceRow) else row.starts), row.duration_minutes


def coach_of(row: OfferingLine, known: Known) -> str:
    """Return the coach of a service: the one it names, or the one whose seats it keeps; else empty."""
    if not isinstance(row, ServiceRow):
        return ""
    stored = known.offerings.get(row.code)
    return row.coach or (stored.coach if stored else "")


def touched_by(parsed: Parsed, known: Known, ids: Mapping[str, OfferingId]) -> list[OfferingId]:
    """Return the offerings whose units the files set; a service without its coach in them keeps its seats."""
    coaches = {seat.coach for seat in parsed.of(SeatRow)}
    here = {row.code for row in parsed.offerings}
    named = {
        ids[row.code]
        for row in parsed.offerings
        if row.code in ids and (not isinstance(row, ServiceRow) or coach_of(row, known) in coaches)
    }
    stored = {
        offering.id
        for code, offering in known.offerings.items()
        if offering.coach in coaches and code not in here
    }
    return sorted(named | stored)


def units_of_files(
    parsed: Parsed,
    known: Known,
    ids: Mapping[str, OfferingId],
    site_ids: Mapping[str, SiteId],
    owners: Owners,
) -> list[WantedUnit]:
    """Return the units that the files speak of: of their offerings, and of stored services by their coach."""
    coaches: dict[str, list[SeatRow]] = {}
    for seat in parsed.of(SeatRow):
        coaches.setdefault(seat.coach, []).append(seat)
    found = [
        unit
        for row in parsed.offerings
        if row.code in ids
        for unit in units(
            row, ids[row.code], site_ids.get(row.site), coaches.get(coach_of(row, known), ()), owners
        )
    ]
    here = {row.code for row in parsed.offerings}
    for code, stored in known.offerings.items():
        if stored.coach and code not in here:
            found.extend(_seats(stored.id, coaches.get(stored.coach, ())))
    return found


def units(
    row: OfferingLine,
    offering_id: OfferingId,
    site_id: SiteId | None,
    seats: Iterable[SeatRow],
    owners: Owners,
) -> list[WantedUnit]:
    """Return the rooms, seats or places of an offering; none for a service that keeps its seats.

    What is not on sale itself leaves its rooms to the offering that is.
    """
    if isinstance(row, ServiceRow):
        return _seats(offering_id, seats)
    own_site = None
    if isinstance(row, TourRow):
        names = tuple(str(place + 1) for place in range(row.places))
    elif row.active:
        names, own_site = row.names, site_id
    else:
        names = tuple(name for name in row.names if door(row.site, name) not in owners)
    return [WantedUnit(offering_id, name, rank, own_site) for rank, name in enumerate(names)]


def _seats(offering_id: OfferingId, coach: Iterable[SeatRow]) -> list[WantedUnit]:
    return [
        WantedUnit(
            offering_id=offering_id,
            name=seat.seat,
            rank=rank,
            row_number=seat.row,
            column_number=seat.column,
            deck=seat.deck,
            berth=seat.berth,
            by_window=seat.window,
            ladies_only=seat.ladies_only,
            supplement_paise=seat.supplement,
        )
        for rank, seat in enumerate(sorted(coach, key=lambda seat: (seat.deck, seat.row, seat.column)))
    ]


def fees(rows: Iterable[FeeRow]) -> list[WantedFeeRule]:
    """Return the house's fees."""
    return [WantedFeeRule(row.fee_on, row.fee_percent, row.cap, row.effective_from) for row in rows]


def promos(rows: Iterable[PromoRow]) -> list[WantedPromo]:
    """Return promo codes. A promo's days are Indian days."""
    return [
        WantedPromo(
            code=row.promo,
            kind=row.applies_to,
            discount=Discount.FLAT if row.percent is None else Discount.PERCENT,
            value_paise=row.amount,
            value_bp=row.percent,
            cap_paise=row.cap,
            minimum_paise=row.minimum,
            starts_at=_midnight(row.from_day),
            ends_at=_midnight(row.to_day + timedelta(days=1)),
            uses_max=row.uses_max,
            uses_per_customer_max=row.uses_per_customer_max,
            active=row.active,
        )
        for row in rows
    ]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(DEFAULT_TIME_ZONE)).astimezone(UTC)
