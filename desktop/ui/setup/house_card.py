"""Whose business it is: shown, and changed by whoever may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.domain.gstin import STATES
from desktop.services.domain.house import ADDRESS_LINES
from desktop.services.errors import BadRequest
from desktop.ui.failures import explain
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.field_box import FieldBox
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from desktop.services.domain.house import Business

TYPED_MAX = 200


class HouseCard(QFrame):
    """`save` comes at Enter in the last field, and at the button. What is typed stays until it is saved."""

    save = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        heading = QLabel(self.tr("The business"))
        heading.setProperty("role", "heading")
        about = QLabel(
            self.tr(
                "It stands in the head of this window and on every paper that is made from now on. Papers"
                " that were made before keep what they say."
            )
        )
        about.setWordWrap(True)
        about.setProperty("role", "caption")
        self.name = FieldBox(self.tr("Name of the business"), self.tr("Name of the business"))
        self.lines = tuple(self._line(number) for number in range(1, ADDRESS_LINES + 1))
        self.state = FieldBox(self.tr("State (name or two digits)"), self.tr("State of the business"))
        self.button = BusyButton()
        self.button.set_label(self.tr("Keep name and address   Alt+B"))
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8, line_spacing=8)
        flow.addWidget(self.button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(12))
        for place, box in enumerate(self.boxes):
            box.edit.setMaxLength(TYPED_MAX)
            grid.addWidget(box, place // 2, place % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(16))
        column.setSpacing(scaled(8))
        column.addWidget(heading)
        column.addWidget(about)
        column.addLayout(grid)
        column.addWidget(holder)
        for box, following in zip(self.boxes, self.boxes[1:], strict=False):
            box.entered.connect(following.take_focus)
        self.state.entered.connect(self.save)
        self.button.clicked.connect(self.save)
        self._shown: tuple[str, ...] = ("",) * len(self.boxes)

    def _line(self, number: int) -> FieldBox:
        if number == 1:
            return FieldBox(self.tr("Address"), self.tr("Address"))
        word = self.tr("Address, line {number} (may be empty)").format(number=number)
        return FieldBox(word, word)

    @property
    def boxes(self) -> tuple[FieldBox, ...]:
        """Every field, as Enter walks."""
        return (self.name, *self.lines, self.state)

    @property
    def address(self) -> tuple[str, ...]:
        """The lines that are not empty, after the first."""
        first, *others = (line.text for line in self.lines)
        return (first, *filter(None, others))

    def show_business(self, business: Business | None) -> None:
        """Show what is known, unless something else is being typed."""
        if tuple(box.text for box in self.boxes) != self._shown:
            return
        lines = business.address if business else ()
        state = STATES[business.state_code] if business else ""
        texts = (business.name if business else "", *lines, *("",) * (ADDRESS_LINES - len(lines)), state)
        for box, text in zip(self.boxes, texts, strict=True):
            box.set_text(text)
        self._shown = texts

    def kept(self, business: Business) -> None:
        """Show what was written down."""
        self._shown = tuple(box.text for box in self.boxes)
        self.show_business(business)

    def show_mistake(self, mistake: BadRequest) -> None:
        """Say what is wrong at its field."""
        fields = {"business": self.name, "address": self.lines[0], "house_state": self.state}
        box = fields.get(mistake.field, self.name)
        box.show_error(explain(mistake))
        box.take_focus()
