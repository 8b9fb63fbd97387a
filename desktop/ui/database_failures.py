"""The sentence for every trouble with the database, and for what was written before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui import formats

if TYPE_CHECKING:
    from desktop.services import errors

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
