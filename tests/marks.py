"""The mark of a test's desk, in the test's own folder."""

from pathlib import Path

from db.database import Database
from desktop.bootstrap import keep_mark
from desktop.config import Config
from desktop.paths import Paths
from desktop.services.keeping.keep_mark import KeepMark
from tests.actors import actor_of


def mark_of(database: Database, folder: Path, code: str = "D1") -> KeepMark:
    """Keep the mark of the desk that this database was opened for, below `folder`."""
    with database.read() as session:
        home = session.home
    paths = Paths(folder, given_marks=folder / "marks")
    return keep_mark(
        Config(paths, desk_code=code), database, actor_of(database), home, lambda _name, _error: None
    )
