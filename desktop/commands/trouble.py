"""What is wrong with a database, in one sentence for the command line."""

from datetime import UTC, datetime

from db.errors import (
    DatabaseBusy,
    DatabaseNewer,
    DatabaseOlder,
    DatabaseTooOld,
    DatabaseTrouble,
    DeskOpenElsewhere,
    NoBooks,
    OutcomeUnknown,
    SharedFolder,
)


def explain_trouble(trouble: DatabaseTrouble) -> str:
    """Return what happened and what to do."""
    if isinstance(trouble, DatabaseNewer):
        return (
            f"The database was made by a newer version of Counterfoil (its schema is {trouble.found})."
            " Install that version here; nothing was changed."
        )
    if isinstance(trouble, DatabaseOlder):
        return (
            f"The books were made by an older version of Counterfoil (their schema is {trouble.found}), and"
            " reading changes nothing: start the desk on them once, or read them with that version."
        )
    if isinstance(trouble, DeskOpenElsewhere):
        began = trouble.since.astimezone()
        is_today = began.date() == datetime.now(UTC).astimezone().date()
        since = f"{began:%H:%M}" if is_today else f"{began:%d %b %H:%M}"
        where = f"on {trouble.host} " if trouble.host else ""
        return (
            f"Desk {trouble.code} is open {where}since {since}. Go on there, or start another desk with"
            " --desk D2; a desk whose PC has crashed is free a minute later."
        )
    if isinstance(trouble, SharedFolder):
        where = "on a network" if trouble.kind == "network" else "carried about by a sync program"
        return (
            f"The data folder is {where} ({trouble.name}), where a database in a file breaks. Choose a folder"
            " of this computer with --data-dir; backups may go there, and several PCs need --database."
        )
    if isinstance(trouble, NoBooks):
        return "These are no books of Counterfoil. Name its file or its database; nothing was changed."
    if isinstance(trouble, DatabaseTooOld):
        return f"SQLite {trouble.found} can damage shared files. Install the locked pysqlite3 package."
    if isinstance(trouble, OutcomeUnknown):
        return "The database's answer was lost: whether it was changed is not known. Look before a repeat."
    if isinstance(trouble, DatabaseBusy):
        return "Another program keeps the database busy. Try again in a moment; nothing was changed."
    return f"The database can't be opened: {trouble}. Check its path or address; nothing was changed."
