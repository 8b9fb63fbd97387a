"""The sentences of what is refused to the accountant."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.services import errors, return_errors

translate = QCoreApplication.translate


def explain_files_no_return(error: return_errors.FilesNoReturn) -> str:
    """Return that there is nothing to file, and why."""
    return translate(
        "Failures",
        "{code} files no GSTR-1: it is not known, pays by turnover, or was not in force then. Choose another"
        " registration or month.",
    ).format(code=error.registration)


def explain_names_not_read(error: return_errors.NamesNotRead) -> str:
    """Return where the file is wrong, and what to do."""
    return translate(
        "Failures",
        "Line {count} is no name of a ledger: nothing was changed. Save the names, change only the column"
        " name, and read that file.",
    ).format(count=error.line)


SENTENCES: Mapping[type[errors.DeskError], Callable[..., str]] = {
    return_errors.FilesNoReturn: explain_files_no_return,
    return_errors.NamesNotRead: explain_names_not_read,
}
