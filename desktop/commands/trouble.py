"""What is wrong with a database, in one sentence for the command line."""

from db.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseTooOld,
    DatabaseTrouble,
    NotTheBooks,
    OutcomeUnknown,
)
from db.halt import NotBooks
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
    if isinstance(trouble, OutcomeUnknown):
        return "The database's answer was lost: whether it was changed is not known. Look before a repeat."
    if isinstance(trouble, DatabaseBusy):
        return "Another program keeps the database busy. Try again in a moment; nothing was changed."
    if isinstance(trouble, NotTheBooks | DatabaseDamaged | WritesHalted):
        return _explain_books(trouble)
    return f"The database can't be opened: {trouble}. Check its path or address; nothing was changed."


def _explain_books(trouble: NotTheBooks | DatabaseDamaged | WritesHalted) -> str:
    # Sentences that the window says too.
    from desktop.services.halted import BooksUnusable, SalesHalted
    from desktop.ui.failures import explain

    if isinstance(trouble, WritesHalted):
        return explain(SalesHalted(trouble.halt))
    if isinstance(trouble, NotTheBooks):
        return explain(BooksUnusable(trouble.what, trouble.place))
    return explain(BooksUnusable(NotBooks.DAMAGED, "", trouble.tables))
