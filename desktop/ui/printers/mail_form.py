"""By which server papers are mailed, and in whose name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from db.print_words import MailSafety, MailServer
from desktop.ui.printer_words import safety_word
from desktop.ui.printers.printer_form import captioned
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.field_box import FieldBox

if TYPE_CHECKING:
    from desktop.services.errors import BadRequest

USUAL_PORT = {MailSafety.STARTTLS: 587, MailSafety.TLS: 465, MailSafety.NONE: 25}


class MailForm(QFrame):
    """`entered` carries the MailServer and the password, None where the kept one stays.

    The password stands in its field only, and nothing here ever shows it.
    """

    entered = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        head = QLabel(self.tr("Mail server of the house"))
        set_role(head, "strong")
        self.host = FieldBox(self.tr("Server"), self.tr("Name of the mail server"))
        self.port = FieldBox(self.tr("Port"), self.tr("Port of the mail server"))
        self.user = FieldBox(self.tr("User, if it asks for one"), self.tr("User of the mail server"))
        self.password = FieldBox(self.tr("Password"), self.tr("Password of the mail server"))
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.password.edit.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhHiddenText | hints.ImhNoPredictiveText
        )
        self.password.edit.setPlaceholderText(self.tr("empty: the kept one stays"))
        self.from_whom = FieldBox(self.tr("Sender"), self.tr("E-mail address of the sender"))
        self.host.edit.setPlaceholderText("smtp.example.org")
        self.from_whom.edit.setPlaceholderText("desk@example.org")
        self.port.edit.setMaxLength(5)
        self.safety = QComboBox()
        self.safety.setAccessibleName(self.tr("How the talk is kept secret"))
        for safety in (MailSafety.STARTTLS, MailSafety.TLS, MailSafety.NONE):
            self.safety.addItem(safety_word(safety), safety)
        self.safety.currentIndexChanged.connect(lambda _index: self._fit_port())
        self.button = BusyButton(self.tr("Keep   F9"), role="primary")
        self._boxes = {
            "mail_host": self.host,
            "mail_port": self.port,
            "mail_user": self.user,
            "mail_sender": self.from_whom,
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(12))
        grid.setVerticalSpacing(scaled(4))
        fields = (self.host, self.port, self.from_whom, self.user, self.password)
        for place, box in enumerate(fields):
            grid.addWidget(box, place // 2, place % 2)
            following = fields[place + 1].take_focus if place + 1 < len(fields) else self.button.setFocus
            box.entered.connect(following)
        grid.addWidget(captioned(self.tr("How the talk is kept secret"), self.safety), 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12))
        column.setSpacing(scaled(8))
        column.addWidget(head)
        column.addLayout(grid)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self.enter)
        self.hide()

    def ask(self, server: MailServer | None) -> None:
        """Ask for the server; what is kept of it stands there already."""
        safety = server.safety if server else MailSafety.STARTTLS
        self.safety.setCurrentIndex(self.safety.findData(safety))
        self.host.set_text(server.host if server else "")
        self.port.set_text(str(server.port if server else USUAL_PORT[safety]))
        self.user.set_text(server.user if server else "")
        self.from_whom.set_text(server.sender if server else "")
        for box in self._boxes.values():
            box.clear_error()
        self.forget()
        self.show()
        self.host.take_focus()

    def forget(self) -> None:
        """Empty the password's field. Setting a text, unlike clearing, leaves nothing that an undo brings."""
        self.password.edit.setText("")

    def enter(self) -> None:
        """Give what was entered."""
        if self.isHidden() or self.button.busy:
            return
        for box in self._boxes.values():
            box.clear_error()
        port = self.port.text
        server = MailServer(
            self.host.text,
            int(port) if port.isascii() and port.isdigit() else 0,
            MailSafety(self.safety.currentData()),
            self.user.text,
            self.from_whom.text,
        )
        self.entered.emit(server, self.password.edit.text() or None)

    def show_refusal(self, error: BadRequest, sentence: str) -> bool:
        """Say at its field what can't be; False when it is about none of them."""
        box = self._boxes.get(error.field)
        if box is None:
            return False
        box.show_error(sentence)
        box.take_focus()
        return True

    def _fit_port(self) -> None:
        if self.port.text in {str(port) for port in USUAL_PORT.values()} or not self.port.text:
            self.port.set_text(str(USUAL_PORT[MailSafety(self.safety.currentData())]))
