"""Labels with a name of their own, as "Total", are read with what stands in them as their value."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel


class _NamedLabel(QAccessibleWidget):
    def text(self, kind: QAccessible.Text) -> str:
        said = super().text(kind)
        label = self.widget()
        # Windows asks for the value; Linux reads name and description of what can't be edited.
        asked = (QAccessible.Text.Value, QAccessible.Text.Description)
        if kind in asked and not said and isinstance(label, QLabel) and label.accessibleName():
            return label.text()
        return said


def _node_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    # Every label: a screen reader may come to one before it is given its name, and comes only once.
    if isinstance(thing, QLabel):
        return _NamedLabel(thing, QAccessible.Role.StaticText)
    return None


@cache
def read_named_values() -> None:
    """From now on every label of the program is read so; a second call does nothing."""
    QAccessible.installFactory(_node_of)
