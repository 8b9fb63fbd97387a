"""Books in which nobody has sold anything, for commands that only read."""

from pathlib import Path

from db.engine import open_engine, sqlite_url
from db.install import install
from db.migrate import migrate


def make_books(folder: Path, name: str = "counterfoil.sqlite3") -> Path:
    """Make them in the folder and return their file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    engine = open_engine(sqlite_url(file))
    migrate(engine)
    install(engine, desk_code="D1", clerk="clerk")
    engine.dispose()
    return file
