"""Open cases: their values, and the real window by keys only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.actor import Actor
from db.ids import BookingReference, CaseId
from db.states import CaseAnswer, CaseKind
from desktop.services.application import Services
from desktop.services.domain.review import OpenCase
from desktop.services.domain.shift import DrawerSight
from desktop.services.errors import AlreadyDone, WalletTooLow
from desktop.ui.cases.case_view import Age, AgeUnit, age_of, answers_of, next_case_id
from desktop.ui.cases.case_words import resolved_text
from desktop.ui.cases.cases_window import CasesWindow
from tests.ui.sample_bookings import NOW
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

    Open = Callable[[], CasesWindow]

LATE = OpenCase(
    id=CaseId("case-1"),
    kind=CaseKind.LATE,
    amount_paise=340_000,
    booking_reference=BookingReference("BK-7F3K2Q"),
    customer_name="Asha Rao",
    masked_mobile="...4321",
    proposal=CaseAnswer.WALLET,
    answers=(CaseAnswer.WALLET, CaseAnswer.CONFIRM, CaseAnswer.REFUND),
    opened_at=NOW - timedelta(minutes=12),
    facts=(("expected_paise", "340000"), ("found_by", "poll")),
)
TWICE = replace(
    LATE,
    id=CaseId("case-2"),
    kind=CaseKind.DUPLICATE,
    amount_paise=120_050,
    proposal=CaseAnswer.REFUND,
    answers=(CaseAnswer.REFUND, CaseAnswer.WALLET),
    opened_at=NOW - timedelta(hours=5),
)
FOREIGN = replace(
    LATE,
    id=CaseId("case-3"),
    kind=CaseKind.FOREIGN,
    booking_reference=BookingReference(""),
    customer_name="",
    masked_mobile="",
    proposal=CaseAnswer.REFUND,
    answers=(CaseAnswer.REFUND,),
    opened_at=NOW - timedelta(days=3),
)


@dataclass
class FakeDesk:
    """A desk with three open cases."""

    cases: tuple[OpenCase, ...] = (LATE, TWICE, FOREIGN)
    answers: list[tuple[str, str]] = field(default_factory=list)
    failure: Exception | None = None
    seconds: float = 10.0

    def services(self) -> Services:
        return replace(sample_services(), list_open_cases=lambda: self.cases, resolve_case=self._resolve)

    def _resolve(self, case_id: CaseId, answer: str, *, actor: Actor) -> None:
        self.answers.append((case_id, answer))
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure
        self.cases = tuple(case for case in self.cases if case.id != case_id)


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def open_window(desk: FakeDesk, qtbot: QtBot, runner: Runner) -> Open:
    def open_() -> CasesWindow:
        window = CasesWindow(desk.services(), runner, steady=lambda: desk.seconds, now=lambda: NOW)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        settle()
        desk.seconds += 1
        return window

    return open_


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def press(window: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)
    settle()


@pytest.mark.parametrize(
    ("seconds", "age"),
    [
        (-5, Age(0, AgeUnit.MINUTES)),
        (59 * 60 + 59, Age(59, AgeUnit.MINUTES)),
        (3600, Age(1, AgeUnit.HOURS)),
        (48 * 3600, Age(2, AgeUnit.DAYS)),
    ],
)
def test_ages_are_told_in_their_largest_unit(seconds: int, age: Age) -> None:
    assert age_of(NOW - timedelta(seconds=seconds), NOW) == age


def test_the_list_moves_on_to_the_next_case() -> None:
    cases = (LATE, TWICE, FOREIGN)
    assert next_case_id(cases, CaseId("case-1")) == "case-2"
    assert next_case_id(cases, CaseId("case-3")) == "case-2"
    assert next_case_id((LATE,), CaseId("case-1")) is None
    assert answers_of(LATE) == ("wallet", "confirm", "refund")


def test_the_proposed_answer_is_one_key_and_the_next_case_comes_up(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    assert window.totals.text() == "3 open, 8,000.50 in all"
    assert window.card.primary.text() == "Into the customer's wallet   1"
    press(window, Qt.Key.Key_1)
    assert desk.answers == [("case-1", "wallet")]
    assert window.table.currentRow() == 0
    assert window.card.primary.text() == "Back to where it came from   1"
    desk.seconds += 2
    press(window, Qt.Key.Key_1)
    assert desk.answers[1] == ("case-2", "refund")


def test_enter_on_the_list_goes_to_the_answers_and_only_there_decides(
    desk: FakeDesk, open_window: Open
) -> None:
    window = open_window()
    press(window, Qt.Key.Key_Return)
    assert window.card.primary.hasFocus()
    press(window, Qt.Key.Key_Return)
    assert desk.answers == [], "an Enter that came twice decides nothing"
    desk.seconds += 1
    press(window, Qt.Key.Key_Return)
    assert desk.answers == [("case-1", "wallet")]
    assert window.table.hasFocus()


def test_esc_at_the_answers_leads_back_to_the_list_and_from_there_to_the_desk(open_window: Open) -> None:
    window = open_window()
    left: list[bool] = []
    window.back.connect(lambda: left.append(True))
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Escape)
    assert window.table.hasFocus()
    assert left == []
    press(window, Qt.Key.Key_Escape)
    assert left == [True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_2])
def test_a_key_that_comes_again_right_after_a_decision_decides_nothing_more(
    desk: FakeDesk, open_window: Open, key: Qt.Key
) -> None:
    window = open_window()
    window.card.primary.setFocus()
    press(window, key)
    assert len(desk.answers) == 1
    for _ in range(3):
        desk.seconds += 0.3
        press(window, key)
    assert len(desk.answers) == 1
    assert window.card.primary.isEnabled()


@pytest.mark.parametrize(("seconds", "answers"), [(0.99, 1), (1.0, 2)])
def test_the_next_case_takes_a_key_a_second_after_a_decision(
    desk: FakeDesk, open_window: Open, seconds: float, answers: int
) -> None:
    window = open_window()
    press(window, Qt.Key.Key_1)
    desk.seconds = 11 + seconds
    press(window, Qt.Key.Key_1)
    assert len(desk.answers) == answers


@pytest.mark.parametrize(("seconds", "answers"), [(0.299, 0), (0.3, 1)])
def test_the_answers_take_an_enter_three_tenths_of_a_second_after_the_one_that_led_there(
    desk: FakeDesk, open_window: Open, seconds: float, answers: int
) -> None:
    window = open_window()
    press(window, Qt.Key.Key_Return)
    desk.seconds = 11 + seconds
    press(window, Qt.Key.Key_Return)
    assert len(desk.answers) == answers


def test_enter_after_a_decision_needs_the_answers_again_however_late(
    desk: FakeDesk, open_window: Open
) -> None:
    window = open_window()
    window.card.primary.setFocus()
    press(window, Qt.Key.Key_Return)
    desk.seconds += 60
    press(window, Qt.Key.Key_Return)
    assert len(desk.answers) == 1
    assert window.card.primary.hasFocus()


@pytest.mark.parametrize(
    ("case", "answer", "said"),
    [
        (LATE, "wallet", "3,400.00 of BK-7F3K2Q given to Asha Rao's wallet."),
        (
            LATE,
            "confirm",
            "3,400.00 of BK-7F3K2Q taken as paid: the booking is confirmed with the same units.",
        ),
        (TWICE, "refund", "1,200.50 of BK-7F3K2Q goes back to where it came from."),
        (FOREIGN, "refund", "3,400.00 goes back to where it came from."),
        (
            replace(LATE, kind=CaseKind.REFUND_FAILED),
            "cash",
            "3,400.00 of BK-7F3K2Q given back in cash: hand it over from this drawer.",
        ),
        (
            replace(LATE, kind=CaseKind.PART_PAYMENT),
            "refund",
            (
                "3,400.00 of BK-7F3K2Q goes back: repeat a card's part on the machine,"
                " hand over all the rest in cash."
            ),
        ),
        (
            replace(LATE, kind=CaseKind.PART_PAYMENT, cash_paise=1_000_00),
            "refund",
            (
                "3,400.00 of BK-7F3K2Q goes back: repeat a card's part on the machine,"
                " hand over 1,000.00 in cash."
            ),
        ),
        (replace(LATE, customer_name=""), "wallet", "3,400.00 of BK-7F3K2Q given to ...4321's wallet."),
    ],
)
def test_what_was_done_is_told_in_words(case: OpenCase, answer: str, said: str) -> None:
    assert resolved_text(case, answer) == said


def test_what_was_done_stays_on_the_screen_until_the_next_decision(
    desk: FakeDesk, open_window: Open, snapshot: Callable[[QWidget], str]
) -> None:
    window = open_window()
    press(window, Qt.Key.Key_1)
    window.refresh()
    settle()
    assert "3,400.00 of BK-7F3K2Q given to Asha Rao's wallet." in snapshot(window)
    desk.seconds += 2
    desk.failure = WalletTooLow(needed_paise=2, available_paise=1)
    press(window, Qt.Key.Key_1)
    assert "Asha Rao's wallet" not in window.error_bar.text
    window.hide()
    window.show()
    settle()
    assert window.error_bar.text == ""


def test_a_fresh_list_leaves_who_is_at_the_answers_there(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    window.card.others[0].setFocus()
    desk.cases = (LATE, FOREIGN)
    window.refresh()
    settle()
    assert window.card.others[0].hasFocus()


def test_a_case_that_is_decided_elsewhere_takes_no_answer_for_the_next(
    desk: FakeDesk, open_window: Open
) -> None:
    window = open_window()
    window.card.primary.setFocus()
    desk.cases = (TWICE, FOREIGN)
    window.refresh()
    settle()
    assert window.table.hasFocus()
    press(window, Qt.Key.Key_1)
    assert desk.answers == []


def test_other_answers_have_their_own_keys(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, Qt.Key.Key_2)
    assert desk.answers == [("case-1", "confirm")]


def test_a_key_without_an_answer_does_nothing(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    desk.seconds += 1
    press(window, Qt.Key.Key_2)
    assert desk.answers == []


def test_a_refused_answer_leaves_the_case_chosen(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    press(window, Qt.Key.Key_Down)
    desk.seconds += 1
    desk.failure = WalletTooLow(needed_paise=2, available_paise=1)
    press(window, Qt.Key.Key_1)
    assert window.error_bar.text
    assert window.table.currentRow() == 1
    press(window, Qt.Key.Key_1)
    assert desk.answers == [("case-2", "refund")] * 2


def test_a_case_decided_elsewhere_makes_room(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    desk.failure = AlreadyDone(what="case")
    desk.cases = (TWICE, FOREIGN)
    press(window, Qt.Key.Key_1)
    assert window.table.rowCount() == 2
    assert window.error_bar.text


def test_when_all_is_decided_it_says_so_and_leads_back(
    desk: FakeDesk, open_window: Open, snapshot: Callable[[QWidget], str]
) -> None:
    desk.cases = (LATE,)
    window = open_window()
    left: list[bool] = []
    window.back.connect(lambda: left.append(True))
    press(window, Qt.Key.Key_1)
    assert "Nothing to decide" in snapshot(window)
    assert "given to Asha Rao's wallet" in snapshot(window)
    assert window.card.isHidden()
    press(window, Qt.Key.Key_Return)
    assert left == [True]


def test_a_case_is_told_in_full(open_window: Open, snapshot: Callable[[QWidget], str]) -> None:
    text = snapshot(open_window())
    assert "12 min | Paid late | Asha Rao ...4321 | BK-7F3K2Q | 3,400.00" in text
    assert 'button "Into the customer\'s wallet   1"' in text
    assert 'label "expected 3,400.00, found by poll"' in text


NOT_GIVEN_BACK = replace(
    LATE,
    kind=CaseKind.REFUND_FAILED,
    amount_paise=764_03,
    cash_paise=764_00,
    answers=(CaseAnswer.WALLET, CaseAnswer.CASH),
)


def test_cash_that_the_drawer_does_not_hold_is_said_before_the_answer(
    desk: FakeDesk, qtbot: QtBot, runner: Runner
) -> None:
    desk.cases = (NOT_GIVEN_BACK, replace(NOT_GIVEN_BACK, id=CaseId("case-2")), LATE)
    holds = [100_00]
    services = replace(
        desk.services(), drawer_holds=lambda need, _actor: DrawerSight(need <= holds[0], holds[0])
    )
    window = CasesWindow(services, runner, steady=lambda: desk.seconds, now=lambda: NOW)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    settle()
    assert "In cash from this drawer, rounded to 764.00   2" in [one.text() for one in window.card.others]
    assert not window.drawer_hint.isHidden()
    assert "₹100.00" in window.drawer_hint.text()
    assert "₹764.00" in window.drawer_hint.text()
    desk.seconds += 1
    holds[0] = 1_000_00  # somebody has put cash into it
    press(window, Qt.Key.Key_2)
    assert desk.answers == [("case-1", "cash")]
    assert window.drawer_hint.isHidden()


def test_nothing_is_said_of_the_drawer_where_no_answer_takes_cash_out_of_it(
    desk: FakeDesk, qtbot: QtBot, runner: Runner
) -> None:
    services = replace(
        desk.services(), drawer_holds=lambda _need, _actor: DrawerSight(is_enough=False, paise=0)
    )
    window = CasesWindow(services, runner, steady=lambda: desk.seconds, now=lambda: NOW)
    qtbot.addWidget(window)
    window.show()
    settle()
    assert window.drawer_hint.isHidden()
    desk.cases = (replace(LATE, kind=CaseKind.PART_PAYMENT, cash_paise=1_000_00),)
    window.refresh()
    settle()
    assert not window.drawer_hint.isHidden()
