"""What the desk refuses about printers and papers on their way: facts only; the sentences live in the ui."""

from dataclasses import dataclass

from db.print_words import PrintState
from desktop.services.errors import DeskError


@dataclass(eq=False)
class PaperMoved(DeskError):
    """Somebody else has answered, or the paper went on meanwhile: it is in another `state` now."""

    name: str
    print_state: PrintState


@dataclass(eq=False)
class PrinterChanged(DeskError):
    """The printer was changed or taken off since it was read."""

    name: str


@dataclass(eq=False)
class NothingToReprint(DeskError):
    """This desk has made no paper yet."""
