"""The page Printers by keys: entered, tried, taken off; papers answered for, tried again, given up."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.actor import Actor
from db.ids import PrinterId, PrintJobId, RequestKey
from db.print_words import (
    MailSafety,
    MailServer,
    PaperSize,
    PrintAnswer,
    PrinterWay,
    PrintState,
)
from desktop.services.application import Services
from desktop.services.domain.printing import TEST_PAGE, Printer, PrintJob, PrintRequest
from desktop.services.errors import BadRequest
from desktop.services.printing_errors import PaperMoved, PrinterChanged
from desktop.ui.printers.printers_window import PrintersWindow
from tests.ui.sample_papers import LASER, SLIP, sample_paper
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

Key = Qt.Key


@dataclass
class FakeDesk:
    """Keeps printers and papers in memory."""

    printers: tuple[Printer, ...] = (SLIP, LASER)
    jobs: tuple[PrintJob, ...] = tuple(
        sample_paper(PrintJobId(state), state)
        for state in (PrintState.UNSURE, PrintState.FAILED, PrintState.WAITING, PrintState.SENT)
    )
    done: list[tuple[object, ...]] = field(default_factory=list)
    refusal: Exception | None = None
    server: MailServer | None = None

    def services(self) -> Services:
        return replace(
            sample_services(),
            list_printers=lambda _actor: self.printers,
            list_print_jobs=lambda _actor: self.jobs,
            save_printer=self._save,
            remove_printer=self._remove,
            queue_print=self._queue,
            find_print_job=lambda job_id: sample_paper(job_id, PrintState.SENT, title=TEST_PAGE),
            answer_print=self._answer,
            retry_print=self._move("retry"),
            give_up_print=self._move("give up"),
            read_mail_server=lambda: self.server,
            keep_mail_server=self._keep_mail,
        )

    def _note(self, *what: object) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.done.append(what)

    def _save(self, new: Printer, before: Printer | None = None, *, actor: Actor) -> PrinterId:
        self._note("save", new, before)
        printer_id = before.id if before is not None and before.id is not None else PrinterId("new")
        others = tuple(one for one in self.printers if one.id != printer_id)
        self.printers = (*others, replace(new, id=printer_id))
        return printer_id

    def _remove(self, printer: Printer, *, actor: Actor) -> None:
        self._note("remove", printer.name)
        self.printers = tuple(one for one in self.printers if one.id != printer.id)

    def _queue(self, request: PrintRequest, request_key: RequestKey, *, actor: Actor) -> PrintJobId:
        self._note("queue", request)
        return PrintJobId("test")

    def _answer(self, job_id: PrintJobId, answer: PrintAnswer, *, actor: Actor) -> None:
        self._note("answer", job_id, answer)

    def _move(self, what: str):  # type: ignore[no-untyped-def]  # the two acts have one signature
        def move(job_id: PrintJobId, *, actor: Actor) -> None:
            self._note(what, job_id)

        return move

    def _keep_mail(self, server: MailServer, password: str | None, *, actor: Actor) -> None:
        self._note("mail", server, password)


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def window(desk: FakeDesk, qtbot: QtBot, runner: Runner) -> PrintersWindow:
    made = PrintersWindow(desk.services(), runner)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.refresh()
    settle()
    return made


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def press(window: PrintersWindow, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or window, key)
        settle()


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def to_job(window: PrintersWindow, state: PrintState) -> None:
    window.jobs.setFocus()
    row = next(row for row in range(window.jobs.rowCount()) if window.jobs._jobs[row].state is state)
    window.jobs.setCurrentCell(row, 0)
    settle()


def test_a_slip_printer_is_entered_by_keys_alone(desk: FakeDesk, window: PrintersWindow) -> None:
    steps = [window.step]
    window.step_changed.connect(lambda: steps.append(window.step))
    press(window, Key.Key_N)
    type_in("Counter slips")
    press(window, Key.Key_Return, Key.Key_Down, Key.Key_Down, Key.Key_Tab)
    type_in("192.168.1.60")
    press(window, Key.Key_Return, Key.Key_Down, Key.Key_F9)
    printer = Printer("Counter slips", PrinterWay.NETWORK, "192.168.1.60", PaperSize.ROLL_58, is_usual=True)
    assert desk.done == [("save", printer, None)]
    assert window.form.isHidden()
    assert steps == [None, "keep", None]
    assert "Counter slips is kept" in window.error_bar.text
    assert window.printers.rowCount() == 3


def test_a_printer_is_changed_by_enter_from_its_row(desk: FakeDesk, window: PrintersWindow) -> None:
    press(window, Key.Key_Down, Key.Key_Return)
    type_in("Laser")
    press(window, Key.Key_F9)
    assert desk.done == [("save", replace(LASER, name="Laser", id=None), LASER)]


def test_what_can_t_be_is_said_at_its_field_and_stays(desk: FakeDesk, window: PrintersWindow) -> None:
    desk.refusal = BadRequest("printer_address", "no_network")
    press(window, Key.Key_N)
    type_in("Slips")
    press(window, Key.Key_F9)
    assert window.form.address.is_wrong
    assert window.form.address.edit.hasFocus()
    assert window.form.name.text == "Slips"
    press(window, Key.Key_Escape)
    assert window.form.isHidden()


def test_a_printer_is_taken_off_by_del_twice_and_by_no_single_one(
    desk: FakeDesk, window: PrintersWindow
) -> None:
    press(window, Key.Key_Delete)
    assert "Take Slip printer off this desk?" in window.error_bar.text
    press(window, Key.Key_Down, Key.Key_Delete)
    assert desk.done == []
    assert "Take Laser in the back office off" in window.error_bar.text
    press(window, Key.Key_Escape, Key.Key_Delete, Key.Key_Delete)
    assert desk.done == [("remove", "Laser in the back office")]


def test_a_printer_that_was_changed_meanwhile_is_told(desk: FakeDesk, window: PrintersWindow) -> None:
    desk.refusal = PrinterChanged("Slip printer")
    press(window, Key.Key_Delete, Key.Key_Delete)
    assert "was changed or taken off just now" in window.error_bar.text


def test_a_test_page_goes_to_the_marked_printer(desk: FakeDesk, window: PrintersWindow) -> None:
    press(window, Key.Key_Down, Key.Key_T)
    ((_, request),) = desk.done
    assert isinstance(request, PrintRequest)
    assert (request.report, request.printer_id) == (TEST_PAGE, LASER.id)
    assert json.loads(request.parameters)["printer"] == LASER.name
    assert "Test page went to" in window.error_bar.text


@pytest.mark.parametrize(
    ("state", "key", "done"),
    [
        (PrintState.UNSURE, Key.Key_Y, ("answer", "unsure", PrintAnswer.PRINTED)),
        (PrintState.UNSURE, Key.Key_O, ("answer", "unsure", PrintAnswer.AGAIN)),
        (PrintState.FAILED, Key.Key_R, ("retry", "failed")),
        (PrintState.FAILED, Key.Key_X, ("give up", "failed")),
        (PrintState.WAITING, Key.Key_X, ("give up", "waiting")),
    ],
)
def test_a_paper_is_looked_after_by_one_key(
    desk: FakeDesk, window: PrintersWindow, state: PrintState, key: Key, done: tuple[object, ...]
) -> None:
    to_job(window, state)
    press(window, key)
    assert desk.done == [done]


@pytest.mark.parametrize(
    ("state", "keys"),
    [
        (PrintState.UNSURE, (Key.Key_R, Key.Key_X)),
        (PrintState.FAILED, (Key.Key_Y, Key.Key_O)),
        (PrintState.SENT, (Key.Key_Y, Key.Key_O, Key.Key_R, Key.Key_X)),
    ],
)
def test_a_key_that_has_no_use_for_a_paper_does_nothing(
    desk: FakeDesk, window: PrintersWindow, state: PrintState, keys: tuple[Key, ...]
) -> None:
    to_job(window, state)
    press(window, *keys)
    assert desk.done == []
    assert window.error_bar.text == window.nothing_to_do()


def test_a_paper_that_moved_meanwhile_is_told(desk: FakeDesk, window: PrintersWindow) -> None:
    desk.refusal = PaperMoved("D1-R-000001", PrintState.PRINTED)
    to_job(window, PrintState.UNSURE)
    press(window, Key.Key_Y)
    assert "D1-R-000001: ✓ printed by now." in window.error_bar.text


def test_the_mail_server_is_entered_and_its_password_stands_nowhere(
    desk: FakeDesk, window: PrintersWindow
) -> None:
    press(window, Key.Key_M)
    for text in ("smtp.example.org", "", "desk@example.org", "desk", "hush"):
        if text:
            type_in(text)
        press(window, Key.Key_Return)
    press(window, Key.Key_F9)
    server = MailServer("smtp.example.org", 587, MailSafety.STARTTLS, "desk", "desk@example.org")
    assert desk.done == [("mail", server, "hush")]
    assert window.mail.password.edit.text() == ""
    assert not window.mail.password.edit.isUndoAvailable()


def test_without_a_new_password_the_kept_one_stays(desk: FakeDesk, window: PrintersWindow) -> None:
    desk.server = MailServer("smtp.example.org", 465, MailSafety.TLS, "desk", "desk@example.org")
    press(window, Key.Key_M, Key.Key_F9)
    assert desk.done == [("mail", desk.server, None)]


def test_who_comes_for_what_is_stuck_stands_on_it(desk: FakeDesk, window: PrintersWindow) -> None:
    window.look_at_stuck()
    settle()
    assert window.jobs.hasFocus()
    assert window.jobs.current == desk.jobs[0]
    press(window, Key.Key_Y)
    assert desk.done == [("answer", "unsure", PrintAnswer.PRINTED)]


def test_a_desk_without_printers_says_where_its_papers_go(qtbot: QtBot, runner: Runner) -> None:
    made = PrintersWindow(FakeDesk(printers=(), jobs=()).services(), runner)
    qtbot.addWidget(made)
    made.refresh()
    settle()
    assert not made.none.isHidden()
    assert not made.idle.isHidden()
    assert made.printers.isHidden()
