"""print-paper: the window's own errand, in a process that may be ended while a print server is silent."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING

from db.print_words import PaperSize
from desktop.paper_errand import ERRAND

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextDocument
    from PySide6.QtPrintSupport import QPrinterInfo

    from desktop.services.domain.printing import Errand
    from desktop.services.domain.z_slip import Paper
    from desktop.ui.papers.list_paper import ListPaper
    from desktop.ui.papers.recovery_paper import RecoveryPaper

# What the window and this process tell each other: files in a folder of one errand.
DOCUMENT = "document"
ANSWER = "printer"


def run_print(folder: Path, build: Callable[[Errand], QTextDocument]) -> int:
    """Hand over the folder's errand, whose paper `build` lays out.

    Without one print its document, if there is one, and write the default printer's name beside it: nothing
    is written in it when there is no printer.
    """
    if (folder / ERRAND).exists():
        from desktop.ui.papers.do_errand import do_errand

        return do_errand(folder, build)
    from PySide6.QtPrintSupport import QPrinterInfo
    from PySide6.QtWidgets import QApplication

    from desktop.ui.fonts import load_fonts

    application = QApplication(["counterfoil"])
    load_fonts()
    information = QPrinterInfo.defaultPrinter()
    file = folder / DOCUMENT
    if file.exists() and not information.isNull():
        # The window that started this process has written it, in a folder of its user's own.
        _print(information, pickle.loads(file.read_bytes()))  # noqa: S301  see above
    name = "" if information.isNull() else information.printerName()
    # Under its name only when it is whole: the window may look at any moment.
    written = folder / f"{ANSWER}.new"
    written.write_text(name, encoding="utf-8")
    written.replace(folder / ANSWER)
    del application
    return 0


def _print(information: QPrinterInfo, document: Paper | RecoveryPaper | ListPaper) -> None:
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize
    from PySide6.QtPrintSupport import QPrinter

    from desktop.ui.papers.lay_out import lay_out
    from desktop.ui.papers.list_paper import ListPaper, paint_list
    from desktop.ui.papers.print_pages import print_pages
    from desktop.ui.papers.write_pdf import page_size_of

    printer = QPrinter(information, QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setDocName(document.number)
    upright = QPageLayout.Orientation.Portrait
    if isinstance(document, ListPaper):
        sheet = QPageSize(QPageSize.PageSizeId.A4)
        printer.setPageLayout(QPageLayout(sheet, upright, QMarginsF(0, 0, 0, 0)))
        paint_list(document, printer)
        return
    made = lay_out(document)
    printer.setPageLayout(QPageLayout(page_size_of(made, PaperSize.A5), upright, QMarginsF(0, 0, 0, 0)))
    print_pages(made, printer)
