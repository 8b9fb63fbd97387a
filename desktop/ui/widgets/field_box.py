"""A labelled field with one line below it, for what was understood or what is wrong."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.theme import set_role
from desktop.ui.widgets.bring_into_view import bring_into_view


class FieldBox(QWidget):
    """`entered` comes at Enter, `typed` at each change by a person, `steered` at Up (-1) and Down (1)."""

    entered = Signal()
    typed = Signal(str)
    steered = Signal(int)

    def __init__(
        self, label: str, name: str, parent: QWidget | None = None, *, edit: QLineEdit | None = None
    ) -> None:
        super().__init__(parent)
        self.edit = edit or QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.installEventFilter(self)
        self.label = QLabel(label)
        self.label.setBuddy(self.edit)
        set_role(self.label, "caption")
        self._note = QLabel(" ")
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._note, "caption")
        self._quiet = ""
        self._wrong = False
        self.row = QHBoxLayout()
        self.row.setSpacing(4)
        self.row.addWidget(self.edit, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addLayout(self.row)
        column.addWidget(self._note)
        column.addStretch(1)
        self.edit.textEdited.connect(self._edited)

    @property
    def text(self) -> str:
        """What stands in the field, without blanks around it."""
        return self.edit.text().strip()

    @property
    def note(self) -> str:
        """What the line below says."""
        return self._note.text().strip()

    @property
    def is_wrong(self) -> bool:
        """Whether the line below is an error."""
        return self._wrong

    def set_text(self, text: str) -> None:
        """Put a text into the field unless it stands there already."""
        if self.edit.text() != text:
            self.edit.setText(text)

    def set_note(self, text: str) -> None:
        """Say what was understood; an error stays until it is cleared."""
        self._quiet = text
        if not self._wrong:
            self._show(text, "caption")

    def show_error(self, text: str) -> None:
        """Say what is wrong, in the colour and to the ear."""
        self._wrong = True
        self._show(f"▲ {text}", "error")
        self._mark()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.edit, text))

    def clear_error(self) -> None:
        """Go back to what was understood."""
        if self._wrong:
            self._wrong = False
            self._show(self._quiet, "caption")
            self._mark()

    def take_focus(self) -> None:
        """Put the cursor here with everything selected, ready to be typed over."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()
        bring_into_view(self.edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not event.isAutoRepeat():
                    self.entered.emit()
                return True
            if plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.steered.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def _edited(self, text: str) -> None:
        self.clear_error()
        self.typed.emit(text)

    def _show(self, text: str, role: str) -> None:
        set_role(self._note, role)
        self._note.setText(text or " ")
        self.edit.setAccessibleDescription(text)

    def _mark(self) -> None:
        self.edit.setProperty("wrong", self._wrong)
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
