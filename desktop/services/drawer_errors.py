"""What the desk refuses about shifts and drawers: facts only; the sentences live in the ui."""

from dataclasses import dataclass
from datetime import datetime

from desktop.services.errors import DeskError


@dataclass(eq=False)
class NoOpenShift(DeskError):
    """No shift is open at this desk, or it was closed a moment ago."""


@dataclass(eq=False)
class NotSignedIn(DeskError):
    """The house keeps its people, and nobody has signed in at this desk: no money is taken or given."""


@dataclass(eq=False)
class NotYourShift(DeskError):
    """The open shift is not shared, and answers to `clerk` since `opened_at`."""

    clerk: str
    opened_at: datetime


@dataclass(eq=False)
class ShiftOpen(DeskError):
    """The desk has an open shift already."""

    clerk: str
    opened_at: datetime


@dataclass(eq=False)
class ShiftClosed(DeskError):
    """The shift was counted and closed before, by `closed_by`."""

    closed_by: str
    closed_at: datetime


@dataclass(eq=False)
class NoDrawer(DeskError):
    """The shift was opened without a drawer: it takes and gives no cash."""


@dataclass(eq=False)
class DrawerTooLow(DeskError):
    """More cash than the books have in the drawer. `available_paise` only for who may know it."""

    needed_paise: int
    available_paise: int | None


@dataclass(eq=False)
class NotClosed(DeskError):
    """The shift is still open: it answers to `clerk` since `opened_at`, and has to be counted first."""

    clerk: str
    opened_at: datetime


@dataclass(eq=False)
class ShiftAccepted(DeskError):
    """The close was accepted before, by `accepted_by` and with another note."""

    accepted_by: str
