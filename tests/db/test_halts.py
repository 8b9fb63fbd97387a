"""A halt refuses the writes that it is about, and the check of the start lets the first one wait."""

import threading

import pytest

from db.database import Database
from db.halt import Halt, HaltKind, Purpose
from db.halts import WritesHalted
from desktop.database_words import with_words
from desktop.services.halted import SalesHalted
from tests.actors import actor_of


def write(database: Database, purpose: Purpose = Purpose.WORK) -> None:
    with database.write(actor_of(database), purpose):
        pass


def test_a_halted_desk_writes_nothing_but_the_remedy(database: Database) -> None:
    database.halts.put(Halt(HaltKind.BEHIND))
    with pytest.raises(WritesHalted):
        write(database)
    write(database, Purpose.REMEDY)
    database.halts.lift(HaltKind.BEHIND)
    write(database)


def test_a_halt_of_new_holds_lets_the_rest_go_on(database: Database) -> None:
    database.halts.put(Halt(HaltKind.CLOCK, frozenset({Purpose.HOLD})))
    write(database)
    with pytest.raises(SalesHalted) as refused:
        with_words(lambda: write(database, Purpose.HOLD), database)()
    assert refused.value.halt.kind is HaltKind.CLOCK


def test_the_most_serious_halt_is_told_first(database: Database) -> None:
    for kind in (HaltKind.CLOCK, HaltKind.DAMAGED, HaltKind.BEHIND):
        database.halts.put(Halt(kind))
    assert [halt.kind for halt in database.halts.current] == [
        HaltKind.DAMAGED,
        HaltKind.BEHIND,
        HaltKind.CLOCK,
    ]


def test_the_first_write_waits_for_the_check_and_reading_does_not(database: Database) -> None:
    database.halts.check_begins()
    written = threading.Event()

    def first() -> None:
        write(database)
        written.set()

    writer = threading.Thread(target=first)
    writer.start()
    with database.read() as session:
        assert session.now
    assert not written.is_set()
    database.halts.check_ends()
    writer.join()
    assert written.is_set()
