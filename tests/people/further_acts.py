"""Acts that need permission beside those of a sale: of holds, companies, drawers, people and customers."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from db import people
from db.actor import Actor
from db.catalogue_words import BalanceDue
from db.ids import RequestKey
from db.states import DrawerMoveKind, Role
from desktop.services.cancelling.list_departure_refunds import ListDepartureRefunds
from desktop.services.cancelling.refund_departure import RefundDeparture
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.companies.save_company import SaveCompany
from desktop.services.correcting.change_customer import ChangeCustomer
from desktop.services.correcting.merge_customers import MergeCustomers, PreviewMerge
from desktop.services.customers.change_number import ChangeNumber
from desktop.services.deposits.deposit_rules import SaveDepositRules
from desktop.services.deposits.keep_overdue import KeepOverdue
from desktop.services.domain.booking import Hold
from desktop.services.domain.deposits import DepositRule
from desktop.services.domain.extending import BY_CLERK
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.shift import Closing
from desktop.services.drawers.accept_shift import AcceptShift
from desktop.services.drawers.close_forgotten import CloseForgotten
from desktop.services.drawers.open_drawer import OpenDrawer
from desktop.services.holding.break_hold import BreakHold
from desktop.services.lists.keep_guests import ExportGuests
from desktop.services.paying.take_payment import TakePayment
from desktop.services.returns.enter_irn import EnterIrn
from desktop.services.returns.file_month import FileMonth
from desktop.services.returns.save_vouchers import SaveVouchers
from desktop.services.staff.add_person import AddPerson
from desktop.services.staff.at_desk import AtDesk
from tests.buyers.e_invoices_at_hand import answer, waiting_paper
from tests.cancelling.test_overdue import overdue_booking
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import FACTS, ZONE, Counter, parts_of
from tests.drawers.till import Till
from tests.holding.test_extend_hold import extend
from tests.staff import open_next_shift

Act = Callable[[Actor], object]


@dataclass
class Case:
    """`do` is the act, `other` the same act with something else in it; `act` is what is asked for."""

    act: ManagerAct
    do: Act
    other: Act


def forbid(counter: Counter, act: ManagerAct) -> None:
    """Leave an act to the managers that clerks usually do by right."""
    with counter.database.write(counter.actor) as session:
        people.put_permission(session, Role.CLERK, act, is_allowed=False, most_paise=None, most_percent=None)


def held(counter: Counter, ahead: int, nights: int = 1) -> Hold:
    return counter.hold(counter.quote(counter.item("DLX", ahead=ahead, nights=nights)))


def break_hold(counter: Counter, clock: SteppedClock) -> Case:
    url = counter.database.engine.url.render_as_string(hide_password=False)
    database = open_database(url, clock, Recorder(), "D2")
    there = Counter(database, clock, counter.publish)
    one, two = (
        there.hold(there.quote(there.item("DLX", ahead=ahead)), key=f"there {ahead}") for ahead in (5, 6)
    )
    database.close()
    act = BreakHold(counter.database, counter.publish)
    return Case(
        ManagerAct.BREAK_HOLD,
        lambda actor: act(one.booking_id, "the group needs it", actor=actor),
        lambda actor: act(two.booking_id, "the group needs it", actor=actor),
    )


def extend_again(counter: Counter, clock: SteppedClock) -> Case:
    def again(ahead: int) -> Act:
        hold = held(counter, ahead)
        end = hold.expires_at
        for _ in range(BY_CLERK):
            end = extend(counter, hold, end).hold.expires_at
        return lambda actor: extend(counter, hold, end, actor)

    return Case(ManagerAct.EXTEND_HOLD_AGAIN, again(5), again(6))


def pay(counter: Counter, hold: Hold, key: str, deposit_paise: int | None = None, **tenders: int) -> Act:
    parts = parts_of(**tenders)
    request = TakePaymentRequest(hold.booking_id, RequestKey(key), parts, deposit_paise=deposit_paise)
    act = TakePayment(counter.database, FACTS, counter.publish)
    return lambda actor: act(request, actor=actor)


def confirm_on_less(counter: Counter, clock: SteppedClock) -> Case:
    hold = held(counter, 5)
    return Case(
        ManagerAct.CONFIRM_ON_LESS,
        pay(counter, hold, "less", 100_00, cash_paise=100_00),
        pay(counter, hold, "less", 200_00, cash_paise=200_00),
    )


def owe_beyond_limit(counter: Counter, clock: SteppedClock) -> Case:
    customer = counter.customer()
    SaveCompany(counter.database)(customer.id, 1_00, 30, True, actor=counter.actor)
    one, two = held(counter, 5), held(counter, 6, nights=2)
    return Case(
        ManagerAct.OWE_BEYOND_LIMIT,
        pay(counter, one, "one", on_account_paise=one.total_paise),
        pay(counter, two, "two", on_account_paise=two.total_paise),
    )


def keep_overdue(counter: Counter, clock: SteppedClock) -> Case:
    hold = overdue_booking(counter, clock)
    shown = counter.booking(hold).balance_by
    assert shown is not None
    act, now = KeepOverdue(counter.database, counter.publish), counter.now()

    def keep(hours: int) -> Act:
        return lambda actor: act(hold.booking_id, shown, now + timedelta(hours=hours), actor=actor)

    return Case(ManagerAct.KEEP_OVERDUE, keep(5), keep(9))


def keep_companies(counter: Counter, clock: SteppedClock) -> Case:
    customer, act = counter.customer(), SaveCompany(counter.database)

    def save(limit_paise: int) -> Act:
        return lambda actor: act(customer.id, limit_paise, 30, True, actor=actor)

    return Case(ManagerAct.KEEP_COMPANIES, save(10_000_00), save(90_000_00))


def moves(act: ManagerAct, kind: DrawerMoveKind, one: int, two: int) -> Callable[..., Case]:
    """Return a case of cash that is moved; three sales have filled the drawer."""

    def case(counter: Counter, clock: SteppedClock) -> Case:
        for ahead in (5, 6, 7):
            counter.pay(held(counter, ahead))

        def move(paise: int) -> Act:
            payee = "Sai Works" if kind is DrawerMoveKind.PAY_OUT else ""
            return lambda actor: Till(counter).move(kind, paise, "repairs", payee, actor=actor, key="moved")

        return Case(act, move(one), move(two))

    return case


def refund_departure(counter: Counter, clock: SteppedClock) -> Case:
    bus, act = counter.offering("GOA21").id, RefundDeparture(counter.database, FACTS, counter.publish)

    def refund(ahead: int) -> Act:
        hold = counter.hold(counter.quote(counter.item("GOA21", ahead=ahead)))
        counter.pay(hold)
        cancel = CancelDeparture(counter.database, counter.publish)
        cancel(bus, counter.day(ahead), "landslide", actor=counter.actor)
        shown = ListDepartureRefunds(counter.database)(bus, counter.day(ahead))
        return lambda actor: act(shown, "landslide", RequestKey("all"), actor=actor)

    return Case(ManagerAct.REFUND_DEPARTURE, refund(5), refund(6))


def open_drawer(counter: Counter, clock: SteppedClock) -> Case:
    forbid(counter, ManagerAct.OPEN_DRAWER)
    act = OpenDrawer(counter.database, counter.publish)
    return Case(
        ManagerAct.OPEN_DRAWER,
        lambda actor: act("to look", RequestKey("look"), actor=actor),
        lambda actor: act("to change a note", RequestKey("look"), actor=actor),
    )


def close_other_shift(counter: Counter, clock: SteppedClock) -> Case:
    act, shift_id = CloseForgotten(counter.database, FACTS, counter.publish), Till(counter).shift_id

    def close(pieces: int) -> Act:
        closing = Closing(shift_id, {100_00: pieces}, card_paise=0, left_paise=0)
        return lambda actor: act(closing, actor=actor)

    return Case(ManagerAct.CLOSE_OTHER_SHIFT, close(1), close(2))


def accept_shift(counter: Counter, clock: SteppedClock) -> Case:
    act, shifts = AcceptShift(counter.database, counter.publish), []
    for _ in range(2):
        shifts.append(Till(counter).shift_id)
        clock.advance(60)
        open_next_shift(counter)
    one, two = shifts
    return Case(
        ManagerAct.ACCEPT_SHIFT,
        lambda actor: act(one, "", actor=actor),
        lambda actor: act(two, "", actor=actor),
    )


def keep_staff(counter: Counter, clock: SteppedClock) -> Case:
    at_desk = AtDesk(counter.actor.desk_id, "clerk", keeps_people=True)
    act = AddPerson(counter.database, at_desk, counter.publish)
    return Case(
        ManagerAct.KEEP_STAFF,
        lambda actor: act("12", "Lata", Role.CLERK, "551207", actor=actor),
        lambda actor: act("12", "Lata", Role.MANAGER, "551207", actor=actor),
    )


def keep_house(counter: Counter, clock: SteppedClock) -> Case:
    act = SaveDepositRules(counter.database)

    def save(percent_bp: int) -> Act:
        rule = DepositRule("any", percent_bp, 0, BalanceDue.AT_ARRIVAL, 0, True)
        return lambda actor: act((rule,), actor=actor)

    return Case(ManagerAct.KEEP_HOUSE, save(20_00), save(1_00))


def export_books(counter: Counter, clock: SteppedClock) -> Case:
    act, place = SaveVouchers(counter.database), Path(tempfile.mkdtemp())
    return Case(
        ManagerAct.EXPORT_BOOKS,
        lambda actor: act(counter.day(0), place, actor=actor),
        lambda actor: act(counter.day(1), place, actor=actor),
    )


def change_customer(counter: Counter, clock: SteppedClock) -> Case:
    hold = held(counter, 5)
    counter.pay(hold)
    act = ChangeCustomer(counter.database, FACTS, counter.publish)

    def give(mobile: str, name: str) -> Act:
        customer = counter.customer(mobile=mobile, name=name)
        return lambda actor: act(hold.booking_id, customer.id, "for a friend", 0, actor=actor)

    return Case(ManagerAct.CHANGE_CUSTOMER, give("9812345678", "Ravi"), give("9812345679", "Lata"))


def merge_customers(counter: Counter, clock: SteppedClock) -> Case:
    kept, act = counter.customer(100_00), MergeCustomers(counter.database)

    def merge(mobile: str, name: str) -> Act:
        gone = counter.customer(50_00, mobile, name)
        shown = PreviewMerge(counter.database)(kept.id, gone.id)
        return lambda actor: act(kept.id, gone.id, "one person", shown, actor=actor)

    return Case(ManagerAct.MERGE_CUSTOMERS, merge("9812345678", "Asha V"), merge("9812345679", "A Verma"))


def change_number(counter: Counter, clock: SteppedClock) -> Case:
    forbid(counter, ManagerAct.CHANGE_NUMBER)
    customer, act = counter.customer(), ChangeNumber(counter.database)
    return Case(
        ManagerAct.CHANGE_NUMBER,
        lambda actor: act(customer.id, customer.mobile, "9812345678", actor=actor),
        lambda actor: act(customer.id, customer.mobile, "9812345679", actor=actor),
    )


def keep_register(counter: Counter, clock: SteppedClock) -> Case:
    act, today = ExportGuests(counter.database, ZONE), counter.day(0)
    return Case(
        ManagerAct.KEEP_REGISTER,
        lambda actor: act(today, today, actor=actor),
        lambda actor: act(today, counter.day(1), actor=actor),
    )


def enter_irn(counter: Counter, clock: SteppedClock) -> Case:
    number, act = waiting_paper(counter), EnterIrn(counter.database, counter.publish)
    return Case(
        ManagerAct.ENTER_IRN,
        lambda actor: act([answer(counter, number, "a")], actor=actor),
        lambda actor: act([answer(counter, number, "b")], actor=actor),
    )


def file_month(counter: Counter, clock: SteppedClock) -> Case:
    act = FileMonth(counter.database)
    return Case(
        ManagerAct.FILE_MONTH,
        lambda actor: act("MH", "2026-03", actor=actor),
        lambda actor: act("MH", "2026-02", actor=actor),
    )


OUT, IN = DrawerMoveKind.PAY_OUT, DrawerMoveKind.CASH_IN
FURTHER: dict[ManagerAct, Callable[[Counter, SteppedClock], Case]] = {
    ManagerAct.BREAK_HOLD: break_hold,
    ManagerAct.EXTEND_HOLD_AGAIN: extend_again,
    ManagerAct.CONFIRM_ON_LESS: confirm_on_less,
    ManagerAct.OWE_BEYOND_LIMIT: owe_beyond_limit,
    ManagerAct.KEEP_OVERDUE: keep_overdue,
    ManagerAct.KEEP_COMPANIES: keep_companies,
    ManagerAct.PAY_OUT: moves(ManagerAct.PAY_OUT, OUT, 600_00, 700_00),
    ManagerAct.PAY_OUT_BEYOND_LAW: moves(ManagerAct.PAY_OUT_BEYOND_LAW, OUT, 10_100_00, 10_200_00),
    ManagerAct.TAKE_CASH_IN: moves(ManagerAct.TAKE_CASH_IN, IN, 100_00, 200_00),
    ManagerAct.REFUND_DEPARTURE: refund_departure,
    ManagerAct.OPEN_DRAWER: open_drawer,
    ManagerAct.CLOSE_OTHER_SHIFT: close_other_shift,
    ManagerAct.ACCEPT_SHIFT: accept_shift,
    ManagerAct.KEEP_STAFF: keep_staff,
    ManagerAct.KEEP_HOUSE: keep_house,
    ManagerAct.EXPORT_BOOKS: export_books,
    ManagerAct.CHANGE_CUSTOMER: change_customer,
    ManagerAct.MERGE_CUSTOMERS: merge_customers,
    ManagerAct.CHANGE_NUMBER: change_number,
    ManagerAct.KEEP_REGISTER: keep_register,
    ManagerAct.ENTER_IRN: enter_irn,
    ManagerAct.FILE_MONTH: file_month,
}
