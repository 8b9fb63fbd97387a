"""The register of guests by keys: switched on, a guest entered, a form handed in, an entry erased."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.services.domain.list_rules import ListRules
from desktop.services.lists.enter_guest import ChangeGuest, EnterGuest
from desktop.services.lists.forms_due import ListFormsDue, ListGuests, MarkFormSent
from desktop.services.lists.keep_guests import EraseGuest, ExportGuests
from desktop.services.lists.list_rules import SaveListRules, ShowListRules
from desktop.ui.lists.register_window import RegisterWindow
from tests.counter import ZONE, Counter
from tests.lists.day import guests, sell
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.services.domain.booking import Hold
    from desktop.ui.runner import Runner

Key = Qt.Key


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


@pytest.fixture
def page(qtbot: QtBot, counter: Counter, runner: Runner, tmp_path: Path) -> Iterator[RegisterWindow]:
    database = counter.database
    services = replace(
        sample_services(),
        actor=lambda: counter.actor,
        show_list_rules=ShowListRules(database),
        save_list_rules=SaveListRules(database),
        list_forms_due=ListFormsDue(database),
        list_guests=ListGuests(database),
        enter_guest=EnterGuest(database),
        change_guest=ChangeGuest(database),
        mark_form_sent=MarkFormSent(database),
        export_guests=ExportGuests(database, ZONE),
        erase_guest=EraseGuest(database, ZONE),
    )
    shown = RegisterWindow(services, runner, folder=tmp_path)
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    with qtbot.waitActive(shown):
        shown.show()
    yield shown
    shown.hide()


@pytest.fixture
def hold(counter: Counter) -> Hold:
    return sell(counter, counter.item("DLX", "203", ahead=0, nights=2, guests=guests("Jane Miller")))


def f9(page: RegisterWindow) -> None:
    settle()
    QTest.keyClick(page, Key.Key_F9)
    settle()


def fill(page: RegisterWindow, **texts: str) -> None:
    for name, text in texts.items():
        field = page.form.fields[name]
        field.clear()
        QTest.keyClicks(field, text)


def test_the_house_switches_its_register_on(page: RegisterWindow, counter: Counter) -> None:
    page.start()
    settle()
    assert page.said.text() == "This house keeps no register of guests."
    assert page.primary.text() == "Keep a register of guests   F9"
    f9(page)
    assert ShowListRules(counter.database)() == ListRules(keeps_register=True)
    assert page.said.text() == "No form has to be handed in."
    assert page.primary.isHidden()


def test_a_guest_from_abroad_until_the_form_is_handed_in(
    page: RegisterWindow, counter: Counter, hold: Hold
) -> None:
    SaveListRules(counter.database)(ListRules(keeps_register=True), actor=counter.actor)
    page.start(hold.booking_id, frozenset({1, 2}), "Jane Miller")
    settle()
    assert page.primary.text() == "Enter Jane Miller   F9"
    page.form.is_foreign.setChecked(True)
    f9(page)
    assert "nationality" in page.error_bar.text
    fill(page, nationality="United Kingdom", passport="AB123456", id_last="499118665246")
    f9(page)
    assert "Aadhaar" in page.error_bar.text
    assert ListGuests(counter.database)(hold.booking_id) == ()
    fill(page, id_last="5246")
    f9(page)
    (entry,) = ListGuests(counter.database)(hold.booking_id)
    assert (entry.told.passport, entry.told.id_last) == ("AB123456", "5246")
    page.start()
    settle()
    assert page.table.rowCount() == 1
    assert page.primary.text() == "Form of Jane Miller's arrival was handed in   F9"
    f9(page)
    assert ListFormsDue(counter.database)() == ()
    assert page.table.isHidden()


def test_an_entry_is_erased_only_after_a_question(page: RegisterWindow, counter: Counter, hold: Hold) -> None:
    SaveListRules(counter.database)(ListRules(keeps_register=True), actor=counter.actor)
    page.start(hold.booking_id, frozenset({1, 2}), "Asha Verma")
    settle()
    f9(page)
    page.form.entries.setCurrentIndex(1)
    page.form.entries.activated.emit(1)
    settle()
    assert page.primary.text() == "Change the entry of Asha Verma   F9"
    page.primary.setFocus()
    QTest.keyClick(page, Key.Key_Delete)
    settle()
    assert page.primary.text() == "Erase the entry of Asha Verma   F9"
    assert len(ListGuests(counter.database)(hold.booking_id)) == 1
    QTest.keyClick(page, Key.Key_Escape)
    settle()
    assert page.primary.text() == "Change the entry of Asha Verma   F9"
    page.primary.setFocus()
    QTest.keyClick(page, Key.Key_Delete)
    f9(page)
    assert ListGuests(counter.database)(hold.booking_id) == ()


def test_the_hour_of_the_evening_lists_is_set(page: RegisterWindow, counter: Counter) -> None:
    page.start()
    settle()
    QTest.keyClick(page, Key.Key_E)
    settle()
    assert page.rules.evening.text() == "20:00"
    for text, minute in (("19.30", 1170), ("8", 480), ("", None)):
        page.rules.evening.setText(text)
        f9(page)
        assert ShowListRules(counter.database)().evening_minute == minute
        QTest.keyClick(page, Key.Key_E)
        settle()
    page.rules.evening.setText("25:00")
    f9(page)
    assert page.error_bar.text == "Enter the hour as 20:00, or nothing for no lists."


def test_the_register_is_saved_as_csv(
    page: RegisterWindow, counter: Counter, hold: Hold, tmp_path: Path
) -> None:
    page.start()
    settle()
    QTest.keyClick(page, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert len(list(tmp_path.glob("guests *.csv"))) == 1
    assert page.error_bar.text.startswith("The register is saved as ")
