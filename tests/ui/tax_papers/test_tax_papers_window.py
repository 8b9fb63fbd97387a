"""The page of tax papers by keys: four lists, the portal's number, a month that is filed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import BookingId, DocumentId
from desktop.services.buyer_errors import IrnKnown
from desktop.services.domain.e_invoice import PortalAnswer
from desktop.services.returns.enter_irn import read_portal_file
from desktop.ui.commands import suggest
from desktop.ui.routes import OpenBooking, OpenDocument, OpenTaxPapers, Route
from desktop.ui.tax_papers.tax_lists import TaxList
from desktop.ui.tax_papers.tax_papers_window import TaxPapersWindow
from tests.ui.sample_services import sample_services
from tests.ui.tax_papers.sample_lists import DUE, MONTHS, SERIES, WAITING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from desktop.ui.runner import Runner

Key = Qt.Key


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


class Behind:
    """What the page asked for."""

    def __init__(self) -> None:
        self.entered: list[PortalAnswer] = []
        self.months: list[tuple[str, ...]] = []
        self.refusal: Exception | None = None

    def enter(self, answers: Sequence[PortalAnswer], *, actor: Actor) -> int:
        if self.refusal is not None:
            raise self.refusal
        self.entered += answers
        return len(answers)

    def file(self, registration: str, month: str, *, actor: Actor) -> None:
        self.months.append((registration, month))

    def reopen(self, registration: str, month: str, reason: str, *, actor: Actor) -> None:
        self.months.append((registration, month, reason))


@pytest.fixture
def behind() -> Behind:
    return Behind()


@pytest.fixture
def window(qtbot: QtBot, runner: Runner, behind: Behind) -> TaxPapersWindow:
    services = replace(
        sample_services(),
        list_waiting_papers=lambda: () if behind.entered else WAITING,
        list_due_invoices=lambda: DUE,
        list_filed_months=lambda: MONTHS,
        list_series=lambda: SERIES,
        enter_irn=behind.enter,
        read_portal_file=read_portal_file,
        export_e_invoices=lambda: "[]",
        file_month=behind.file,
        reopen_month=behind.reopen,
    )
    made = TaxPapersWindow(services, runner)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.start()
    settle()
    return made


def press(window: TaxPapersWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key)
        settle()


def texts(window: TaxPapersWindow) -> list[list[str]]:
    table = window.table
    columns = range(table.columnCount())
    return [
        [item.text() for column in columns if (item := table.item(row, column)) is not None]
        for row in range(table.rowCount())
    ]


def test_each_list_is_one_figure_away_and_tells_its_count(window: TaxPapersWindow) -> None:
    assert [button.text() for button in window.buttons.values()] == [
        "Waiting for IRN (2)   1",
        "Invoices due (1)   2",
        "Filed months   3",
        "Series of numbers (1)   4",
    ]
    assert texts(window)[0][-1] == "▲ 31 days, the law’s 30 are over"
    press(window, Key.Key_2)
    assert (texts(window)[0][0], texts(window)[0][-1]) == ("BK-7F3K2Q", "▲ 7 days")
    press(window, Key.Key_3)
    assert [row[2] for row in texts(window)] == ["open", "✓ filed", "opened again"]
    press(window, Key.Key_4)
    assert texts(window)[0][-1].startswith("▲ ends soon: 99999 numbers are left")


def test_the_answer_of_the_portal_is_typed_and_entered(window: TaxPapersWindow, behind: Behind) -> None:
    press(window, Key.Key_Down, Key.Key_Return)
    form = window.irn
    assert form.irn.hasFocus()
    typed = ("a" * 64, "112010036563310", "24-11-2026 10:20", "signed")
    for field, text in zip(form.fields, typed, strict=True):
        field.setFocus()
        QTest.keyClicks(field, text)
    settle()
    assert form.enter.text() == "Enter the IRN of D1-C-2627-000002   F9"
    press(window, Key.Key_F9)
    assert behind.entered == [PortalAnswer("D1-C-2627-000002", *typed)]
    assert "1 papers have their IRN now" in window.error_bar.text
    assert "No paper waits" in window.empty.text()


def test_f9_asks_for_the_field_that_is_empty(window: TaxPapersWindow, behind: Behind) -> None:
    press(window, Key.Key_F9)
    assert window.irn.irn.hasFocus()
    assert behind.entered == []
    press(window, Key.Key_Escape)
    assert window.table.hasFocus()


def test_what_is_refused_stays_to_be_mended(window: TaxPapersWindow, behind: Behind) -> None:
    behind.refusal = IrnKnown("D1-I-2627-000017")
    for field in window.irn.fields:
        field.setFocus()
        QTest.keyClicks(field, "a")
    press(window, Key.Key_F9)
    assert "each is entered once" in window.error_bar.text
    assert [field.text() for field in window.irn.fields] == ["a"] * 4


def test_the_portals_file_is_taken_and_another_one_refused(
    window: TaxPapersWindow, behind: Behind, tmp_path: Path
) -> None:
    file = tmp_path / "answer.json"
    for content in (b"nonsense", b"\xff\xfe\x00"):
        file.write_bytes(content)
        window.irn.take_file(file)
        settle()
        assert "no answer of the portal" in window.error_bar.text
    window.irn.take_file(tmp_path / "gone.json")
    settle()
    assert behind.entered == []
    said = {"DocNo": "D1-I-2627-000017", "Irn": "b" * 64, "AckNo": 1, "AckDt": "2026-11-24 10:20:00"}
    file.write_text(json.dumps([said]), encoding="utf-8")
    window.irn.take_file(file)
    settle()
    assert [one.number for one in behind.entered] == ["D1-I-2627-000017"]


def test_what_waits_is_written_to_a_file(window: TaxPapersWindow, tmp_path: Path) -> None:
    window.irn.write_to(tmp_path / "out.json")
    settle()
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "[]"
    assert "Written to out.json" in window.error_bar.text


def test_a_month_is_filed_by_one_key(window: TaxPapersWindow, behind: Behind) -> None:
    press(window, Key.Key_3)
    assert window.month.act.text() == "Mark 2026-10 of MH as filed   F9"
    press(window, Key.Key_F9)
    assert behind.months == [("MH", "2026-10")]
    assert "no paper is dated in it any more" in window.error_bar.text


def test_a_filed_month_is_opened_again_for_a_reason(window: TaxPapersWindow, behind: Behind) -> None:
    press(window, Key.Key_3, Key.Key_Down, Key.Key_F9)
    assert (window.month.reason.hasFocus(), behind.months) == (True, [])
    QTest.keyClicks(window.month.reason, "a row was wrong")
    settle()
    press(window, Key.Key_F9)
    assert behind.months == [("MH", "2026-09", "a row was wrong")]


def test_rows_lead_to_paper_and_booking(window: TaxPapersWindow) -> None:
    wanted: list[Route] = []
    window.wanted.connect(wanted.append)
    press(window, Key.Key_O, Key.Key_2, Key.Key_O, Key.Key_Return)
    booking = OpenBooking(BookingId("booking-1"))
    assert wanted == [OpenDocument(DocumentId("d1")), booking, booking]


def test_the_page_is_reached_by_its_words() -> None:
    assert OpenTaxPapers() in [one.goal for one in suggest("tax", (), (), ())]
    assert OpenTaxPapers(at_due=True) in [one.goal for one in suggest("invoices", (), (), ())]


def test_the_word_of_the_invoices_due_opens_that_list(window: TaxPapersWindow) -> None:
    window.start(at_due=True)
    assert window.which is TaxList.DUE
