"""What is entered of a printer: its name, how papers get there, where, on which paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from db.print_words import PaperLanguage, PaperSize, PrinterWay
from desktop.services.domain.printing import ADDRESS_MAX, NAME_MAX, OF_SLIP_PRINTERS, ROLLS, Printer
from desktop.ui.printer_words import address_hint, language_word, paper_word, way_word
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.field_box import FieldBox

if TYPE_CHECKING:
    from desktop.services.errors import BadRequest


class PrinterForm(QFrame):
    """`entered` carries the Printer and what it was before, None for a new one. Hidden while not needed."""

    entered = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._before: Printer | None = None
        self.head = QLabel()
        set_role(self.head, "strong")
        self.name = FieldBox(self.tr("Name at the desk"), self.tr("Name of the printer"))
        self.name.edit.setMaxLength(NAME_MAX)
        self.address = FieldBox(self.tr("Where it is"), self.tr("Where the printer is"))
        self.address.edit.setMaxLength(ADDRESS_MAX)
        self.way = _chosen_of(self.tr("How papers get there"))
        for way in PrinterWay:
            self.way.addItem(way_word(way), way)
        self.paper = _chosen_of(self.tr("Its paper"))
        self.language = _chosen_of(self.tr("Language of its papers"))
        for language in PaperLanguage:
            self.language.addItem(language_word(language), language)
        self.is_usual = QCheckBox(self.tr("The desk's usual printer (Space)"))
        self.button = BusyButton(self.tr("Keep   F9"), role="primary")
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(12))
        grid.setVerticalSpacing(scaled(4))
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(captioned(self.tr("How"), self.way), 0, 1)
        grid.addWidget(self.address, 1, 0)
        grid.addWidget(captioned(self.tr("Paper"), self.paper), 1, 1)
        grid.addWidget(self.is_usual, 2, 0)
        grid.addWidget(captioned(self.tr("Language"), self.language), 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12))
        column.setSpacing(scaled(8))
        column.addWidget(self.head)
        column.addLayout(grid)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.way.currentIndexChanged.connect(lambda _index: self._fit_way())
        self.name.entered.connect(self.way.setFocus)
        self.address.entered.connect(self.paper.setFocus)
        self.button.clicked.connect(self.enter)
        for first, second in (
            (self.name.edit, self.way),
            (self.way, self.address.edit),
            (self.address.edit, self.paper),
            (self.paper, self.language),
            (self.language, self.is_usual),
            (self.is_usual, self.button),
        ):
            QWidget.setTabOrder(first, second)
        self._fit_way()
        self.hide()

    def ask(self, before: Printer | None) -> None:
        """Ask for a new printer, or for what is to be changed of this one."""
        self._before = before
        self.head.setText(
            self.tr("A new printer") if before is None else self.tr("Change {name}").format(name=before.name)
        )
        self.name.set_text(before.name if before else "")
        _choose(self.way, before.way if before else PrinterWay.SYSTEM)
        self.address.set_text(before.address if before else "")
        if before is not None:
            _choose(self.paper, before.paper)
        _choose(self.language, before.language if before else PaperLanguage.ENGLISH)
        self.is_usual.setChecked(before is None or before.is_usual)
        for box in (self.name, self.address):
            box.clear_error()
        self.button.set_label(self.tr("Keep   F9"), before)
        self.show()
        self.name.take_focus()

    def enter(self) -> None:
        """Give what was entered."""
        if self.isHidden() or self.button.busy:
            return
        for box in (self.name, self.address):
            box.clear_error()
        entered = Printer(
            self.name.text,
            PrinterWay(self.way.currentData()),
            self.address.text,
            PaperSize(self.paper.currentData()),
            PaperLanguage(self.language.currentData()),
            self.is_usual.isChecked(),
        )
        self.entered.emit(entered, self._before)

    def show_refusal(self, error: BadRequest, sentence: str) -> bool:
        """Say at its field what can't be; False when it is about none of them."""
        box = {"printer_name": self.name, "printer_address": self.address}.get(error.field)
        if box is None:
            return False
        box.show_error(sentence)
        box.take_focus()
        return True

    def _fit_way(self) -> None:
        """Offer the papers that the way has, and show what its address looks like."""
        way = PrinterWay(self.way.currentData())
        chosen = self.paper.currentData()
        self.paper.clear()
        for paper in ROLLS if way in OF_SLIP_PRINTERS else PaperSize:
            self.paper.addItem(paper_word(paper), paper)
        if chosen is not None:
            _choose(self.paper, PaperSize(chosen))
        self.address.edit.setPlaceholderText(address_hint(way))


def _chosen_of(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    # A long word is shortened in little room; the list shows all of it.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    return box


def captioned(caption: str, box: QComboBox) -> QWidget:
    """Return a choice with its name above, as fields have theirs."""
    holder = QWidget()
    label = QLabel(caption)
    set_role(label, "caption")
    label.setBuddy(box)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(box)
    column.addStretch(1)
    return holder


def _choose(box: QComboBox, value: object) -> None:
    place = box.findData(value)
    if place >= 0:
        box.setCurrentIndex(place)
