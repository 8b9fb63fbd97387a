"""Payments of another program stand in one row: one answer for all, and a rule, by keys only."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from db.ids import BookingReference, CaseId, ForeignRuleId
from db.states import CaseAnswer, CaseKind, SignField
from desktop.services.domain.foreign_money import CalledNotOurs, ForeignRule, Sign
from desktop.services.domain.review import OpenCase
from desktop.services.errors import GatewayUnreachable
from desktop.ui.cases.case_view import CaseGroup, answers_of, entries_of
from desktop.ui.cases.cases_window import CasesWindow
from tests.ui.cases.test_cases_window import LATE, press, settle
from tests.ui.sample_bookings import NOW
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from desktop.services.application import Services
    from desktop.ui.runner import Runner

    Open = Callable[[], CasesWindow]

SHOP = Sign(SignField.NOTES, "order, shop")
OURS = ("our-1", "our-2")


def stranger(number: int, *, sign: Sign | None = SHOP, looks_ours: bool = False) -> OpenCase:
    return OpenCase(
        id=CaseId(f"case-{number:03}"),
        kind=CaseKind.FOREIGN,
        amount_paise=153_000,
        booking_reference=BookingReference(""),
        customer_name="",
        masked_mobile="",
        proposal=CaseAnswer.NOT_OURS,
        answers=(CaseAnswer.NOT_OURS, CaseAnswer.REFUND, CaseAnswer.GONE),
        opened_at=NOW - timedelta(hours=1),
        facts=(("gateway_payment", f"pay_{number:014}"),),
        sign=sign,
        looks_ours=looks_ours,
    )


FORTY = tuple(stranger(number) for number in range(40))


@dataclass
class Shop:
    """A desk with forty payments of a web shop and one late payment of its own."""

    cases: tuple[OpenCase, ...] = (*FORTY, LATE)
    calls: list[tuple[int, bool]] = field(default_factory=list)
    rules: tuple[ForeignRule, ...] = ()
    failure: Exception | None = None
    seconds: float = 10.0

    def services(self) -> Services:
        return replace(
            sample_services(),
            list_open_cases=lambda: self.cases,
            call_not_ours=self._call,
            list_foreign_rules=lambda: self.rules,
            revoke_foreign_rule=self._revoke,
        )

    def _call(self, case_ids: Sequence[CaseId], *, actor: Actor, keep_rule: bool = False) -> CalledNotOurs:
        self.calls.append((len(case_ids), keep_rule))
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure
        gone = [case for case in self.cases if case.id in case_ids]
        self.cases = tuple(case for case in self.cases if case not in gone)
        if keep_rule:
            self.rules = (
                ForeignRule(ForeignRuleId("rule-1"), SHOP.field, SHOP.text, NOW, "meena", 7, 70_000),
            )
        return CalledNotOurs(len(gone), sum(case.amount_paise for case in gone), int(keep_rule))

    def _revoke(self, rule_id: ForeignRuleId, *, actor: Actor) -> int:
        self.rules = tuple(rule for rule in self.rules if rule.id != rule_id)
        return 7


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def open_window(shop: Shop, qtbot: QtBot, runner: Runner) -> Open:
    def open_() -> CasesWindow:
        window = CasesWindow(shop.services(), runner, steady=lambda: shop.seconds, now=lambda: NOW)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        settle()
        shop.seconds += 2
        return window

    return open_


def test_payments_known_by_the_same_sign_are_one_row() -> None:
    blog = stranger(90, sign=Sign(SignField.DESCRIPTION, "Order"))
    alone, other_alone = stranger(91, sign=None), stranger(92, sign=None)
    suspect = stranger(93, sign=None, looks_ours=True)
    rows = entries_of((LATE, *FORTY, blog, alone, suspect, other_alone), frozenset())
    assert [len(row.cases) if isinstance(row, CaseGroup) else row.id for row in rows] == [
        *("case-1", 40, "case-090", 2, "case-093")
    ]
    assert answers_of(rows[1]) == ("not_ours", "rule")
    assert answers_of(rows[2]) == ("not_ours", "refund", "gone", "rule")
    assert answers_of(rows[3]) == ("not_ours",)
    assert answers_of(suspect) == ("not_ours", "refund", "gone")


def test_forty_payments_are_told_in_one_row_and_answered_by_one_key(
    shop: Shop, open_window: Open, snapshot: Callable[[QWidget], str]
) -> None:
    window = open_window()
    assert window.table.rowCount() == 2
    assert "40 payments of another program | notes “order, shop” |  | 61,200.00" in snapshot(window)
    assert window.card.primary.text() == "All 40 not ours (61,200.00), send nothing   1"
    assert window.totals.text() == "41 open, 64,600.00 in all"
    press(window, Qt.Key.Key_1)
    assert shop.calls == [(40, False)]
    assert window.error_bar.text == (
        "40 payments, 61,200.00, taken out of the books as another program's; nothing is sent."
    )
    assert window.table.rowCount() == 1


def test_a_group_opens_to_see_its_payments_one_by_one(
    open_window: Open, snapshot: Callable[[QWidget], str]
) -> None:
    window = open_window()
    press(window, Qt.Key.Key_O)
    assert window.table.rowCount() == 42
    assert "Money without a booking | pay_00000000000000 |  | 1,530.00" in snapshot(window)
    assert window.totals.text() == "41 open, 64,600.00 in all"
    press(window, Qt.Key.Key_Down)
    assert window.card.primary.text() == "Not ours, send nothing   1"
    press(window, Qt.Key.Key_Up)
    press(window, Qt.Key.Key_O)
    assert window.table.rowCount() == 2


def test_many_hundreds_are_answered_some_at_a_time(shop: Shop, open_window: Open) -> None:
    shop.cases = tuple(stranger(number) for number in range(450))
    window = open_window()
    press(window, Qt.Key.Key_2)
    settle()
    assert shop.calls == [(200, True), (200, True), (50, True)]
    assert "450 payments, 6,88,500.00" in window.error_bar.text
    assert "make no case from now on" in window.error_bar.text


def test_a_refusal_among_many_hundreds_leaves_the_rest_in_the_list(shop: Shop, open_window: Open) -> None:
    window = open_window()
    shop.failure = GatewayUnreachable()
    press(window, Qt.Key.Key_1)
    assert window.error_bar.text
    assert window.table.rowCount() == 2
    assert not window.card.primary.busy


def test_a_rule_is_listed_and_ended_by_keys(
    shop: Shop, open_window: Open, snapshot: Callable[[QWidget], str]
) -> None:
    window = open_window()
    press(window, Qt.Key.Key_2)
    press(window, Qt.Key.Key_R)
    settle()
    assert "notes “order, shop”   payments: 7, 700.00" in snapshot(window)
    assert window.card.isHidden()
    press(window, Qt.Key.Key_1)
    assert shop.calls == [(40, True)]
    assert window.rules.list.hasFocus()
    press(window, Qt.Key.Key_R)
    press(window, Qt.Key.Key_R)
    settle()
    press(window, Qt.Key.Key_Delete)
    settle()
    assert shop.rules == ()
    assert window.error_bar.text == "The rule is ended. Payments that wait for a decision again: 7."
    press(window, Qt.Key.Key_Escape)
    assert window.rules.isHidden()
    assert not window.card.isHidden()


def test_with_nothing_to_decide_the_rules_are_still_in_reach(shop: Shop, open_window: Open) -> None:
    shop.cases = ()
    window = open_window()
    press(window, Qt.Key.Key_F9)
    assert window.error_bar.text == "Nothing waits for a decision."
    press(window, Qt.Key.Key_R)
    assert not window.rules.isHidden()
    assert window.empty.isHidden()
    press(window, Qt.Key.Key_R)
    assert not window.empty.isHidden()


def test_f9_gives_the_proposed_answer(shop: Shop, open_window: Open) -> None:
    window = open_window()
    press(window, Qt.Key.Key_F9)
    assert shop.calls == [(40, False)]
