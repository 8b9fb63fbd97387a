"""What the page of the books says of the server that keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.books.section import Section
from desktop.ui.server_words import server_label, server_sentence
from desktop.ui.theme import set_role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.services.domain.condition import Condition


class ServerSection(Section):
    """Hidden where the books are a file that nobody keeps."""

    def __init__(self, time_zone: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Server"), parent)
        self._zone = time_zone
        self.said = self.add_sentence()
        self.hide()

    def show_condition(self, condition: Condition) -> None:
        """Say how the database can be reached."""
        self.setVisible(condition.server is not None)
        if condition.server is None:
            return
        role, label = server_label(condition.server, self._zone)
        sentence = server_sentence(condition.server, self._zone)
        set_role(self.said, role)
        self.said.setText(f"▲ {sentence}" if sentence else label)
