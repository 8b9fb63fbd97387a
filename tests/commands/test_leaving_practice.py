"""The first live start: asked for the house before anything is written, and once only."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from db.database import Database
from db.engine import open_engine, sqlite_url
from db.errors import DatabaseOfOtherMode
from db.install import install
from db.migrate import migrate
from db.schema import desk, person
from desktop import bootstrap
from desktop.__main__ import main
from desktop.bootstrap import open_desk
from desktop.config import Config, kept_desk_code
from desktop.leaving_practice import ask_first, found_house, keep_desk_code
from desktop.paths import Paths
from desktop.services.domain.house import Asked, Business, FirstManager, HouseTold, HouseWanted
from desktop.services.domain.recovery_code import new_recovery_code
from desktop.services.events import Event

ROOT = Path(__file__).resolve().parents[2]
TOLD = HouseTold(
    "D1",
    "Front desk",
    Business("Sahyadri Stays", ("12 MG Road",), "30"),
    FirstManager("90", "Meena Naik", "730264", new_recovery_code()),
)


def ignore(_event: Event) -> None:
    """Take an event."""


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "read_live_keys", lambda: None)


def asked(config: Config) -> Asked:
    """Return what a start is asked for."""
    try:
        ask_first(config)
    except HouseWanted as wanted:
        return wanted.asked
    return Asked.NOTHING


def tell(config: Config, told: HouseTold = TOLD) -> None:
    """Start the desk with what the form was told."""
    with open_desk(config, ignore) as opened:
        found_house(opened, told)


def live(folder: Path, url: str | None = None, code: str = "D1") -> Config:
    return Config(Paths(folder), url, desk_code=code, practice=False)


def test_the_look_writes_nothing(tmp_path: Path) -> None:
    assert asked(live(tmp_path)) is Asked.HOUSE
    assert asked(Config(Paths(tmp_path))) is Asked.NOTHING  # practice starts without a form
    assert list(tmp_path.iterdir()) == []


def test_a_house_is_asked_once_and_its_manager_acts_at_once(tmp_path: Path) -> None:
    config = live(tmp_path)
    with open_desk(config, ignore) as opened:
        found_house(opened, TOLD)
        services = opened.services
        assert services.actor().person == "Meena Naik"
        assert services.show_business() == TOLD.business
        assert services.read_condition().mark.adopted is None
        assert all(line.passed for line in services.audit())
    assert asked(config) is Asked.NOTHING
    with open_desk(config, ignore) as opened:
        assert opened.services.actor().person == "system"  # nobody has signed in
        with opened.database.read() as session:
            assert session.execute(select(desk.c.name)).scalars().all() == ["Front desk"]


def test_a_second_desk_is_asked_for_its_name_alone(tmp_path: Path) -> None:
    tell(live(tmp_path))
    second = live(tmp_path, code="D2")
    assert asked(second) is Asked.DESK
    tell(second, HouseTold("D2", "Gate"))
    assert asked(second) is Asked.NOTHING
    with open_desk(second, ignore) as opened, opened.database.read() as session:
        names = session.execute(select(desk.c.code, desk.c.name).order_by(desk.c.code)).all()
        assert [tuple(row) for row in names] == [("D1", "Front desk"), ("D2", "Gate")]
        assert len(session.execute(select(person.c.id)).all()) == 1


def test_a_start_that_ended_before_the_house_was_told_is_asked_again(tmp_path: Path) -> None:
    config = live(tmp_path)
    with open_desk(config, ignore):
        pass
    assert asked(config) is Asked.HOUSE


def test_a_catalogue_that_was_imported_before_makes_no_difference(tmp_path: Path) -> None:
    files = [str(file) for file in sorted((ROOT / "resources" / "sample").glob("*.csv"))]
    assert main(["--live", "import", *files, "--data-dir", str(tmp_path)]) == 0
    assert asked(live(tmp_path)) is Asked.HOUSE


def test_books_that_have_sold_before_there_was_a_form_are_asked_nothing(tmp_path: Path) -> None:
    config = live(tmp_path)
    with open_desk(config, ignore) as opened:
        opened.services.save_customer("9812345670", "Devika", actor=opened.services.actor())
    assert asked(config) is Asked.NOTHING


def test_books_of_practice_are_refused_and_not_asked(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "one.sqlite3")
    with open_desk(Config(Paths(tmp_path), url), ignore):
        pass
    with pytest.raises(DatabaseOfOtherMode):
        ask_first(live(tmp_path, url))


def test_books_that_are_gone_are_not_founded_anew(tmp_path: Path) -> None:
    config = live(tmp_path)
    tell(config)
    for file in tmp_path.glob("counterfoil-live.sqlite3*"):
        file.unlink()
    assert asked(config) is Asked.NOTHING  # the desk opens halted, and says which books were here


def test_the_code_that_was_chosen_is_the_desks_next_time(tmp_path: Path) -> None:
    keep_desk_code(live(tmp_path, code="A7"))
    assert kept_desk_code(Paths(tmp_path)) == "A7"
    keep_desk_code(Config(Paths(tmp_path), desk_code="D3"))
    assert kept_desk_code(Paths(tmp_path)) == "A7"
    (tmp_path / "live-desk.txt").write_bytes(b"\xff\xfe")
    assert kept_desk_code(Paths(tmp_path)) == "D1"


def test_a_server_that_several_desks_share_is_told_once(empty_url: str, tmp_path: Path) -> None:
    config = live(tmp_path, empty_url)
    assert asked(config) is Asked.HOUSE
    engine = open_engine(empty_url)
    migrate(engine)
    who = install(engine, desk_code="D1", clerk="clerk", practice=False)
    Database(engine, clock=None, home=who.home).close()
    tell(config)
    assert asked(config) is Asked.NOTHING
    assert asked(live(tmp_path, empty_url, code="D2")) is Asked.DESK
