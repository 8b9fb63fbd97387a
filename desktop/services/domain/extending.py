"""A hold may live longer: how often, by whose right, and what became of a code that was open."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from desktop.services.domain.booking import Hold

ADDED = timedelta(seconds=600)
BY_CLERK = 1
IN_ALL = 3


class CodeAfter(StrEnum):
    """What became of the code or link that was open when the hold was extended."""

    NONE = "none"
    # Closed, and made anew for the new end.
    ANEW = "anew"
    # A bank has promised money on it, or its closing had no clear answer: it is as it was.
    LEFT = "left"
    # Closed, and nothing could be made anew: the clerk asks again.
    CLOSED = "closed"
    # The customer was faster.
    PAID = "paid"


@dataclass(frozen=True, slots=True)
class Extended:
    """The hold with its new end."""

    hold: Hold
    code: CodeAfter
