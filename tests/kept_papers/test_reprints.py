"""What was printed stays as it was printed, to the byte but for its copy mark, whatever changes later."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Table, insert, select, update

from db import documents
from db.ids import CustomerId
from db.keys import new_key
from db.schema import (
    booking_line,
    business,
    customer,
    desk,
    document,
    offering,
    person,
    policy,
    registration,
    site,
    slot,
    stop_point,
    tax_class,
    tax_rate,
    unit,
)
from db.states import DocumentKind, PaymentState, Tender
from desktop.services.correcting.change_customer import ChangeCustomer
from desktop.services.correcting.merge_customers import MergeCustomers, PreviewMerge
from desktop.services.documents.show_document import CountCopy, read_document
from desktop.services.documents.show_z_slip import ShowZSlip
from desktop.services.domain.booking import Hold
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.holding.complete_bookings import CompleteBookings
from desktop.services.moving.list_free_units import ListFreeUnits
from desktop.services.moving.move_booking_lines import MoveBookingLines
from desktop.services.paying.correct_tender import CorrectTender
from desktop.ui.papers.lay_out import lay_out
from desktop.ui.papers.write_pdf import write_pdf
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter
from tests.drawers.till import Till
from tests.paying.test_deposits import TWENTY, fifth_of, set_rules, take_deposit

# Another machine at the same desk may be set up otherwise.
ELSEWHERE = DeskSettings("Europe/London", practice=True, grace_seconds=1)
# When a file was written stands in it twice, and its own key.
OF_THE_MOMENT = re.compile(
    rb"D:\d{14}[^)]*|\d{4}-\d\d-\d\dT[0-9:.+Z-]+|/ID ?\[[^\]]*\]|xmpMM:DocumentID=.uuid:[0-9a-f-]*"
)
NAMES: tuple[tuple[Table, str], ...] = (
    (unit, "name"),
    (offering, "name"),
    (offering, "description"),
    (site, "name"),
    (site, "city"),
    (stop_point, "name"),
    (customer, "name"),
    (customer, "billing_name"),
    (customer, "billing_address"),
    (desk, "name"),
    (tax_class, "title"),
    (tax_class, "sac"),
    (person, "name"),
)


@dataclass
class World:
    """A desk that has sold, with what its papers say, and those that were printed."""

    counter: Counter
    stay: Hold
    seats: Hold
    tour: Hold
    deposit: Hold

    def papers(self, facts: DeskSettings = FACTS) -> dict[str, str]:
        """Return what stands on each paper, by its number, as a desk with these facts shows it."""
        with self.counter.database.read() as session:
            wanted = documents.DOCUMENT.select().order_by(document.c.number)
            rows = documents.DOCUMENT.list(session.execute(wanted))
            others = [row for row in rows if row.kind is not DocumentKind.Z_SLIP]
            found = {row.number: read_document(session, row, facts) for row in others}
        shown = {number: lay_out(one).toHtml() for number, one in found.items()}
        slips = [row for row in rows if row.kind is DocumentKind.Z_SLIP]
        show = ShowZSlip(self.counter.database, facts)
        return shown | {row.number: lay_out(show(row.id, self.counter.actor)).toHtml() for row in slips}

    def contents(self) -> dict[str, tuple[str, str | None]]:
        """Return what is stored of each paper."""
        with self.counter.database.read() as session:
            columns = (document.c.number, document.c.content, document.c.issued_on)
            return {row.number: (row.content, row.issued_on) for row in session.execute(select(*columns))}


@pytest.fixture
def world(any_counter: Counter, clock: SteppedClock) -> World:
    """Rooms, seats and a tour that were paid, in full and in part, and in part given back."""
    counter = any_counter
    with counter.database.write(counter.actor) as session:
        row = {
            "id": new_key(),
            "name": "Sea View Stays",
            "address": "1 Beach Road\nPanaji",
            "state_code": "30",
        }
        session.execute(insert(business), row | {"created_at": session.now, "home": session.home})
    set_rules(counter, TWENTY)
    rich = counter.customer(wallet_paise=5_000_00, mobile="9876501234", name="Ravi")
    stay = counter.hold(counter.quote(counter.item("DLX", "203", nights=2), promo="UTSAV10"), rich)
    counter.pay(stay, wallet_paise=1_000_00, cash_paise=stay.total_paise - 1_000_00)
    seats = counter.hold(counter.quote(counter.item("GOA21", "4A", "4B"), counter.item("HERI")))
    counter.pay(seats, card_paise=seats.total_paise, card_reference="RRN 11")
    tour = counter.hold(counter.quote(counter.item("HERI", ahead=1)))
    counter.pay(tour)
    deposit = counter.hold(counter.quote(counter.item("DLX", "205")))
    take_deposit(counter, deposit, fifth_of(deposit))
    counter.pay(deposit, cash_paise=100_00)
    clock.advance(60)
    counter.cancel(seats, counter.plan(seats, [1]))
    till = Till(counter)
    till.close(till.expected() // 100_00 * 100_00)
    till.open()
    clock.advance(60)
    return World(counter, stay, seats, tour, deposit)


def rename_everything(world: World, clock: SteppedClock) -> None:
    """Give everything another name, and let other registrations, rates and policies be in force."""
    with world.counter.database.write(world.counter.actor) as session:
        for table, column in NAMES:
            session.execute(update(table).values({column: table.c[column] + " (new)"}))
        session.execute(update(policy).values(tiers="[]"))
        session.execute(update(tax_rate).values(rate_bp=2800))
        session.execute(update(slot).values(price_paise=slot.c.price_paise + 1))
        row = {"id": new_key(), "name": "Another House", "address": "Elsewhere", "state_code": "27"}
        session.execute(insert(business), row | {"created_at": session.now, "home": session.home})
        for old in session.execute(select(registration)).mappings().all():
            new = dict(old) | {"id": new_key(), "legal_name": "Other Ltd", "trade_name": "Other"}
            session.execute(insert(registration), new | {"valid_from": session.now.date()})
    clock.advance(86_400)


def give_back_and_correct(world: World, clock: SteppedClock) -> None:
    """Move, cancel, correct, hand over, merge, pay the rest and complete."""
    counter = world.counter
    payment = next(one for one in counter.booking(world.tour).payments if one.state is PaymentState.CAPTURED)
    CorrectTender(counter.database, counter.publish)(
        payment.id, Tender.CARD, "RRN 12", "wrong key", actor=counter.actor
    )
    free = ListFreeUnits(counter.database)(world.seats.booking_id, [2])[0].id
    MoveBookingLines(counter.database, FACTS, counter.publish)(
        world.seats.booking_id, [2], free, "window", actor=counter.actor
    )
    other = counter.customer(mobile="9812345678", name="Meena")
    ChangeCustomer(counter.database, FACTS, counter.publish)(
        world.deposit.booking_id, other.id, "wrong number", 0, actor=counter.actor
    )
    counter.cancel(world.stay)
    kept, gone = counter.customer(mobile="9876501234", name="Ravi"), counter.booking(world.seats).customer
    plan = PreviewMerge(counter.database)(CustomerId(kept.id), gone.id)
    MergeCustomers(counter.database)(kept.id, gone.id, "one and the same", plan, actor=counter.actor)
    due = counter.booking(world.deposit).due_paise
    counter.pay(world.deposit, cash_paise=due)
    clock.advance(30 * 86_400)
    CompleteBookings(counter.database, counter.publish)(actor=counter.actor)


def move_every_moment(world: World, _clock: SteppedClock) -> None:
    """Let rows that a paper was made of say something else altogether."""
    with world.counter.database.write(world.counter.actor) as session:
        now = session.now
        session.execute(update(booking_line).values(guest_name="X", details="changed", place_state="01"))
        session.execute(update(slot).values(starts_at=now, ends_at=now + timedelta(days=1)))


@pytest.mark.parametrize("change", [rename_everything, give_back_and_correct, move_every_moment])
def test_a_reprint_is_the_same_whatever_changes_later(
    world: World, clock: SteppedClock, qapp: QApplication, change: Callable[[World, SteppedClock], None]
) -> None:
    shown, stored = world.papers(), world.contents()
    kinds = {number.split("-")[1] for number in shown}
    assert {"R", "T", "P", "X", "Z"} <= kinds
    change(world, clock)
    after = world.papers(ELSEWHERE)
    changed = {number for number, text in shown.items() if after[number] != text}
    assert changed == set()
    assert {number: said for number, said in world.contents().items() if number in stored} == stored


def test_a_copy_differs_by_its_mark_alone(world: World, qapp: QApplication, tmp_path: Path) -> None:
    counter = world.counter
    with counter.database.read() as session:
        wanted = document.c.kind == DocumentKind.PAYMENT_SLIP
        row = documents.DOCUMENT.list(session.execute(documents.DOCUMENT.select().where(wanted).limit(1)))[0]
        first = read_document(session, row, FACTS)
    CountCopy(counter.database)(row.id, actor=counter.actor)
    with counter.database.read() as session:
        found = documents.find(session, row.id)
        assert found is not None
        copy = read_document(session, found, FACTS)
    assert replace(copy, copies=0) == first
    texts = [lay_out(one).toPlainText().splitlines() for one in (first, copy)]
    only = set(texts[1]) ^ set(texts[0])
    assert all("PRACTICE" in line or "COPY 1" in line for line in only)
    assert any("COPY 1" in line for line in only)


def test_the_same_paper_is_the_same_pdf(
    world: World, clock: SteppedClock, qapp: QApplication, tmp_path: Path
) -> None:
    counter = world.counter

    def pdfs(folder: Path) -> dict[str, bytes]:
        folder.mkdir()
        with counter.database.read() as session:
            wanted = document.c.kind.in_((DocumentKind.PAYMENT_SLIP, DocumentKind.RECEIPT_VOUCHER))
            rows = documents.DOCUMENT.list(
                session.execute(documents.DOCUMENT.select().where(wanted).limit(3))
            )
            found = [read_document(session, row, FACTS) for row in rows]
        made = {}
        for one in found:
            write_pdf(one, folder / f"{one.number}.pdf")
            made[one.number] = OF_THE_MOMENT.sub(b"", (folder / f"{one.number}.pdf").read_bytes())
        return made

    before = pdfs(tmp_path / "before")
    rename_everything(world, clock)
    assert pdfs(tmp_path / "after") == before
