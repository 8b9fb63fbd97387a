"""A person of the staff, from the row."""

from db.people import PersonRow
from desktop.services.domain.staff import Person


def person_of(row: PersonRow) -> Person:
    """Return the person without anything of the PIN."""
    return Person(row.id, row.code, row.name, row.role, row.left_at is not None, row.needs_pin)
