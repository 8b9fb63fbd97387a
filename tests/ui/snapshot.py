"""A window as text: what is on the screen, in its order, with what is off or ticked."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)


def dump(widget: QWidget) -> str:
    """Return one line for each thing that is not hidden, indented by depth; hidden branches are left out."""
    return "\n".join(_lines(widget, 0))


def _lines(widget: QWidget, depth: int) -> list[str]:
    said = _said(widget)
    lines = [f"{'  ' * depth}{said}"] if said else []
    if isinstance(widget, QAbstractItemView):
        return lines + [f"{'  ' * (depth + 1)}{row}" for row in _rows(widget)]
    if isinstance(widget, QComboBox | QAbstractSpinBox | QPlainTextEdit):
        return lines
    for child in _in_order(widget):
        if not child.isHidden() and not child.isWindow():
            lines += _lines(child, depth + bool(said))
    return lines


def _in_order(widget: QWidget) -> list[QWidget]:
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    layout = widget.layout()
    if layout is None:
        return children
    placed = {id(child): layout.indexOf(child) for child in children}
    return sorted(children, key=lambda child: placed[id(child)] if placed[id(child)] >= 0 else len(children))


def _said(widget: QWidget) -> str:
    off = "" if widget.isEnabled() else " (off)"
    match widget:
        case QLabel():
            return widget.text().strip() and f'label "{widget.text()}"'
        case QAbstractButton():
            ticked = (" [x]" if widget.isChecked() else " [ ]") if widget.isCheckable() else ""
            return f'button "{widget.text() or widget.accessibleName()}"{ticked}{off}'
        case QLineEdit():
            return f'field {widget.accessibleName()!r} = "{widget.displayText()}"{off}'
        case QComboBox():
            return f'choice {widget.accessibleName()!r} = "{widget.currentText()}"{off}'
        case QAbstractSpinBox():
            return f'number {widget.accessibleName()!r} = "{widget.text()}"{off}'
        case QPlainTextEdit():
            return f'text {widget.accessibleName()!r} = "{widget.toPlainText()}"{off}'
        case QAbstractItemView():
            return f"list {widget.accessibleName()!r}{off}"
        case _:
            return ""


def _rows(view: QAbstractItemView) -> list[str]:
    model, top = view.model(), QModelIndex()
    # A list model keeps its number of columns to itself.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    rows = []
    for row in range(model.rowCount(top)):
        cells = [str(model.index(row, column).data() or "") for column in range(columns)]
        rows.append(" | ".join(cells))
    return rows
