"""What is wrong with a database, in one sentence for the command line."""

from db.errors import (
    DatabaseBusy,
    DatabaseNewer,
    DatabaseTooOld,
    DatabaseTrouble,
    MoveUnfinished,
    OutcomeUnknown,
)
from db.halt import HaltKind
from db.halts import WritesHalted


def explain_trouble(trouble: DatabaseTrouble) -> str:
    """Return what happened and what to do."""
    if isinstance(trouble, DatabaseNewer):
        return (
            f"The database was made by a newer version of Counterfoil (its schema is {trouble.found})."
            " Install that version here; nothing was changed."
        )
    if isinstance(trouble, DatabaseTooOld):
        return f"SQLite {trouble.found} can damage shared files. Install the locked pysqlite3 package."
    if isinstance(trouble, MoveUnfinished):
        return (
            "Books were being moved here, and the move has not come to its end. Move them here again, or"
            " start the desk at their old place; nothing was changed."
        )
    if isinstance(trouble, WritesHalted) and trouble.halt.kind is HaltKind.MOVED:
        facts = trouble.halt.facts
        day = f"{facts['at'].astimezone():%d %b %Y}"
        return f"These books were moved to {facts['to']} on {day}: sell there. Here they can only be read."
    if isinstance(trouble, OutcomeUnknown):
        return "The database's answer was lost: whether it was changed is not known. Look before a repeat."
    if isinstance(trouble, DatabaseBusy):
        return "Another program keeps the database busy. Try again in a moment; nothing was changed."
    return f"The database can't be opened: {trouble}. Check its path or address; nothing was changed."
