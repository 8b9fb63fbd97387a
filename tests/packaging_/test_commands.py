"""What the two commands start, and what their exit status says."""

import ast
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

Started = list[list[str]]
Play = Callable[[list[str], set[str]], tuple[int, Started]]


class Replaced(Exception):
    """Raised where the process would have become the program."""


@pytest.fixture
def started(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Started:
    """The command lines that `run` hands over to; the environment of this process stays as it was."""
    lines: Started = []

    def become(_program: str, command: list[str]) -> None:
        lines.append(command)
        raise Replaced

    monkeypatch.setattr(bootstrap, "prepare", lambda _lock: None)
    monkeypatch.setattr(os, "execv", become)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH", "PYTHONHOME"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    return lines


def test_without_a_display_run_does_the_job_offscreen(bootstrap: ModuleType, started: Started) -> None:
    with pytest.raises(Replaced):
        bootstrap.main(["run"])
    assert started[0][1:] == ["-P", "-m", "desktop", "tour", "--out", str(bootstrap.ROOT / "out")]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert os.environ["PYTHONPATH"] == str(bootstrap.ROOT)


def test_without_a_display_options_go_with_the_job(bootstrap: ModuleType, started: Started) -> None:
    """Nobody would see the window that options alone ask for, and it would never end."""
    with pytest.raises(Replaced):
        bootstrap.main(["run", "--data-dir", "somewhere", "--desk", "D2"])
    out = str(bootstrap.ROOT / "out")
    assert started[0][4:] == ["tour", "--out", out, "--data-dir", "somewhere", "--desk", "D2"]


def test_without_a_display_no_real_money_is_taken(
    bootstrap: ModuleType, started: Started, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(["run", "--live"]) == 1
    assert started == []
    assert "There is no display" in capsys.readouterr().out


def test_without_a_display_a_command_goes_on_behind_options(bootstrap: ModuleType, started: Started) -> None:
    with pytest.raises(Replaced):
        bootstrap.main(["run", "--data-dir", "somewhere", "audit"])
    assert started[0][4:] == ["--data-dir", "somewhere", "audit"]


def test_with_a_display_run_opens_the_window(
    bootstrap: ModuleType, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(Replaced):
        bootstrap.main(["run"])
    assert started[0][1:] == ["-P", "-m", "desktop"]
    assert "QT_QPA_PLATFORM" not in os.environ


def test_further_arguments_go_to_the_program_as_they_are(bootstrap: ModuleType, started: Started) -> None:
    with pytest.raises(Replaced):
        bootstrap.main(["run", "import", "my rooms.csv", "--dry-run"])
    assert started[0][4:] == ["import", "my rooms.csv", "--dry-run"]


@pytest.fixture
def steps(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Runs `test` with these arguments, where steps with one of these words fail."""

    def play(arguments: list[str], failing: set[str]) -> tuple[int, Started]:
        lines: Started = []

        def done(command: list[str], **_: str) -> bool:
            lines.append(command[1:])
            return not failing & set(command)

        monkeypatch.setattr(bootstrap, "prepare", lambda _lock: None)
        monkeypatch.setattr(bootstrap, "done", done)
        monkeypatch.setattr(os, "chdir", lambda _path: None)
        return bootstrap.main(["test", *arguments]), lines

    return play


def test_a_fault_does_not_hide_the_checks_after_it(steps: Play, capsys: pytest.CaptureFixture[str]) -> None:
    status, lines = steps([], {"check", "win32"})
    assert status == 1
    assert len(lines) == 8
    assert lines[-2][:2] == ["-m", "pytest"]
    assert lines[-1] == ["tests/other_days.py"]
    assert capsys.readouterr().out.splitlines()[-1] == "Faults found by: ruff check, mypy for win32"


def test_the_types_are_checked_as_each_system_sees_them(steps: Play) -> None:
    _, lines = steps([], set())
    checked = [line[line.index("--platform") + 1] for line in lines if "mypy" in line]
    assert checked == ["linux", "win32", "darwin"]


def test_all_well_is_status_0_and_the_last_word_is_that_of_the_tests(
    steps: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    assert steps([], set())[0] == 0
    assert capsys.readouterr().out.splitlines()[-1] == "== pytest on two other days"


def test_arguments_run_pytest_alone(steps: Play) -> None:
    assert steps(["-k", "wallet"], set()) == (0, [["-m", "pytest", "-k", "wallet"]])


def test_no_command_shows_the_two(bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main([]) == 2
    shown = capsys.readouterr().out
    assert "bootstrap.py run" in shown
    assert "bootstrap.py test" in shown


def test_an_old_python_gets_one_clear_sentence(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "VERSION", (3, 10))
    assert bootstrap.main(["run"]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) == 1
    assert shown[0].startswith("Counterfoil needs Python 3.11 or newer")


def test_an_old_python_can_read_the_file_at_all(bootstrap: ModuleType) -> None:
    ast.parse(Path(str(bootstrap.__file__)).read_text(encoding="utf-8"), feature_version=(3, 8))
