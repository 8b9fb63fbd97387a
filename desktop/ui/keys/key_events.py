"""What the rule about keys asks of an event and of the place where it would go."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from desktop.ui.keys.key_places import LETTERS_ARE_KEYS, is_letter

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def named(event: QKeyEvent) -> tuple[int, int, bool]:
    """Return what is the same of an event that comes twice on its way."""
    return event.key(), event.timestamp(), event.isAutoRepeat()


def is_typing(event: QKeyEvent) -> bool:
    """Whether a sign goes into a field now; in a field for an amount letters don't."""
    if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
        return True
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return False
    return not field.isReadOnly() and not (field.property(LETTERS_ARE_KEYS) and is_letter(event))


def ends_line(event: QKeyEvent) -> bool:
    """Whether it is a scanner's CR or LF; an LF comes as Enter or as Ctrl+J."""
    by_control = Qt.Key.Key_J, Qt.Key.Key_M
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() in ENTER or (with_control and event.key() in by_control)
