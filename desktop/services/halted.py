"""The refusal of a write while the desk is halted, and of books that can't be opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.halt import Halt, NotBooks
from desktop.services.errors import DeskError


@dataclass(eq=False)
class SalesHalted(DeskError):
    """Nothing was written: the books are in question, and `halt` says why. The page Books has the way on."""

    halt: Halt

    def __str__(self) -> str:
        return str(self.halt.kind)


@dataclass(eq=False)
class BooksUnusable(DeskError):
    """The books can't be opened: `found` stands at `place`, and nothing was changed.

    `tables`: which are damaged, as far as that is known.
    """

    found: NotBooks
    place: str
    tables: Sequence[str] = ()
