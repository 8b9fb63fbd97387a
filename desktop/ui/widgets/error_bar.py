"""Says inside the window what went wrong and what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.ui.page import Page
from desktop.ui.theme import set_role


class ErrorBar(QFrame):
    """Hidden until there is something to say; a screen reader hears it at once.

    What is said on a page that nobody sees is told behind it, too: it would be gone when the page comes up.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel("▲")
        self._label = QLabel()
        self._label.setWordWrap(True)
        # A word without an end must not widen the window.
        self._label.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._label, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty when hidden."""
        return self._label.text() if not self.isHidden() else ""

    def show_error(self, text: str) -> None:
        """Say that something did not work."""
        self._say(text, "▲", "failure")

    def show_done(self, text: str) -> None:
        """Say that something worked, where nothing else on the screen shows it."""
        self._say(text, "✓", "success")

    def clear(self) -> None:
        """Say nothing and take no room."""
        self._label.clear()
        self.hide()

    def _say(self, text: str, sign: str, role: str) -> None:
        # Loaded when there is something to say: the window is on the screen sooner without.
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self, role)
        self._sign.setText(sign)
        self._label.setText(text)
        self.setAccessibleName(text)
        self.show()
        page = self._page()
        if page is not None and not page.isVisible():
            page.told_behind.emit(text, role == "success")
            return
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _page(self) -> Page | None:
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, Page):
            holder = holder.parentWidget()
        return holder
