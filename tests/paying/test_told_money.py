"""Every payment and every leg of a refund leaves a record of its own in the journal."""

from typing import Any

from db.states import Tender
from desktop.services.cancelling.enter_refund_slip import EnterRefundSlip
from desktop.services.paying.correct_tender import CorrectTender
from tests.conftest import Recorder
from tests.counter import Counter


def told(publish: Recorder, tag: str) -> list[dict[str, Any]]:
    """Return what the journal tells under a tag, without the ids."""
    names = ("payment", "refund")
    return [
        {name: fact for name, fact in record.content.items() if name not in names}
        for record in publish.records
        if record.tag == tag
    ]


def test_a_part_paid_in_cash_leaves_a_record(any_counter: Counter, publish: Recorder) -> None:
    counter = any_counter
    hold = counter.hold()
    counter.pay(hold, cash_paise=1_000_00, cash_received_paise=2_000_00)
    assert told(publish, "PAYMENT_CAPTURED") == [
        {"tender": "cash", "amount_paise": 1_000_00, "received_paise": 2_000_00}
    ]
    (payment,) = counter.booking(hold).payments
    assert publish.records[-1].content["payment"] == payment.id
    counter.pay(hold, card_paise=hold.total_paise - 1_000_00, card_reference="A1 77")
    assert told(publish, "PAYMENT_CAPTURED")[1:] == [
        {"tender": "card", "amount_paise": hold.total_paise - 1_000_00, "slip": "A1 77"}
    ]
    assert counter.faults() == []


def test_each_leg_of_a_refund_leaves_a_record(any_counter: Counter, publish: Recorder) -> None:
    counter = any_counter
    hold = counter.hold()
    rest = hold.total_paise - 1_000_00
    counter.pay(hold, cash_paise=1_000_00, card_paise=rest, card_reference="A1 77")
    counter.cancel(hold)
    by_cash, by_card = counter.booking(hold).refunds
    done = [record.content for record in publish.records if record.tag == "REFUND_DONE"]
    planned = [record.content for record in publish.records if record.tag == "REFUND_PLANNED"]
    assert [(one["refund"], one["tender"], one["amount_paise"]) for one in done] == [
        (by_cash.id, "cash", by_cash.amount_paise)
    ]
    assert [(one["refund"], one["tender"], one["amount_paise"]) for one in planned] == [
        (by_card.id, "card", by_card.amount_paise)
    ]
    EnterRefundSlip(counter.database, publish)(by_card.id, "R 9", actor=counter.actor)
    assert told(publish, "REFUND_DONE")[1]["slip"] == "R 9"
    assert counter.faults() == []


def test_a_corrected_tender_is_told_and_no_fault(any_counter: Counter) -> None:
    hold = any_counter.hold()
    any_counter.pay(hold)
    (payment,) = any_counter.booking(hold).payments
    correct = CorrectTender(any_counter.database, any_counter.publish)
    correct(payment.id, Tender.CARD, "A1 77", "wrong key", actor=any_counter.actor)
    correct(payment.id, Tender.CHEQUE, "000123", "wrong again", actor=any_counter.actor)
    assert any_counter.faults() == []
