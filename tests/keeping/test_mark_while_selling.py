"""Books that are set back or exchanged under an open desk."""

import shutil
from pathlib import Path

import pysqlite3.dbapi2
import pytest

from db.halt import HaltKind
from db.halts import WritesHalted
from db.mark import Mark
from desktop.services.keeping.mark_file import CUT_AFTER, LINES_KEPT, MarkFile
from tests.keeping.conftest import House


def test_a_file_replaced_under_an_open_desk_is_written_no_more(house: House) -> None:
    with house.start() as first:
        first.sell()
        first.database.close()
        shutil.copy(house.file, house.file.with_name("copy"))
        first.sell()
        house.file.with_name("copy").replace(house.file)
        with pytest.raises(WritesHalted):
            first.sell()
        assert first.kinds == [HaltKind.FOREIGN]


def test_an_open_desk_finds_that_its_books_were_set_back(house: House) -> None:
    with house.start() as first:
        first.sell()
        connection = pysqlite3.dbapi2.connect(house.file)
        old = connection.execute("SELECT id, journal_number, journal_hash FROM desk").fetchone()
        first.sell()
        for trigger in ("journal_no_update", "journal_no_delete"):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("DELETE FROM journal WHERE number > ?", (old[1],))
        connection.execute("UPDATE desk SET journal_number = ?, journal_hash = ?", (old[1], old[2]))
        connection.commit()
        connection.close()
        with pytest.raises(WritesHalted):
            first.counter.customer(name="Devika", mobile="9812345670")
        assert first.kinds == [HaltKind.BEHIND]
        assert first.opened.mark.condition.loss is not None
        first.accept()
        assert first.sell() == ["D1-R-2627-000003"]


def test_nothing_of_it_lies_in_the_data_folder(house: House) -> None:
    with house.start() as first:
        first.sell()
    assert not [file for file in house.data.rglob("*") if "mark" in file.name]


def test_what_the_mark_lags_behind_is_missed_as_well(house: House) -> None:
    with house.start() as first:
        first.sell()
        lagging = house.mark_file.read_bytes()
        connection = pysqlite3.dbapi2.connect(house.file)
        old = connection.execute("SELECT journal_number, journal_hash FROM desk").fetchone()
        first.sell()
        connection.execute("DROP TRIGGER journal_no_delete")
        connection.execute("DELETE FROM journal WHERE number > ?", (old[0],))
        connection.execute("UPDATE desk SET journal_number = ?, journal_hash = ?", old)
        connection.commit()
        connection.close()
        house.mark_file.write_bytes(lagging)
        with pytest.raises(WritesHalted):
            first.counter.customer(name="Devika", mobile="9812345670")
        first.accept()
        assert first.sell() == ["D1-R-2627-000003"]


def test_two_programs_of_one_desk_append_to_one_mark(tmp_path: Path) -> None:
    one, two = MarkFile(tmp_path / "a.mark"), MarkFile(tmp_path / "a.mark")
    for number in range(1, 400):
        (one if number % 2 else two).append(Mark(number, f"{number:064x}"))
        if number == 200:
            one.replace(two.read())
    marks = two.read()
    assert [mark.number for mark in marks] == list(range(1, 400))
    assert marks[-1].hash == f"{399:064x}"
    one.close()
    two.close()


def test_a_mark_is_cut_now_and_then(tmp_path: Path) -> None:
    file = MarkFile(tmp_path / "a.mark")
    for number in range(1, CUT_AFTER + 10):
        file.append(Mark(number, f"{number:064x}"))
    marks = file.read()
    assert len(marks) < LINES_KEPT + 20
    assert marks[-1].number == CUT_AFTER + 9
    file.close()
