"""The vectors that need a counter: sold, cancelled, topped up and refused by the use cases."""

from typing import Any

from sqlalchemy import select, update

from db import arrivals, house_rules
from db.catalogue_words import BalanceDue
from db.deposits import DepositRuleRow
from db.ids import RequestKey
from db.schema import document, offering, site, slot, stop_point, tax_class, unit
from db.states import DocumentKind, Supply
from desktop.services.cash_errors import CashDepositForbidden, CashForbidden
from desktop.services.customers.save_buyer import SaveBuyer
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.documents.consolidate_small_sales import ConsolidateSmallSales
from desktop.services.documents.issue_due_invoices import IssueDueInvoices
from desktop.services.documents.show_document import ShowDocument
from desktop.services.domain.advance import advance_on
from desktop.services.domain.booking import Hold
from desktop.services.domain.document import Document
from desktop.services.domain.paper import PaperWord
from desktop.services.domain.people import Billing, Customer
from desktop.services.errors import DeskError
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter
from tests.papers.desk import kinds, papers, price_of_units, register_in_goa, rule, sums
from tests.paying.test_deposits import set_rules, take_deposit

K, DAY = DocumentKind, 86_400
Answer = tuple[Any, Any]


def sold(counter: Counter, code: str, paise: int, ahead: int = 5) -> Hold:
    """Sell one of it at a price, for cash."""
    price_of_units(counter, paise)
    hold = counter.hold(counter.quote(counter.item(code, ahead=ahead)))
    counter.pay(hold)
    return hold


def top_up(counter: Counter, customer: Customer, paise: int) -> str:
    """Put cash into a wallet; return the error's name where it is refused."""
    try:
        TopUpWallet(counter.database)(customer.id, paise, RequestKey(counter.key()), actor=counter.actor)
    except DeskError as refused:
        return type(refused).__name__
    return ""


def cash(counter: Counter, hold: Hold, paise: int) -> str:
    """Take a part in cash; return the error's name where it is refused."""
    try:
        counter.pay(hold, cash_paise=paise)
    except DeskError as refused:
        return type(refused).__name__
    return ""


def exempt_seat(counter: Counter, _clock: SteppedClock) -> Answer:
    with counter.database.write(counter.actor) as session:
        of = tax_class.c.code == "bus_plain"
        session.execute(update(tax_class).where(of).values(supply=Supply.EXEMPT))
    (paper,) = papers(counter, sold(counter, "NGP20", 500_00))
    return (paper.kind, sums(paper)), (K.BILL_OF_SUPPLY, (500_00, 0, 0, 0))


def advance_on_a_package(counter: Counter, _clock: SteppedClock) -> Answer:
    price_of_units(counter, 4_000_00)
    hold = counter.hold(counter.quote(counter.item("DLX", nights=3)))
    lines = counter.booking(hold).lines
    voucher = advance_on(lines, {}, 5_000_00)
    got = (
        sum(one.value_paise for one in voucher),
        sum(one.cgst_paise for one in voucher),
        sum(one.sgst_paise for one in voucher),
        hold.total_paise - 5_000_00,
    )
    return got, (4_761_90, 119_05, 119_05, 7_600_00)


def half_of_a_voucher(counter: Counter, clock: SteppedClock) -> Answer:
    hold = sold(counter, "DLX", 4_600_00)
    clock.advance(4 * DAY + 20 * 3_600)
    counter.cancel(hold)
    _, voucher, charge = papers(counter, hold)
    half = (2_300_00, 57_50, 57_50, 0)
    got = (voucher.kind, sums(voucher), charge.kind, sums(charge))
    return got, (K.REFUND_VOUCHER, half, K.TAX_INVOICE, half)


def one_of_three_seats(counter: Counter, _clock: SteppedClock) -> Answer:
    price_of_units(counter, 500_00)
    hold = counter.hold(counter.quote(counter.item("GOA21", "3A", "3B", "4A")))
    counter.pay(hold)
    counter.cancel(hold, counter.plan(hold, [2]))
    note = next(one for one in papers(counter, hold) if one.kind is K.CREDIT_NOTE)
    left = [line.total_paise for line in counter.booking(hold).live_lines]
    return (sums(note), left), ((500_00, 12_50, 12_50, 0), [525_00, 525_00])


def nobody_came(counter: Counter, clock: SteppedClock) -> Answer:
    hold = sold(counter, "DLX", 4_600_00, ahead=1)
    other = sold(counter, "DLX", 4_600_00, ahead=1)
    with counter.database.write(counter.actor) as session:
        arrivals.mark(session, other.booking_id, [1])
    clock.advance(4 * DAY)
    IssueDueInvoices(counter.database, FACTS, counter.publish)(actor=counter.actor)
    assert papers(counter, other)[-1].content.words == ()
    invoice = papers(counter, hold)[-1]
    got = (invoice.kind, sums(invoice), invoice.content.words)
    return got, (K.TAX_INVOICE, (4_600_00, 115_00, 115_00, 0), (PaperWord.NO_SHOW,))


def top_up_then_a_room(counter: Counter, _clock: SteppedClock) -> Answer:
    customer = counter.customer()
    top_up(counter, customer, 5_000_00)
    receipt = of_kind(counter, K.MONEY_RECEIPT)[0]
    price_of_units(counter, 4_600_00)
    hold = counter.hold(counter.quote(counter.item("DLX", ahead=7)), customer)
    counter.pay(hold, wallet_paise=hold.total_paise)
    (voucher,) = papers(counter, hold)
    got = (receipt.content.total_paise, receipt.content.levies.tax_paise, voucher.kind, sums(voucher))
    return got, (5_000_00, 0, K.RECEIPT_VOUCHER, (4_600_00, 115_00, 115_00, 0))


def two_registrations(counter: Counter, _clock: SteppedClock) -> Answer:
    hold = sell_over_two_registrations(counter)
    made = papers(counter, hold)
    slip = papers(counter, hold, slips=True)[-1]
    got = [(one.content.seller.state_code, one.content.place_state, one.content.total_paise) for one in made]
    told = [("30", "30", 4_830_00), ("27", "27", 1_528_06), ("27", "30", 1_528_07)]
    return (got, slip.content.total_paise), (told, 7_886_13)


def sell_over_two_registrations(counter: Counter) -> Hold:
    """Sell a room in Goa, a seat from Pune and a seat that boards in Goa."""
    register_in_goa(counter)
    room, back = counter.offering("DLX").id, counter.offering("MUM06").id
    with counter.database.write(counter.actor) as session:
        session.execute(update(unit).values(supplement_paise=0))
        session.execute(update(slot).values(price_paise=1_455_30))
        session.execute(update(slot).where(slot.c.offering_id == room).values(price_paise=4_600_00))
        session.execute(update(site).where(site.c.code == "DCR").values(registration="GA", state_code="30"))
        stops = stop_point.c.offering_id == back
        session.execute(update(stop_point).where(stops).values(state_code="30"))
    hold = counter.hold(counter.quote(*(counter.item(code) for code in ("DLX", "GOA21", "MUM06"))))
    counter.pay(hold)
    return hold


def seven_day_tickets(counter: Counter, clock: SteppedClock) -> Answer:
    rule(counter, small_sale_paise=200_00)
    all_in(counter)
    for _ in range(7):
        sold(counter, "GOA21", 150_00)
    clock.advance(DAY)
    ConsolidateSmallSales(counter.database, FACTS)(actor=counter.actor)
    (invoice,) = of_kind(counter, K.CONSOLIDATED_INVOICE)
    got = (sums(invoice), {(one.value_paise, one.cgst_paise) for one in invoice.content.amounts})
    return got, ((1_000_02, 24_99, 24_99, 0), {(142_86, 3_57)})


def below_two_hundred(counter: Counter, _clock: SteppedClock) -> Answer:
    rule(counter, small_sale_paise=200_00)
    all_in(counter)
    got = [kinds(counter, sold(counter, "GOA21", paise)) for paise in (199_99, 200_00)]
    return got, [[K.TICKET], [K.TICKET_INVOICE]]


def cash_of_a_day(counter: Counter, _clock: SteppedClock) -> Answer:
    rule(counter, cash_pan_paise=10_00_000_00, cash_deposit_paise=10_00_000_00)
    customer = counter.customer()
    hold = dear(counter, customer)
    got = [cash(counter, hold, 1_20_000_00), *(top_up(counter, customer, one) for one in (79_999_99, 1))]
    return got, ["", "", CashForbidden.__name__]


def cash_of_a_booking(counter: Counter, clock: SteppedClock) -> Answer:
    rule(counter, cash_pan_paise=10_00_000_00)
    hold = deposit_of(counter, 1_50_000_00)
    clock.advance(DAY)
    got = [cash(counter, hold, 50_000_00), cash(counter, hold, 49_999_99)]
    return got, [CashForbidden.__name__, ""]


def cash_in_a_wallet(counter: Counter, _clock: SteppedClock) -> Answer:
    customer = counter.customer()
    got = [top_up(counter, customer, one) for one in (15_000_00, 5_000_00, 4_999_99)]
    return got, ["", CashDepositForbidden.__name__, ""]


def upi_limit(counter: Counter, _clock: SteppedClock) -> Answer:
    limit = house_rules.HouseRules().gateway_upi_paise
    asked = [limit >= 1_20_000_00, limit >= 60_000_00]
    rule(counter, gateway_upi_paise=5_00_000_00)
    hold = counter.hold()
    asked.append(counter.booking(hold).gateway_upi_paise >= 1_20_000_00)
    return asked, [False, True, True]


def all_in(counter: Counter) -> None:
    """Let the price of a seat be what is paid."""
    with counter.database.write(counter.actor) as session:
        session.execute(update(offering).where(offering.c.code == "GOA21").values(price_with_tax=True))


def dear(counter: Counter, customer: Customer) -> Hold:
    """Hold what costs more than two lakh, for who has told the address that a paper of so much asks for."""
    price_of_units(counter, 9_000_00)
    SaveBuyer(counter.database)(
        customer.id, "", "27", Billing("Asha", ("4 Law College Road", "Pune"), "411004"), actor=counter.actor
    )
    item = counter.item("DLX", "203", "204", "205", nights=10)
    return counter.hold(counter.quote(item, customer=customer), customer)


def deposit_of(counter: Counter, paise: int) -> Hold:
    """Confirm what costs more than two lakh against a part in cash."""
    set_rules(counter, DepositRuleRow("any", 20_00, 0, BalanceDue.AT_ARRIVAL, 0, True))
    hold = dear(counter, counter.customer())
    take_deposit(counter, hold, paise)
    return hold


def of_kind(counter: Counter, kind: DocumentKind) -> list[Document]:
    """Return all papers of a kind, whatever they are about."""
    with counter.database.read() as session:
        ids = session.execute(select(document.c.id).where(document.c.kind == kind)).scalars().all()
    show = ShowDocument(counter.database, FACTS)
    return [show(one) for one in ids]
