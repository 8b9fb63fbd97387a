"""Moved, copied, exchanged and damaged books; two desks on one file."""

import shutil

import pytest

from db.errors import NotTheBooks
from db.halt import HaltKind, NotBooks
from db.halts import WritesHalted
from tests.keeping.conftest import House


def test_a_moved_folder_is_sold_on(house: House) -> None:
    with house.start() as first:
        first.sell()
    moved = House(house.data.with_name("moved"), house.marks, house.aside, house.clock)
    house.data.rename(moved.data)
    with moved.start() as second:
        assert (second.halts, second.opened.mark.condition.adopted) == ((), None)
        assert second.sell() == ["D1-R-2627-000002"]


@pytest.mark.parametrize("what", ["nothing", "foreign"])
def test_other_books_in_the_place_of_ours_sell_nothing(house: House, what: str) -> None:
    with house.start() as first:
        first.sell(2)
    shutil.rmtree(house.data)
    if what == "foreign":
        other = House(house.aside / "other", house.aside / "other marks", house.aside, house.clock)
        with other.start() as there:
            there.sell(1)
        shutil.copytree(other.data, house.data)
    with house.start() as second:
        assert second.kinds == [HaltKind.FOREIGN]
        with pytest.raises(WritesHalted):
            second.counter.customer()
        second.accept()
        assert second.halts == ()
    with house.start() as third:
        assert third.halts == ()
        assert third.sell() == ["D1-R-2627-000003"]
        assert third.counter.faults() == []


def test_an_empty_file_in_the_place_of_ours_is_not_opened(house: House) -> None:
    with house.start() as first:
        first.sell()
    shutil.rmtree(house.data)
    house.data.mkdir()
    house.file.touch()
    with pytest.raises(NotTheBooks) as refused, house.start():
        pass
    assert refused.value.what is NotBooks.EMPTY


def test_the_right_books_put_back_sell_again(house: House) -> None:
    with house.start() as first:
        first.sell()
    today = house.copy("today")
    shutil.rmtree(house.data)
    with house.start() as second:
        assert second.kinds == [HaltKind.FOREIGN]
    house.put_back(today)
    with house.start() as third:
        assert third.halts == ()
        assert third.sell() == ["D1-R-2627-000002"]


def test_two_desks_on_one_file_have_a_mark_each(house: House) -> None:
    with house.start("D1") as one, house.start("D2") as two:
        assert two.halts == ()
        printed = one.sell() + two.sell()
    yesterday = house.copy("yesterday")
    with house.start("D1") as one, house.start("D2") as two:
        printed += one.sell() + two.sell(2)
    house.put_back(yesterday)
    with house.start("D1") as one, house.start("D2") as two:
        assert one.kinds == two.kinds == [HaltKind.BEHIND]
        one.accept()
        printed += one.sell()
        assert two.kinds == [HaltKind.BEHIND]
        two.accept()
        printed += two.sell()
        assert one.counter.faults() == []
    assert len(set(printed)) == len(printed)


def test_a_desk_that_yesterdays_file_did_not_know_goes_on_with_its_numbers(house: House) -> None:
    with house.start("D1") as one:
        one.sell()
    yesterday = house.copy("yesterday")
    with house.start("D2") as two:
        assert two.sell(2) == ["D2-R-2627-000001", "D2-R-2627-000002"]
    house.put_back(yesterday)
    with house.start("D2") as two:
        assert two.kinds == [HaltKind.BEHIND]
        two.accept()
        assert two.sell() == ["D2-R-2627-000003"]


def test_the_main_file_of_an_open_desk_without_its_wal_is_behind(house: House) -> None:
    with house.start() as first:
        first.sell(2)
        with first.database.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        first.sell(2)
        copied = house.aside / "copied.sqlite3"
        house.aside.mkdir()
        shutil.copy(house.file, copied)
    for file in house.data.glob("counterfoil.sqlite3*"):
        file.unlink()
    shutil.copy(copied, house.file)
    with house.start() as second:
        assert second.kinds == [HaltKind.BEHIND]
        second.accept()
        assert second.sell() == ["D1-R-2627-000005"]


def test_one_flipped_bit_of_the_wal_is_found(house: House) -> None:
    with house.start() as first:
        with first.database.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        first.sell(4)
        as_at_a_power_cut = house.copy("power cut")
    wal = as_at_a_power_cut / "counterfoil.sqlite3-wal"
    content = bytearray(wal.read_bytes())
    content[len(content) // 2] ^= 1
    wal.write_bytes(content)
    house.put_back(as_at_a_power_cut)
    with house.start() as second:
        assert second.kinds == [HaltKind.BEHIND]
        second.accept()
        assert second.sell() == ["D1-R-2627-000005"]
