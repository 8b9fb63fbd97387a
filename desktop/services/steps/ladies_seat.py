"""A ladies' seat is for a woman: asked of a quote, and again where a hold that ended takes its seats back."""

from collections.abc import Sequence

from db import rules
from db.catalogue_words import Gender
from db.database import Session
from db.lines import NewLine
from desktop.services.errors import BadRequest


def may_sit(gender: Gender | None, *, ladies_only: bool) -> bool:
    """Whether a seat is for this guest: one for ladies only for whom is told of as a woman."""
    return not ladies_only or gender is Gender.FEMALE


def seats_of_others(session: Session, rows: Sequence[NewLine]) -> list[str]:
    """Return the names of the seats that are for ladies by now while their guest is no woman."""
    ladies = rules.ladies_seats(session, {row.unit_id for row in rows})
    return [row.unit_name for row in rows if not may_sit(row.guest_gender, ladies_only=row.unit_id in ladies)]


def check_ladies_seats(session: Session, rows: Sequence[NewLine]) -> None:
    """Refuse lines with such a seat. Raises BadRequest."""
    for name in seats_of_others(session, rows):
        raise BadRequest("gender", "ladies_seat", name=name)
