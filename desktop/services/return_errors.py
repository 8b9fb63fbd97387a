"""What is refused to the accountant: facts only; the sentences live in the ui."""

from dataclasses import dataclass

from desktop.services.errors import DeskError


@dataclass(eq=False)
class FilesNoReturn(DeskError):
    """No registration of this code files a GSTR-1: it is not known, or pays by turnover."""

    registration: str


@dataclass(eq=False)
class NamesNotRead(DeskError):
    """A file of ledger names is not what it should be: in which line, counted from 1."""

    line: int
