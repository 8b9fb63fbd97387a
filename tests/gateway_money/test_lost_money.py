"""Money that this program asked for and that the books have lost is ours, and its booking is made anew."""

import re
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select, update

from db.engine import sqlite_file
from db.schema import open_case
from db.states import BookingState, CaseAnswer, CaseKind, InstrumentKind
from desktop.services.domain.booking import Hold, Payment
from desktop.services.domain.review import OpenCase
from desktop.services.errors import BadRequest, SlotTaken, WrongState
from desktop.services.keeping.accept_loss import AcceptLoss
from tests.gateway_money.conftest import GatewayDesk
from tests.marks import mark_of


@pytest.fixture
def yesterday(gateway_desk: GatewayDesk, tmp_path: Path) -> Path:
    """Return a copy of the books as they are before anything is sold."""
    gateway_desk.customer(10_000_00)
    return copy_of(gateway_desk, tmp_path / "yesterday.sqlite3")


def copy_of(desk: GatewayDesk, there: Path) -> Path:
    with desk.database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql(f"VACUUM INTO '{there}'")
    return there


def put_back(desk: GatewayDesk, yesterday: Path) -> None:
    """Overwrite the books in place: the mark's own rule is tried elsewhere."""
    file = sqlite_file(desk.database.engine)
    assert file is not None
    desk.database.close()
    for beside in file.parent.glob(f"{file.name}-*"):
        beside.unlink()
    shutil.copyfile(yesterday, file)
    desk.database._heads.clear()


def paid_by_qr(desk: GatewayDesk, hold: Hold, wallet_paise: int = 0) -> Payment:
    payment = desk.qr(hold, wallet_paise)
    desk.practice.pay(desk.instrument(payment))
    desk.built.poll_open_payments(actor=desk.built.services.actor())
    assert desk.booking(hold).state is BookingState.CONFIRMED
    return payment


def sweep(desk: GatewayDesk) -> None:
    desk.step(1200)
    desk.built.reconcile_payments(actor=desk.built.services.actor())


def only_case(desk: GatewayDesk) -> OpenCase:
    (case,) = desk.built.services.list_open_cases()
    return case


def resolve(desk: GatewayDesk, answer: CaseAnswer) -> None:
    desk.built.services.resolve_case(only_case(desk).id, answer, actor=desk.built.services.actor())


@pytest.mark.parametrize("wallet_paise", [0, 1_000_00])
def test_the_booking_is_made_anew_from_its_note(
    gateway_desk: GatewayDesk, yesterday: Path, wallet_paise: int
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    paid_by_qr(gateway_desk, hold, wallet_paise)
    before = gateway_desk.booking(hold)
    put_back(gateway_desk, yesterday)
    sweep(gateway_desk)
    case = only_case(gateway_desk)
    assert (case.kind, case.proposal) == (CaseKind.LOST, CaseAnswer.CONFIRM)
    assert CaseAnswer.NOT_OURS not in case.answers
    assert dict(case.facts)["reference"] == before.reference
    resolve(gateway_desk, CaseAnswer.CONFIRM)
    (found,) = gateway_desk.built.services.find_bookings(before.reference)
    after = gateway_desk.built.services.find_booking(found.reference)
    assert (after.reference, after.state) == (before.reference, BookingState.CONFIRMED)
    assert (after.total_paise, after.customer.id) == (before.total_paise, before.customer.id)
    assert [(line.unit_id, line.slot_id) for line in after.lines] == [
        (line.unit_id, line.slot_id) for line in before.lines
    ]
    assert gateway_desk.built.services.list_open_cases() == ()
    gateway_desk.audit()
    sweep(gateway_desk)
    assert gateway_desk.built.services.list_open_cases() == ()


def test_units_that_were_sold_meanwhile_leave_the_ladder(gateway_desk: GatewayDesk, yesterday: Path) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    paid_by_qr(gateway_desk, hold)
    put_back(gateway_desk, yesterday)
    sweep(gateway_desk)
    gateway_desk.hold(gateway_desk.customer(mobile="9812345670"))
    with pytest.raises(SlotTaken):
        resolve(gateway_desk, CaseAnswer.CONFIRM)
    resolve(gateway_desk, CaseAnswer.WALLET)
    gateway_desk.audit()


def test_a_customer_whom_the_books_have_lost_as_well_is_made_anew(
    gateway_desk: GatewayDesk, yesterday: Path
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer(mobile="9812345670"))
    paid_by_qr(gateway_desk, hold)
    put_back(gateway_desk, yesterday)
    sweep(gateway_desk)
    assert only_case(gateway_desk).answers == (CaseAnswer.CONFIRM, CaseAnswer.REFUND, CaseAnswer.GONE)
    resolve(gateway_desk, CaseAnswer.CONFIRM)
    gateway_desk.audit()


def test_another_price_makes_no_booking_and_takes_no_unit(gateway_desk: GatewayDesk, yesterday: Path) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    paid_by_qr(gateway_desk, hold)
    put_back(gateway_desk, yesterday)
    sweep(gateway_desk)
    with gateway_desk.database.write(gateway_desk.built.services.actor()) as session:
        session.connection.exec_driver_sql("UPDATE slot SET price_paise = price_paise + 100")
    with pytest.raises(WrongState):
        resolve(gateway_desk, CaseAnswer.CONFIRM)
    assert gateway_desk.built.services.find_bookings(hold.reference) == ()
    resolve(gateway_desk, CaseAnswer.REFUND)
    gateway_desk.audit()


def test_it_is_never_called_somebody_elses(gateway_desk: GatewayDesk, yesterday: Path) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    paid_by_qr(gateway_desk, hold)
    put_back(gateway_desk, yesterday)
    sweep(gateway_desk)
    services = gateway_desk.built.services
    case = only_case(gateway_desk)
    with pytest.raises(BadRequest):
        services.resolve_case(case.id, CaseAnswer.NOT_OURS, actor=services.actor())
    with pytest.raises(BadRequest):
        services.call_not_ours((case.id,), actor=services.actor(), keep_rule=True)


def test_a_case_of_the_program_before_this_one_is_called_what_it_is(
    gateway_desk: GatewayDesk, yesterday: Path
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    paid_by_qr(gateway_desk, hold)
    put_back(gateway_desk, yesterday)
    sweep(gateway_desk)
    with gateway_desk.database.write(gateway_desk.built.services.actor()) as session:
        session.execute(
            update(open_case).values(kind=CaseKind.FOREIGN, facts="{}", proposal="look", customer_id=None)
        )
    sweep(gateway_desk)
    assert only_case(gateway_desk).kind is CaseKind.LOST
    resolve(gateway_desk, CaseAnswer.CONFIRM)
    gateway_desk.audit()


def test_money_of_other_books_on_the_same_account_is_theirs(
    gateway_desk: GatewayDesk, yesterday: Path
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    paid_by_qr(gateway_desk, hold)
    put_back(gateway_desk, yesterday)
    gateway_desk.database._home = "another-node"
    sweep(gateway_desk)
    assert only_case(gateway_desk).kind is CaseKind.FOREIGN


def test_the_notes_carry_no_name_and_no_number(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    gateway_desk.qr(hold)
    gateway_desk.built.services.begin_gateway_payment(
        gateway_desk.hold(gateway_desk.customer(), code="STD").booking_id,
        0,
        InstrumentKind.LINK,
        gateway_desk.key(),
        actor=gateway_desk.built.services.actor(),
    )
    state = gateway_desk.practice.state()
    for item in (*state["qr_codes"], *state["payment_links"]):
        notes = dict(item["notes"])
        assert {"attempt", "books", "booking", "customer", "total", "units"} <= set(notes)
        text = " ".join(notes.values())
        assert "Asha" not in text
        assert "9876543210" not in text
        assert re.fullmatch(r"BK-\w{6}", notes["booking"])
    with gateway_desk.database.read() as session:
        assert session.execute(select(open_case.c.id)).all() == []


def test_after_a_loss_was_accepted_the_gateway_is_asked_at_once(
    gateway_desk: GatewayDesk, yesterday: Path, tmp_path: Path
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    paid_by_qr(gateway_desk, hold)
    gateway_desk.step(1200)
    put_back(gateway_desk, yesterday)
    mark = mark_of(gateway_desk.database, tmp_path)
    assert not mark.compare()
    loss = mark.condition.loss
    assert loss is not None
    reconcile = gateway_desk.built.reconcile_payments
    accept = AcceptLoss(gateway_desk.database, mark, gateway_desk.published, lambda who: reconcile(actor=who))
    accept(loss, actor=gateway_desk.built.services.actor())
    assert only_case(gateway_desk).kind is CaseKind.LOST
    resolve(gateway_desk, CaseAnswer.CONFIRM)
    receipt = gateway_desk.built.services.find_receipt(
        gateway_desk.built.services.find_booking(hold.reference).id
    )
    assert receipt.number == "D1-R-2627-000002"
    gateway_desk.audit()
