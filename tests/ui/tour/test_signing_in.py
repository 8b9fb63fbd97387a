"""J0a: a person signs in, or another one takes over in the middle of a sale; keys are counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from db.states import Role
from desktop.ui.desk.idle_monitor import IdleMonitor
from desktop.ui.keys.key_rule import key_rule
from tests.staff import CLERK_PIN, MANAGER_PIN
from tests.ui.snapshot import dump
from tests.ui.tour.test_journeys import ASHA, call

if TYPE_CHECKING:
    from desktop.ui.desk.desk_lock import DeskLock
    from tests.ui.tour.clerk import Clerk

Key = Qt.Key
ALL_KEYS = (
    *(Key(Key.Key_F1.value + number) for number in range(12)),
    *(Key.Key_Return, Key.Key_Escape, Key.Key_Delete, Key.Key_Tab, Key.Key_Up, Key.Key_Down, Key.Key_Space),
    *(Key.Key_C, Key.Key_W, Key.Key_X, Key.Key_S, Key.Key_P),
)


@pytest.fixture
def staffed(clerk: Clerk) -> Clerk:
    """Meena, a manager (code 90), has signed in; Ravi, a clerk (code 11), works here too."""
    services = clerk.services
    services.add_person("90", "Meena", Role.MANAGER, MANAGER_PIN, actor=services.actor())
    services.add_person("11", "Ravi", Role.CLERK, "640281", actor=services.actor())
    services.set_pin("11", "640281", CLERK_PIN, actor=services.actor())
    clerk.see(lambda: "Meena" in clerk.window.top.desk.text())
    return clerk


def lock_of(clerk: Clerk) -> DeskLock:
    assert clerk.window.lock is not None
    return clerk.window.lock


def lock(clerk: Clerk) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(clerk.window, Key.Key_L, modifiers)
    clerk.see(lambda: clerk.window.is_locked)


def see_open(clerk: Clerk, name: str) -> None:
    clerk.see(lambda: not clerk.window.is_locked and name in clerk.window.top.desk.text())
    QApplication.processEvents()


def test_j0a_a_person_signs_in(staffed: Clerk) -> None:
    lock(staffed)
    staffed.type("11" + CLERK_PIN)
    staffed.press(Key.Key_Return)
    see_open(staffed, "Ravi")
    staffed.within(10)
    assert staffed.keys == 9
    assert staffed.services.actor().person == "Ravi"


def test_j0a_another_person_takes_over_a_half_made_quote(staffed: Clerk) -> None:
    call(staffed, ASHA)
    staffed.line("dlx 2")
    page = staffed.see_price()
    page.parts.search.when.edit.setFocus()
    before = (dump(page), staffed.window.focusWidget(), staffed.window.customer.accessibleName())
    staffed.keys = 0
    staffed.press(Key.Key_Insert)
    staffed.see(lambda: staffed.window.is_locked)
    staffed.type("11" + CLERK_PIN)
    staffed.press(Key.Key_Return)
    see_open(staffed, "Ravi")
    staffed.within(10)
    assert staffed.window.pages.page is page
    staffed.see(lambda: dump(page) == before[0])
    assert (staffed.window.focusWidget(), staffed.window.customer.accessibleName()) == before[1:]


def test_j0a_a_payment_with_its_tender_chosen_is_taken_by_the_next_person(staffed: Clerk) -> None:
    call(staffed, ASHA)
    staffed.line("dlx 2")
    staffed.see_price()
    staffed.press(Key.Key_Return)
    page = staffed.see_payment()
    staffed.press(Key.Key_W, Key.Key_C)
    QApplication.processEvents()
    label = page.primary.text()
    assert "cash" in label.lower()
    staffed.press(Key.Key_Insert)
    staffed.see(lambda: staffed.window.is_locked)
    staffed.type("11" + CLERK_PIN)
    staffed.press(Key.Key_Return)
    see_open(staffed, "Ravi")
    assert staffed.window.pages.page is page
    assert page.primary.text() == label
    staffed.press(Key.Key_F9)
    staffed.see_receipt(page)
    told = staffed.services.tell_story(staffed.booking(page).reference)
    assert {step.clerk for step in told if step.tag == "BOOKING_CONFIRMED"} == {"Ravi"}


def test_a_half_typed_customer_and_line_are_there_again(staffed: Clerk) -> None:
    staffed.line("9812345678")
    page = staffed.see_page("customer")
    staffed.type("Kir")
    staffed.window.command.setText("dlx")
    before = dump(page)
    lock(staffed)
    staffed.type("90" + MANAGER_PIN)
    staffed.press(Key.Key_Return)
    see_open(staffed, "Meena")
    assert (dump(page), staffed.window.command.text()) == (before, "dlx")
    staffed.type("an")
    assert "Kiran" in dump(page)


def shown(clerk: Clerk) -> str:
    labels = [one.text() for one in clerk.window.findChildren(QLabel) if one.isVisible()]
    return "\n".join(labels)


def test_nothing_of_a_customer_stands_on_a_locked_screen_and_no_key_goes_below(staffed: Clerk) -> None:
    call(staffed, ASHA)
    staffed.line("dlx 2")
    staffed.see_price()
    staffed.press(Key.Key_Return)
    page = staffed.see_payment()
    name = page.who.text().split()[0]
    assert name in shown(staffed)
    lock(staffed)
    assert name not in shown(staffed)
    below = staffed.window.centralWidget()
    assert below is not None
    assert below.isHidden()
    before = page.title.text(), page.primary.text(), page.form
    for key in ALL_KEYS:
        for target in (QApplication.focusWidget() or staffed.window, staffed.window):
            QTest.keyClick(target, key)
    for key in (Key.Key_K, Key.Key_P, Key.Key_R, Key.Key_O, Key.Key_T, Key.Key_L):
        QTest.keyClick(staffed.window, key, Qt.KeyboardModifier.ControlModifier)
    key_rule().scanned.emit("BK-7F3K2Q")
    QApplication.processEvents()
    assert staffed.window.is_locked
    assert staffed.window.pages.page is page
    assert (page.title.text(), page.primary.text(), page.form) == before
    assert staffed.window.notices.waiting == ()
    assert staffed.booking(page).state == "held"


def test_a_pin_is_in_no_part_of_the_accessibility_tree(staffed: Clerk) -> None:
    lock(staffed)
    staffed.type("11" + CLERK_PIN)
    told: list[str] = []

    def look(thing: QObject) -> None:
        face = QAccessible.queryAccessibleInterface(thing)
        if face is not None:
            told.extend(face.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText)
        for child in thing.children():
            look(child)

    look(staffed.window)
    assert [text for text in told if CLERK_PIN in text] == []
    assert CLERK_PIN not in dump(staffed.window)


def test_a_wrong_pin_is_said_and_after_three_there_is_a_wait(staffed: Clerk) -> None:
    lock(staffed)
    cover = lock_of(staffed).cover
    for _ in range(3):
        staffed.type("11999999")
        staffed.press(Key.Key_Return)
        staffed.see(lambda: "wrong" in cover.entry.said.text() and not cover.entry.code.text())
        QApplication.processEvents()
    assert cover.entry.waits
    staffed.type("11" + CLERK_PIN)
    staffed.press(Key.Key_Return)
    assert staffed.window.is_locked


def test_a_given_pin_leads_to_an_own_one(staffed: Clerk) -> None:
    services = staffed.services
    ravi = next(one for one in services.list_people() if one.code == "11")
    services.give_pin(ravi.id, "208461", actor=services.actor())
    lock(staffed)
    staffed.type("11208461")
    staffed.press(Key.Key_Return)
    cover = lock_of(staffed).cover
    staffed.see(lambda: not cover.own_pin.isHidden())
    staffed.type("208461" * 2)
    staffed.press(Key.Key_Return)
    staffed.see(lambda: not cover.error_bar.isHidden())
    staffed.type("519384" * 2)
    staffed.press(Key.Key_Return)
    see_open(staffed, "Ravi")


def test_a_manager_gets_in_by_the_recovery_code_and_sees_the_next_one(staffed: Clerk) -> None:
    code = staffed.services.make_recovery_code(actor=staffed.services.actor())
    lock(staffed)
    cover = lock_of(staffed).cover
    staffed.press(Key.Key_F2)
    staffed.type("90" + code)
    staffed.press(Key.Key_Return)
    staffed.type("519384" * 2)
    staffed.press(Key.Key_Return)
    staffed.see(lambda: not cover.card.isHidden())
    next_code = cover.card.code.text()
    assert next_code not in ("", code)
    staffed.press(Key.Key_Return)
    assert (cover.card.code.text(), staffed.window.is_locked) == ("", True)
    staffed.type("90519384")
    staffed.press(Key.Key_Return)
    see_open(staffed, "Meena")


def test_a_desk_without_a_key_locks_itself_but_not_while_money_is_on_its_way(staffed: Clerk) -> None:
    call(staffed, ASHA)
    staffed.line("dlx 2")
    staffed.see_price()
    staffed.press(Key.Key_Return)
    page = staffed.see_payment()
    staffed.press(Key.Key_W, Key.Key_U, Key.Key_F9)
    staffed.see(lambda: not page.instrument.isHidden() and not page.primary.busy)
    staffed.see(lambda: any(hold.paying for hold in staffed.window.side.holds.holds.live))
    idle = lock_of(staffed).idle
    idle.idle.emit()
    was_locked = staffed.window.is_locked
    staffed.press(Key.Key_S)
    staffed.see(lambda: not any(hold.paying for hold in staffed.window.side.holds.holds.live))
    idle.idle.emit()
    assert (was_locked, staffed.window.is_locked) == (False, True)


def test_minutes_without_a_touch_are_counted(staffed: Clerk) -> None:
    now, told = [0.0], []
    watch = IdleMonitor(5, staffed.window, steady=lambda: now[0])
    watch.idle.connect(lambda: told.append(now[0]))
    for moment, touched in ((299, False), (299, True), (598, False), (599, False)):
        now[0] = moment
        if touched:
            event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(staffed.window, event)
        watch.look()
    assert told == [599.0]


def test_who_leaves_at_another_desk_is_signed_out_here(staffed: Clerk) -> None:
    lock(staffed)
    staffed.type("11" + CLERK_PIN)
    staffed.press(Key.Key_Return)
    see_open(staffed, "Ravi")
    services = staffed.services
    meena, ravi = sorted(services.list_people(), key=lambda one: one.name)
    manager = replace(services.actor(), person="Meena", person_id=meena.id)
    services.change_person(ravi.id, name="Ravi", role=Role.CLERK, has_left=True, actor=manager)
    staffed.see(lambda: staffed.window.is_locked)


def test_a_house_without_a_list_is_never_locked_and_says_why(clerk: Clerk) -> None:
    QTest.keyClick(clerk.window, Key.Key_Insert)
    assert not clerk.window.is_locked
    assert "staff" in clerk.window.errors.text
