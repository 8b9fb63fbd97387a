"""What is installed is not installed again; what was cut short is built anew."""

import sys
from pathlib import Path
from types import ModuleType

import pytest


def _installed(bootstrap: ModuleType, stamp: str) -> Path:
    """An environment whose interpreter works, with this stamp."""
    python = Path(bootstrap.interpreter_of(bootstrap.VENV))
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    bootstrap.STAMP.write_text(stamp)
    return python


def test_a_fresh_checkout_is_not_ready(bootstrap: ModuleType) -> None:
    assert not bootstrap.is_ready(bootstrap.RUN_LOCK)


def test_the_development_set_serves_both_commands(bootstrap: ModuleType) -> None:
    _installed(bootstrap, bootstrap.stamp_for(bootstrap.DEV_LOCK))
    assert bootstrap.is_ready(bootstrap.DEV_LOCK)
    assert bootstrap.is_ready(bootstrap.RUN_LOCK)


def test_the_run_set_does_not_serve_the_tests(bootstrap: ModuleType) -> None:
    _installed(bootstrap, bootstrap.stamp_for(bootstrap.RUN_LOCK))
    assert bootstrap.is_ready(bootstrap.RUN_LOCK)
    assert not bootstrap.is_ready(bootstrap.DEV_LOCK)


def test_a_changed_lock_is_installed(bootstrap: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("a==1")
    _installed(bootstrap, bootstrap.stamp_for(lock))
    lock.write_text("a==2")
    assert not bootstrap.is_ready(lock)


def test_an_environment_whose_python_is_gone_is_not_ready(bootstrap: ModuleType) -> None:
    python = _installed(bootstrap, bootstrap.stamp_for(bootstrap.RUN_LOCK))
    python.unlink()
    python.symlink_to(bootstrap.VENV / "gone")
    assert not bootstrap.is_ready(bootstrap.RUN_LOCK)
    bootstrap.clear_unusable()
    assert not bootstrap.VENV.exists()


def test_an_installation_that_was_cut_short_is_cleared_away(bootstrap: ModuleType) -> None:
    _installed(bootstrap, bootstrap.UNFINISHED)
    assert not bootstrap.is_ready(bootstrap.RUN_LOCK)
    bootstrap.clear_unusable()
    assert not bootstrap.VENV.exists()


def test_an_environment_made_by_hand_is_kept(bootstrap: ModuleType) -> None:
    _installed(bootstrap, "by hand")
    bootstrap.clear_unusable()
    assert bootstrap.VENV.exists()


def test_a_ready_environment_is_used_without_a_word(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _installed(bootstrap, bootstrap.stamp_for(bootstrap.RUN_LOCK))
    monkeypatch.setattr(bootstrap, "missing_libraries", dict)
    bootstrap.prepare(bootstrap.RUN_LOCK)
    assert capsys.readouterr().out == ""


def test_a_reader_inside_the_environment_gets_the_interpreter_below_it(bootstrap: ModuleType) -> None:
    below = Path(bootstrap.PYTHON)
    assert below.exists()
    assert not below.is_relative_to(sys.prefix) or sys.prefix == sys.base_prefix
