"""The lines of a report, each with its shape and its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.setup.setup_words import ROLES, finding_text
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from desktop.ui.setup.setup_view import Finding


class FindingsList(QWidget):
    """Hidden while there is nothing to tell; a screen reader hears the whole report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(4))
        self.lines: tuple[str, ...] = ()
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these in place of any others."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.lines = tuple(finding_text(finding) for finding in findings)
        for finding, text in zip(findings, self.lines, strict=True):
            label = QLabel(text)
            label.setProperty("role", ROLES[finding.mark])
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(label)
        self.setVisible(bool(findings))
        if findings:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join(self.lines)))
