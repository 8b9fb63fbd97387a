"""The table of papers, tried at a counter: part, whole, supply, end, house and no registration."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from db.catalogue_words import BalanceDue
from db.deposits import DepositRuleRow
from db.ids import RequestKey
from db.schema import offering, site, slot, stop_point, tax_class, unit
from db.states import BookingState, DocumentKind, Scheme, Supply
from desktop.services.cancelling.cancel_booking import CancelBooking
from desktop.services.cancelling.preview_cancellation import PreviewCancellation
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.customers.save_buyer import SaveBuyer
from desktop.services.documents.consolidate_small_sales import ConsolidateSmallSales
from desktop.services.documents.issue_due_invoices import IssueDueInvoices
from desktop.services.domain.booking import Hold
from desktop.services.domain.gstin import check_character
from desktop.services.domain.paper import PaperWord
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter
from tests.papers.desk import (
    SLIPS,
    check_papers,
    kinds,
    papers,
    price_of_units,
    register_in_goa,
    rule,
    scheme,
    sums,
)
from tests.paying.test_deposits import set_rules, take_deposit

K = DocumentKind
DAY = 86_400
PUNE_BUYER = "27AAACB1234C1Z" + check_character("27AAACB1234C1Z")


def sold(counter: Counter, *codes: str, ahead: int = 5) -> Hold:
    """Sell one of each, paid in cash."""
    hold = counter.hold(counter.quote(*(counter.item(code, ahead=ahead) for code in codes)))
    counter.pay(hold)
    return hold


def issue(counter: Counter) -> int:
    """Make the invoices that are due."""
    return IssueDueInvoices(counter.database, FACTS, counter.publish)(actor=counter.actor)


def exempt_seats(counter: Counter) -> None:
    """Let seats of the coach to Nagpur be exempt, as a plain one on a fixed route is."""
    with counter.database.write(counter.actor) as session:
        session.execute(update(tax_class).where(tax_class.c.code == "bus_plain").values(supply=Supply.EXEMPT))


@pytest.mark.parametrize(
    ("code", "at_supply", "given", "in_part", "over"),
    [
        ("DLX", 1, [K.RECEIPT_VOUCHER], [K.RECEIPT_VOUCHER] * 2, [K.TAX_INVOICE]),
        ("DLX", 0, [K.TAX_INVOICE], [K.RECEIPT_VOUCHER, K.TAX_INVOICE], []),
        ("GOA21", 0, [K.TICKET_INVOICE], [K.RECEIPT_VOUCHER, K.TICKET_INVOICE], []),
        ("GOA21", 1, [K.RECEIPT_VOUCHER], [K.RECEIPT_VOUCHER] * 2, [K.TICKET_INVOICE]),
        ("HERI", 0, [K.TAX_INVOICE], [K.RECEIPT_VOUCHER, K.TAX_INVOICE], []),
        ("HERI", 1, [K.RECEIPT_VOUCHER], [K.RECEIPT_VOUCHER] * 2, [K.TAX_INVOICE]),
        ("NGP20", 0, [K.BILL_OF_SUPPLY], [K.DEPOSIT_RECEIPT, K.BILL_OF_SUPPLY], []),
        ("NGP20", 1, [K.DEPOSIT_RECEIPT], [K.DEPOSIT_RECEIPT] * 2, [K.BILL_OF_SUPPLY]),
    ],
)
def test_part_whole_and_supply(
    any_counter: Counter,
    clock: SteppedClock,
    code: str,
    at_supply: int,
    given: list[K],
    in_part: list[K],
    over: list[K],
) -> None:
    counter = any_counter
    exempt_seats(counter)
    rule(counter, **{f"invoice_at_supply_{trade}": at_supply for trade in ("room", "bus", "tour")})
    set_rules(counter, DepositRuleRow("any", 20_00, 0, BalanceDue.AT_ARRIVAL, 0, True))
    whole = sold(counter, code)
    assert kinds(counter, whole) == given
    part = counter.hold(counter.quote(counter.item(code, ahead=6)))
    take_deposit(counter, part, part.total_paise // 2)
    counter.pay(part, cash_paise=part.total_paise - part.total_paise // 2)
    assert kinds(counter, part) == in_part
    check_papers(counter)
    assert issue(counter) == 0
    clock.advance(9 * DAY)
    assert issue(counter) == (2 if over else 0)
    assert issue(counter) == 0
    assert kinds(counter, part) == [*in_part, *over]
    for paper in papers(counter, part)[2:]:
        assert [one.kind for one in paper.content.answers] == in_part
        assert paper.content.advance_paise == paper.content.total_paise == part.total_paise
    check_papers(counter)


def test_paid_when_it_is_over_has_its_invoice_at_once(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    set_rules(counter, DepositRuleRow("any", 20_00, 0, BalanceDue.AT_ARRIVAL, 0, True))
    hold = counter.hold(counter.quote(counter.item("DLX", ahead=1)))
    take_deposit(counter, hold, hold.total_paise // 2)
    clock.advance(4 * DAY)
    counter.pay(hold, cash_paise=hold.total_paise - hold.total_paise // 2)
    assert kinds(counter, hold) == [K.RECEIPT_VOUCHER, K.TAX_INVOICE]
    assert papers(counter, hold)[1].content.advance_paise == hold.total_paise // 2
    assert issue(counter) == 0
    check_papers(counter)


@pytest.mark.parametrize(
    ("of", "codes", "given", "back"),
    [
        (Scheme.COMPOSITION, ("DLX",), [K.DEPOSIT_RECEIPT], [K.REFUND_RECEIPT, K.BILL_OF_SUPPLY]),
        (Scheme.COMPOSITION, ("GOA21",), [K.BILL_OF_SUPPLY], [K.REFUND_RECEIPT]),
        (Scheme.NONE, ("DLX",), [K.RECEIPT], [K.REFUND_RECEIPT]),
        (Scheme.NONE, ("GOA21", "HERI"), [K.RECEIPT], [K.REFUND_RECEIPT]),
    ],
)
def test_a_house_that_may_not_ask_for_tax(
    any_counter: Counter,
    clock: SteppedClock,
    of: Scheme,
    codes: tuple[str, ...],
    given: list[K],
    back: list[K],
) -> None:
    counter = any_counter
    scheme(counter, of)
    hold = sold(counter, *codes)
    assert kinds(counter, hold) == given
    assert all(paper.content.levies.tax_paise == 0 for paper in papers(counter, hold))
    clock.advance(4 * DAY + 8 * 3_600)
    counter.cancel(hold)
    assert kinds(counter, hold) == [*given, *back]
    check_papers(counter)


def test_taxed_and_exempt_seats_share_a_paper_unless_the_buyer_is_registered(any_counter: Counter) -> None:
    counter = any_counter
    exempt_seats(counter)
    mixed = sold(counter, "GOA21", "NGP20")
    assert kinds(counter, mixed) == [K.INVOICE_CUM_BILL]
    buyer = counter.customer(mobile="9812345678", name="Ravi")
    SaveBuyer(counter.database)(buyer.id, PUNE_BUYER, "", actor=counter.actor)
    items = (counter.item("GOA21", ahead=6), counter.item("NGP20", ahead=6))
    apart = counter.hold(counter.quote(*items, customer=buyer), buyer)
    counter.pay(apart)
    assert kinds(counter, apart) == [K.TICKET_INVOICE, K.BILL_OF_SUPPLY]
    counter.cancel(mixed)
    assert kinds(counter, mixed) == [K.INVOICE_CUM_BILL, K.CREDIT_NOTE]
    check_papers(counter)


def test_a_basket_over_two_registrations_has_a_paper_of_each_place(any_counter: Counter) -> None:
    """V34: a room in Goa, a seat from Pune and a seat back from Goa."""
    counter = any_counter
    register_in_goa(counter)
    with counter.database.write(counter.actor) as session:
        session.execute(update(slot).values(price_paise=1_455_30))
        session.execute(update(unit).values(supplement_paise=0))
        session.execute(
            update(slot).where(slot.c.offering_id == counter.offering("DLX").id).values(price_paise=4_600_00)
        )
        session.execute(update(site).where(site.c.code == "DCR").values(registration="GA", state_code="30"))
        session.execute(
            update(stop_point)
            .where(stop_point.c.offering_id == counter.offering("MUM06").id)
            .values(state_code="30")
        )
    hold = sold(counter, "DLX", "GOA21", "MUM06")
    room, there, back = papers(counter, hold)
    assert [
        (one.kind, one.content.seller.registration, one.content.place_state) for one in (room, there, back)
    ] == [
        (K.RECEIPT_VOUCHER, "GA", "30"),
        (K.TICKET_INVOICE, "MH", "27"),
        (K.TICKET_INVOICE, "MH", "30"),
    ]
    assert [one.content.total_paise for one in (room, there, back)] == [4_830_00, 1_528_06, 1_528_07]
    assert room.number == "D1R2-2627-000001"
    slip = papers(counter, hold, slips=True)[-1]
    assert [one.number for one in slip.content.listed] == [room.number, there.number, back.number]
    assert slip.content.total_paise == 7_886_13
    counter.cancel(hold)
    last = papers(counter, hold, slips=True)
    assert sorted(one.kind for one in last[4:]) == sorted(
        [K.REFUND_SLIP, K.CREDIT_NOTE, K.CREDIT_NOTE, K.REFUND_VOUCHER]
    )
    check_papers(counter)


def test_what_is_kept_of_a_voucher_is_invoiced_as_a_cancellation_charge(
    any_counter: Counter, clock: SteppedClock
) -> None:
    """V24."""
    counter = any_counter
    price_of_units(counter, 4_600_00)
    hold = sold(counter, "DLX")
    clock.advance(4 * DAY + 20 * 3_600)
    done = counter.cancel(hold)
    voucher, back, charge = papers(counter, hold)
    assert [back.kind, charge.kind] == [K.REFUND_VOUCHER, K.TAX_INVOICE]
    assert sums(back) == sums(charge) == (2_300_00, 57_50, 57_50, 0)
    assert charge.content.words == (PaperWord.CANCELLATION_CHARGE,)
    for paper in (back, charge):
        assert [one.number for one in paper.content.answers] == [voucher.number]
        assert paper.content.lines[0].sac == "996311"
    slip = papers(counter, hold, slips=True)[2]
    assert slip.kind is K.REFUND_SLIP
    assert done.document_id == slip.id
    assert [one.number for one in slip.content.listed] == [back.number, charge.number]
    assert sum(one.amount_paise for one in slip.content.back) == 2_415_00
    check_papers(counter)


def test_what_goes_back_of_a_ticket_has_a_credit_note_and_the_rest_stays(
    any_counter: Counter, clock: SteppedClock
) -> None:
    """V25."""
    counter = any_counter
    price_of_units(counter, 1_000_00)
    hold = sold(counter, "GOA21")
    leaves = counter.booking(hold).lines[0].starts_at
    clock.advance((leaves - timedelta(hours=30) - counter.now()).total_seconds())
    done = counter.cancel(hold)
    ticket, note = papers(counter, hold)
    assert (note.kind, sums(note)) == (K.CREDIT_NOTE, (750_00, 18_75, 18_75, 0))
    assert [one.number for one in note.content.answers] == [ticket.number]
    assert done.document_id == note.id
    check_papers(counter)


def test_what_the_house_cancels_goes_back_in_full_and_says_so(any_counter: Counter) -> None:
    counter = any_counter
    hold = sold(counter, "GOA21", ahead=1)
    CancelDeparture(counter.database, counter.publish)(
        counter.offering("GOA21").id, counter.day(1), "rain", actor=counter.actor
    )
    counter.cancel(hold)
    ticket, note = papers(counter, hold)
    assert note.kind is K.CREDIT_NOTE
    assert sums(note) == sums(ticket)
    assert note.content.words == (PaperWord.BY_HOUSE,)
    check_papers(counter)


def test_a_sale_that_is_undone_has_its_vouchers_answered_in_full(any_counter: Counter) -> None:
    counter = any_counter
    hold = sold(counter, "DLX", "GOA21")
    plan = PreviewCancellation(counter.database)(hold.booking_id, (), void=True)
    counter.cancel(hold, plan)
    assert kinds(counter, hold)[2:] == [K.CREDIT_NOTE, K.REFUND_VOUCHER]
    assert counter.booking(hold).state is BookingState.CANCELLED
    check_papers(counter)


def test_what_is_given_back_after_use_has_its_invoice_first(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    price_of_units(counter, 4_600_00)
    hold = sold(counter, "DLX", ahead=1)
    clock.advance(3 * DAY)
    plan = PreviewCancellation(counter.database)(hold.booking_id, (1,), back_paise=483_00)
    cancel = CancelBooking(counter.database, FACTS, counter.publish)
    key = RequestKey(counter.key())
    cancel(hold.booking_id, "cold water", plan, frozenset(), key, actor=counter.actor, note="goodwill")
    voucher, invoice, note = papers(counter, hold)
    assert [voucher.kind, invoice.kind, note.kind] == [K.RECEIPT_VOUCHER, K.TAX_INVOICE, K.CREDIT_NOTE]
    assert (sums(invoice), sums(note)) == ((4_600_00, 115_00, 115_00, 0), (460_00, 11_50, 11_50, 0))
    assert invoice.content.words == ()
    assert [one.number for one in note.content.answers] == [invoice.number]
    assert issue(counter) == 0
    check_papers(counter)


def test_what_is_free_has_a_ticket_and_no_tax_paper_whatever_comes_of_it(any_counter: Counter) -> None:
    counter = any_counter
    price_of_units(counter, 0)
    hold = counter.hold(counter.quote(counter.item("GOA21")))
    counter.pay(hold, cash_paise=0)
    assert kinds(counter, hold) == [K.TICKET]
    assert papers(counter, hold)[0].content.words == (PaperWord.COMPLIMENTARY,)
    counter.cancel(hold)
    assert kinds(counter, hold) == [K.TICKET]
    check_papers(counter)


def test_after_november_money_goes_back_and_tax_does_not(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    hold = sold(counter, "GOA21", ahead=1)
    CancelDeparture(counter.database, counter.publish)(
        counter.offering("GOA21").id, counter.day(1), "rain", actor=counter.actor
    )
    clock.advance(380 * DAY)  # from November 2026: the last day was 30 November 2027
    plan = counter.plan(hold)
    assert (plan.refund_paise, plan.tax_refund_paise) == (hold.total_paise, 0)
    counter.cancel(hold, plan)
    _, note = papers(counter, hold)
    assert (note.kind, sums(note)) == (K.FINANCIAL_NOTE, (hold.total_paise, 0, 0, 0))
    assert counter.faults() == []


def test_seven_small_sales_have_one_invoice_of_their_day(any_counter: Counter, clock: SteppedClock) -> None:
    """V35 and V36: 150 all in; what was given back the same day is left out."""
    counter = any_counter
    rule(counter, small_sale_paise=200_00)
    with counter.database.write(counter.actor) as session:
        session.execute(update(offering).where(offering.c.code == "GOA21").values(price_with_tax=True))
    price_of_units(counter, 150_00)
    holds = [sold(counter, "GOA21") for _ in range(8)]
    assert {kind for hold in holds for kind in kinds(counter, hold)} == {K.TICKET}
    counter.cancel(holds.pop())
    price_of_units(counter, 200_00)
    assert kinds(counter, sold(counter, "GOA21", ahead=6)) == [K.TICKET_INVOICE]
    consolidate = ConsolidateSmallSales(counter.database, FACTS)
    assert consolidate(actor=counter.actor) == 0
    clock.advance(DAY)
    assert consolidate(actor=counter.actor) == 1
    assert consolidate(actor=counter.actor) == 0
    counter.cancel(holds[0])
    note = papers(counter, holds[0])[-1]
    assert (note.kind, sums(note)) == (K.CREDIT_NOTE, (142_86, 3_57, 3_57, 0))
    (answered,) = note.content.answers
    assert (answered.kind, answered.total_paise) == (K.CONSOLIDATED_INVOICE, 1_050_00)
    assert counter.faults() == []


def test_every_act_has_one_slip_that_lists_its_papers(any_counter: Counter) -> None:
    hold = sold(any_counter, "DLX", "GOA21", "HERI")
    any_counter.cancel(hold)
    made = papers(any_counter, hold, slips=True)
    listed = [one.number for paper in made if paper.kind in SLIPS for one in paper.content.listed]
    assert sorted(listed) == sorted(one.number for one in made if one.kind not in SLIPS)
