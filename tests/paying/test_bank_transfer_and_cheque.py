"""Bank transfers and cheques: rows of the table of tenders, each with its reference and its account."""

from typing import Any

import pytest

from db import cases
from db.states import AccountKind, BookingState, CaseAnswer, Tender
from desktop.services.domain.tenders import TENDERS
from desktop.services.errors import BadRequest
from tests.conftest import SteppedClock
from tests.counter import Counter
from tests.paying.resolving import resolve_case_of
from tests.paying.test_own_upi import balance_paise

TRANSFER, CHEQUE = Tender.BANK_TRANSFER, Tender.CHEQUE


@pytest.mark.parametrize(
    ("tender", "reference", "kept"),
    [
        (TRANSFER, "412233445566", "412233445566"),
        (TRANSFER, "sbin 4261 2345 6789", "SBIN426123456789"),
        (TRANSFER, "HDFCR52026112912345678", "HDFCR52026112912345678"),
        (CHEQUE, "004217", "004217"),
    ],
)
def test_it_pays_a_booking_and_keeps_its_reference(
    any_counter: Counter, tender: Tender, reference: str, kept: str
) -> None:
    counter = any_counter
    hold = counter.hold()
    paid: dict[str, Any] = {f"{tender}_paise": hold.total_paise, f"{tender}_reference": reference}
    assert counter.pay(hold, **paid).state is BookingState.CONFIRMED
    (payment,) = counter.booking(hold).payments
    assert (payment.tender, payment.reference) == (tender, kept)
    assert balance_paise(counter, TENDERS[tender].account) == hold.total_paise
    counter.cancel(hold)
    assert balance_paise(counter, AccountKind.DRAWER) == -hold.total_paise
    assert counter.faults() == []


@pytest.mark.parametrize(
    ("tender", "reference"),
    [(TRANSFER, ""), (TRANSFER, "12345"), (TRANSFER, "SBIN-42612345"), (CHEQUE, "42170"), (CHEQUE, "00421A")],
)
def test_another_reference_is_refused_and_nothing_is_taken(
    counter: Counter, tender: Tender, reference: str
) -> None:
    hold = counter.hold()
    paid: dict[str, Any] = {f"{tender}_paise": hold.total_paise, f"{tender}_reference": reference}
    before = counter.rows()
    with pytest.raises(BadRequest) as refusal:
        counter.pay(hold, **paid)
    assert refusal.value.field == f"{tender}_reference"
    assert counter.rows() == before


@pytest.mark.parametrize(("tender", "reference"), [(Tender.OWN_UPI, "412233445566"), (CHEQUE, "004217")])
def test_a_part_of_a_hold_that_ended_comes_back_in_cash_as_the_page_says(
    counter: Counter, clock: SteppedClock, tender: Tender, reference: str
) -> None:
    part: dict[str, Any] = {f"{tender}_paise": 100_00, f"{tender}_reference": reference}
    counter.pay(counter.hold(), **part)
    clock.advance(600)
    counter.sweep()
    with counter.database.read() as session:
        (case,) = cases.list_open(session)
    resolve = resolve_case_of(counter)
    resolve(case.id, CaseAnswer.REFUND, actor=counter.actor)
    assert balance_paise(counter, AccountKind.DRAWER) == -100_00
    assert counter.faults() == []
