"""Two rows of one person become one: wallet, bookings and all; the old number finds who is kept."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import update

from db.ids import RequestKey
from db.schema import promo
from db.states import Tender
from desktop.services.companies.read_company import ReadCompany
from desktop.services.companies.save_company import SaveCompany
from desktop.services.companies.take_company_payment import TakeCompanyPayment
from desktop.services.correcting.merge_customers import MergeCustomers, PreviewMerge
from desktop.services.correcting_errors import NoWalletToKeep, OneCustomer, OtherGstins, OtherThanShown
from desktop.services.customers.find_customers import FindCustomers
from desktop.services.customers.get_customer import GetCustomer
from desktop.services.customers.save_buyer import SaveBuyer
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.documents.show_document import ShowDocument
from desktop.services.domain.people import Customer
from desktop.services.errors import BadRequest, DeskError, NotPermitted
from tests.conftest import open_database
from tests.counter import FACTS, Counter
from tests.staff import keep_staff

OLD, NEW = "9812345678", "9876543210"


def merge(counter: Counter, kept: Customer, gone: Customer, **rest: Any) -> Customer:
    shown = rest.pop("shown", None) or PreviewMerge(counter.database)(kept.id, gone.id)
    actor, reason = rest.pop("actor", counter.actor), rest.pop("reason", "one person")
    return MergeCustomers(counter.database)(kept.id, gone.id, reason, shown, actor=actor, **rest)


def pair(counter: Counter, kept_paise: int = 0, gone_paise: int = 0) -> tuple[Customer, Customer]:
    kept = counter.customer(kept_paise, NEW, "Asha Verma")
    return kept, counter.customer(gone_paise, OLD, "Asha V")


def test_wallet_and_bookings_follow_and_the_audit_is_clean(any_counter: Counter) -> None:
    counter = any_counter
    kept, gone = pair(counter, 5_000_00, 30_000_00)
    hold = counter.hold(customer=gone)
    paper = counter.pay(hold, wallet_paise=hold.total_paise).document_id
    assert paper is not None
    waiting = counter.hold(counter.quote(counter.item("DLX", ahead=7)), gone)
    counter.pay(waiting, cash_paise=1_00)
    after = merge(counter, kept, gone)
    assert after.wallet_paise == 35_000_00 - hold.total_paise
    assert counter.booking(hold).customer.id == kept.id
    assert counter.faults() == []
    counter.pay(waiting, wallet_paise=waiting.total_paise - 1_00)
    counter.cancel(hold)
    assert GetCustomer(counter.database)(kept.id).wallet_paise == 35_000_00 - waiting.total_paise + 1_00
    assert ShowDocument(counter.database, FACTS)(paper).content.buyer.name == "Asha V"
    assert counter.faults() == []
    told = dict(counter.told())["CUSTOMERS_MERGED"]
    assert kept.id in told
    assert gone.id in told
    assert OLD not in told


def test_the_old_row_is_found_no_more_and_its_number_finds_who_is_kept(any_counter: Counter) -> None:
    counter = any_counter
    kept, gone = pair(counter)
    merge(counter, kept, gone)
    find = FindCustomers(counter.database)
    for text in (OLD, NEW, OLD[-4:], "Asha", "asha verma"):
        assert [one.id for one in find(text)] == [kept.id], text
    assert GetCustomer(counter.database)(gone.id).id == kept.id
    assert SaveCustomer(counter.database)(OLD, "", actor=counter.actor).id == kept.id
    # A page of another desk still has the old id.
    assert counter.hold(customer=gone).booking_id
    top_up = TopUpWallet(counter.database)(gone.id, 1_00, RequestKey("late"), actor=counter.actor)
    assert (top_up.id, top_up.wallet_paise) == (kept.id, 1_00)
    assert counter.faults() == []


def test_three_rows_become_one_and_again_changes_nothing(any_counter: Counter) -> None:
    counter = any_counter
    kept, gone = pair(counter, 0, 10_00)
    third = counter.customer(5_00, "9811111111", "A Verma")
    plan = PreviewMerge(counter.database)(gone.id, third.id)
    merge(counter, gone, third)
    assert merge(counter, gone, third, shown=plan).id == gone.id
    assert merge(counter, kept, gone).wallet_paise == 15_00
    assert [one.id for one in FindCustomers(counter.database)("9811111111")] == [kept.id]
    assert GetCustomer(counter.database)(third.id).id == kept.id
    with pytest.raises(OneCustomer):
        PreviewMerge(counter.database)(kept.id, third.id)
    with pytest.raises(OneCustomer):
        PreviewMerge(counter.database)(kept.id, kept.id)
    assert [tag for tag, _ in counter.told()].count("CUSTOMERS_MERGED") == 2
    assert counter.faults() == []


def test_what_moves_is_what_was_shown(any_counter: Counter) -> None:
    counter = any_counter
    kept, gone = pair(counter)
    shown = PreviewMerge(counter.database)(kept.id, gone.id)
    counter.hold(customer=gone)
    with pytest.raises(OtherThanShown):
        merge(counter, kept, gone, shown=shown)


def test_two_gstins_are_one_person_only_if_somebody_says_so(any_counter: Counter) -> None:
    counter = any_counter
    kept, gone = pair(counter)
    save = SaveBuyer(counter.database)
    save(gone.id, "27AAPFU0939F1ZV", "", actor=counter.actor)
    third = counter.customer(mobile="9811111111", name="A Verma")
    assert merge(counter, third, gone).buyer.gstin == "27AAPFU0939F1ZV"
    save(kept.id, "29AAGCB7383J1Z4", "", actor=counter.actor)
    with pytest.raises(OtherGstins):
        merge(counter, kept, third)
    assert merge(counter, kept, third, despite_gstins=True).buyer.gstin == "29AAGCB7383J1Z4"


def test_who_has_no_number_does_not_swallow_a_wallet(any_counter: Counter) -> None:
    counter = any_counter
    _, gone = pair(counter)
    walk_in = counter.customer(mobile="", name="Asha")
    with pytest.raises(NoWalletToKeep):
        merge(counter, walk_in, gone)
    assert merge(counter, gone, walk_in).id == gone.id


def test_each_row_had_its_own_use_of_a_promo(any_counter: Counter) -> None:
    counter = any_counter
    with counter.database.write(counter.actor) as session:
        session.execute(update(promo).values(uses_per_customer_max=1))
    kept, gone = pair(counter)
    for who, ahead in ((kept, 5), (gone, 6)):
        quote = counter.quote(counter.item("DLX", ahead=ahead), promo="NAMASTE", customer=who)
        counter.pay(counter.hold(quote, who))
    merge(counter, kept, gone)
    assert counter.faults() == []


def test_it_needs_permission_and_a_reason(any_counter: Counter) -> None:
    counter = any_counter
    kept, gone = pair(counter)
    staff = keep_staff(counter.database)
    with pytest.raises(NotPermitted):
        merge(counter, kept, gone, actor=staff.clerk)
    with pytest.raises(BadRequest):
        merge(counter, kept, gone, reason="", actor=staff.manager)
    assert merge(counter, kept, gone, actor=staff.manager).id == kept.id


@pytest.mark.parametrize("act", ["pay", "top up", "hold", "cancel"])
def test_money_that_moves_at_the_same_moment_is_never_lost(
    any_counter: Counter, engine_url: str, clock: Any, publish: Any, act: str
) -> None:
    counter = any_counter
    kept, gone = pair(counter, 1_000_00, 60_000_00)
    hold = counter.hold(customer=gone)
    quote = counter.quote(counter.item("DLX", ahead=8))
    if act == "cancel":
        counter.pay(hold, wallet_paise=hold.total_paise)
    other = Counter(open_database(engine_url, clock, publish, "D2"), clock, counter.publish)
    shown = PreviewMerge(counter.database)(kept.id, gone.id)
    gate = Barrier(2)

    def at_once(do: Any) -> str:
        gate.wait()
        try:
            do()
        except DeskError as refused:
            return type(refused).__name__
        return "done"

    acts: dict[str, Any] = {
        "pay": lambda: other.pay(hold, key="paid", wallet_paise=hold.total_paise),
        "top up": lambda: TopUpWallet(other.database)(gone.id, 7_00, RequestKey("top"), actor=other.actor),
        "hold": lambda: other.hold(quote, gone, key="held"),
        "cancel": lambda: other.cancel(hold, key="cancelled"),
    }
    with ThreadPoolExecutor(2) as pool:
        merged = pool.submit(at_once, lambda: merge(counter, kept, gone, shown=shown))
        done = pool.submit(at_once, acts[act])
        assert merged.result(timeout=60) in ("done", "OtherThanShown")
        assert done.result(timeout=60) == "done"
    if merged.result() != "done":
        merge(counter, kept, gone)
    expected = {
        "pay": 61_000_00 - hold.total_paise,
        "top up": 61_007_00,
        "hold": 61_000_00,
        "cancel": 61_000_00,
    }
    assert GetCustomer(counter.database)(gone.id).wallet_paise == expected[act]
    assert counter.booking(hold).customer.id == kept.id
    assert counter.faults() == []
    other.database.close()


def owes(counter: Counter, customer: Customer, limit_paise: int, ahead: int = 5) -> int:
    """Let a customer owe a room; return how much that is."""
    SaveCompany(counter.database)(customer.id, limit_paise, 30, True, actor=counter.actor)
    hold = counter.hold(counter.quote(counter.item("DLX", ahead=ahead)), customer)
    counter.pay(hold, on_account_paise=hold.total_paise)
    return hold.total_paise


@pytest.mark.parametrize("both", [False, True], ids=["only the gone one", "both"])
def test_a_company_takes_its_debt_and_its_receipts_along(any_counter: Counter, both: bool) -> None:
    counter = any_counter
    kept, gone = pair(counter, 1_00, 2_00)
    owed = owes(counter, gone, 50_000_00)
    pay = TakeCompanyPayment(counter.database)
    pay(gone.id, Tender.CASH, 1_000_00, "", RequestKey("r"), actor=counter.actor)
    also = owes(counter, kept, 70_000_00, 7) if both else 0
    merge(counter, kept, gone)
    company = ReadCompany(counter.database)(kept.id)
    assert company is not None
    assert (company.limit_paise, company.owed_paise) == (
        70_000_00 if both else 50_000_00,
        owed - 1_000_00 + also,
    )
    assert ReadCompany(counter.database)(gone.id) is None
    assert counter.faults() == []
    assert pay(kept.id, Tender.CASH, 1_000_00, "", RequestKey("r2"), actor=counter.actor).owed_paise == (
        owed + also - 2_000_00
    )
    assert counter.faults() == []


def test_what_a_company_owes_meanwhile_is_shown_before_it_moves(any_counter: Counter) -> None:
    kept, gone = pair(any_counter)
    owes(any_counter, gone, 50_000_00)
    shown = PreviewMerge(any_counter.database)(kept.id, gone.id)
    pay = TakeCompanyPayment(any_counter.database)
    pay(gone.id, Tender.CASH, 1_00, "", RequestKey("r"), actor=any_counter.actor)
    before = any_counter.rows()
    with pytest.raises(OtherThanShown):
        merge(any_counter, kept, gone, shown=shown)
    assert any_counter.rows() == before
