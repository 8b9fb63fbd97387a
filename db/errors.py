"""What can be wrong with the database itself; everything else a driver raises is a bug."""

from collections.abc import Sequence
from datetime import datetime

from db.halt import NotBooks


class DatabaseTrouble(Exception):
    """The database could not do its work now."""


class DatabaseBusy(DatabaseTrouble):
    """Another program kept the database for longer than the time-out; nothing was written."""


class DatabaseUnavailable(DatabaseTrouble):
    """The database can't be opened, reached or written to."""


class DatabaseDamaged(DatabaseUnavailable):
    """Pages of the database are damaged. `tables` are those that are known to be hit."""

    def __init__(self, found: str, tables: Sequence[str] = ()) -> None:
        super().__init__(found)
        self.found = found
        self.tables = tuple(tables)


class NotTheBooks(DatabaseTrouble):
    """What stands where the books should be is none of ours, or not whole; nothing was changed."""

    def __init__(self, what: NotBooks, place: str) -> None:
        super().__init__(what, place)
        self.what = what
        self.place = place


class SchemaChanged(DatabaseTrouble):
    """A newer program has brought the database to another schema while this one was running."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class DatabaseReadsOnly(DatabaseUnavailable):
    """The server takes no writes: a standby, or its administrator has stopped them."""


class BooksBehind(DatabaseTrouble):
    """The desk's journal does not hold what this program wrote to it: these are older or other books."""


class PersonLeft(DatabaseTrouble):
    """Who writes no longer works here: nothing was written."""


class OutcomeUnknown(DatabaseUnavailable):
    """The database was asked to commit and gave no answer: all of it may be written, or nothing."""


class DatabaseNewer(DatabaseTrouble):
    """The database was made by a newer version of the program."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class DatabaseOlder(DatabaseTrouble):
    """The database was made by an older version of the program, and is only read: nothing brings it up."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class NoBooks(DatabaseTrouble):
    """The file or the server's database holds no books of this program."""


class DeskOpenElsewhere(DatabaseTrouble):
    """Another program works at this desk on this database: on the PC `host` ('' unknown), since then, UTC."""

    def __init__(self, code: str, host: str, since: datetime) -> None:
        super().__init__(code, host, since)
        self.code = code
        self.host = host
        self.since = since


class DeskOfOtherMachine(DatabaseTrouble):
    """The desk's code belongs to another machine on this server: to the PC `host`."""

    def __init__(self, code: str, host: str) -> None:
        super().__init__(code, host)
        self.code = code
        self.host = host


class SharedFolder(DatabaseTrouble):
    """The folder is on a network or is carried about by a sync program: a database in a file breaks there.

    `kind` is network or sync; `name` the file system or the program.
    """

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(kind, name)
        self.kind = kind
        self.name = name


class DatabaseReadOnly(DatabaseUnavailable):
    """The database was opened, or may be used, for reading alone; nothing was written."""


class MoveUnfinished(DatabaseTrouble):
    """Books were on their way into this database, and the move did not come to its end."""


class DatabaseOfOtherMode(DatabaseTrouble):
    """The database is for practice and real money was to be taken, or the other way round.

    `practice` is what the database is for.
    """

    def __init__(self, *, practice: bool) -> None:
        super().__init__("practice" if practice else "live")
        self.practice = practice


class DatabaseTooOld(DatabaseTrouble):
    """The SQLite library can damage a file that several programs share."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class SeriesUsedUp(Exception):
    """A desk's series has no number left in its year; the block must roll back. `begin`: of its numbers."""

    def __init__(self, begin: str) -> None:
        super().__init__(begin)
        self.begin = begin


class BalanceTooLow(Exception):
    """A wallet or reserved wallet would fall below zero; the block must roll back."""

    def __init__(self, account_id: str, needed_paise: int, available_paise: int) -> None:
        super().__init__(account_id, needed_paise, available_paise)
        self.needed_paise = needed_paise
        self.available_paise = available_paise


class KeyUsed(Exception):
    """Another act has posted under this request key; the block must roll back.

    `amount_paise`: what it moved.
    """

    def __init__(self, amount_paise: int) -> None:
        super().__init__(amount_paise)
        self.amount_paise = amount_paise
