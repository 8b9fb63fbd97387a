"""Each room or seat as a child that a screen reader finds, reads and presses; eyes see the drawn map."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class UnitHandle(QWidget):
    """Lies over one unit, draws nothing and lets the mouse through. `pressed` comes from a screen reader."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_chosen = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_state(self, words: str, *, is_chosen: bool, can_be_chosen: bool) -> None:
        """Say which unit it is and how it stands; what can't be chosen is off."""
        self.setEnabled(can_be_chosen)
        if words != self.accessibleName():
            self.setAccessibleName(words)
        if is_chosen != self.is_chosen:
            self.is_chosen = is_chosen
            changed = QAccessible.State()
            changed.selected = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))


class _Node(QAccessibleWidget):
    """A unit in the accessibility tree: selected or not, off or not, with one action."""

    def state(self) -> QAccessible.State:
        state = super().state()
        handle = self.widget()
        state.selectable = True
        state.selected = isinstance(handle, UnitHandle) and handle.is_chosen
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction()] if self.widget().isEnabled() else []

    def doAction(self, name: str) -> None:
        handle = self.widget()
        if name == self.pressAction() and isinstance(handle, UnitHandle) and handle.isEnabled():
            handle.pressed.emit()


def _node_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, UnitHandle):
        return _Node(thing, QAccessible.Role.ListItem, thing.accessibleName())
    return None


@cache
def read_units() -> None:
    """From now on handles are read as units; a second call does nothing."""
    QAccessible.installFactory(_node_of)
