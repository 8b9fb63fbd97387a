"""A receipt, a voucher or the slip of a shift on the screen, to print or to save as PDF."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from db.document_kinds import KINDS, Part
from db.ids import DocumentId
from desktop.services.domain.document import Document
from desktop.services.domain.z_slip import ZSlip
from desktop.ui.failures import explain
from desktop.ui.papers.lay_out import lay_out
from desktop.ui.papers.paper_size import Edition, PaperSize
from desktop.ui.papers.paper_view import PaperView
from desktop.ui.papers.write_pdf import write_pdf
from desktop.ui.routes import OpenDocument
from desktop.ui.theme import scaled, theme
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage
from desktop.ui.widgets.paper_buttons import DIGITS, PaperButtons, paper_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.z_slip import Paper
    from desktop.ui.runner import Runner


ROLL_SCALE = 0.66


class DocumentWindow(KeyedPage):
    """`show_document` opens one. Printing counts a copy; so does a PDF, which is paper in other hands.

    Size and language of what is shown, printed and saved are chosen by keys. A slip offers the papers that it
    lists.
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
        self.back_button = QPushButton(self.tr("Back   Esc"))
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.print_button.clicked.connect(self._print)
        self.pdf_button.clicked.connect(self._save)
        self.back_button.clicked.connect(self.back)
        self.add_key("Esc", self.back.emit)
        self.add_key("Ctrl+P", self._print)
        self.add_key("F9", self._print)
        self.add_key("Return", self._print)
        self.add_key("Ctrl+S", self._save)
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
        self._document = document
        self.title.setText(document.number)
        listed = () if isinstance(document, ZSlip) else document.content.listed
        self.listed.offer([(one.id, paper_name(one.kind, one.number, one.total_paise)) for one in listed])
        has_two = isinstance(document, Document) and Part.COPY_MARK in KINDS[document.kind].parts
        self.copy_button.setVisible(has_two)
        self._draw()
        self.print_button.setFocus()

    def _draw(self) -> None:
        if self._document is None:
            return
        self.size_button.setText(self.tr("Size {size}   Z").format(size=self.paper_size.value))
        words = {"en": self.tr("In English   G"), "hi": self.tr("In Hindi   G")}
        self.language_button.setText(words[self.language])
        made = lay_out(
            self._document, self.paper_size, self.language, is_duplicate=self.copy_button.isChecked()
        )
        # A roll is shown as wide as it is beside a sheet, a little larger to be read.
        shape = self.paper_size.shape
        self.paper.show_document(made, ROLL_SCALE if shape.is_roll else 1.0)

    def _next_size(self) -> None:
        sizes = list(PaperSize)
        self.paper_size = sizes[(sizes.index(self.paper_size) + 1) % len(sizes)]
        self._draw()

    def _next_language(self) -> None:
        self.language = "hi" if self.language == "en" else "en"
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
        self._column.addWidget(area, 1)
        self._column.addLayout(buttons)

    def _print(self) -> None:
        document = self._document
        if document is None or self.print_button.busy:
            return
        from desktop.ui.papers.print_document import print_document

        self.print_button.set_busy(True)
        print_document(
            document,
            self,
            partial(self._printed, document),
            self._say_silent,
            edition=self._edition,
        )

    @property
    def _edition(self) -> Edition:
        return Edition(self.paper_size, self.language, is_duplicate=self.copy_button.isChecked())

    def _printed(self, document: Paper, printer: str) -> None:
        self.print_button.set_busy(False)
        if printer:
            self._count(document, self.tr("{number} went to {printer}."), printer)
            return
        self.errors.show_error(
            self.tr("No printer is set up on this machine. Save the document as PDF with Ctrl+S.")
        )

    def _say_silent(self) -> None:
        self.print_button.set_busy(False)
        self.errors.show_error(
            self.tr(
                "The printer does not answer. Look whether it printed; if not, print later with Ctrl+P or"
                " save the document as PDF with Ctrl+S."
            )
        )

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
            if isinstance(document, ZSlip):
                return self._services.show_z_slip(document.id, actor)
            return self._services.show_document(document.id)

        self._run(count_and_read, self.show_page)

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
