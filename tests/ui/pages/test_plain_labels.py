"""Whatever is typed or sent by others is drawn as it is: no label makes bold of it, or a link."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolTip, QWidget

from db.ids import CustomerId
from desktop.services.domain.people import Customer
from desktop.services.errors import GatewayRejected
from desktop.ui.desk.served_customer import CustomerChip
from desktop.ui.failures import explain
from desktop.ui.theme import apply_theme, theme
from desktop.ui.widgets.error_bar import ErrorBar
from tests.ui.pages.test_pages_fit import PAGES, payment
from tests.ui.sample_bookings import sample_booking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

HOSTILE = "<b>PAID IN FULL</b><br><img src='x'>"
GUEST = Customer(CustomerId("c1"), "+919876504321", HOSTILE, 500_000)


def rich(widget: QWidget) -> list[str]:
    """Return the texts of labels that are not plain."""
    labels = [*widget.findChildren(QLabel), *([widget] if isinstance(widget, QLabel) else [])]
    return [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText]


@pytest.mark.parametrize("page", PAGES)
def test_every_label_of_every_page_is_plain_text(page: str, qtbot: QtBot, runner: Runner) -> None:
    window = PAGES[page](runner)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    for label in window.findChildren(QLabel):
        label.ensurePolished()
    assert rich(window) == []


def test_a_customers_name_is_drawn_as_it_was_typed(qtbot: QtBot, runner: Runner) -> None:
    window = payment(runner, replace(sample_booking(), customer=GUEST))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: HOSTILE in window.who.text())
    assert window.who.textFormat() is Qt.TextFormat.PlainText
    chip = CustomerChip()
    qtbot.addWidget(chip)
    chip.show_customer(GUEST)
    assert rich(chip) == []


def test_the_gateways_own_sentence_is_drawn_as_it_came(qtbot: QtBot) -> None:
    bar = ErrorBar()
    qtbot.addWidget(bar)
    bar.show_error(explain(GatewayRejected(HOSTILE, HOSTILE)))
    assert HOSTILE in bar.text
    assert rich(bar) == []


@pytest.mark.qt_log_ignore("does not support raise")
def test_message_boxes_and_tool_tips_are_plain_too(qtbot: QtBot, qapp: QApplication) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setText(HOSTILE)
    box.setInformativeText(HOSTILE)
    box.show()
    assert rich(box) == []
    QToolTip.showText(QPoint(10, 10), HOSTILE)
    tips = [widget for widget in qapp.topLevelWidgets() if widget.metaObject().className() == "QTipLabel"]
    assert [rich(tip) for tip in tips] == [[]] * len(tips)
    assert tips
    QToolTip.hideText()


def test_labels_stay_plain_when_the_look_changes(qtbot: QtBot, qapp: QApplication) -> None:
    label = QLabel(HOSTILE)
    qtbot.addWidget(label)
    label.show()
    apply_theme(qapp, "dark", 1.25)
    try:
        assert (theme.scheme, rich(label)) == ("dark", [])
    finally:
        apply_theme(qapp, "light", 1.0)
