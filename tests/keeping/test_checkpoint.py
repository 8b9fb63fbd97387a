"""A quiet desk's file is whole by itself: what was sold stands in it, and not in the log beside it."""

import os
import shutil
from pathlib import Path

from db.checkpoint import checkpointing
from db.engine import sqlite_file
from db.restoring import read_state
from tests.counter import Counter


def test_a_copy_of_the_file_alone_holds_every_sale_after_a_quiet_moment(
    counter: Counter, tmp_path: Path
) -> None:
    file = sqlite_file(counter.database.engine)
    assert file is not None
    log = Path(f"{file}-wal")
    checkpoint = checkpointing(counter.database.engine)
    counter.pay(counter.hold())
    assert not checkpoint()
    counter.pay(counter.hold(key="second"), key="paid")
    os.utime(log, ns=(1, 1))  # written a moment later
    assert not checkpoint()
    assert log.stat().st_size > 0
    assert checkpoint()
    assert log.stat().st_size == 0
    assert not checkpoint()
    copy = tmp_path / "copy.sqlite3"
    shutil.copy(file, copy)
    state = read_state(copy)
    assert state is not None
    assert state.booking_count == 2


def test_it_gives_up_while_somebody_reads_or_writes(counter: Counter) -> None:
    checkpoint = checkpointing(counter.database.engine)
    counter.pay(counter.hold())
    checkpoint()
    with counter.database.write(counter.actor):
        assert not checkpoint()
    with counter.database.read() as session:
        session.connection.exec_driver_sql("SELECT count(*) FROM booking").all()
        counter.customer(mobile="9876543211", name="Ravi")
        checkpoint()
        assert not checkpoint()
    counter.customer(mobile="9876543212", name="Meena")
    assert counter.faults() == []
