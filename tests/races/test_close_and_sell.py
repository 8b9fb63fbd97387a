"""Two programs at one drawer: a sale against a close, two closes, a hand-over against a sale."""

import threading
from collections.abc import Callable
from functools import partial

import pytest

from db.database import Database
from db.ids import RequestKey
from db.states import AccountKind, DrawerMoveKind
from desktop.services.domain.booking import Hold
from desktop.services.domain.cash_move import CashMove
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.shift import Closing
from desktop.services.drawer_errors import DrawerTooLow, NoOpenShift, ShiftClosed
from desktop.services.drawers.close_shift import CloseShift
from desktop.services.drawers.hand_over import HandOver
from desktop.services.drawers.move_cash import MoveCash
from desktop.services.paying.take_payment import TakePayment
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import FACTS, Counter, parts_of
from tests.drawers.test_close_shift import held
from tests.drawers.till import Till, notes
from tests.staff import MANAGER_PIN, keep_staff

ROUNDS = 8


@pytest.fixture
def second(any_counter: Counter, clock: SteppedClock, publish: Recorder) -> Database:
    """Another program's database, on the same books."""
    return open_database(
        any_counter.database.engine.url.render_as_string(hide_password=False), clock, publish
    )


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do all acts at the same moment; return what each answered or raised."""
    start = threading.Barrier(len(acts))
    answers: list[object] = [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        start.wait()
        try:
            answers[place] = act()
        except Exception as error:  # noqa: BLE001  what it was is judged by the test
            answers[place] = error

    threads = [threading.Thread(target=run, args=one) for one in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def _in_cash(hold: Hold, number: int) -> TakePaymentRequest:
    tenders = parts_of(cash_paise=hold.total_paise, cash_received_paise=hold.total_paise)
    return TakePaymentRequest(hold.booking_id, RequestKey(f"sale-{number}"), tenders)


def test_a_sale_is_in_the_close_or_refused(any_counter: Counter, second: Database) -> None:
    till, actor = Till(any_counter), any_counter.actor
    take = TakePayment(second, FACTS, any_counter.publish)
    close = CloseShift(any_counter.database, FACTS, any_counter.publish)
    for number in range(ROUNDS):
        hold, shift_id = any_counter.hold(), till.shift_id
        paid, closed = at_once(
            partial(take, _in_cash(hold, number), actor=actor),
            partial(close, Closing(shift_id, {}, 0, 0), actor=actor),
        )
        is_refused = isinstance(paid, NoOpenShift)
        assert is_refused or not isinstance(paid, Exception), repr(paid)
        expected = 0 if is_refused else hold.total_paise
        assert getattr(closed, "expected_paise", closed) == expected
        assert held(any_counter, AccountKind.DRAWER, shift_id) == 0
        till.open(0, "")
    assert any_counter.faults() == []
    second.close()


def test_of_two_closes_one_counts(any_counter: Counter, second: Database) -> None:
    till, actor = Till(any_counter), any_counter.actor
    here, there = (CloseShift(one, FACTS, any_counter.publish) for one in (any_counter.database, second))
    for _ in range(ROUNDS):
        closing = Closing(till.shift_id, notes(100_00), 0, 0)
        other = Closing(till.shift_id, notes(200_00), 0, 0)
        answers = at_once(partial(here, closing, actor=actor), partial(there, other, actor=actor))
        assert sum(isinstance(answer, ShiftClosed) for answer in answers) == 1, answers
        till.open(0, "")
    assert any_counter.faults() == []
    second.close()


def test_a_sale_beside_a_hand_over_is_in_one_of_the_two_drawers(
    any_counter: Counter, second: Database
) -> None:
    staff = keep_staff(any_counter.database)
    till = Till(any_counter)
    take = TakePayment(second, FACTS, any_counter.publish)
    hand_over = HandOver(any_counter.database, FACTS, lambda _id, _name: None, any_counter.publish)
    till.close(0)
    for number in range(ROUNDS // 2):
        old = till.open(0, "", actor=staff.clerk)
        paid, handed = at_once(
            partial(take, _in_cash(any_counter.hold(), number), actor=staff.clerk),
            partial(hand_over, Closing(old, {}, 0), "90", MANAGER_PIN, actor=staff.clerk),
        )
        assert not isinstance(handed, Exception), repr(handed)
        assert isinstance(paid, NoOpenShift) or not isinstance(paid, Exception), repr(paid)
        assert held(any_counter, AccountKind.DRAWER, old) == 0
        till.close(0, left=0, actor=staff.manager)
    assert any_counter.faults() == []
    second.close()


def test_two_drops_never_take_more_than_there_is(any_counter: Counter, second: Database) -> None:
    till, actor = Till(any_counter), any_counter.actor
    till.move(DrawerMoveKind.CASH_IN, 1_000_00)
    move = CashMove(DrawerMoveKind.DROP, 600_00, "as every noon")
    here, there = (MoveCash(one, FACTS, any_counter.publish) for one in (any_counter.database, second))
    for number in range(ROUNDS // 2):
        answers = at_once(
            partial(here, move, RequestKey(f"a{number}"), actor=actor),
            partial(there, move, RequestKey(f"b{number}"), actor=actor),
        )
        assert sum(isinstance(answer, DrawerTooLow) for answer in answers) == 1, answers
        till.move(DrawerMoveKind.CASH_IN, 600_00)
    assert any_counter.faults() == []
    second.close()
