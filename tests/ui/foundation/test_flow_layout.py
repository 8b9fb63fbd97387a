"""Controls that break into lines: a word stays with what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_word_never_ends_a_line_without_what_it_names(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    parts = [QPushButton("wallet"), QLabel("state"), QPushButton("confirmed"), QPushButton("cancelled")]
    for part in parts:
        flow.addWidget(part)
    holder.show()
    for width in range(60, 500, 3):
        holder.resize(width, 300)
        QApplication.processEvents()
        word, named = parts[1], parts[2]
        fits = word.sizeHint().width() + flow.spacing() + named.sizeHint().width() <= width
        assert word.y() == named.y() or not fits, width
