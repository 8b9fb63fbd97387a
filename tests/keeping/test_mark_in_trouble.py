"""A mark that is torn, unreadable or can't be written stops no sale."""

import json

import pytest

from db.mark import Mark
from desktop.services.keeping.mark_file import MarkFile
from tests.keeping.conftest import House


@pytest.mark.parametrize("content", [b"", b"\x00\xff torn", b"00000000 {}\n"])
def test_an_unreadable_mark_is_kept_aside_and_the_desk_sells(house: House, content: bytes) -> None:
    with house.start() as first:
        first.sell()
    file = house.mark_file
    file.write_bytes(content)
    with house.start() as second:
        assert second.halts == ()
        assert second.opened.mark.condition.adopted is not None
        assert second.sell() == ["D1-R-2627-000002"]
    assert file.with_name(f"{file.name}.bad").read_bytes() == content
    assert MarkFile(file).read()


def test_a_torn_line_is_passed_over(house: House) -> None:
    with house.start() as first:
        first.sell(2)
    file = house.mark_file
    file.write_bytes(file.read_bytes()[:-20])
    with house.start() as second:
        assert (second.halts, second.opened.mark.condition.adopted) == ((), None)
        second.sell()
        assert MarkFile(file).read()[-1].number == second.number()


def test_a_mark_that_cant_be_written_stops_nothing_and_is_said(house: House) -> None:
    house.marks.parent.mkdir(exist_ok=True)
    house.marks.write_text("a file where the folder should be")
    with house.start() as first:
        assert first.sell(2) == ["D1-R-2627-000001", "D1-R-2627-000002"]
        assert first.opened.mark.condition.trouble
    lines = (house.data / "logs" / "counterfoil.log").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["job"] for line in lines if "JOB_FAILED" in line] == ["mark"]


def test_a_full_disk_stops_no_sale(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: MarkFile, _mark: Mark) -> None:
        raise OSError(28, "No space left on device")

    with house.start() as first:
        with monkeypatch.context() as patched:
            patched.setattr(MarkFile, "append", full)
            first.sell()
            assert "space" in first.opened.mark.condition.trouble
        first.sell()
        assert first.opened.mark.condition.trouble == ""
    with house.start() as second:
        assert second.halts == ()
