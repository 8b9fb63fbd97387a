"""The form that a live desk shows before it opens for the first time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.services.domain.house import Asked
from desktop.services.domain.recovery_code import new_recovery_code
from desktop.services.errors import BadRequest
from desktop.ui.failures import explain
from desktop.ui.opening.opening_fields import OpeningFields
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.domain.house import HouseTold

COLUMNS = 2
# In less room than for two columns every field has a line of its own.
WIDTH, HEIGHT = 860, 640
TWO_COLUMNS_FROM = 600


class OpeningForm(QDialog):
    """`told` carries a HouseTold when everything is right; Esc rejects it, and nothing was written.

    Enter goes to the next field and, from the last one, on; F9 goes on from everywhere.
    """

    told = Signal(object)

    def __init__(self, asked: Asked, desk_code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Real money: before this desk opens"))
        self.setAccessibleName(self.windowTitle())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._is_house = asked is Asked.HOUSE
        self.fields = OpeningFields(asked, desk_code)
        self.errors = ErrorBar()
        self.go = BusyButton(role="primary")
        self.go.set_label(self.tr("Open the desk for real money   F9"))
        self.go.setAutoDefault(False)
        self._recovery_code = new_recovery_code()
        self._lay_out(desk_code)
        names = list(self.fields.boxes)
        for name, following in zip(names, [*names[1:], ""], strict=True):
            self.fields.boxes[name].entered.connect(partial(self._entered, name, following))
        self.go.clicked.connect(self._submit)

    def _lay_out(self, desk_code: str) -> None:
        house = self.tr(
            "Nobody has sold for real money here yet. Say whose business it is, which desk this is and who"
            " manages it. The GST registration can follow later. Nothing is written before the last step;"
            " Esc leaves."
        )
        desk = self.tr("Desk {code} is new in these books. Give it a name; Esc leaves.").format(
            code=desk_code
        )
        about = QLabel(house if self._is_house else desk)
        about.setWordWrap(True)
        room = self.screen().availableSize()
        width = min(scaled(WIDTH), room.width())
        columns = COLUMNS if width >= scaled(TWO_COLUMNS_FROM) else 1
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(4))
        for place, box in enumerate(self.fields.boxes.values()):
            grid.addWidget(box, place // columns, place % columns)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.setSpacing(scaled(10))
        column.addWidget(about)
        column.addWidget(self.errors)
        column.addWidget(area, 1)
        column.addWidget(self.go)
        height = scaled(HEIGHT if self._is_house else HEIGHT // 2)
        self.resize(width, min(height, room.height()))
        next(iter(self.fields.boxes.values())).take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 goes on; Esc leaves, unless the desk is opening just now. Enter is the fields' own."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_F9 and not event.isAutoRepeat():
            self._submit()
        elif key == Qt.Key.Key_Escape and self.go.busy:
            event.accept()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.go.hasFocus() and not event.isAutoRepeat():
                self._submit()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Leave no secret behind on a form that nobody looks at."""
        if not self.go.busy:
            self.fields.forget_secrets()
            super().reject()

    def not_opened(self, said: str, field: str = "") -> None:
        """Say why the desk did not open; what was typed stays."""
        self.go.set_busy(False)
        box = self.fields.boxes.get(field)
        if box is None:
            self.errors.show_error(said)
        else:
            box.show_error(said)
            box.take_focus()

    def opened(self) -> None:
        """The desk is open: the form has done its work."""
        self.go.set_busy(False)
        self.fields.forget_secrets()
        self.accept()

    def _entered(self, name: str, following: str) -> None:
        if not self._is_right(name):
            return
        if following:
            self.fields.boxes[following].take_focus()
        else:
            self.go.setFocus()

    def _is_right(self, name: str) -> bool:
        box = self.fields.boxes[name]
        try:
            self.fields.check(name)
        except BadRequest as mistake:
            box.show_error(explain(mistake))
            box.take_focus()
            return False
        box.clear_error()
        return True

    def _submit(self) -> None:
        if self.go.busy or not all(self._is_right(name) for name in self.fields.boxes):
            return
        if not self.go.offer.counts():
            return
        self.errors.clear()
        self.go.set_busy(True)
        told: HouseTold = self.fields.told(self._recovery_code)
        self.told.emit(told)
