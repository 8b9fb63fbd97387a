"""A print server that is silent stops no window: printing is a process that can be ended."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QProcess

from desktop.__main__ import main
from desktop.paper_errand import PRINT_COMMAND
from desktop.ui.papers import print_document as printing
from desktop.ui.papers.escpos import FEED_AND_CUT
from desktop.ui.papers.print_worker import ANSWER
from desktop.ui.papers.recovery_paper import RecoveryPaper
from tests.printing.desk_of_papers import slip
from tests.printing.loopback import Listener, hangs_up, swallows
from tests.ui.documents.test_documents import receipt as sample_receipt

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HANGS = "import time\nwhile True: time.sleep(1)\n"


class Heard:
    """What came of one printing."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.silences = 0

    @property
    def something(self) -> bool:
        return bool(self.names) or self.silences > 0

    def silent(self) -> None:
        self.silences += 1


def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str) -> None:
    """Let another program do the printing."""
    file = tmp_path / "prints.py"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr(printing, "command", lambda: (sys.executable, str(file)))


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def test_a_printer_that_never_answers_is_given_up(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stand_in(monkeypatch, tmp_path, HANGS)
    monkeypatch.setattr(printing, "PRINT_SECONDS", 3.0)
    heard, begun = Heard(), time.monotonic()
    printing.print_document(sample_receipt(), owner, heard.names.append, heard.silent)
    assert time.monotonic() - begun < 3.0, "the window waited"
    qtbot.waitUntil(lambda: heard.something, timeout=30_000)
    assert (heard.names, heard.silences) == ([], 1)


@pytest.mark.skipif(sys.platform == "win32", reason="a process is stopped with POSIX's signals")
def test_a_process_that_was_stopped_is_given_up_too(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "PRINT_SECONDS", 3.0)
    heard = Heard()
    printing.print_document(sample_receipt(), owner, heard.names.append, heard.silent)
    process = owner.findChild(QProcess)
    assert process is not None
    qtbot.waitUntil(lambda: process.processId() > 0)
    os.kill(process.processId(), signal.Signals["SIGSTOP"])
    qtbot.waitUntil(lambda: heard.something, timeout=30_000)
    assert heard.silences == 1


@pytest.mark.parametrize("text", ["raise SystemExit(3)", "import os; os.abort()", "this is no program"])
def test_a_printing_that_fails_is_told_once(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str
) -> None:
    stand_in(monkeypatch, tmp_path, text)
    heard = Heard()
    printing.print_document(sample_receipt(), owner, heard.names.append, heard.silent)
    qtbot.waitUntil(lambda: heard.something, timeout=20_000)
    assert (heard.names, heard.silences) == ([], 1)


def test_a_program_that_is_not_there_is_told_once(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(printing, "command", lambda: (str(tmp_path / "nothing"),))
    heard = Heard()
    printing.print_document(sample_receipt(), owner, heard.names.append, heard.silent)
    qtbot.waitUntil(lambda: heard.something, timeout=30_000)
    assert heard.silences == 1


def test_the_program_s_own_process_answers_without_a_printer(owner: QObject, qtbot: QtBot) -> None:
    heard = Heard()
    printing.print_document(sample_receipt(), owner, heard.names.append, heard.silent)
    qtbot.waitUntil(lambda: heard.something, timeout=30_000)
    assert (heard.names, heard.silences) == ([""], 0)


def test_what_was_asked_for_is_read_back_from_its_folder(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The stand-in reads the document as the program would, and answers with its number."""
    stand_in(
        monkeypatch,
        tmp_path,
        "import pickle, pathlib, sys\n"
        f"assert sys.argv[1] == {PRINT_COMMAND!r}\n"
        "folder = pathlib.Path(sys.argv[2])\n"
        "assert folder.stat().st_mode & 0o077 == 0 or sys.platform == 'win32'\n"
        "number = pickle.loads((folder / 'document').read_bytes()).number\n"
        f"(folder / {ANSWER!r}).write_text(number)\n"
        f"pathlib.Path({str(tmp_path / 'folder')!r}).write_text(str(folder))\n",
    )
    heard, document = Heard(), sample_receipt()
    printing.print_document(document, owner, heard.names.append, heard.silent)
    qtbot.waitUntil(lambda: heard.something, timeout=20_000)
    assert heard.names == [document.number]
    assert not Path((tmp_path / "folder").read_text()).exists()


def test_nobody_types_the_errand_and_the_help_does_not_name_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert PRINT_COMMAND not in capsys.readouterr().out


def test_a_recovery_code_goes_to_the_desk_s_own_printer(owner: QObject, qtbot: QtBot) -> None:
    heard, paper = Heard(), RecoveryPaper("Sahyadri Stays", "Meena", "abcd-efgh-jkmn-pqrs")
    with Listener(swallows) as slips:
        printer = slip(address=slips.address)
        printing.print_document(paper, owner, heard.names.append, heard.silent, printer)
        qtbot.waitUntil(lambda: heard.something, timeout=30_000)
    assert (heard.names, heard.silences) == (["Slip"], 0)
    assert FEED_AND_CUT in slips.got


def test_a_recovery_code_that_did_not_come_out_is_told(owner: QObject, qtbot: QtBot) -> None:
    heard, paper = Heard(), RecoveryPaper("Sahyadri Stays", "Meena", "abcd-efgh-jkmn-pqrs")
    with Listener(hangs_up) as slips:
        address = slips.address
    printing.print_document(paper, owner, heard.names.append, heard.silent, slip(address=address))
    qtbot.waitUntil(lambda: heard.something, timeout=30_000)
    assert (heard.names, heard.silences) == ([], 1)
