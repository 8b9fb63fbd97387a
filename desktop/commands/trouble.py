"""What is wrong with a database, in one sentence for the command line."""

from datetime import UTC, datetime
from functools import singledispatch

from db.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseOlder,
    DatabaseReadsOnly,
    DatabaseTooOld,
    DatabaseTrouble,
    DeskOfOtherMachine,
    DeskOpenElsewhere,
    MoveUnfinished,
    NoBooks,
    NotTheBooks,
    OutcomeUnknown,
    SharedFolder,
)
from db.halt import NotBooks
from db.halts import WritesHalted
from desktop.secrets_away import masked


@singledispatch
def explain_trouble(trouble: DatabaseTrouble) -> str:
    """Return what happened and what to do; each kind has its own sentence below."""
    said = masked(str(trouble))
    return f"The database can't be opened: {said}. Check its path or address; nothing was changed."


@explain_trouble.register
def _newer(trouble: DatabaseNewer) -> str:
    return (
        f"The database was made by a newer version of Counterfoil (its schema is {trouble.found})."
        " Install that version here; nothing was changed."
    )


@explain_trouble.register
def _older(trouble: DatabaseOlder) -> str:
    return (
        f"The books were made by an older version of Counterfoil (their schema is {trouble.found}), and"
        " reading changes nothing: start the desk on them once, or read them with that version."
    )


@explain_trouble.register
def _open_elsewhere(trouble: DeskOpenElsewhere) -> str:
    began = trouble.since.astimezone()
    is_today = began.date() == datetime.now(UTC).astimezone().date()
    since = f"{began:%H:%M}" if is_today else f"{began:%d %b %H:%M}"
    where = f"on {trouble.host} " if trouble.host else ""
    return (
        f"Desk {trouble.code} is open {where}since {since}. Go on there, or start another desk with"
        " --desk D2; a desk whose PC has crashed is free a minute later."
    )


@explain_trouble.register
def _of_other_machine(trouble: DeskOfOtherMachine) -> str:
    return (
        f"Desk {trouble.code} belongs to the PC {trouble.host or '?'}. Start this PC as another desk with"
        " --desk D2; or, when that PC is gone, let a manager type:"
        f" python -m desktop desk take {trouble.code}"
    )


@explain_trouble.register
def _shared_folder(trouble: SharedFolder) -> str:
    where = "on a network" if trouble.kind == "network" else "carried about by a sync program"
    return (
        f"The data folder is {where} ({trouble.name}), where a database in a file breaks. Choose a folder"
        " of this computer with --data-dir; backups may go there, and several PCs need --database."
    )


@explain_trouble.register
def _move_unfinished(_trouble: MoveUnfinished) -> str:
    return (
        "Books were being moved here, and the move has not come to its end. Move them here again, or start"
        " the desk at their old place; nothing was changed."
    )


@explain_trouble.register
def _no_books(_trouble: NoBooks) -> str:
    return "These are no books of Counterfoil. Name its file or its database; nothing was changed."


@explain_trouble.register
def _library_too_old(trouble: DatabaseTooOld) -> str:
    return f"SQLite {trouble.found} can damage shared files. Install the locked pysqlite3 package."


@explain_trouble.register
def _unknown(_trouble: OutcomeUnknown) -> str:
    return "The database's answer was lost: whether it was changed is not known. Look before a repeat."


@explain_trouble.register
def _busy(_trouble: DatabaseBusy) -> str:
    return "Another program keeps the database busy. Try again in a moment; nothing was changed."


@explain_trouble.register
def _reads_only(trouble: DatabaseReadsOnly) -> str:
    return (
        f"The server is a standby or takes no writes: {masked(str(trouble))}."
        " Start this desk once on the server that writes; nothing was changed."
    )


@explain_trouble.register
def _halted(trouble: WritesHalted) -> str:
    from desktop.services.halted import SalesHalted
    from desktop.ui.failures import explain  # the sentence that the window says too

    return explain(SalesHalted(trouble.halt))


@explain_trouble.register
def _not_the_books(trouble: NotTheBooks) -> str:
    from desktop.services.halted import BooksUnusable
    from desktop.ui.failures import explain

    return explain(BooksUnusable(trouble.what, trouble.place))


@explain_trouble.register
def _damaged(trouble: DatabaseDamaged) -> str:
    from desktop.services.halted import BooksUnusable
    from desktop.ui.failures import explain

    return explain(BooksUnusable(NotBooks.DAMAGED, "", trouble.tables))
