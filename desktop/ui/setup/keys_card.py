"""The two keys of an account: typed or pasted, tried, kept, forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.setup.findings_list import FindingsList
from desktop.ui.setup.setup_view import account_findings
from desktop.ui.setup.setup_words import kept_text
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.field_box import FieldBox
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.services.domain.account_report import AccountReport

KEY_LENGTH_MAX = 120
NARROW_BELOW = 640


class KeysCard(QFrame):
    """Holds the secret only while it stands in its field; nothing here ever shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.kept = QLabel()
        self.kept.setProperty("role", "strong")
        self.kept.setWordWrap(True)
        self.key_id = FieldBox(self.tr("Key &id"), self.tr("Key id"))
        self.key_id.edit.setPlaceholderText("rzp_live_…")
        self.secret = FieldBox(self.tr("Key &secret"), self.tr("Key secret"))
        self.secret.edit.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.secret.edit.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhHiddenText | hints.ImhNoPredictiveText
        )
        self.secret.edit.setPlaceholderText(self.tr("paste it here; it is never shown"))
        for field in (self.key_id, self.secret):
            field.edit.setMaxLength(KEY_LENGTH_MAX)
        self.try_button = BusyButton(role="primary")
        self.keep_button = BusyButton(role="primary")
        self.forget_button = QPushButton()
        self.report = FindingsList()
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8, line_spacing=8)
        for button in (self.keep_button, self.try_button, self.forget_button):
            flow.addWidget(button)
        heading = QLabel(self.tr("Keys of the account"))
        heading.setProperty("role", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(16))
        column.setSpacing(scaled(8))
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields.setSpacing(scaled(12))
        self._fields.addWidget(self.key_id, 1)
        self._fields.addWidget(self.secret, 1)
        column.addWidget(heading)
        column.addWidget(self.kept)
        column.addLayout(self._fields)
        column.addWidget(self.report)
        column.addWidget(holder)
        self.show_kept("")
        self.show_report(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < scaled(NARROW_BELOW)
        directions = QBoxLayout.Direction
        self._fields.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def show_kept(self, last_characters: str, *, sure: bool = False) -> None:
        """Say which key is kept; `sure`: forgetting it was asked for and waits for its confirmation."""
        self.kept.setText(kept_text(last_characters))
        self.forget_button.setVisible(bool(last_characters))
        set_role(self.forget_button, "danger" if sure else "")
        words = (
            self.tr("Forget the key ending in {end} for good   Alt+F")
            if sure
            else self.tr("Forget the kept key …   Alt+F")
        )
        self.forget_button.setText(words.format(end=last_characters))

    def show_report(self, report: AccountReport | None) -> None:
        """Show what a trial found, or nothing; keys are kept only when they can sell."""
        self.report.show_findings(() if report is None else account_findings(report))
        can_sell = report is not None and report.can_sell
        self.keep_button.setVisible(can_sell)
        self.keep_button.set_label(self.tr("Keep in this computer's keyring   F9"))
        set_role(self.try_button, "" if can_sell else "primary")
        self.try_button.set_label(
            self.tr("Try again   Alt+T") if can_sell else self.tr("Try these keys   F9")
        )

    def forget_typed(self) -> None:
        """Empty both fields. Setting a text, unlike clearing, leaves nothing that an undo brings back."""
        for field in (self.key_id, self.secret):
            field.edit.setText("")
            field.clear_error()
        self.show_report(None)
