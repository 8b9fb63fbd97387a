"""Rows of files as rows of tables, without keys: what an offering, its units and the rules should be."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from db.database import to_json
from db.ids import OfferingId, SiteId
from desktop.services.catalogue.row_kinds import (
    DEFAULT_TIME_ZONE,
    FeeRow,
    PolicyRow,
    PromoRow,
    RoomRow,
    SeatRow,
    ServiceRow,
    TaxRow,
    TourRow,
)

DAY_MINUTES = 24 * 60
Values = dict[str, Any]


def policies(rows: Iterable[PolicyRow]) -> list[Values]:
    """Return one row for each policy and effective day, its tiers widest first."""
    groups: dict[tuple[str, date], list[PolicyRow]] = {}
    for row in rows:
        groups.setdefault((row.policy, row.effective_from), []).append(row)
    return [
        {
            "code": code,
            "name": group[0].policy_name,
            "effective_from": effective_from,
            "tiers": to_json(
                [
                    {"hours_before": tier.hours_before, "refund_bp": tier.refund_percent}
                    for tier in sorted(group, key=lambda tier: -tier.hours_before)
                ]
            ),
        }
        for (code, effective_from), group in groups.items()
    ]


def offering(row: RoomRow | ServiceRow | TourRow, site_id: SiteId) -> Values:
    """Return the row of a room type, a service or a tour."""
    common = {
        "site_id": site_id,
        "name": row.name,
        "description": row.description,
        "policy_code": row.policy,
        "active": int(row.active),
        "air_conditioned": 0,
        "adults_max": None,
        "children_max": None,
        "persons_min": 1,
        "persons_max": None,
        "origin": None,
        "destination": None,
    }
    if isinstance(row, RoomRow):
        return common | {
            "kind": "room",
            "code": row.room_type,
            "air_conditioned": int(row.air_conditioned),
            "adults_max": row.adults_max,
            "children_max": row.children_max,
            "persons_max": row.persons_max,
            "start_minute": row.check_in,
            "length_minutes": DAY_MINUTES - row.check_in + row.check_out,
        }
    if isinstance(row, ServiceRow):
        return common | {
            "kind": "bus",
            "code": row.service,
            "air_conditioned": int(row.air_conditioned),
            "origin": row.origin,
            "destination": row.destination,
            "start_minute": row.departs,
            "length_minutes": row.duration_minutes,
        }
    return common | {
        "kind": "tour",
        "code": row.tour,
        "persons_min": row.persons_min,
        "persons_max": row.persons_max,
        "start_minute": row.starts,
        "length_minutes": row.duration_minutes,
    }


def units(
    row: RoomRow | ServiceRow | TourRow, offering_id: OfferingId, coaches: Mapping[str, list[SeatRow]]
) -> list[Values]:
    """Return the rooms, seats or places of an offering; none for a service that keeps its seats."""
    if isinstance(row, RoomRow):
        return [_unit(offering_id, number, rank) for rank, number in enumerate(row.room_numbers)]
    if isinstance(row, TourRow):
        return [_unit(offering_id, str(place + 1), place) for place in range(row.places)]
    seats = sorted(coaches.get(row.coach, []), key=lambda seat: (seat.deck, seat.row, seat.column))
    return [
        _unit(offering_id, seat.seat, rank)
        | {
            "row_number": seat.row,
            "column_number": seat.column,
            "deck": seat.deck,
            "berth": seat.berth,
            "by_window": int(seat.window),
            "ladies_only": int(seat.ladies_only),
            "supplement_paise": seat.supplement,
        }
        for rank, seat in enumerate(seats)
    ]


def _unit(offering_id: OfferingId, name: str, rank: int) -> Values:
    return {
        "offering_id": offering_id,
        "name": name,
        "rank": rank,
        "row_number": None,
        "column_number": None,
        "deck": None,
        "berth": None,
        "by_window": 0,
        "ladies_only": 0,
        "supplement_paise": 0,
        "active": 1,
    }


def taxes(rows: Iterable[TaxRow]) -> list[Values]:
    """Return the slabs of taxes."""
    return [
        {
            "kind": row.tax_on,
            "air_conditioned": None if row.air_conditioned is None else int(row.air_conditioned),
            "over_paise": row.over,
            "up_to_paise": row.up_to,
            "rate_bp": row.tax_percent,
            "effective_from": row.effective_from,
        }
        for row in rows
    ]


def fees(rows: Iterable[FeeRow]) -> list[Values]:
    """Return the house's fees."""
    return [
        {
            "kind": row.fee_on,
            "rate_bp": row.fee_percent,
            "cap_paise": row.cap,
            "effective_from": row.effective_from,
        }
        for row in rows
    ]


def promos(rows: Iterable[PromoRow]) -> list[Values]:
    """Return promo codes; their uses are not the file's to say. A promo's days are Indian days."""
    return [
        {
            "code": row.promo,
            "kind": row.applies_to,
            "discount": "flat" if row.percent is None else "percent",
            "value_paise": row.amount,
            "value_bp": row.percent,
            "cap_paise": row.cap,
            "minimum_paise": row.minimum,
            "starts_at": _midnight(row.from_day),
            "ends_at": _midnight(row.to_day + timedelta(days=1)),
            "uses_max": row.uses_max,
            "uses_per_customer_max": row.uses_per_customer_max,
            "active": int(row.active),
        }
        for row in rows
    ]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(DEFAULT_TIME_ZONE)).astimezone(UTC)
