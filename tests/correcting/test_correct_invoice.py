"""Papers with a wrong GSTIN or buyer are answered in full and made anew; money and tax stay."""

import pytest

from db.states import DocumentKind, Tender
from desktop.services.correcting.correct_invoice import CorrectInvoice
from desktop.services.customers.save_buyer import SaveBuyer
from desktop.services.domain.booking import Hold
from desktop.services.domain.gstin import check_character
from desktop.services.domain.paper import PaperWord
from desktop.services.errors import BadRequest, NotPermitted
from desktop.services.paying.correct_tender import CorrectTender
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter
from tests.papers.desk import check_papers, kinds, papers, rule, sums
from tests.staff import keep_staff

K = DocumentKind
PUNE = "27AAACB1234C1Z" + check_character("27AAACB1234C1Z")
KARNATAKA = "29AAACB1234C1Z" + check_character("29AAACB1234C1Z")


def sold(counter: Counter, *codes: str) -> Hold:
    hold = counter.hold(counter.quote(*(counter.item(code) for code in codes)))
    counter.pay(hold)
    return hold


def register(counter: Counter, hold: Hold, gstin: str) -> None:
    SaveBuyer(counter.database)(counter.booking(hold).customer.id, gstin, "", actor=counter.actor)


def correct(counter: Counter, hold: Hold) -> int:
    act = CorrectInvoice(counter.database, FACTS, counter.publish)
    return len(act(hold.booking_id, "GSTIN was missing", actor=counter.actor))


def test_an_invoice_gets_the_gstin_that_it_lacked(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    rule(counter, invoice_at_supply_room=0)
    hold = sold(counter, "DLX", "GOA21")
    register(counter, hold, PUNE)
    clock.advance(1)
    assert correct(counter, hold) == 2
    made = papers(counter, hold)
    assert sorted(one.kind for one in made[2:]) == sorted(
        [K.CREDIT_NOTE, K.TAX_INVOICE, K.CREDIT_NOTE, K.TICKET_INVOICE]
    )
    for old, note, new in ((made[0], made[2], made[3]), (made[1], made[4], made[5])):
        assert sums(old) == sums(note) == sums(new)
        assert [one.number for one in note.content.answers] == [old.number]
        assert (note.content.buyer.gstin, new.content.buyer.gstin) == ("", PUNE)
        assert (new.content.replaces, PaperWord.CORRECTED in new.content.words) == (old.number, True)
    with pytest.raises(BadRequest):
        correct(counter, hold)
    counter.cancel(hold)
    assert all(one.content.buyer.gstin == PUNE for one in papers(counter, hold)[6:])
    check_papers(counter)


def test_a_gstin_of_another_state_would_be_another_tax_on_a_ride(counter: Counter) -> None:
    ride, room = sold(counter, "GOA21"), sold(counter, "DLX")
    register(counter, ride, KARNATAKA)
    before = counter.rows()
    with pytest.raises(BadRequest):
        correct(counter, ride)
    assert counter.rows() == before
    assert correct(counter, room) == 1
    assert kinds(counter, room) == [K.RECEIPT_VOUCHER, K.REFUND_VOUCHER, K.RECEIPT_VOUCHER]
    check_papers(counter)


def test_it_is_left_to_who_may_change_whose_booking_it_is(counter: Counter) -> None:
    hold = sold(counter, "DLX")
    register(counter, hold, PUNE)
    keep_staff(counter.database)
    with pytest.raises(NotPermitted):
        correct(counter, hold)


def test_a_wrong_tender_has_a_new_slip_and_no_tax_paper(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    hold = sold(counter, "GOA21")
    (payment,) = counter.booking(hold).payments
    clock.advance(1)
    act = CorrectTender(counter.database, counter.publish)
    act(payment.id, Tender.CARD, "A1 77", "wrong key", actor=counter.actor)
    ticket, old, new = papers(counter, hold, slips=True)
    assert (new.kind, new.content.replaces) == (K.PAYMENT_SLIP, old.number)
    assert [(one.tender, one.corrected_from) for one in new.content.paid] == [(Tender.CARD, Tender.CASH)]
    assert [one.number for one in new.content.listed] == [ticket.number]
    check_papers(counter)
