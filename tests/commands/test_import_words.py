"""What the import command prints of those whom a change hits."""

from pathlib import Path

import pytest
from sqlalchemy import select

from db.mode import claim_mode
from db.schema import document
from desktop.bootstrap import OpenedDatabase
from desktop.commands import import_files
from desktop.config import Config
from desktop.paths import Paths
from desktop.released import RELEASED
from desktop.services.keeping.check_books import CheckBooks
from desktop.services.timing.compare_clocks import CompareClocks
from tests.actors import actor_of, at_desk_of
from tests.catalogue.changes import rooms, sell
from tests.counter import Counter
from tests.marks import mark_of


@pytest.mark.parametrize("practice", [True, False])
def test_the_bookings_hit_are_printed_with_their_old_and_new_room(
    counter: Counter,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    practice: bool,
) -> None:
    database = counter.database
    with database.write(actor_of(database)) as session:
        session.connection.exec_driver_sql("DELETE FROM setting")
        claim_mode(session.connection, home=session.home, practice=practice)
    hold = sell(counter, "DLX", "212")
    check = CheckBooks(database, (), lambda _name, _error: None)
    compare = CompareClocks(database, lambda: counter.actor, released=RELEASED, time_zone="Asia/Kolkata")
    opened = OpenedDatabase(database, at_desk_of(database), check, compare, mark_of(database, tmp_path))
    monkeypatch.setattr(import_files, "open_database", lambda _: opened)
    monkeypatch.setattr(import_files, "say_which_database", lambda _: None)
    file = tmp_path / "rooms.csv"
    file.write_text(rooms(DLX="201-211"), encoding="utf-8")
    assert import_files.run_import(Config(Paths(tmp_path)), (file,), dry_run=False, retire=True) == 0
    line = f"{hold.reference} carried: DLX {counter.day(5)}, was 212, now 201"
    assert line in capsys.readouterr().out.splitlines()
    with database.read() as session:
        tickets = session.execute(select(document.c.practice).where(document.c.kind == "ticket"))
        assert tickets.scalars().all() == [practice]
