"""A receipt, a voucher or the slip of a shift on the screen, to print or to save as PDF."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from db.document_kinds import KINDS, Part
from db.ids import DocumentId
from db.print_words import CopyMark, PaperLanguage, PaperSize
from desktop.services.domain.document import Document
from desktop.services.domain.printing import PrintRequest
from desktop.services.domain.z_slip import ZSlip
from desktop.ui.documents.share_box import ShareBox
from desktop.ui.failures import explain
from desktop.ui.papers.lay_out import lay_out
from desktop.ui.papers.paper_out import PaperOut
from desktop.ui.papers.paper_size import Edition, shape_of
from desktop.ui.papers.paper_view import PaperView
from desktop.ui.papers.write_pdf import write_pdf
from desktop.ui.printer_words import outcome_text
from desktop.ui.routes import OpenDocument
from desktop.ui.theme import scaled, theme
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage
from desktop.ui.widgets.paper_buttons import DIGITS, PaperButtons, paper_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.printing import PrintJob
    from desktop.services.domain.z_slip import Paper
    from desktop.ui.runner import Runner


ROLL_SCALE = 0.66


class DocumentWindow(KeyedPage):
    """`show_document` opens one. What is out is counted; so is a PDF, which is paper in other hands.

    Size and language of what is shown and saved are chosen by keys. A printer has its own size, and its own
    language until another is chosen. A slip offers the papers that it lists.
    """

    saved = Signal(str)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._document: Paper | None = None
        self.folder: Path | None = None
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.errors = ErrorBar()
        self.paper = PaperView()
        self.print_button = BusyButton(self.tr("Print   Enter"), role="primary")
        self.pdf_button = BusyButton(self.tr("Save as PDF   Ctrl+S"))
        self.size_button = QPushButton()
        self.language_button = QPushButton()
        self.copy_button = QPushButton(self.tr("For the supplier   D"))
        self.copy_button.setCheckable(True)
        self.listed = PaperButtons()
        self.paper_size, self.language = PaperSize.A5, "en"
        # Before somebody chooses, a printer speaks its own.
        self._chosen: PaperLanguage | None = None
        self.back_button = QPushButton(self.tr("Back   Esc"))
        self.share = ShareBox(self.errors)
        self.share.mailed.connect(self._mail)
        self._out = PaperOut(services, runner, self)
        self._out.moved.connect(self._moved)
        self._out.failed.connect(self._not_printed)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.print_button.clicked.connect(self._print)
        self.pdf_button.clicked.connect(self._save)
        self.back_button.clicked.connect(self.back)
        self.add_key("Esc", self._leave)
        self.add_key("Ctrl+P", self._print)
        self.add_key("F9", self._print)
        self.add_key("Return", self._print)
        self.add_key("Ctrl+S", self._save)
        self.add_key("Ctrl+E", self.share.ask_recipient)
        self.add_key("Ctrl+C", self.share.copy_text)
        self.add_key("Ctrl+M", self.share.open_messenger)
        self.add_key("Ctrl+Shift+E", self.share.open_mail)
        self.size_button.clicked.connect(self._next_size)
        self.language_button.clicked.connect(self._next_language)
        self.copy_button.clicked.connect(self._draw)
        self.listed.chosen.connect(self._open)
        self.add_key("Z", self._next_size)
        self.add_key("G", self._next_language)
        self.add_key("D", self.copy_button.click)
        for place in range(DIGITS):
            self.add_key(str(place + 1), partial(self.listed.choose, place))
        self.add_key("PgDown", partial(self._scroll, 1))
        self.add_key("PgUp", partial(self._scroll, -1))
        theme.changed.connect(self._fit)
        self._fit()

    def show_document(self, document_id: DocumentId) -> None:
        """Read a document and show it."""
        self.errors.clear()
        self._run(partial(self._services.show_document, document_id), self.show_page)

    def show_z_slip(self, document_id: DocumentId) -> None:
        """Read the slip of a closed shift and show it."""
        self.errors.clear()
        self._run(partial(self._services.show_z_slip, document_id, self._services.actor()), self.show_page)

    def show_page(self, document: Paper) -> None:
        """Show a document that has been read already."""
        if self._document is None or self._document.id != document.id:
            self.copy_button.setChecked(False)
            self.language = "en" if isinstance(document, ZSlip) else document.content.language
            self._chosen = None
        self._document = document
        self.title.setText(document.number)
        listed = () if isinstance(document, ZSlip) else document.content.listed
        self.listed.offer([(one.id, paper_name(one.kind, one.number, one.total_paise)) for one in listed])
        has_two = isinstance(document, Document) and Part.COPY_MARK in KINDS[document.kind].parts
        self.copy_button.setVisible(has_two)
        self._draw()
        self.share.show_paper(document)
        self.print_button.setFocus()

    def _draw(self) -> None:
        if self._document is None:
            return
        self.size_button.setText(
            self.tr("Size {size}   Z").format(size=self.paper_size.value.replace("mm", " mm"))
        )
        words = {"en": self.tr("In English   G"), "hi": self.tr("In Hindi   G")}
        self.language_button.setText(words[self.language])
        made = lay_out(
            self._document, self.paper_size, self.language, is_duplicate=self.copy_button.isChecked()
        )
        # A roll is shown as wide as it is beside a sheet, a little larger to be read.
        shape = shape_of(self.paper_size)
        self.paper.show_document(made, ROLL_SCALE if shape.is_roll else 1.0)

    def _next_size(self) -> None:
        sizes = list(PaperSize)
        self.paper_size = sizes[(sizes.index(self.paper_size) + 1) % len(sizes)]
        self._draw()

    def _next_language(self) -> None:
        self.language = "hi" if self.language == "en" else "en"
        self._chosen = PaperLanguage(self.language)
        self._draw()

    def _open(self, document_id: str) -> None:
        self.wanted.emit(OpenDocument(DocumentId(document_id)))

    def _scroll(self, direction: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + direction * bar.pageStep())

    def _lay_out(self) -> None:
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        centred = QVBoxLayout(holder)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        area.setWidget(holder)
        buttons = QHBoxLayout()
        for button in (
            self.print_button,
            self.pdf_button,
            self.size_button,
            self.language_button,
            self.copy_button,
            self.back_button,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._column.addWidget(self.title)
        self._column.addWidget(self.errors)
        self._column.addWidget(self.listed)
        self._column.addWidget(self.share)
        self._column.addWidget(area, 1)
        self._column.addLayout(buttons)

    def _leave(self) -> None:
        """One step back: from the recipient to the paper, from the paper to the page before."""
        if self.share.put_away():
            self.print_button.setFocus()
        else:
            self.back.emit()

    def _print(self) -> None:
        if self._document is not None and not self.print_button.busy:
            mark = CopyMark.DUPLICATE if self.copy_button.isChecked() else CopyMark.ORIGINAL
            self._send(PrintRequest(self._document.id, mark=mark, language=self._chosen))

    def _send(self, request: PrintRequest) -> None:
        self.print_button.set_busy(True)
        self._out.print(request)

    @property
    def _edition(self) -> Edition:
        return Edition(self.paper_size, self.language, is_duplicate=self.copy_button.isChecked())

    def _moved(self, job: PrintJob) -> None:
        """Say how far the paper has come; what is out is shown as the copy that the next one is."""
        self.print_button.set_busy(job.is_moving)
        if job.is_moving or job.is_out:
            self.errors.show_done(outcome_text(job))
        else:
            self.errors.show_error(outcome_text(job))
        document = self._document
        if job.is_out and document is not None and document.id == job.document_id:
            self._run(partial(self._read, document), self.show_page)

    def _not_printed(self, error: Exception) -> None:
        self.print_button.set_busy(False)
        self.errors.show_error(explain(error))

    def _mail(self, recipient: str) -> None:
        if self._document is not None and not self.print_button.busy:
            # No printer knows better: it is mailed as it is shown.
            language = PaperLanguage(self.language)
            self._send(PrintRequest(self._document.id, recipient=recipient, language=language))

    def _save(self) -> None:
        document = self._document
        if document is None or self.pdf_button.busy:
            return
        path = self._folder() / f"{document.number.replace('/', '-')}.pdf"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_pdf(document, path, self._edition)
        except OSError:
            self.errors.show_error(
                self.tr("The PDF could not be written to {folder}. Check the folder and its space.").format(
                    folder=path.parent
                )
            )
            return
        self.saved.emit(str(path))
        self._count(document, self.tr("{number} is saved as {printer}."), str(path))

    def _count(self, document: Paper, sentence: str, where: str) -> None:
        self.errors.show_done(sentence.format(number=document.number, printer=where))

        actor = self._services.actor()

        def count_and_read() -> Paper:
            self._services.count_copy(document.id, actor=actor)
            return self._read(document)

        self._run(count_and_read, self.show_page)

    def _read(self, document: Paper) -> Paper:
        if isinstance(document, ZSlip):
            return self._services.show_z_slip(document.id, self._services.actor())
        return self._services.show_document(document.id)

    def _run(self, work: Callable[[], Paper], done: Callable[[Paper], None]) -> None:
        self._runner.run(
            work, owner=self, done=done, failed=lambda error: self.errors.show_error(explain(error))
        )

    def _folder(self) -> Path:
        if self.folder is not None:
            return self.folder
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents)) / "Counterfoil"

    def _fit(self) -> None:
        self._column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        self._column.setSpacing(scaled(12))
