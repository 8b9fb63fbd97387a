"""Each row of the state table: what a start finds when it holds the books beside the mark."""

import shutil

import pytest

from db.halt import HaltKind
from db.halts import WritesHalted
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.references import read_paper_number
from desktop.services.errors import AlreadyDone, NotPermitted
from desktop.services.keeping.accept_loss import AcceptLoss
from desktop.services.keeping.mark_file import MarkFile
from tests.keeping.conftest import House
from tests.staff import keep_staff


def test_books_as_they_were_left_are_sold_on(house: House) -> None:
    with house.start() as first:
        first.sell(2)
    with house.start() as second:
        assert (second.halts, second.opened.mark.condition.adopted) == ((), None)
        assert second.sell() == ["D1-R-2627-000003"]
        assert "MARK_ADOPTED" not in second.tags()


def test_a_mark_that_lags_moves_on(house: House) -> None:
    with house.start() as first:
        first.sell()
        lagging = house.mark_file.read_bytes()
        first.sell(3)
    house.mark_file.write_bytes(lagging)
    with house.start() as second:
        assert second.halts == ()
        assert MarkFile(house.mark_file).read()[-1].number == second.number()


def test_a_new_pc_sells_after_one_notice(house: House) -> None:
    with house.start() as first:
        first.sell(2)
    shutil.rmtree(house.marks)
    shutil.rmtree(house.data / "logs")
    with house.start() as second:
        adopted = second.opened.mark.condition.adopted
        assert adopted is not None
        assert (adopted.paper, adopted.made_at) == ("D1-R-2627-000002", house.clock.now)
        assert second.tags().count("MARK_ADOPTED") == 1
        assert second.sell() == ["D1-R-2627-000003"]
        second.opened.mark.read_adopted()
        assert second.opened.mark.condition.adopted is None
    with house.start() as third:
        assert (third.halts, third.opened.mark.condition.adopted) == ((), None)


def test_a_new_pc_whose_log_goes_further_is_behind(house: House) -> None:
    with house.start() as first:
        first.sell()
        first.database.close()
        old = house.aside / "old.sqlite3"
        old.parent.mkdir()
        shutil.copy(house.file, old)
    with house.start() as second:
        lost = second.sell(2)
    shutil.rmtree(house.marks)
    for file in house.data.glob("counterfoil.sqlite3*"):
        file.unlink()
    shutil.copy(old, house.file)
    with house.start() as third:
        assert third.kinds == [HaltKind.BEHIND]
        loss = third.opened.mark.condition.loss
        assert loss is not None
        told = [paper for act in loss.acts if act.paper for paper in act.paper.split(", ")]
        assert [paper for paper in told if paper in lost] == lost
        assert all(read_paper_number(paper) == paper for paper in told)
        third.accept()
        assert third.sell() == ["D1-R-2627-000004"]
        assert third.counter.faults() == []
    # The log still tells of the lost records; they are settled.
    shutil.rmtree(house.marks)
    with house.start() as fourth:
        assert fourth.halts == ()


@pytest.mark.parametrize("folder", ["backups", "books"])
def test_a_new_pc_whose_backup_goes_further_is_behind(house: House, folder: str) -> None:
    with house.start() as first:
        first.sell()
    yesterday = house.copy("yesterday")
    with house.start() as second:
        lost = second.sell(2)
        backup = house.aside / "newest.sqlite3"
        with second.database.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql(f"VACUUM INTO '{backup}'")
    house.put_back(yesterday)
    shutil.rmtree(house.marks)
    shutil.rmtree(house.data / "logs")
    (house.data / folder).mkdir()
    shutil.copy(backup, house.data / folder / "1.sqlite3")
    with house.start() as third:
        assert third.kinds == [HaltKind.BEHIND]
        third.accept()
        assert third.sell() == ["D1-R-2627-000004"]
        assert lost == ["D1-R-2627-000002", "D1-R-2627-000003"]
    with house.start() as fourth:
        assert fourth.halts == ()


def test_the_whole_folder_of_yesterday_sells_nothing_until_it_is_accepted(house: House) -> None:
    with house.start() as first:
        printed = first.sell(2)
    yesterday = house.copy("yesterday")
    house.clock.advance(86_400)
    with house.start() as second:
        printed += second.sell(3)
        written = second.number()
    house.put_back(yesterday)
    with house.start() as third:
        assert third.kinds == [HaltKind.BEHIND]
        with pytest.raises(WritesHalted):
            third.sell()
        loss = third.opened.mark.condition.loss
        assert loss is not None
        assert (loss.marked_number, loss.lost_count) == (written, written - third.number())
        assert loss.since is not None
        # Of each sale its voucher, in the series of its registration, and its slip.
        assert {(one.kind, one.year, one.first, one.last) for one in loss.numbers} == {
            ("receipt_voucher:MH", 2627, 3, 5),
            ("payment_slip", 2627, 3, 5),
        }
        assert not loss.is_other_history
        third.accept()
        assert third.tags()[-2:] == ["NUMBERS_LOST", "NUMBERS_LOST"]
        printed += third.sell(2)
        assert third.counter.faults() == []
    assert printed[-2:] == ["D1-R-2627-000006", "D1-R-2627-000007"]
    assert len(set(printed)) == len(printed)
    with house.start() as fourth:
        assert fourth.halts == ()


def test_only_the_loss_that_was_shown_is_accepted(house: House) -> None:
    with house.start() as first:
        first.sell()
    yesterday = house.copy("yesterday")
    with house.start() as second:
        second.sell()
    house.put_back(yesterday)
    with house.start() as third:
        loss = third.opened.mark.condition.loss
        assert loss is not None
        third.accept()
        before = third.tags()
        accept = AcceptLoss(third.database, third.opened.mark, third.events.append, lambda _actor: None)
        with pytest.raises(AlreadyDone):
            accept(loss, actor=third.counter.actor)
        assert third.tags() == before


def test_yesterdays_file_sold_on_elsewhere_has_another_history(house: House) -> None:
    with house.start() as first:
        first.sell()
    yesterday = house.copy("yesterday")
    with house.start() as second:
        here = second.sell(2)
    house.put_back(yesterday)
    elsewhere = House(house.data, house.aside / "marks of another PC", house.aside, house.clock)
    house.clock.advance(60)
    with elsewhere.start() as there:
        assert there.sell(4)[:2] == here  # what the mark is there to tell
    with house.start() as third:
        loss = third.opened.mark.condition.loss
        assert third.kinds == [HaltKind.BEHIND]
        assert loss is not None
        assert loss.is_other_history
        third.accept()
        assert third.sell() == ["D1-R-2627-000006"]
        assert third.counter.faults() == []
    with house.start() as fourth:
        assert fourth.halts == ()


def test_a_loss_is_accepted_by_a_manager_alone(house: House) -> None:
    with house.start() as first:
        staff = keep_staff(first.database)
        first.sell()
    yesterday = house.copy("yesterday")
    with house.start() as second:
        second.sell()
    house.put_back(yesterday)
    with house.start() as third:
        loss = third.opened.mark.condition.loss
        assert loss is not None
        accept = AcceptLoss(third.database, third.opened.mark, third.events.append, lambda _actor: None)
        before = third.tags()
        with pytest.raises(NotPermitted) as refused:
            accept(loss, actor=staff.clerk)
        assert (refused.value.act, refused.value.subject) == (ManagerAct.ACCEPT_LOSS, loss.marked_hash)
        assert third.tags() == before
        accept(loss, actor=staff.manager)
        assert third.tags() != before
