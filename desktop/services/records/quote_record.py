"""Quote lines as JSON in a quote, and as rows in a booking."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from db.ids import BookingId
from db.states import Kind
from desktop.services.domain.cancellation import PolicyTier
from desktop.services.domain.quote import QuoteLine


def line_to_json(line: QuoteLine) -> dict[str, Any]:
    """Return a line as JSON values."""
    return {
        **asdict(line),
        "kind": line.kind.value,
        "day": line.day.isoformat(),
        "starts_at": line.starts_at.isoformat(),
        "tiers": tiers_to_text(line.tiers),
    }


def row_from_json(content: Mapping[str, Any], booking_id: BookingId, number: int) -> dict[str, Any]:
    """Return the line that `line_to_json` wrote as a row of `booking_line`."""
    row = {name: content[name] for name in COPIED}
    row["booking_id"] = booking_id
    row["number"] = number
    row["day"] = date.fromisoformat(content["day"])
    row["starts_at"] = datetime.fromisoformat(content["starts_at"])
    row["guest_name"] = content["guest_name"] or None
    row["guest_gender"] = content["guest_gender"] or None
    row["policy"] = content["tiers"]
    return row


COPIED = (
    "unit_id",
    "slot_id",
    "kind",
    "description",
    "adults",
    "children",
    "details",
    "base_paise",
    "discount_paise",
    "fee_paise",
    "tax_paise",
    "total_paise",
    "tax_rate_bp",
)


def line_from_row(row: Any) -> QuoteLine:
    """Return the line that a row of `booking_line` holds."""
    return QuoteLine(
        unit_id=row.unit_id,
        slot_id=row.slot_id,
        kind=Kind(row.kind),
        description=row.description,
        day=row.day,
        starts_at=row.starts_at,
        guest_name=row.guest_name or "",
        guest_gender=row.guest_gender or "",
        adults=row.adults,
        children=row.children,
        details=row.details,
        base_paise=row.base_paise,
        discount_paise=row.discount_paise,
        fee_paise=row.fee_paise,
        tax_paise=row.tax_paise,
        total_paise=row.total_paise,
        tax_rate_bp=row.tax_rate_bp,
        tiers=tiers_from_text(row.policy),
    )


def tiers_to_text(tiers: tuple[PolicyTier, ...]) -> str:
    """Return cancellation tiers as JSON text, as a line's row keeps them."""
    return json.dumps([{"hours_before": tier.hours_before, "refund_bp": tier.refund_bp} for tier in tiers])


def tiers_from_text(text: str) -> tuple[PolicyTier, ...]:
    """Return the tiers that a policy's row or a line's row holds as JSON text."""
    return tuple(PolicyTier(tier["hours_before"], tier["refund_bp"]) for tier in json.loads(text))
