"""Desks that start, and offices that import, at the same moment on books where nothing is yet."""

from functools import partial
from pathlib import Path

from db.engine import open_engine
from db.install import install
from db.migrate import migrate
from desktop import bootstrap
from desktop.config import Config
from desktop.paths import Paths
from desktop.services.domain.catalogue_import import ImportReport
from tests.catalogue.changes import bring_in
from tests.catalogue.small_files import SMALL
from tests.conftest import Recorder, SteppedClock, open_database
from tests.races.test_import_and_hold import both

DESKS = 3


def test_practice_desks_that_start_at_once_on_an_empty_server_all_open(
    empty_url: str, tmp_path: Path
) -> None:
    def start(number: int) -> tuple[int, list[str]]:
        folder = Paths(tmp_path / str(number), given_marks=tmp_path / "marks" / str(number))
        config = Config(folder, database_url=empty_url, desk_code=f"D{number}")
        with bootstrap.open_desk(config, Recorder()) as desk:
            people = desk.services.find_customers("98765")
            faults = [line.name for line in desk.services.audit() if not line.passed]
            return len(desk.services.list_offerings()), [*faults, *(one.name for one in people)]

    starts = both(*(partial(start, number) for number in range(1, DESKS + 1)))
    assert not [one for one in starts if isinstance(one, Exception)], starts
    first = starts[0]
    assert all(one == first for one in starts)


def test_offices_that_fill_empty_books_at_once_do_not_collide(empty_url: str, tmp_path: Path) -> None:
    engine = open_engine(empty_url)
    migrate(engine)
    for code in ("D1", "D2"):
        install(engine, desk_code=code, clerk="clerk")
    engine.dispose()
    offices = [open_database(empty_url, SteppedClock(), Recorder(), desk_code=code) for code in ("D1", "D2")]
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    pairs = zip(offices, folders, strict=True)
    reports = both(*(partial(bring_in, office, folder, dry_run=False, **SMALL) for office, folder in pairs))
    assert not [one for one in reports if isinstance(one, Exception)], reports
    assert sorted(one.written for one in reports if isinstance(one, ImportReport)) == [False, True]
    for office in offices:
        office.close()
