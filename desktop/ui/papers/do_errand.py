"""What the process does that hands a paper over: lay it out, send it, and write down what came of it."""

from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

from db.print_words import PaperLanguage, PaperSize, PrinterWay, PrintFault, PrintState
from desktop.paper_errand import ANSWER, ERRAND, HANDING
from desktop.services.domain.printing import Errand, HandedOver, host_and_port

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QTextDocument
    from PySide6.QtPrintSupport import QPrinterInfo

    Build = Callable[[Errand], QTextDocument]

LP_SECONDS = 12.0
"""For the print system's own program to take one paper."""


def do_errand(folder: Path, build: Build) -> int:
    """Hand over the folder's paper, laid out by `build`; write the answer beside it when it is whole."""
    # The desk that started this process has written it, in a folder of its user's own.
    errand = pickle.loads((folder / ERRAND).read_bytes())  # noqa: S301  see above
    from PySide6.QtWidgets import QApplication

    from desktop.ui.fonts import load_fonts
    from desktop.ui.language import speak

    application = QApplication(["counterfoil"])
    load_fonts()
    speak(application, "hi" if errand.language is PaperLanguage.HINDI else "en")
    handed = _hand_over(errand, folder, build)
    told = {"state": handed.state, "where": handed.where, "fault": handed.fault, "said": handed.said}
    written = folder / f"{ANSWER}.new"
    written.write_text(json.dumps(told), encoding="utf-8")
    written.replace(folder / ANSWER)
    del application
    return 0


def _hand_over(errand: Errand, folder: Path, build: Build) -> HandedOver:
    begin = partial((folder / HANDING).touch)
    built = build(errand)
    if errand.way is PrinterWay.SYSTEM:
        return _to_system(errand, built, folder, begin)
    if errand.way is PrinterWay.EMAIL:
        return _mail(errand, built, folder, begin)
    if errand.way is PrinterWay.FILE:
        return _to_folder(errand, built, begin)
    from desktop.ui.papers.escpos import slip_bytes
    from desktop.ui.papers.slip_printer import send_to_device, send_to_network

    data = slip_bytes(built, errand.paper)
    if errand.way is PrinterWay.DEVICE:
        return send_to_device(errand.address, data, begin, errand.address)
    found = host_and_port(errand.address)
    if errand.way is PrinterWay.NETWORK and found is not None:
        return send_to_network(*found, data, begin, errand.address)
    file = folder / "paper.bin"
    file.write_bytes(data)
    return _lp(errand, file, ("-o", "raw"), begin)


def _to_system(errand: Errand, built: QTextDocument, folder: Path, begin: Callable[[], None]) -> HandedOver:
    from desktop.ui.papers.write_pdf import write_built

    has_lp = sys.platform.startswith("linux") and shutil.which("lp") is not None
    if not errand.address or not has_lp:
        from PySide6.QtPrintSupport import QPrinterInfo

        address = errand.address
        information = QPrinterInfo.printerInfo(address) if address else QPrinterInfo.defaultPrinter()
        if information.isNull():
            return HandedOver(PrintState.FAILED, address, PrintFault.NO_PRINTER)
        errand = Errand(
            errand.title, errand.content, errand.way, information.printerName(), errand.paper, errand.language
        )
        if not has_lp:
            begin()
            _print(information, built, errand)
            return HandedOver(PrintState.SENT, errand.address)
    file = folder / "paper.pdf"
    write_built(built, file, errand.paper, errand.title)
    return _lp(errand, file, _media(errand.paper), begin)


def _media(paper: PaperSize) -> tuple[str, ...]:
    return ("-o", f"media={paper}") if paper in (PaperSize.A4, PaperSize.A5) else ()


def _lp(errand: Errand, file: Path, options: tuple[str, ...], begin: Callable[[], None]) -> HandedOver:
    """Hand a file to the print system; its exit status is the answer."""
    program = shutil.which("lp")
    if program is None:
        return HandedOver(PrintState.FAILED, errand.address, PrintFault.NO_WAY)
    begin()
    call = (program, "-d", errand.address, "-t", errand.title, *options, "--", str(file))
    try:
        done = subprocess.run(call, capture_output=True, timeout=LP_SECONDS, check=False)  # noqa: S603  the system's program with arguments of ours
    except subprocess.TimeoutExpired:
        return HandedOver(PrintState.UNSURE, errand.address, PrintFault.SILENT)
    except OSError as error:
        return HandedOver(PrintState.FAILED, errand.address, PrintFault.NO_WAY, error.strerror or "")
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        return HandedOver(PrintState.FAILED, errand.address, PrintFault.PRINTER_SAID, said)
    return HandedOver(PrintState.SENT, errand.address)


def _print(information: QPrinterInfo, built: QTextDocument, errand: Errand) -> None:
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout
    from PySide6.QtPrintSupport import QPrinter

    from desktop.ui.papers.print_pages import print_pages
    from desktop.ui.papers.write_pdf import page_size_of

    printer = QPrinter(information, QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    size, upright = page_size_of(built, errand.paper), QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, upright, QMarginsF(0, 0, 0, 0)))
    printer.setDocName(errand.title)
    print_pages(built, printer)


def _to_folder(errand: Errand, built: QTextDocument, begin: Callable[[], None]) -> HandedOver:
    """Write the paper into a folder: pages as PDF, a slip as its printer's bytes. Nothing is overwritten."""
    from pathlib import Path

    from desktop.ui.papers.escpos import DOTS, slip_bytes
    from desktop.ui.papers.write_pdf import write_built

    folder = Path(errand.address)
    kind = "escpos" if errand.paper in DOTS else "pdf"
    file = _free_name(folder, errand.title.replace("/", "-"), kind)
    unfinished = folder / f".{file.name}.part"
    begin()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if kind == "pdf":
            write_built(built, unfinished, errand.paper, errand.title)
        else:
            unfinished.write_bytes(slip_bytes(built, errand.paper))
        unfinished.replace(file)
    except OSError as error:
        return HandedOver(PrintState.FAILED, errand.address, PrintFault.NOT_WRITTEN, error.strerror or "")
    return HandedOver(PrintState.SENT, str(file))


def _free_name(folder: Path, title: str, kind: str) -> Path:
    file, number = folder / f"{title}.{kind}", 1
    while file.exists():
        number += 1
        file = folder / f"{title} ({number}).{kind}"
    return file


def _mail(errand: Errand, built: QTextDocument, folder: Path, begin: Callable[[], None]) -> HandedOver:
    from desktop.services.domain.document import Document
    from desktop.ui.papers.send_mail import make_mail, send_mail
    from desktop.ui.papers.share_text import share_text
    from desktop.ui.papers.write_pdf import write_built

    if errand.mail is None:
        return HandedOver(PrintState.FAILED, errand.address, PrintFault.NO_MAIL_SERVER)
    password = sys.stdin.read()
    file = folder / "paper.pdf"
    write_built(built, file, errand.paper, errand.title)
    text = share_text(errand.content) if isinstance(errand.content, Document) else errand.title
    mail = make_mail(errand.mail, errand.address, errand.title, text, file.read_bytes())
    return send_mail(errand.mail, password, mail, errand.address, begin)
