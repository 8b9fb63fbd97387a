"""The sentence for every trouble with the database, and for what was written before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.halt import NotBooks
from desktop.services import errors
from desktop.services.backup_failed import BackupFailed
from desktop.services.halted import BooksUnusable
from desktop.ui import formats

translate = QCoreApplication.translate


def explain_database_lost(error: errors.DatabaseLost) -> str:
    """Return what is known of a write whose database could not be used."""
    if error.unknown:
        return translate(
            "Failures",
            "The answer was lost: it is not known whether it was written. Look before you go on; pressing"
            " again does nothing twice.",
        )
    if error.busy:
        return translate("Failures", "The database is busy; nothing was written. Try again in a moment.")
    return translate(
        "Failures",
        "The database can't be reached; nothing was written. Check the connection, then try again.",
    )


def looked_up_text() -> str:
    """Return that a page was read anew after an answer was lost: what it shows is what was written."""
    return translate(
        "Failures",
        "An answer was lost; this page was read anew since then. What is still open may be pressed again:"
        " nothing is done twice.",
    )


def explain_other_content(error: errors.OtherContent) -> str:
    """Return that a request was carried out before, with something else in it."""
    if error.amount_paise is None:
        return translate(
            "Failures",
            "This was done at the first press already, with something else in it. Nothing more was written:"
            " look at it before you go on.",
        )
    return translate(
        "Failures",
        "{amount} went through at the first press already. Nothing more was written: look at it before you"
        " go on.",
    ).format(amount=formats.rupees(error.amount_paise))


def explain_books_unusable(error: BooksUnusable) -> str:
    """Return what stands where the books should be, and what to do; it is said at the command line too."""
    said = {
        NotBooks.NO_DATABASE: translate(
            "Failures",
            "The file {place} is no database, or its beginning is damaged; nothing was changed. Put a"
            " backup back with the command restore, or name another file.",
        ),
        NotBooks.EMPTY: translate(
            "Failures",
            "The file {place} is empty, and the books should be in it; nothing was changed. Put a backup"
            " back with the command restore, or take the empty file away to begin new books.",
        ),
        NotBooks.HALF: translate(
            "Failures",
            "The file {place} is not whole, its end is missing; nothing was changed. Put a backup back with"
            " the command restore.",
        ),
        NotBooks.MISSING: translate(
            "Failures",
            "The file {place} is missing, and its log (-wal) is there; nothing was changed. Put the file back"
            " beside its log, or a backup with the command restore.",
        ),
        NotBooks.OTHER_PROGRAM: translate(
            "Failures",
            "The database {place} belongs to another program; nothing was changed. Name another file.",
        ),
        NotBooks.FOLDER: translate(
            "Failures", "The place {place} is a folder, and the books are a file. Name a file in it."
        ),
        NotBooks.NO_RIGHTS: translate(
            "Failures",
            "The file {place} may not be read or written by you. Ask whoever looks after this computer for"
            " the right to use the file and its folder.",
        ),
        NotBooks.DAMAGED: translate(
            "Failures",
            "The books are damaged ({tables}); nothing was changed, and nothing is sold. Put a backup back"
            " with the command restore.",
        ),
    }[error.found]
    tables = ", ".join(error.tables) or translate("Failures", "it is not known where")
    return said.format(place=error.place, tables=tables)


def explain_other_mode(error: errors.OtherMode) -> str:
    """Return that practice and real money share no database."""
    if error.practice:
        return translate(
            "Failures",
            "This database is for practice and takes no real money. Start without --live, or name another"
            " database.",
        )
    return translate(
        "Failures",
        "This database is for real money and not for practice. Start with --live, or name another database.",
    )


def explain_backup_failed(error: BackupFailed) -> str:
    """Return why there is no new backup, or none in the second place."""
    sentences = {
        "place": translate("Failures", "No backup was made ({said}). Make room, or ask who may write there."),
        "second": translate(
            "Failures", "The second place took no copy ({said}); the backup on this computer is made."
        ),
        "damaged": translate(
            "Failures", "The backup is damaged ({said}), and was thrown away: let the disk be looked at."
        ),
    }
    return sentences[error.reason].format(said=error.said)


SENTENCES: Mapping[type[errors.DeskError], Callable[[Any], str]] = {
    errors.DatabaseLost: explain_database_lost,
    errors.OtherContent: explain_other_content,
    BooksUnusable: explain_books_unusable,
    errors.OtherMode: explain_other_mode,
    BackupFailed: explain_backup_failed,
}
