"""The page Staff at a real desk, by keys: how a house begins, who is added, changed and given a PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.states import Role
from desktop.ui.staff.staff_window import StaffWindow
from tests.staff import CLERK_PIN, MANAGER_PIN
from tests.ui.snapshot import dump

if TYPE_CHECKING:
    from desktop.services.domain.staff import Person
    from tests.ui.tour.clerk import Clerk

Key = Qt.Key


def open_staff(clerk: Clerk) -> StaffWindow:
    clerk.line("staff")
    page = clerk.see_page("staff")
    assert isinstance(page, StaffWindow)
    clerk.see(lambda: page.begins.isVisible() or page.table.isVisible())
    QApplication.processEvents()
    return page


def begin(clerk: Clerk, page: StaffWindow) -> None:
    clerk.press(Key.Key_N)
    clerk.line("90")
    clerk.line("Meena")
    clerk.press(Key.Key_Return)
    clerk.type(MANAGER_PIN * 2)
    clerk.press(Key.Key_Return)
    clerk.see(lambda: page.card.isVisible())
    QApplication.processEvents()


def people(clerk: Clerk) -> dict[str, Person]:
    return {one.code: one for one in clerk.services.list_people()}


def test_a_house_begins_with_its_first_manager_by_keys(clerk: Clerk) -> None:
    page = open_staff(clerk)
    assert "nobody signs in" in page.begins.text()
    clerk.press(Key.Key_N)
    assert "each person signs in" in page.form.head.text()
    clerk.press(Key.Key_Escape)
    begin(clerk, page)
    assert (people(clerk)["90"].role, clerk.services.actor().person) == (Role.MANAGER, "Meena")
    assert not clerk.window.is_locked
    code = page.card.code.text()
    assert len(code) == 24
    clerk.see(lambda: "Meena" in clerk.window.top.desk.text())
    clerk.press(Key.Key_Escape)
    assert (page.card.code.text(), page.card.isHidden()) == ("", True)
    assert code not in dump(clerk.window)
    assert clerk.mouse.seen == 0


def test_a_clerk_is_added_given_a_pin_made_a_manager_and_leaves(clerk: Clerk) -> None:
    page = open_staff(clerk)
    begin(clerk, page)
    clerk.press(Key.Key_Escape, Key.Key_N)
    clerk.line("11")
    clerk.line("Ravi")
    clerk.press(Key.Key_Return)
    clerk.type(CLERK_PIN * 2)
    clerk.press(Key.Key_Return)
    clerk.see(lambda: page.table.rowCount() == 2)
    assert people(clerk)["11"].needs_pin
    page.table.setCurrentCell(0, 0)
    clerk.press(Key.Key_P)
    clerk.type("519384" * 2)
    clerk.press(Key.Key_Return)
    clerk.see(lambda: page.form.isHidden() and "signs in with this PIN" in page.error_bar.text)
    page.table.setCurrentCell(0, 0)
    clerk.press(Key.Key_E)
    clerk.press(Key.Key_Return, Key.Key_Space, Key.Key_Return, Key.Key_Return, Key.Key_Return)
    clerk.see(lambda: people(clerk)["11"].role is Role.MANAGER)
    clerk.see(lambda: page.form.isHidden())
    page.table.setCurrentCell(1, 0)
    clerk.press(Key.Key_E)
    clerk.press(Key.Key_Return, Key.Key_Return, Key.Key_Space, Key.Key_Return, Key.Key_Return)
    clerk.see(lambda: clerk.window.is_locked)
    assert people(clerk)["90"].has_left


def test_a_refusal_is_said_and_what_was_typed_stays(clerk: Clerk) -> None:
    page = open_staff(clerk)
    clerk.press(Key.Key_N)
    clerk.line("9")
    clerk.line("Meena")
    clerk.press(Key.Key_Return)
    clerk.type(MANAGER_PIN * 2)
    clerk.press(Key.Key_Return)
    clerk.see(lambda: "two figures" in page.error_bar.text)
    assert (page.form.name.text, people(clerk)) == ("Meena", {})
    clerk.type("90")
    clerk.press(Key.Key_Return, Key.Key_Return, Key.Key_Return)
    clerk.type("123456123456")
    clerk.press(Key.Key_Return)
    clerk.see(lambda: "guessed first" in page.error_bar.text)
    clerk.type(MANAGER_PIN + CLERK_PIN)
    clerk.press(Key.Key_Return)
    clerk.see(lambda: "not alike" in page.error_bar.text)
    assert people(clerk) == {}


def test_a_clerk_looks_at_the_list_and_changes_nothing_but_the_own_pin(clerk: Clerk) -> None:
    services = clerk.services
    services.add_person("90", "Meena", Role.MANAGER, MANAGER_PIN, actor=services.actor())
    services.add_person("11", "Ravi", Role.CLERK, "640281", actor=services.actor())
    services.set_pin("11", "640281", CLERK_PIN, actor=services.actor())
    services.sign_in("11", CLERK_PIN)
    page = open_staff(clerk)
    clerk.press(Key.Key_R)
    clerk.see(clerk.window.override.isVisible)
    clerk.press(Key.Key_Escape)
    clerk.see(lambda: "manager" in page.error_bar.text)
    clerk.press(Key.Key_O)
    clerk.type(CLERK_PIN + "519384" * 2)
    clerk.press(Key.Key_Return)
    clerk.see(lambda: "another one from now on" in page.error_bar.text)
    assert services.sign_in("11", "519384").name == "Ravi"
    assert "519384" not in dump(clerk.window)
