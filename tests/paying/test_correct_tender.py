"""Cash that was a card slip is put right in the same shift: both accounts move, and no price or tax does."""

import pytest
from sqlalchemy import func, select

from db.ids import PaymentId
from db.schema import account, posting
from db.states import AccountKind, RefundState, Tender
from desktop.services.domain.booking import Hold, Payment
from desktop.services.domain.review import ReviewFilter
from desktop.services.drawers.read_drawer import ReadDrawer
from desktop.services.errors import BadRequest, NotCorrectable, NotFound
from desktop.services.paying.correct_tender import CorrectTender
from desktop.services.reviewing.export_bookings import ExportBookings
from desktop.services.reviewing.list_bookings import ListBookings
from desktop.services.steps.make_sale_papers import paid_by
from desktop.ui.papers.sum_rows import tender_text
from tests.actors import actor_of
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import ZONE, Counter
from tests.staff import open_next_shift


def correct(counter: Counter, payment_id: PaymentId, tender: Tender, slip: str = "") -> None:
    """Correct a payment at this counter."""
    act = CorrectTender(counter.database, counter.publish)
    act(payment_id, tender, slip, "wrong key", actor=actor_of(counter.database))


def only_payment(counter: Counter, hold: Hold) -> Payment:
    """Return the only payment of a booking."""
    (payment,) = counter.booking(hold).payments
    return payment


def printed(counter: Counter, hold: Hold) -> str:
    """Return how a paper that is made now names the only tender."""
    (paid,) = paid_by(counter.booking(hold))
    return tender_text(paid)


def test_cash_becomes_a_card_slip_and_cash_again(any_counter: Counter, publish: Recorder) -> None:
    counter = any_counter
    hold = counter.hold()
    counter.pay(hold)
    cash = only_payment(counter, hold)
    correct(counter, cash.id, Tender.CARD, "A1 77")
    card = only_payment(counter, hold)
    assert (card.tender, card.reference, card.corrected_from) == (Tender.CARD, "A1 77", Tender.CASH)
    assert card.amount_paise == hold.total_paise
    assert counter.faults() == []
    told = publish.records[-1]
    assert (told.tag, told.content["old_tender"], told.content["new_tender"]) == (
        "TENDER_CORRECTED",
        "cash",
        "card",
    )
    before = counter.rows()
    correct(counter, cash.id, Tender.CARD, "A1 77")
    assert counter.rows() == before
    assert printed(counter, hold) == "Card machine  A1 77 (entered as Cash at first)"
    correct(counter, cash.id, Tender.CASH)
    again = only_payment(counter, hold)
    assert (again.tender, printed(counter, hold)) == (Tender.CASH, "Cash")
    assert counter.faults() == []


def test_what_was_corrected_goes_back_by_its_new_tender_in_every_list(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold()
    counter.pay(hold)
    correct(counter, only_payment(counter, hold).id, Tender.CARD, "A1 77")
    (row,) = ListBookings(counter.database, ZONE)(ReviewFilter(), None, 5).rows
    assert (row.tenders, row.paid_paise) == ("card", hold.total_paise)
    header, line = ExportBookings(counter.database, ZONE)(ReviewFilter())
    assert dict(zip(header.split(","), line.split(","), strict=False))["reference"] == hold.reference
    assert ",card," in line
    counter.cancel(hold)
    (refund,) = counter.booking(hold).refunds
    assert (refund.tender, refund.state) == (Tender.CARD, RefundState.PLANNED)
    assert ReadDrawer(counter.database)(counter.actor) == 0
    assert counter.faults() == []


def test_what_cannot_be_corrected_says_why(counter: Counter) -> None:
    customer = counter.customer(wallet_paise=10_000_00)
    by_wallet = counter.hold(customer=customer)
    counter.pay(by_wallet, wallet_paise=by_wallet.total_paise)
    hold = counter.hold()
    counter.pay(hold)
    cash = only_payment(counter, hold).id
    with pytest.raises(NotCorrectable, match="not_by_hand"):
        correct(counter, only_payment(counter, by_wallet).id, Tender.CASH)
    with pytest.raises(BadRequest, match="blank"):
        correct(counter, cash, Tender.CARD)
    with pytest.raises(BadRequest, match="unknown"):
        correct(counter, cash, Tender.WALLET)
    with pytest.raises(NotFound):
        correct(counter, PaymentId("none"), Tender.CARD, "A1")
    counter.cancel(hold)
    with pytest.raises(NotCorrectable, match="given_back"):
        correct(counter, cash, Tender.CARD, "A1")
    assert counter.faults() == []


def test_another_desk_corrects_in_the_drawer_that_took_it(
    any_counter: Counter, clock: SteppedClock, publish: Recorder
) -> None:
    counter = any_counter
    hold = counter.hold()
    counter.pay(hold)
    url = counter.database.engine.url.render_as_string(hide_password=False)
    other = Counter(open_database(url, clock, publish, "D2"), clock, publish)
    correct(other, only_payment(counter, hold).id, Tender.CARD, "A1")
    assert (ReadDrawer(counter.database)(counter.actor), ReadDrawer(other.database)(other.actor)) == (0, 0)
    other.database.close()
    assert counter.faults() == []


def test_a_closed_shift_keeps_what_it_counted(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold()
    counter.pay(hold)
    cash = only_payment(counter, hold).id
    open_next_shift(counter)
    first = drawers(counter)
    correct(counter, cash, Tender.CARD, "A1")
    assert ReadDrawer(counter.database)(counter.actor) == -hold.total_paise
    assert first.items() <= drawers(counter).items()
    assert counter.faults() == []
    correct(counter, cash, Tender.CASH)
    assert ReadDrawer(counter.database)(counter.actor) == 0
    assert counter.faults() == []
    open_next_shift(counter)
    before = counter.rows()
    with pytest.raises(NotCorrectable, match="other_drawer"):
        correct(counter, cash, Tender.CARD, "A1")
    assert counter.rows() == before


def drawers(counter: Counter) -> dict[str, int]:
    """Return what lies in the drawer of each shift."""
    found = (
        select(account.c.owner_id.label("shift"), func.sum(posting.c.amount_paise).label("paise"))
        .join(posting, posting.c.account_id == account.c.id)
        .where(account.c.kind == AccountKind.DRAWER)
        .group_by(account.c.owner_id)
    )
    with counter.database.read() as session:
        return {row["shift"]: int(row["paise"]) for row in session.execute(found).mappings()}
