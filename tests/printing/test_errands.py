"""The real process hands papers over: to ports, devices, folders and the print system, good and bad."""

from __future__ import annotations

import os
import stat
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from db.print_words import CopyMark, PaperLanguage, PaperSize, PrinterWay, PrintFault, PrintState
from db.states import DocumentKind
from desktop import paper_errand
from desktop.paper_errand import hand_over
from desktop.services.domain.printing import Errand, HandedOver, TestPage
from desktop.ui.papers.escpos import FEED_AND_CUT, RESET
from tests.printing import loopback
from tests.printing.loopback import Listener
from tests.ui.documents.test_documents import receipt

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="devices, lp and signals of POSIX")
SECONDS = 15.0
"""For a process to start on a busy machine, and for a printer to be given up."""


def errand(way: PrinterWay, address: str, paper: PaperSize = PaperSize.ROLL_80, **fields: object) -> Errand:
    made = receipt()
    return replace(
        Errand(made.number, made, way, address, paper, PaperLanguage.ENGLISH),
        **fields,  # type: ignore[arg-type]  # fields of the errand by their names
    )


def program(folder: Path, name: str, text: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o700)


@pytest.fixture
def on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose programs are found first."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", os.pathsep.join((str(folder), os.environ["PATH"])))
    return folder


# -- the port of a printer


def sent_to(serve: Callable[..., None], seconds: float = SECONDS) -> tuple[HandedOver, Listener, float]:
    begun = time.monotonic()
    with Listener(serve) as printer:
        handed = hand_over(errand(PrinterWay.NETWORK, printer.address), "", seconds=seconds)
        return handed, printer, time.monotonic() - begun


def test_a_printer_that_tells_nothing_was_sent_the_paper() -> None:
    handed, printer, _ = sent_to(loopback.swallows)
    assert (handed.state, handed.fault) == (PrintState.SENT, PrintFault.NONE)
    slip = bytes(printer.got).replace(loopback.ASKS, b"")
    assert slip.startswith(RESET)
    assert slip.endswith(FEED_AND_CUT)


def test_a_printer_that_tells_its_status_has_printed() -> None:
    handed, printer, _ = sent_to(loopback.tells_status(loopback.ONLINE, loopback.WITH_PAPER))
    assert handed.state is PrintState.PRINTED
    assert printer.answered == 2


@pytest.mark.parametrize(
    ("printer", "paper", "fault"),
    [
        (loopback.ONLINE, loopback.WITHOUT_PAPER, PrintFault.NO_PAPER),
        (loopback.OFFLINE, loopback.WITH_PAPER, PrintFault.OFFLINE),
    ],
)
def test_a_printer_that_can_t_print_is_sent_nothing(printer: bytes, paper: bytes, fault: PrintFault) -> None:
    handed, listener, _ = sent_to(loopback.tells_status(printer, paper))
    assert (handed.state, handed.fault) == (PrintState.FAILED, fault)
    assert bytes(listener.got) == loopback.ASKS


def test_a_printer_that_never_reads_is_never_called_printed_and_holds_nobody() -> None:
    handed, _, seconds = sent_to(loopback.never_reads)
    assert handed.state in (PrintState.SENT, PrintState.UNSURE)
    assert seconds < SECONDS + 5


def test_a_printer_that_hangs_up_at_once_got_nothing() -> None:
    handed, _, _ = sent_to(loopback.hangs_up)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.CUT_OFF)


def test_a_printer_that_hangs_up_in_the_middle_is_asked_about() -> None:
    handed, _, _ = sent_to(loopback.hangs_up_in_the_middle)
    assert (handed.state, handed.fault) == (PrintState.UNSURE, PrintFault.CUT_OFF)


def test_nobody_at_the_port_is_told_at_once() -> None:
    with Listener(loopback.hangs_up) as printer:
        address = printer.address
    handed = hand_over(errand(PrinterWay.NETWORK, address), "", seconds=SECONDS)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.REFUSED)


# -- devices and folders


def test_a_device_gets_the_bytes(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    handed = hand_over(errand(PrinterWay.DEVICE, str(device)), "", seconds=SECONDS)
    assert handed.state is PrintState.SENT
    assert device.read_bytes().startswith(RESET)


def test_a_device_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    handed = hand_over(errand(PrinterWay.DEVICE, str(tmp_path / "lp0")), "", seconds=SECONDS)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.NO_DEVICE)
    assert list(tmp_path.iterdir()) == []


def test_a_device_that_nobody_reads_is_given_up(tmp_path: Path) -> None:
    if sys.platform != "win32":
        pipe = tmp_path / "lp0"
        os.mkfifo(pipe)
        assert hand_over(errand(PrinterWay.DEVICE, str(pipe)), "", seconds=SECONDS).state is PrintState.FAILED
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        # More than the system keeps for a reader that never comes.
        long = replace(receipt(), content=replace(receipt().content, lines=receipt().content.lines * 24))
        handed = hand_over(errand(PrinterWay.DEVICE, str(pipe), content=long), "", seconds=SECONDS)
        os.close(reader)
        assert (handed.state, handed.fault) == (PrintState.UNSURE, PrintFault.SILENT)


@pytest.mark.parametrize(("paper", "kind"), [(PaperSize.A5, "pdf"), (PaperSize.ROLL_58, "escpos")])
def test_a_folder_gets_the_paper_and_nothing_is_overwritten(
    tmp_path: Path, paper: PaperSize, kind: str
) -> None:
    wanted = errand(PrinterWay.FILE, str(tmp_path / "papers"), paper)
    first, second = (hand_over(wanted, "", seconds=SECONDS) for _ in range(2))
    assert Path(first.where).name == f"{wanted.title}.{kind}"
    assert {one.state for one in (first, second)} == {PrintState.SENT}
    assert sorted(file.name for file in (tmp_path / "papers").iterdir()) == sorted(
        Path(one.where).name for one in (first, second)
    )


def test_a_folder_that_can_t_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "papers").touch()
    handed = hand_over(errand(PrinterWay.FILE, str(tmp_path / "papers"), PaperSize.A4), "", seconds=SECONDS)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.NOT_WRITTEN)


@pytest.mark.parametrize(
    # A roll of 80 mm is printed on 576 dots of 203 an inch.
    ("paper", "millimetres"),
    [(PaperSize.A4, 210), (PaperSize.A5, 148), (PaperSize.ROLL_80, 72)],
)
def test_a_page_is_as_wide_as_the_printer_s_paper(
    tmp_path: Path, on_path: Path, paper: PaperSize, millimetres: int
) -> None:
    program(on_path, "lp", f'for last; do :; done; cp "$last" {tmp_path}/taken.pdf')
    handed = hand_over(errand(PrinterWay.SYSTEM, "Laser", paper), "", seconds=SECONDS)
    assert handed.state is PrintState.SENT
    (page,) = PdfReader(tmp_path / "taken.pdf").pages
    assert float(page.mediabox.width) / 72 * 25.4 == pytest.approx(millimetres, abs=1)


def test_a_test_page_speaks_the_printer_s_language(tmp_path: Path, on_path: Path) -> None:
    program(on_path, "lp", f'for last; do :; done; cp "$last" {tmp_path}/taken.pdf')
    wanted = errand(PrinterWay.SYSTEM, "Laser", PaperSize.A5, language=PaperLanguage.HINDI)
    wanted = replace(wanted, content=TestPage("Test", "Laser"))
    assert hand_over(wanted, "", seconds=SECONDS).state is PrintState.SENT
    assert "papers come out" not in PdfReader(tmp_path / "taken.pdf").pages[0].extract_text()


def test_the_duplicate_says_so(tmp_path: Path) -> None:
    """Invoices have two copies by the law; a plain receipt has none."""
    wanted = errand(PrinterWay.FILE, str(tmp_path), PaperSize.A5, mark=CopyMark.DUPLICATE)
    wanted = replace(wanted, content=replace(receipt(), kind=DocumentKind.TAX_INVOICE))
    handed = hand_over(wanted, "", seconds=SECONDS)
    text = " ".join(PdfReader(handed.where).pages[0].extract_text().split())
    assert text.startswith("PRACTICE – no real money, not valid · DUPLICATE FOR SUPPLIER")


# -- the print system


def test_the_print_system_is_told_queue_title_and_file(tmp_path: Path, on_path: Path) -> None:
    program(on_path, "lp", f'echo "$@" > {tmp_path}/said')
    wanted = errand(PrinterWay.RAW_QUEUE, "Slip")
    assert hand_over(wanted, "", seconds=SECONDS).state is PrintState.SENT
    said = (tmp_path / "said").read_text()
    assert said.startswith(f"-d Slip -t {wanted.title} -o raw -- ")


def test_what_the_print_system_refuses_is_told_in_its_words(on_path: Path) -> None:
    program(on_path, "lp", 'echo "lp: The printer or class does not exist." >&2; exit 1')
    handed = hand_over(errand(PrinterWay.SYSTEM, "Laser", PaperSize.A5), "", seconds=SECONDS)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.PRINTER_SAID)
    assert "does not exist" in handed.said


def test_a_print_system_that_hangs_is_ended_with_everything_it_started(tmp_path: Path, on_path: Path) -> None:
    program(on_path, "lp", f"echo $$ > {tmp_path}/pid; exec sleep 120")
    begun = time.monotonic()
    handed = hand_over(errand(PrinterWay.SYSTEM, "Laser", PaperSize.A5), "", seconds=8)
    assert (handed.state, handed.fault) == (PrintState.UNSURE, PrintFault.SILENT)
    assert time.monotonic() - begun < 14
    assert not is_alive(int((tmp_path / "pid").read_text()))


def test_without_a_printer_of_the_system_the_paper_has_not_come_out() -> None:
    handed = hand_over(errand(PrinterWay.SYSTEM, "", PaperSize.A5), "", seconds=SECONDS)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.NO_PRINTER)


# -- the process itself


@pytest.mark.parametrize("text", ["exit 3", "kill -9 $$", "kill -STOP $$"])
def test_a_process_that_ends_before_it_began_has_printed_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    program(tmp_path, "prints", text)
    monkeypatch.setattr(paper_errand, "command", lambda: (str(tmp_path / "prints"),))
    handed = hand_over(errand(PrinterWay.SYSTEM, ""), "", seconds=1)
    assert handed.state is PrintState.FAILED
    assert handed.fault in (PrintFault.BROKEN, PrintFault.SILENT)


@pytest.mark.parametrize("text", ["exit 3", "kill -9 $$", "kill -STOP $$"])
def test_a_process_that_ends_while_it_hands_over_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    program(tmp_path, "prints", f'touch "$2/handing"; {text}')
    monkeypatch.setattr(paper_errand, "command", lambda: (str(tmp_path / "prints"),))
    assert hand_over(errand(PrinterWay.SYSTEM, ""), "", seconds=1).state is PrintState.UNSURE


def test_a_program_that_is_not_there_has_printed_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_errand, "command", lambda: (str(tmp_path / "nothing"),))
    handed = hand_over(errand(PrinterWay.SYSTEM, ""), "", seconds=1)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.BROKEN)


def test_the_folder_of_an_errand_is_its_user_s_own_and_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "prints", f'echo "$2" > {tmp_path}/folder; stat -c %a "$2" > {tmp_path}/rights')
    monkeypatch.setattr(paper_errand, "command", lambda: (str(tmp_path / "prints"),))
    hand_over(errand(PrinterWay.SYSTEM, ""), "", seconds=5)
    assert not Path((tmp_path / "folder").read_text().strip()).exists()
    assert int((tmp_path / "rights").read_text(), 8) & (stat.S_IRWXG | stat.S_IRWXO) == 0


def test_the_password_is_told_through_a_pipe_and_stands_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "prints", f'cat > {tmp_path}/piped; echo "$@" > {tmp_path}/said; env > {tmp_path}/env')
    monkeypatch.setattr(paper_errand, "command", lambda: (str(tmp_path / "prints"),))
    hand_over(errand(PrinterWay.EMAIL, "a@example.org"), "hush-hush", seconds=5)
    assert (tmp_path / "piped").read_text() == "hush-hush"
    assert "hush-hush" not in (tmp_path / "said").read_text() + (tmp_path / "env").read_text()


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that waits to be buried does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_the_stand_ins_end_with_their_test() -> None:
    before = threading.active_count()
    with Listener(loopback.never_reads):
        pass
    assert threading.active_count() <= before
