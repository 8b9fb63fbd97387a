"""What Qt itself has to say goes into the program's log."""

from __future__ import annotations

import logging

from PySide6.QtCore import QtMsgType

log = logging.getLogger("counterfoil.ui")
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_qt(kind: QtMsgType, category: str | None, message: str) -> None:
    """Log one message of Qt under its category."""
    log.log(LEVELS.get(kind, logging.WARNING), "QT %s: %s", category or "default", message)
