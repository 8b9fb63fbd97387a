"""A server that takes no writes: a desk that is known there opens as it is, and nothing is installed."""

from sqlalchemy import Connection, Engine, inspect, select, text

from db.errors import DatabaseNewer, DatabaseOfOtherMode, DatabaseReadsOnly
from db.ids import DeskId
from db.install import Installed
from db.migrate import LATEST, current_revision, known_revisions
from db.mode import is_practice
from db.schema import desk, node


def reads_only(engine: Engine) -> bool:
    """Whether the server is a standby, or stopped from writing by its administrator; a file never is."""
    if engine.dialect.name != "postgresql":
        return False
    with engine.connect() as connection:
        said: str = connection.execute(text("SHOW transaction_read_only")).scalar_one()
    return said == "on"


def find_installed(engine: Engine, *, desk_code: str, practice: bool | None = None) -> Installed:
    """Return who this program is in the database; nothing is written.

    Raises DatabaseReadsOnly where the desk or the schema of this program is not there yet, DatabaseNewer and
    DatabaseOfOtherMode.
    """
    with engine.connect() as connection:
        found = current_revision(connection)
        if found is not None and found not in known_revisions():
            raise DatabaseNewer(found)
        if found != LATEST:
            raise DatabaseReadsOnly(f"its books are of schema {found}, this program's is {LATEST}")
        home = connection.execute(select(node.c.id)).scalar()
        desk_id = connection.execute(select(desk.c.id).where(desk.c.code == desk_code)).scalar()
        if home is None or desk_id is None:
            raise DatabaseReadsOnly(f"desk {desk_code} is not known there")
        _check_mode(connection, practice)
    return Installed(str(home), DeskId(desk_id), desk_code)


def _check_mode(connection: Connection, practice: bool | None) -> None:
    found = is_practice(connection)
    if practice is not None and found != practice:
        raise DatabaseOfOtherMode(practice=found)


def desk_codes(engine: Engine) -> list[str]:
    """Return the codes of the desks that the books know, of whatever schema."""
    with engine.connect().execution_options(reads_only=True) as connection:
        if not inspect(connection).has_table(desk.name):
            return []
        return list(connection.execute(select(desk.c.code).order_by(desk.c.code)).scalars())
