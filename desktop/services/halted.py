"""The refusal of a write while the desk is halted."""

from dataclasses import dataclass

from db.halt import Halt
from desktop.services.errors import DeskError


@dataclass(eq=False)
class SalesHalted(DeskError):
    """Nothing was written: the books are in question, and `halt` says why. The page Books has the way on."""

    halt: Halt

    def __str__(self) -> str:
        return str(self.halt.kind)
