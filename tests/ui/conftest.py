"""What every test of a window needs: the program's look, a runner without threads, a window as text."""

from __future__ import annotations

from functools import partialmethod, wraps
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.fonts import load_fonts
from desktop.ui.keys.key_rule import KeyRule, key_rule
from desktop.ui.language import speak
from desktop.ui.named_values import read_named_values
from desktop.ui.runner import Runner
from desktop.ui.theme import apply_theme, theme
from tests.ui.inline_executor import InlineExecutor
from tests.ui.snapshot import dump

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

TIMEOUT_MS = 60_000


class PatientQtBot(QtBot):
    """Waits end as soon as the thing happens; pytest-qt's five seconds are short on a busy machine."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=TIMEOUT_MS)  # noqa: N815  pytest-qt names it so
    waitSignal = partialmethod(QtBot.waitSignal, timeout=TIMEOUT_MS)  # noqa: N815  pytest-qt names it so
    waitActive = partialmethod(QtBot.waitActive, timeout=TIMEOUT_MS)  # noqa: N815  pytest-qt names it so


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The plugin's, with patience."""
    return PatientQtBot(request)


@pytest.fixture(autouse=True)
def looks(qapp: QApplication) -> Iterator[QApplication]:
    """The application as the program sets it up: fonts, Indian locale, light theme at 100 %."""
    load_fonts()
    read_named_values()
    _as_set_up(qapp)
    yield qapp
    _as_set_up(qapp)


@pytest.fixture(autouse=True)
def keys(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> KeyRule:
    """The rule about keys, with the calmest of hands: a second goes by whenever the time is asked for.

    What has changed is painted before a key is struck, as it is for a person, however busy the machine is.

    QTest's keys carry no stamps, so that they are struck when they come. Scans are off, as for any tool that
    types. Tests of the rule itself type with `tests.ui.hand`.
    """
    rule = key_rule()
    rule.forget()
    rule.clock = map(float, count(1_000)).__next__
    rule.reads_scans = False
    for strike in ("keyClick", "keyClicks", "keyPress"):
        monkeypatch.setattr(QTest, strike, _after_a_look(getattr(QTest, strike)))
    return rule


def _after_a_look(strike: Callable[..., None]) -> Callable[..., None]:
    @wraps(strike)
    def look_and_strike(*where_and_what: Any, **how: Any) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        strike(*where_and_what, **how)

    return look_and_strike


def _as_set_up(qapp: QApplication) -> None:
    """Undo what a test changed; styling every widget anew for nothing was a quarter of these tests' time."""
    speak(qapp, "en")
    if not qapp.styleSheet() or (theme.scheme, theme.zoom) != ("light", 1.0):
        apply_theme(qapp, "light", 1.0)


@pytest.fixture
def runner(qapp: QApplication) -> Runner:
    """Works at once; results still come in a later turn of the loop (qapp.processEvents or waitUntil)."""
    return Runner(InlineExecutor())


@pytest.fixture
def snapshot() -> Callable[[QWidget], str]:
    """A function that tells a window as text, one line for each thing that is not hidden."""
    return dump
