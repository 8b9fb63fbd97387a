"""Books that are set back or exchanged under an open desk."""

import shutil

import pysqlite3.dbapi2
import pytest

from db.engine import sqlite_url
from db.halt import HaltKind
from db.halts import WritesHalted
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
        assert first.sell() == ["D1-R-2026-000003"]


def test_nothing_of_it_lies_in_the_data_folder(house: House) -> None:
    with house.start() as first:
        first.sell()
    assert not [file for file in house.data.rglob("*") if "mark" in file.name]
    assert sqlite_url(house.file) in house.config("D1").url
