"""What `doctor` says of what may be silent; a printer or a keyring that hangs is ended, and told."""

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from desktop.commands.doctor import BESIDE
from desktop.services.domain.examination import Examined, Verdict
from desktop.services.keeping.examine import Examine
from desktop.services.keeping.examine_beside import (
    Ask,
    BrokenOff,
    Silent,
    ask_beside,
    examine_fonts,
    examine_gateway,
    examine_keyring,
    examine_printer,
)

# More than enough on a busy machine.
PATIENCE_SECONDS = 120.0
HANGS = (sys.executable, "-c", "import threading; threading.Event().wait()")
DIES = (sys.executable, "-c", "import os; os.abort()")
BACKENDS = """
import threading
from keyring.backend import KeyringBackend

class Kept(KeyringBackend):
    priority = 9
    def set_password(self, service, username, password):
        raise NotImplementedError

class Hanging(Kept):
    def get_password(self, service, username):
        threading.Event().wait()

class Locked(Kept):
    def get_password(self, service, username):
        from keyring.errors import KeyringLocked
        raise KeyringLocked("secret words")

class Holding(Kept):
    def get_password(self, service, username):
        return '{"key_id": "rzp_live_0123456789abcd", "key_secret": "a-secret-of-nobody"}'

class Empty(Kept):
    def get_password(self, service, username):
        return None
"""


def told(answer: Mapping[str, Any]) -> Ask:
    """Return what answers so."""
    return lambda _about: answer


def not_told(error: type[Exception]) -> Ask:
    """Return what gives no answer."""

    def ask(_about: str) -> Mapping[str, Any]:
        raise error

    return ask


def test_a_lister_of_printers_that_hangs_is_ended_and_told() -> None:
    found = examine_printer(partial(ask_beside, HANGS, seconds=0.5))
    assert found.verdict is Verdict.WRONG
    assert "silent" in found.sentence
    assert "Selling goes on" in found.remedy


def test_a_lister_of_printers_that_dies_is_told() -> None:
    assert examine_printer(partial(ask_beside, DIES, seconds=PATIENCE_SECONDS)).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("names", "default", "verdict"),
    [([], "", Verdict.NOTICE), (["Desk"], "", Verdict.NOTICE), (["Desk"], "Desk", Verdict.OK)],
)
def test_printers_are_told(names: list[str], default: str, verdict: Verdict) -> None:
    assert examine_printer(told({"names": names, "default": default})).verdict is verdict


def test_the_printers_of_this_computer_are_listed() -> None:
    answer = ask_beside(BESIDE, "printer", PATIENCE_SECONDS)
    assert set(answer) == {"names", "default"}


@pytest.fixture
def backends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let a keyring of a test's own be found by name."""
    (tmp_path / "fake_keyring.py").write_text(BACKENDS)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return monkeypatch


def keyring_says(backends: pytest.MonkeyPatch, name: str, *, practice: bool, seconds: float) -> Examined:
    backends.setenv("PYTHON_KEYRING_BACKEND", f"fake_keyring.{name}")
    return examine_keyring(partial(ask_beside, BESIDE, seconds=seconds), practice=practice)


def test_a_keyring_that_hangs_is_ended_and_told(backends: pytest.MonkeyPatch) -> None:
    found = keyring_says(backends, "Hanging", practice=False, seconds=5.0)
    assert found.verdict is Verdict.WRONG
    assert "does not answer" in found.sentence


def test_practice_asks_the_keyring_for_no_key(backends: pytest.MonkeyPatch) -> None:
    found = keyring_says(backends, "Hanging", practice=True, seconds=PATIENCE_SECONDS)
    assert found.verdict is Verdict.OK


@pytest.mark.parametrize(
    ("name", "verdict", "said"),
    [
        ("Locked", Verdict.WRONG, "does not hand out"),
        ("Empty", Verdict.NOTICE, "holds no live keys"),
        ("Holding", Verdict.OK, "holds the live keys"),
    ],
)
def test_a_keyring_is_told_without_its_secrets(
    name: str, verdict: Verdict, said: str, backends: pytest.MonkeyPatch
) -> None:
    found = keyring_says(backends, name, practice=False, seconds=PATIENCE_SECONDS)
    assert (found.verdict, said in found.sentence) == (verdict, True)
    assert "secret" not in repr(found)
    assert "rzp_live" not in repr(found)


def test_a_locked_keyring_matters_only_for_real_money_and_none_is_no_fault() -> None:
    assert examine_keyring(told({"state": "no_store"}), practice=True).verdict is Verdict.NOTICE
    assert examine_keyring(told({"state": "no_store"}), practice=False).verdict is Verdict.NOTICE
    assert examine_keyring(told({"state": "locked"}), practice=False).verdict is Verdict.WRONG


def test_the_practice_gateway_is_started_and_leaves_nothing() -> None:
    found = examine_gateway(partial(ask_beside, BESIDE, seconds=PATIENCE_SECONDS), practice=True)
    assert found.verdict is Verdict.OK


@pytest.mark.parametrize(
    ("answer", "verdict", "said"),
    [
        ({"state": "answers", "clock_seconds": 3.0}, Verdict.OK, "takes the live keys"),
        ({"state": "answers", "clock_seconds": -19800.0}, Verdict.WRONG, "19,800 s behind"),
        ({"state": "wrong_keys"}, Verdict.WRONG, "refuses the live keys"),
        ({"state": "keys"}, Verdict.NOTICE, "Without live keys"),
        ({"state": "silent"}, Verdict.WRONG, "does not answer"),
    ],
)
def test_the_live_gateway_is_told(answer: dict[str, Any], verdict: Verdict, said: str) -> None:
    found = examine_gateway(told(answer), practice=False)
    assert (found.verdict, said in found.sentence) == (verdict, True)


@pytest.mark.parametrize("practice", [True, False])
def test_a_gateway_that_hangs_is_ended_and_told(practice: bool) -> None:
    assert examine_gateway(not_told(Silent), practice=practice).verdict is Verdict.WRONG


def test_the_programs_own_fonts_have_rupee_and_devanagari() -> None:
    found = examine_fonts(partial(ask_beside, BESIDE, seconds=PATIENCE_SECONDS))
    assert found.verdict is Verdict.OK


def test_missing_signs_are_told() -> None:
    assert "₹" in examine_fonts(told({"families": [], "missing": ["₹"]})).sentence
    assert examine_fonts(not_told(BrokenOff)).verdict is Verdict.WRONG


def well() -> Examined:
    """Find nothing wrong."""
    return Examined("well", Verdict.OK, "Well.")


def breaks() -> Examined:
    """Break off."""
    raise ZeroDivisionError


def test_an_examination_that_breaks_is_told_and_the_others_go_on() -> None:
    found = list(Examine({"first": breaks, "well": well})())
    assert [(one.name, one.verdict) for one in found] == [("first", Verdict.WRONG), ("well", Verdict.OK)]
    assert "ZeroDivisionError" in found[0].sentence


def test_an_examination_that_does_not_end_is_told_and_the_others_go_on() -> None:
    import threading

    ended = threading.Event()

    def hangs() -> Examined:
        ended.wait(PATIENCE_SECONDS)
        return well()

    found = list(Examine({"well": well, "hangs": hangs}, seconds=0.3)())
    ended.set()
    assert [one.verdict for one in found] == [Verdict.OK, Verdict.WRONG]
    assert "No answer within" in found[1].sentence
