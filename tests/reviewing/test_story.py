"""A booking's whole story: each change, each paisa."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import bookings, journal
from db.database import Database
from db.engine import open_engine, sqlite_url
from db.ids import BookingReference
from db.install import install
from db.migrate import migrate
from desktop.services.domain.review import StoryStep
from desktop.services.errors import NotFound
from desktop.services.reviewing.tell_story import TellStory
from tests.actors import actor_of, works_at
from tests.auditing.sound_desk import NOW, build


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Database]:
    """A desk with a booking in every state."""
    engine = open_engine(sqlite_url(tmp_path / "desk.sqlite3"))
    migrate(engine)
    here = install(engine, desk_code="D1", clerk="asha")
    database = works_at(Database(engine, clock=lambda: NOW, home=here.home), here, "asha")
    with database.write(actor_of(database)) as session:
        build(session)
    yield database
    database.close()


def facts_of(steps: tuple[StoryStep, ...], tag: str) -> list[dict[str, str]]:
    """Return the facts of every step with this tag; whose rows the journal names is left out."""
    ids = ("payment", "refund")
    return [{name: fact for name, fact in step.facts if name not in ids} for step in steps if step.tag == tag]


def test_a_cancelled_booking_tells_every_paisa_in_and_out(desk: Database) -> None:
    steps = TellStory(desk)("BK-BACK")
    paid = sorted(facts_of(steps, "PAYMENT_CAPTURED"), key=lambda facts: facts["tender"])
    assert paid == [
        {"tender": "razorpay", "amount_paise": "100000"},
        {"tender": "wallet", "amount_paise": "5000"},
    ]
    assert facts_of(steps, "REFUND_DONE") == [{"tender": "wallet", "amount_paise": "2500"}]
    assert facts_of(steps, "REFUND_PLANNED") == [{"tender": "razorpay", "amount_paise": "50000"}]
    assert facts_of(steps, "REFUND_BEGUN") == []
    assert facts_of(steps, "LEDGER_SALE") == [
        {"advance_received_paise": "105000", "sales_paise": "-100000", "tax_payable_paise": "-5000"}
    ]
    assert facts_of(steps, "LEDGER_REFUND") == [{"refunds_payable_paise": "2500", "wallet_paise": "-2500"}]
    assert [step.tag for step in steps if step.tag.startswith("BOOKING")] == [
        "BOOKING_RESERVED",
        "BOOKING_CONFIRMED",
        "BOOKING_CANCELLED",
    ]


def test_every_ledger_entry_of_a_story_adds_up_to_zero(desk: Database) -> None:
    for reference in ("BK-CONF", "BK-HELD", "BK-GONE", "BK-DONE", "BK-BACK"):
        entries = [step for step in TellStory(desk)(reference) if step.tag.startswith("LEDGER_")]
        assert entries
        assert all(sum(int(paise) for _, paise in step.facts) == 0 for step in entries)


def test_late_money_and_its_case_belong_to_the_story(desk: Database) -> None:
    steps = TellStory(desk)("BK-GONE")
    assert facts_of(steps, "GATEWAY_MONEY") == [
        {"gateway_payment_id": "pay_late", "amount_paise": "105000", "use": "case", "found_by": "poll"}
    ]
    (opened,) = facts_of(steps, "CASE_OPENED")
    assert (opened["kind"], opened["proposal"]) == ("late", "confirm")


def test_steps_come_in_the_order_of_time_with_desk_and_clerk(desk: Database) -> None:
    steps = TellStory(desk)("BK-CONF")
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    assert {(step.desk_code, step.clerk) for step in steps if step.tag.startswith("BOOKING")} == {
        ("D1", "asha")
    }
    assert {step.desk_code for step in steps if step.tag.startswith("LEDGER")} == {"D1"}


def test_a_records_facts_are_flat_text(desk: Database) -> None:
    before = TellStory(desk)("BK-DONE")
    refund = {"wallet_paise": 5, "to": "wallet"}
    content = {"refund": refund, "claims_released": 2, "ok": True, "names": ["4A"]}
    with desk.write(actor_of(desk)) as session:
        row = bookings.find(session, BookingReference("BK-DONE"))
        assert row is not None
        journal.record(session, "BOOKING_NOTED", content, booking_id=row.id)
    steps = TellStory(desk)("BK-DONE")
    assert len(steps) == len(before) + 1
    assert next(step.facts for step in steps if step.tag == "BOOKING_NOTED") == (
        ("claims_released", "2"),
        ("names", '["4A"]'),
        ("ok", "true"),
        ("refund.to", "wallet"),
        ("refund.wallet_paise", "5"),
    )


def test_a_booking_that_is_not_there(desk: Database) -> None:
    with pytest.raises(NotFound):
        TellStory(desk)("BK-NONE")
