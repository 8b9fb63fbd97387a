"""A manager reviews shifts by keys: what differs and why, the booking behind it, the slip, the acceptance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.actor import Actor
from db.ids import BookingId, DocumentId, RequestKey, ShiftId
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.shift_review import Explained, ListedShift, ShiftsSeen
from desktop.services.errors import BadRequest, NotPermitted
from desktop.ui.commands import suggest
from desktop.ui.documents.document_window import DocumentWindow
from desktop.ui.papers.lay_out import lay_out
from desktop.ui.papers.write_pdf import write_pdf
from desktop.ui.routes import OpenBooking, OpenDaySheet, OpenShifts, OpenZSlip, Route
from desktop.ui.shifts.shift_table import state_text
from desktop.ui.shifts.shifts_window import ShiftsWindow
from tests.ui.sample_services import CLERK, sample_services
from tests.ui.shifts.sample_shifts import ACCEPTED, CLOSED, EVERY, EXPLAINED, FORGOTTEN, OPEN, SLIP

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

Key = Qt.Key


class Desk:
    """The window, and what it asks for."""

    def __init__(self, qtbot: QtBot, runner: Runner, seen: ShiftsSeen = EVERY) -> None:
        self.accepted: list[tuple[ShiftId, str]] = []
        self.drawers: list[tuple[str, RequestKey]] = []
        self.refuses: Exception | None = None
        self.seen = seen
        services = replace(
            sample_services(),
            list_shifts=lambda _actor: self.seen,
            explain_difference=self.explain,
            accept_shift=self.accept,
            open_drawer=self.open_drawer,
        )
        self.window = ShiftsWindow(services, runner)
        self.routes: list[Route] = []
        self.backs: list[None] = []
        self.window.wanted.connect(self.routes.append)
        self.window.back.connect(lambda: self.backs.append(None))
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.window.start(None)
        self.settle()

    def explain(self, shift_id: ShiftId, actor: Actor) -> Explained:
        assert (shift_id, actor) == (CLOSED.id, CLERK)
        return EXPLAINED

    def accept(self, shift_id: ShiftId, note: str, *, actor: Actor) -> ListedShift:
        if self.refuses is not None:
            raise self.refuses
        self.accepted.append((shift_id, note))
        return CLOSED

    def open_drawer(self, reason: str, request_key: RequestKey, *, actor: Actor) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.drawers.append((reason, request_key))

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.settle()

    def row(self) -> list[str]:
        table = self.window.table
        cells = (table.item(table.currentRow(), column) for column in range(table.columnCount()))
        return [cell.text() for cell in cells if cell is not None]

    def causes(self) -> list[str]:
        found = self.window.causes
        return [found.item(row).text() for row in range(found.count())]


def test_the_close_that_waits_stands_first_with_its_causes(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    cells = desk.row()
    assert (cells[0], cells[1], cells[4], cells[5]) == ("D1", "Ravi", "-1,890.00", "+1,890.00")
    assert "Counted 8,110.00, the books had 10,000.00: -1,890.00." in desk.window.said.text()
    first, one, two, second = desk.causes()
    assert first == "1  Entered as cash, but it was taken as card slip: ₹1,890.00"
    assert "BK-7F3K22" in one
    assert "Ravi" in two
    assert second == "2  Close counted with 10 × ₹200.00 too few, +110.00 in coins besides"


def test_enter_leads_to_the_causes_and_then_to_the_booking(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.press(Key.Key_Return)
    assert desk.window.causes.hasFocus()
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.routes == [OpenBooking(BookingId("booking-2")), OpenBooking(BookingId("booking-3"))]
    desk.press(Key.Key_Escape)
    assert desk.window.table.hasFocus()
    desk.press(Key.Key_Escape)
    assert desk.backs == [None]


def test_p_shows_the_slip_and_says_so_where_there_is_none(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.press(Key.Key_P)
    assert desk.routes == [OpenZSlip(DocumentId("slip-1"))]
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_P)
    assert desk.window.error_bar.text == "This shift has no Z slip yet: it is made at the close."
    assert len(desk.routes) == 1


def test_a_note_and_f9_accept_the_close(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    assert desk.window.accept_button.text() == "Accept Ravi's close, -1,890.00 in cash   F9"
    desk.window.note.setFocus()
    QTest.keyClicks(desk.window.note, "slip found")
    desk.settle()
    desk.press(Key.Key_F9)
    assert desk.accepted == [(CLOSED.id, "slip found")]
    assert desk.window.error_bar.text == "Ravi's close at D1 is accepted."
    assert desk.window.note.text() == ""


def test_a_refusal_is_said_and_the_note_stays(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.refuses = NotPermitted(ManagerAct.ACCEPT_SHIFT)
    desk.window.note.setText("slip found")
    desk.settle()
    desk.press(Key.Key_F9)
    assert desk.accepted == []
    assert "manager" in desk.window.error_bar.text
    assert desk.window.note.text() == "slip found"


def test_nothing_is_accepted_that_is_open_or_accepted_already(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner, ShiftsSeen((OPEN, ACCEPTED), is_whole=True))
    assert "told when it has been counted" in desk.window.said.text()
    for _ in range(2):
        assert desk.window.accept_button.isHidden()
        desk.press(Key.Key_F9)
        desk.press(Key.Key_Down)
    assert desk.accepted == []


def test_a_clerk_reads_own_closes_and_accepts_nothing(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner, ShiftsSeen((CLOSED,), is_whole=False))
    assert desk.causes()
    assert desk.window.accept_button.isHidden()
    desk.press(Key.Key_F9)
    assert desk.accepted == []


def test_a_clerk_without_a_close_is_told_so(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner, ShiftsSeen((), is_whole=False))
    assert not desk.window.empty.isHidden()


def test_the_page_opens_at_the_shift_that_was_asked_for(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.window.start(ACCEPTED.id)
    desk.settle()
    assert "accepted by Meena, an own close" in desk.row()[-1]


def test_reading_again_leaves_the_keyboard_where_it_is(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.press(Key.Key_Return)
    desk.window.refresh()
    desk.settle()
    assert desk.window.causes.hasFocus()


def test_d_asks_why_the_drawer_is_opened_and_enter_opens_it(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.press(Key.Key_D)
    assert desk.window.drawer.reason.hasFocus()
    QTest.keyClicks(desk.window.drawer.reason, "change for 500")
    desk.settle()
    desk.press(Key.Key_Return)
    assert [reason for reason, _ in desk.drawers] == ["change for 500"]
    assert desk.window.error_bar.text == "The opening of the drawer is written down."
    assert desk.window.drawer.isHidden()
    assert desk.window.table.hasFocus()


def test_esc_puts_the_question_away_and_opens_nothing(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.press(Key.Key_D)
    desk.press(Key.Key_Escape)
    assert desk.window.drawer.isHidden()
    assert (desk.drawers, desk.backs) == ([], [])


def test_a_refused_opening_keeps_its_reason(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.window.start(None, opens_drawer=True)
    desk.settle()
    desk.refuses = BadRequest("reason", "blank")
    QTest.keyClicks(desk.window.drawer.reason, " x")
    desk.settle()
    desk.press(Key.Key_Return)
    assert desk.drawers == []
    assert desk.window.drawer.reason.text() == " x"
    assert desk.window.error_bar.text


def test_typing_open_the_drawer_leads_there() -> None:
    goals = [one.goal for one in suggest("open the drawer", (), (), ())]
    assert goals == [OpenShifts(opens_drawer=True)]


def test_states_are_words() -> None:
    words = [state_text(shift) for shift in (CLOSED, OPEN, FORGOTTEN, ACCEPTED)]
    assert words == [
        "closed, not accepted yet",
        "open",
        "▲ left open",
        "✓ accepted by Meena, an own close",
    ]


def test_typing_shifts_leads_there() -> None:
    assert [one.goal for one in suggest("shifts", (), (), ())] == [OpenShifts()]


def test_the_slip_says_everything_and_copies_are_marked() -> None:
    text = lay_out(SLIP).toPlainText()
    for said in (
        "PRACTICE",
        "Z slip",
        "D1-Z-2026-000007",
        "Desk D1, Ravi",
        "23 sales",
        "44,105.50",
        "Dropped to the safe",
        "-26,000.00",
        "Cash expected",
        "-1,890.00",
        "Stays for the next shift",
        "BK-7F3K2Q",
        "Card refund without its slip",
        "record 412",
        "3fa1b0c2",
        "9d27e4aa",
        "D1-R-2026-000214",
    ):
        assert said in text
    assert text.count("Part of") == 2
    assert "COPY" not in text
    assert "COPY 2" in lay_out(replace(SLIP, copies=2)).toPlainText()


def test_a_desk_without_cash_says_that_nothing_was_counted() -> None:
    bare = replace(SLIP, figures=replace(SLIP.figures, has_drawer=False, card_counted_paise=None, days=()))
    text = lay_out(bare).toPlainText()
    assert "nothing was counted" in text
    assert "Cash expected" not in text
    assert "Nothing was sold or moved." in text


def test_the_slip_fits_a_page_as_pdf(tmp_path: Path) -> None:
    file = tmp_path / "slip.pdf"
    write_pdf(SLIP, file)
    assert len(PdfReader(file).pages) == 1


def test_the_slip_is_printed_like_a_receipt(qtbot: QtBot, runner: Runner, tmp_path: Path) -> None:
    counted: list[DocumentId] = []

    def count(document_id: DocumentId, *, actor: Actor) -> None:
        counted.append(document_id)

    services = replace(
        sample_services(),
        show_z_slip=lambda _id, _actor: replace(SLIP, copies=len(counted)),
        count_copy=count,
    )
    window = DocumentWindow(services, runner)
    qtbot.addWidget(window)
    window.folder = tmp_path
    window.show_z_slip(SLIP.id)
    QApplication.processEvents()
    QTest.keyClick(window, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    for _ in range(4):
        QApplication.processEvents()
    assert (tmp_path / "D1-Z-2026-000007.pdf").exists()
    assert counted == [SLIP.id]


def test_s_shows_the_day_sheet_of_the_marked_shift(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.press(Key.Key_S)
    assert desk.routes == [OpenDaySheet(CLOSED.id)]
