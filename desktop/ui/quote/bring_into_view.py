"""Scrolls to what gets the focus from the program; Qt does so only for the Tab key."""

from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.theme import scaled

AROUND = 64


def bring_into_view(widget: QWidget) -> None:
    """Scroll every area around the widget so that it is seen, with room for what belongs to it."""
    around = widget.parentWidget()
    while around is not None:
        content = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and content is not None and content.isAncestorOf(widget):
            around.ensureWidgetVisible(widget, 0, scaled(AROUND))
        around = around.parentWidget()
