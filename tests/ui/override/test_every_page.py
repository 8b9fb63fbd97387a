"""One panel for every page: it knows the act by its refusal alone, and does the same work again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from db import people
from db.states import Role, Tender
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import NotPermitted
from desktop.ui.booking.booking_window import BookingWindow
from desktop.ui.routes import OpenBooking, OpenCancellation, OpenLimits

if TYPE_CHECKING:
    from tests.ui.override.conftest import StaffedDesk

Key = Qt.Key


def lower(desk: StaffedDesk, act: ManagerAct) -> None:
    """Leave a clerk one rupee of it."""
    with desk.counter.database.write(desk.counter.actor) as session:
        people.put_permission(session, Role.CLERK, act, is_allowed=True, most_paise=1_00, most_percent=None)


def test_a_tender_is_corrected_by_a_yes(desk: StaffedDesk) -> None:
    lower(desk, ManagerAct.CORRECT_TENDER)
    hold = desk.sold()
    desk.go(OpenBooking(hold.booking_id))
    page = desk.window.pages.make(desk.window.pages.booking)
    assert isinstance(page, BookingWindow)
    desk.strike("T")
    (payment,) = desk.counter.booking(hold).payments
    correct = desk.services.correct_tender
    seen: list[object] = []
    page._runner.run(
        lambda: correct(payment.id, Tender.CARD, "A1 77", "wrong key", actor=desk.services.actor()),
        owner=page,
        done=seen.append,
        failed=seen.append,
    )
    desk.settle()
    assert not desk.panel.isHidden()
    assert "up to 1.00" in desk.panel.who.text()
    desk.type("a card it was")
    desk.strike(Key.Key_Return)
    desk.pin()
    assert seen == [None]
    (after,) = desk.counter.booking(hold).payments
    assert after.tender is Tender.CARD
    assert desk.counter.faults() == []


def test_a_void_above_the_limit_says_what_stands_on_its_button(desk: StaffedDesk) -> None:
    lower(desk, ManagerAct.VOID_SALE)
    hold = desk.sold()
    desk.go(OpenCancellation(desk.counter.booking(hold).reference))
    desk.strike("V", "2", Key.Key_Return)
    assert not desk.panel.isHidden()
    assert "Void a sale" in desk.panel.head.text()
    assert "Void the sale and give back" in desk.panel.page_says.text()
    desk.pin()
    assert desk.counter.booking(hold).void_until is None
    assert desk.counter.faults() == []


def test_limits_are_changed_by_a_yes(desk: StaffedDesk) -> None:
    desk.go(OpenLimits())
    page = desk.window.pages.make(desk.window.pages.limits)
    page.table.setCurrentCell(page.table.acts.index(ManagerAct.PAY_OUT), 1)
    desk.strike(Key.Key_Return)
    page.field.setText("750")
    desk.hand.rest()
    desk.strike(Key.Key_Return)
    assert not desk.panel.isHidden()
    desk.type("season")
    desk.strike(Key.Key_Return)
    desk.pin()
    assert len(desk.told("LIMIT_CHANGED")) == 1
    assert desk.services.actor().person == "Ravi"


def test_an_act_that_nobody_here_knows_is_asked_about_as_well(desk: StaffedDesk) -> None:
    asked: list[str | None] = []

    def work() -> str:
        actor = desk.services.actor()
        try:
            # Whatever stands in Services carries the yes; this one asks for nothing but tells who acts.
            desk.services.show_shift(actor)
        finally:
            asked.append("once")
        if len(asked) == 1:
            raise NotPermitted(ManagerAct.BREAK_HOLD, "hold-1", 12_00)
        return "done"

    assert desk.window.work is not None
    page, seen = desk.window.pages.page, list[object]()
    runner = desk.panel._runner
    assert runner is not None
    runner.run(work, owner=page, done=seen.append, failed=seen.append)
    desk.settle()
    assert "Break the hold of somebody else" in desk.panel.head.text()
    desk.type("their guest came")
    desk.strike(Key.Key_Return)
    desk.pin()
    assert seen == ["done"]


def test_two_refusals_at_once_ask_about_the_first(desk: StaffedDesk) -> None:
    def refuse() -> None:
        raise NotPermitted(ManagerAct.PAY_OUT, "tea", 600_00, most_paise=500_00)

    runner, seen = desk.panel._runner, list[Exception]()
    assert runner is not None
    for _ in range(2):
        runner.run(refuse, owner=desk.window.pages.page, done=lambda _none: None, failed=seen.append)
    desk.settle()
    assert (desk.panel.isHidden(), len(seen)) == (False, 1)
    desk.strike(Key.Key_Escape)
    assert len(seen) == 2


def test_what_no_key_asked_for_asks_no_manager(desk: StaffedDesk) -> None:
    runner, seen = desk.panel._runner, list[Exception]()
    assert runner is not None
    runner.run(
        lambda: desk.services.read_drawer(desk.services.actor()),
        owner=desk.window.pages.page,
        done=lambda _paise: None,
        failed=seen.append,
        is_quiet=True,
    )
    desk.settle()
    assert (desk.panel.isHidden(), [type(error) for error in seen]) == (True, [NotPermitted])


def test_who_has_gone_is_not_told(desk: StaffedDesk) -> None:
    def refuse() -> None:
        raise NotPermitted(ManagerAct.PAY_OUT, "tea", 600_00)

    runner, owner = desk.panel._runner, QObject()
    assert runner is not None
    runner.run(refuse, owner=owner, done=lambda _none: None, failed=lambda _error: None)
    desk.settle()
    owner.deleteLater()
    desk.settle()
    desk.panel.give_up()
    assert desk.panel.isHidden()
