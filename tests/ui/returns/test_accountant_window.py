"""The accountant's page by keys: read, checked, saved, stopped, and what is said of each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.services.domain.exported import Saved
from desktop.services.domain.period import Period, month_from, quarter_of
from desktop.services.domain.tax_return import FaultKind, TaxReturn
from desktop.services.return_errors import FilesNoReturn, NamesNotRead
from desktop.ui.commands import suggest
from desktop.ui.language import Language, speak
from desktop.ui.returns.accountant_window import NAMES_FILE, AccountantWindow
from desktop.ui.returns.check_words import check_lines
from desktop.ui.routes import OpenAccountant
from tests.ui.sample_returns import RIGHT_RETURN, WRONG_RETURN
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from desktop.services.application import Services
    from desktop.ui.runner import Runner

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Office:
    """What was asked for, and what comes of it."""

    asked: list[tuple[object, ...]] = field(default_factory=list)
    found: TaxReturn = RIGHT_RETURN
    failure: Exception | None = None
    is_checked: bool = True
    names: str = "what,key,name,group\r\nledger,drawer,रोकड़,Cash-in-Hand\r\n"

    def read(
        self, registration: str, period: Period, *, goes_on: Callable[[], bool] = lambda: True
    ) -> TaxReturn | None:
        self._ask("read", registration, period)
        return self.found if goes_on() else None

    def save(
        self,
        registration: str,
        period: Period,
        place: Path,
        *,
        actor: Actor,
        goes_on: Callable[[], bool] = lambda: True,
    ) -> Saved | None:
        self._ask("save", registration, period)
        return Saved(place / "GSTR1", ("b2b.csv",), self.is_checked) if goes_on() else None

    def vouchers(self, day: date, place: Path, *, actor: Actor) -> Saved:
        self._ask("vouchers", day)
        return Saved(place / "Vouchers", ())

    def papers(
        self, days: Period, place: Path, *, actor: Actor, goes_on: Callable[[], bool] = lambda: True
    ) -> Saved | None:
        self._ask("papers", days)
        return Saved(place / "Papers", ()) if goes_on() else None

    def keep(self, text: str, *, actor: Actor) -> int:
        self._ask("keep", text)
        return 1

    def _ask(self, *what: object) -> None:
        self.asked.append(what)
        if self.failure is not None:
            raise self.failure

    def services(self) -> Services:
        return replace(
            sample_services(),
            list_gstins=lambda: (("MH", "27AAAAA0000A1Z2"), ("GA", "30AAAAA0000A1ZF")),
            read_return=self.read,
            save_return=self.save,
            save_vouchers=self.vouchers,
            save_paper_list=self.papers,
            show_ledger_names=lambda: self.names,
            keep_ledger_names=self.keep,
        )


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def page(office: Office, qtbot: QtBot, runner: Runner, tmp_path: Path) -> AccountantWindow:
    page = AccountantWindow(office.services(), runner, folder=tmp_path / "out")
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.refresh()
    page.setFocus()
    settle()
    return page


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def press(
    page: AccountantWindow, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key, how)
    settle()


def month(page: AccountantWindow, text: str) -> None:
    page.month.setFocus()
    page.month.setText(text)


def test_a_month_is_read_and_its_sums_and_check_stand_there(page: AccountantWindow, office: Office) -> None:
    month(page, "2026-11")
    press(page, Key.Key_Return)
    assert office.asked == [("read", "MH", month_from("2026-11"))]
    texts = [
        item.text() if (item := page.table.item(2, column)) else ""
        for column in range(page.table.columnCount())
    ]
    assert texts == ["7  all other sales", "1", "4,57,700.00", "11,442.50", "11,442.50", "0.00"]
    assert page.checked.text().startswith("Checked: papers, tables and ledger agree.")
    assert "₹500.00" in page.checked.text()
    assert page.table.hasFocus()


def test_the_quarter_and_another_registration_are_chosen_by_keys(
    page: AccountantWindow, office: Office
) -> None:
    month(page, "2026-11")
    page.quarter.setFocus()
    press(page, Key.Key_Space)
    page.registration.setFocus()
    press(page, Key.Key_Down)
    press(page, Key.Key_G)
    assert office.asked == [("save", "GA", quarter_of(date(2026, 11, 1)))]


def test_what_does_not_agree_is_said_with_its_papers(page: AccountantWindow, office: Office) -> None:
    office.found = WRONG_RETURN
    press(page, Key.Key_Return)
    assert page.checked.text().startswith(f"NOT CHECKED: {len(FaultKind)} things do not agree.")
    assert "D1-I-2627-000001" in page.checked.text()
    assert "and 36 more" in page.checked.text()
    office.is_checked = False
    press(page, Key.Key_G)
    assert "NOT CHECKED" in page.error_bar.text


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_fault_has_words(language: Language, qapp: QApplication) -> None:
    speak(qapp, language)
    faults = WRONG_RETURN.check.faults
    try:
        found = [replace(WRONG_RETURN, check=replace(WRONG_RETURN.check, faults=(one,))) for one in faults]
        lines = [line for one in found for line in check_lines(one)]
    finally:
        speak(qapp, "en")
    assert len(lines) == 4 * len(FaultKind)
    assert not any("{" in line for line in lines)


def test_files_are_saved_by_letters_and_by_alt_in_a_field(
    page: AccountantWindow, office: Office, tmp_path: Path
) -> None:
    month(page, "२०२६-१०")
    press(page, Key.Key_L, ALT)
    assert office.asked == [("papers", month_from("2026-10"))]
    assert page.error_bar.text == f"Saved in {tmp_path / 'out' / 'Papers'}"
    page.day.setFocus()
    page.day.selectAll()
    QTest.keyClicks(page.day, "24 nov 2026")
    press(page, Key.Key_V, ALT)
    assert office.asked[1:] == [("vouchers", date(2026, 11, 24))]


@pytest.mark.parametrize("text", ["", "nov", "2026-13", "2026", "-", "99999-01"])
def test_what_is_no_month_is_not_asked_for(page: AccountantWindow, office: Office, text: str) -> None:
    month(page, text)
    press(page, Key.Key_Return)
    assert office.asked == []
    assert "2026-11" in page.error_bar.text


def test_names_of_ledgers_go_out_and_come_back(
    page: AccountantWindow, office: Office, tmp_path: Path
) -> None:
    press(page, Key.Key_N, ALT)
    file = tmp_path / "out" / NAMES_FILE
    assert str(file) in page.error_bar.text
    press(page, Key.Key_R, ALT)
    ((_, text),) = office.asked
    assert str(text).splitlines() == office.names.splitlines()
    assert page.error_bar.text == "Read. 1 names differ from the usual ones."
    file.write_bytes(b"\xff\xfe\x00")
    press(page, Key.Key_R, ALT)
    assert "UTF-8" in page.error_bar.text
    file.unlink()
    press(page, Key.Key_R, ALT)
    assert "could not be" in page.error_bar.text


@pytest.mark.parametrize("failure", [FilesNoReturn("GA"), NamesNotRead(3)])
def test_a_refusal_is_said_and_the_page_goes_on(
    page: AccountantWindow, office: Office, failure: Exception
) -> None:
    office.failure = failure
    press(page, Key.Key_Return)
    assert page.error_bar.text
    office.failure = None
    press(page, Key.Key_Return)
    assert page.checked.text()


def test_a_full_disk_is_no_fault_of_the_program(page: AccountantWindow, office: Office) -> None:
    office.failure = OSError(28, "No space left on device")
    press(page, Key.Key_G, ALT)
    assert "No space left on device" in page.error_bar.text


@pytest.mark.parametrize("line", ["accountant", "gstr1", "tally"])
def test_the_page_is_reached_by_its_words(line: str, qapp: QApplication) -> None:
    assert suggest(line, (), (), ())[0].goal == OpenAccountant()


def test_the_page_is_reached_in_hindi(qapp: QApplication) -> None:
    speak(qapp, "hi")
    try:
        assert suggest("लेखा", (), (), ())[0].goal == OpenAccountant()
    finally:
        speak(qapp, "en")


def test_escape_stops_what_is_running_and_only_then_goes_back(
    office: Office, qtbot: QtBot, runner: Runner, tmp_path: Path
) -> None:
    going: list[Callable[[], bool]] = []

    def read(
        registration: str, period: Period, *, goes_on: Callable[[], bool] = lambda: True
    ) -> TaxReturn | None:
        going.append(goes_on)
        window.stop_or_leave()
        return RIGHT_RETURN if goes_on() else None

    window = AccountantWindow(replace(office.services(), read_return=read), runner, folder=tmp_path)
    qtbot.addWidget(window)
    left: list[bool] = []
    window.back.connect(lambda: left.append(True))
    with qtbot.waitActive(window):
        window.show()
    window.refresh()
    window.setFocus()
    settle()
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: window.error_bar.text == "Stopped. Nothing was written.")
    assert (len(going), left) == (1, [])
    press(window, Key.Key_Escape)
    assert left == [True]
