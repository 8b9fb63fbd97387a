"""The quote window at every zoom on a screen of 1366 by 768, and the names of its controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from desktop.services.errors import BadRequest
from desktop.ui.language import Language, speak
from desktop.ui.on_sale.unit_map import UnitMap
from desktop.ui.quote.quote_window import QuoteWindow
from desktop.ui.theme import apply_theme, theme
from tests.ui.devanagari import in_hindi
from tests.ui.quote.small_desk import PRIYA, SmallDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

LINES = ("dlx 2 2r", "goa21 4", "goa22 3", "heri 2a1c", "pune goa", "nothing like this")
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, UnitMap)


def in_its_place(window: QuoteWindow, qtbot: QtBot) -> QScrollArea:
    """The work area of the desk; its side column gives way where a page needs the room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(window)
    side = round(292 * theme.zoom) if theme.zoom <= 1 else 0
    area.resize(1366 - side, 768 - round(120 * theme.zoom))
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    return area


def with_everything(line: str, qtbot: QtBot, runner: Runner) -> tuple[QScrollArea, QuoteWindow]:
    """A basket of two, a customer, a promo that does not fit, open taxes, and errors at the fields."""
    window = QuoteWindow(SmallDesk().services(), runner)
    area = in_its_place(window, qtbot)
    qtbot.waitUntil(lambda: bool(window.session.sale.offerings))
    window.set_customer(PRIYA)
    for packed in ("dlx 3", "heri 3"):
        window.start(packed)
        qtbot.waitUntil(lambda: window.session.sale.choice.item() is not None)
        window.session.add_to_basket()
    window.start(line)
    window.set_promo("UNKNOWN25")
    window.parts.price.lines.taxes.setChecked(True)
    session = window.session
    qtbot.waitUntil(lambda: not session.sale.looking and not session.sale.price.pending)
    window.parts.bar.show_error("101: taken by somebody else just now. Chosen instead: 102.")
    window.parts.search.when.show_error("“someday” is no day. Try 24 nov, 24/11, sat, +3 or today.")
    session.failed.emit(BadRequest("gender", "ladies_seat", name="3C"))
    for _ in range(4):
        QApplication.processEvents()
    return area, window


@pytest.mark.parametrize(
    ("language", "zoom"),
    [*(("en", zoom) for zoom in (0.75, 1.0, 1.25, 1.5, 2.0)), *(("hi", zoom) for zoom in (0.75, 1.0, 2.0))],
)
def test_nothing_is_cut_and_nothing_scrolls_sideways(
    language: Language, zoom: float, qtbot: QtBot, runner: Runner, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", zoom)
    speak(qapp, language)
    for line in LINES:
        area, window = with_everything(line, qtbot, runner)
        assert in_hindi(window) == (language == "hi"), line
        assert _does_not_fit(area, window) == [], line
        area.close()


def _does_not_fit(area: QScrollArea, window: QuoteWindow) -> list[str]:
    faults = _cut(window)
    if window.width() > area.viewport().width():
        faults.append("the window is too wide")
    if window.height() > area.viewport().height():
        faults.append("the hold would scroll away")
    for inner in window.findChildren(QScrollArea):
        content = inner.widget()
        if inner.isVisible() and content is not None and content.width() > inner.viewport().width():
            faults.append(f"{content} scrolls sideways")
    return faults


@pytest.mark.parametrize("line", LINES)
def test_every_control_has_a_name(line: str, qtbot: QtBot, runner: Runner) -> None:
    _, window = with_everything(line, qtbot, runner)
    unnamed = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and not widget.objectName().startswith("qt_")
        and widget.metaObject().className()
        not in ("QTableCornerButton", "QHeaderView", "QLineEditIconButton", "QComboBoxListView")
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert unnamed == []


def test_a_zoom_while_it_is_open_keeps_everything(qtbot: QtBot, runner: Runner, qapp: QApplication) -> None:
    area, window = with_everything("goa22 3", qtbot, runner)
    before = (window.session.sale.choice, window.session.sale.basket, window.parts.price.promo.text)
    for zoom in (2.0, 0.75, 1.5):
        apply_theme(qapp, "dark", zoom)
        for _ in range(4):
            QApplication.processEvents()
        assert window.width() <= area.viewport().width()
        assert _cut(window) == []
    assert before == (window.session.sale.choice, window.session.sale.basket, window.parts.price.promo.text)


def test_the_cursor_on_the_map_is_always_in_sight(qtbot: QtBot, runner: Runner, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 2.0)
    _, window = with_everything("goa22 3", qtbot, runner)
    coach = window.parts.stock.coach
    coach.setFocus()
    for name in ("u13", "l1", "u1", "l15"):
        QTest.keyClick(coach, Qt.Key.Key_Left)
        QTest.keyClicks(coach, name)
        seat = coach.boxes[coach.current].toAlignedRect()
        assert coach.visibleRegion().contains(seat), name


def _cut(window: QuoteWindow) -> list[str]:
    cut = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisibleTo(window):
            continue
        if isinstance(widget.parentWidget(), QAbstractItemView) or not widget.text().strip():
            continue
        right = widget.mapTo(window, QPoint(widget.width(), 0)).x()
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        needed = widget.heightForWidth(widget.width()) if wraps else widget.minimumSizeHint().height()
        if right > window.width() or (not wraps and widget.width() < widget.sizeHint().width()):
            cut.append(f"{widget.text()!r}: {widget.width()} of {widget.sizeHint().width()}, to {right}")
        if widget.height() < needed:
            cut.append(f"{widget.text()!r}: {widget.height()} high of {needed}")
    return cut
