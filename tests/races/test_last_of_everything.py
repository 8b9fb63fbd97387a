"""The last room, seat, place, promo use and rupee, fought for by processes; and duels at the deadline.

The long forms are commands of their own: fight.py and interleavings.py; COUNTERFOIL_LONG=1 runs them here.
"""

import os
from pathlib import Path

import pytest
from sqlalchemy import bindparam, update

from db.engine import sqlite_url
from db.schema import booking
from tests.races import fight, interleavings

IS_LONG = os.environ.get("COUNTERFOIL_LONG") == "1"
ROUNDS = 200 if IS_LONG else 10
PROCESSES = 8
WITHOUT_DEADLINE = (
    update(booking)
    .where(booking.c.id == bindparam("booking"))
    .values(state="confirmed", confirmed_at=bindparam("now", type_=booking.c.confirmed_at.type))
)
SEEDS = interleavings.SEEDS if IS_LONG else 100


@pytest.mark.timeout(1_800 if IS_LONG else 300)
def test_one_process_wins_and_seven_are_told_so(empty_url: str) -> None:
    results, faults = fight.run(empty_url, ROUNDS, PROCESSES)
    for prize, result in results.items():
        assert result.others == [], prize
        assert (prize, result.one_winner, result.refused) == (prize, ROUNDS, ROUNDS * (PROCESSES - 1))
    assert faults == []


@pytest.mark.timeout(1_800 if IS_LONG else 300)
def test_every_duel_at_the_deadline_ends_in_an_allowed_way(empty_url: str) -> None:
    outcomes, faults = interleavings.run(empty_url, range(SEEDS))
    assert faults == []
    assert outcomes.total() == SEEDS


def test_a_duel_that_ends_otherwise_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The judge is judged: with the deadline left out of the compare-and-set, duels end wrongly."""
    monkeypatch.setattr("desktop.services.paying.take_payment.TakePayment._check", lambda *_: None)
    monkeypatch.setattr("db.bookings.CONFIRM", dict.fromkeys((False, True), WITHOUT_DEADLINE))
    monkeypatch.setattr("db.claims.confirm", lambda *_: 1)
    _, faults = interleavings.run(sqlite_url(tmp_path / "duels.sqlite3"), range(20))
    assert faults
