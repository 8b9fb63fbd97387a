"""A desk pointed at a server that takes no writes: it reads and says so, and sells when it may."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from db.errors import DatabaseReadsOnly
from db.halt import HaltKind
from db.server_watch import ServerWatch
from desktop import bootstrap
from desktop.config import Config
from desktop.paths import Paths
from desktop.services.halted import SalesHalted
from tests.conftest import SteppedClock, server_database


@pytest.fixture
def config(server_sample: str, tmp_path: Path) -> Iterator[Config]:
    """A server whose books know D1, and take no writes."""
    with server_database(template=make_url(server_sample).database) as url:
        set_reads_only(url, "on")
        yield Config(Paths(tmp_path), database_url=url)
        set_reads_only(url, "off")


def set_reads_only(url: str, how: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("SET default_transaction_read_only = off"))
        name = make_url(url).database
        connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = {how}"))
    engine.dispose()


def rows_of(config: Config) -> int:
    engine = create_engine(config.url)
    with engine.connect() as connection:
        count: int = connection.execute(text("SELECT count(*) FROM journal")).scalar_one()
    engine.dispose()
    return count


def test_a_desk_on_a_standby_reads_and_sells_nothing(config: Config) -> None:
    before = rows_of(config)
    with bootstrap.open_desk(config, lambda _event: None) as desk:
        services = desk.services
        assert services.list_offerings()
        assert [halt.kind for halt in services.read_condition().halts] == [HaltKind.STANDBY]
        with pytest.raises(SalesHalted):
            services.save_customer("9876543210", "Asha", actor=services.actor())
    assert rows_of(config) == before


def test_it_sells_by_itself_when_the_standby_is_promoted(config: Config) -> None:
    opened = bootstrap.open_database(config, practice=True)
    opened.check.wait()
    watch = ServerWatch(opened.database, opened.install)
    watch.look()
    assert [halt.kind for halt in opened.database.halts.current] == [HaltKind.STANDBY]
    set_reads_only(config.url, "off")
    watch.look()
    assert not opened.database.halts.current
    watch.stop()
    opened.database.close()


def test_a_desk_that_the_standby_does_not_know_says_so_in_one_sentence(
    config: Config, tmp_path: Path
) -> None:
    with pytest.raises(DatabaseReadsOnly, match="desk D9 is not known there"):
        bootstrap.open_database(Config(Paths(tmp_path), database_url=config.url, desk_code="D9"))


def test_a_refused_write_halts_with_the_same_sentence(config: Config) -> None:
    set_reads_only(config.url, "off")
    # The day on which its samples were made: a clock that is days ahead would halt the desk as well.
    with bootstrap.open_desk(config, lambda _event: None, clock=SteppedClock()) as desk:
        services = desk.services
        services.save_customer("9876543210", "Asha", actor=services.actor())
        set_reads_only(config.url, "on")
        desk.database.engine.dispose()
        with pytest.raises(SalesHalted) as halted:
            services.save_customer("9876543211", "Ravi", actor=services.actor())
        assert halted.value.halt.kind is HaltKind.STANDBY
