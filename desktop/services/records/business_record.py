"""A business from its row."""

from db.house import BusinessRow
from desktop.services.domain.house import Business


def business_of(row: BusinessRow | None) -> Business | None:
    """Return the business that a row tells; None of none."""
    return None if row is None else Business(row.name, tuple(row.address.split("\n")), row.state_code)
