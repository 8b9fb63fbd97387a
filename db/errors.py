"""What can be wrong with the database itself; everything else a driver raises is a bug."""


class DatabaseTrouble(Exception):
    """The database could not do its work now."""


class DatabaseBusy(DatabaseTrouble):
    """Another program kept the database for longer than the time-out; nothing was written."""


class DatabaseUnavailable(DatabaseTrouble):
    """The database can't be opened, reached or written to."""


class OutcomeUnknown(DatabaseUnavailable):
    """The database was asked to commit and gave no answer: all of it may be written, or nothing."""


class DatabaseNewer(DatabaseTrouble):
    """The database was made by a newer version of the program."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


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
