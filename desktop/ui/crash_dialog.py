"""Tells of a fault of the program without losing what the clerk was doing."""

from __future__ import annotations

import platform
import traceback

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget


def report_text(error: BaseException) -> str:
    """Return what a developer needs: kinds and places of the failure, but no values, names or numbers."""
    lines = [f"{type(error).__module__}.{type(error).__qualname__}"]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {frame.name}, line {frame.lineno} of {frame.filename.rsplit('/', 1)[-1]}")
    lines.append(f"Python {platform.python_version()} on {platform.system()}")
    return "\n".join(lines)


class CrashDialog(QDialog):
    """Says that the program failed, that what was saved is safe, and offers the report to copy."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Counterfoil has a fault"))
        self.setAccessibleName(self.windowTitle())
        heading = QLabel(self.tr("This did not work because of a fault in the program"))
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        advice = QLabel(
            self.tr(
                "Nothing is half done: what was saved before is safe, and holds go on. Look at the booking "
                "before you do it again. The report below names no customer."
            )
        )
        advice.setWordWrap(True)
        self.report = QPlainTextEdit(report_text(error))
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(self.tr("Report for the developers"))
        copy = QPushButton(self.tr("Copy the report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        go_on = QPushButton(self.tr("Go on"))
        go_on.setProperty("role", "primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for part in (heading, advice, self.report):
            column.addWidget(part)
        column.addLayout(buttons)
        self.resize(560, 360)
        go_on.setFocus()
