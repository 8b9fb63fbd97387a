"""A series without a number left is a refusal that the clerk can read."""

from collections.abc import Iterator
from contextlib import contextmanager

from db.errors import SeriesUsedUp
from desktop.services.buyer_errors import NumbersUsedUp


@contextmanager
def numbers_left() -> Iterator[None]:
    """Raise NumbersUsedUp where a number is taken in here and its series has none left this year."""
    try:
        yield
    except SeriesUsedUp as full:
        raise NumbersUsedUp(full.begin) from full
