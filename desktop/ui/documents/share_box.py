"""Ways of a paper to a customer who is not at the desk: mailed by this program, or told by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, QUrlQuery, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.services.domain.document import Document
from desktop.ui.papers.share_text import share_text
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.field_box import FieldBox

if TYPE_CHECKING:
    from desktop.services.domain.z_slip import Paper
    from desktop.ui.widgets.error_bar import ErrorBar

WIDTH = 420
MESSENGER = "https://wa.me/"


class ShareBox(QWidget):
    """`mailed` carries the recipient. What another program opens is not sent before somebody sends it."""

    mailed = Signal(str)

    def __init__(self, errors: ErrorBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errors = errors
        self._paper: Paper | None = None
        self.recipient = FieldBox(
            self.tr("E-mail address; Enter mails it"), self.tr("E-mail address of the recipient")
        )
        self.recipient.edit.setMaxLength(254)
        self.recipient.entered.connect(self._enter)
        self.recipient.setFixedWidth(scaled(WIDTH))
        self.keys = QLabel(
            self.tr(
                "Ctrl+E  mail it      Ctrl+C  copy it as text      Ctrl+M  to the messenger"
                "      Ctrl+Shift+E  to the mail program"
            )
        )
        set_role(self.keys, "caption")
        self.keys.setWordWrap(True)
        self.keys.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.recipient)
        column.addWidget(self.keys)
        self.recipient.hide()

    def show_paper(self, paper: Paper) -> None:
        """Share this paper from now on; a Z slip is the house's own and is only printed or mailed."""
        if self._paper is None or paper.id != self._paper.id:
            self.put_away()
        self._paper = paper

    def ask_recipient(self) -> None:
        """Ask whom it is mailed to."""
        if self._paper is not None:
            self.recipient.show()
            self.recipient.take_focus()

    def put_away(self) -> bool:
        """Ask no more; tell whether it was asked."""
        was_open = not self.recipient.isHidden()
        self.recipient.hide()
        self.recipient.edit.clear()
        self.recipient.clear_error()
        return was_open

    def copy_text(self) -> None:
        """Put the paper's few lines where another program takes them from."""
        if (text := self._text()) is not None:
            QGuiApplication.clipboard().setText(text)
            self._errors.show_done(self.tr("Copied as text. Ctrl+V puts it into another program."))

    def open_messenger(self) -> None:
        """Open the messenger of this PC with the text."""
        if (text := self._text()) is not None:
            query = QUrlQuery()
            query.addQueryItem("text", _encoded(text))
            self._open(QUrl(MESSENGER), query)

    def open_mail(self) -> None:
        """Open the mail program of this PC with the text."""
        if (text := self._text()) is not None and self._paper is not None:
            query = QUrlQuery()
            query.addQueryItem("subject", _encoded(self._paper.number))
            query.addQueryItem("body", _encoded(text))
            self._open(QUrl("mailto:"), query)

    def _enter(self) -> None:
        recipient = self.recipient.text
        if recipient:
            self.put_away()
            self.mailed.emit(recipient)

    def _text(self) -> str | None:
        if isinstance(self._paper, Document):
            return share_text(self._paper)
        if self._paper is not None:
            self._errors.show_error(self.tr("This slip is the house's own. Ctrl+E mails it."))
        return None

    def _open(self, address: QUrl, query: QUrlQuery) -> None:
        address.setQuery(query)
        if QDesktopServices.openUrl(address):
            self._errors.show_done(self.tr("Opened with the text. Nothing is sent before you send it there."))
        else:
            self._errors.show_error(self.tr("This PC has no program for it. Ctrl+C copies the text instead."))


def _encoded(text: str) -> str:
    """Return the text for an address: a plus or an ampersand in a name is no sign of the address."""
    return bytes(QUrl.toPercentEncoding(text).data()).decode()
