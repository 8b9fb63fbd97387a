"""PostgreSQL put back from a dump: each desk PC has kept its own mark."""

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from db.halt import HaltKind
from db.halts import WritesHalted
from tests.conftest import server_database
from tests.keeping.conftest import House


def test_a_server_put_back_from_yesterday_sells_nothing(house: House) -> None:
    with server_database() as url, server_database() as dumped:
        house.url = url
        with house.start() as first:
            printed = first.sell(2)
        copy_database(url, dumped)
        with house.start() as second:
            printed += second.sell(2)
        copy_database(dumped, url)
        with house.start() as third:
            assert third.kinds == [HaltKind.BEHIND]
            with pytest.raises(WritesHalted):
                third.sell()
            third.accept()
            printed += third.sell()
            assert third.counter.faults() == []
        with house.start() as fourth:
            assert fourth.halts == ()
    assert printed[-1] == "D1-R-2627-000005"
    assert len(set(printed)) == len(printed)


def test_a_server_put_back_under_an_open_desk_is_found_by_its_next_write(house: House) -> None:
    with server_database() as url, server_database() as dumped:
        house.url = url
        with house.start() as first:
            first.sell()
            first.database.engine.dispose()
            copy_database(url, dumped)
            first.sell()
            first.database.engine.dispose()
            copy_database(dumped, url)
            with pytest.raises(WritesHalted):
                first.counter.customer(name="Devika", mobile="9812345670")
            assert first.kinds == [HaltKind.BEHIND]
            first.accept()
            assert first.sell() == ["D1-R-2627-000003"]


def copy_database(source: str, target: str) -> None:
    """Put a copy of one database in the place of another, as pg_restore of a dump does."""
    name, copied = make_url(target).database, make_url(source).database
    admin = create_engine(make_url(source).set(database="postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {copied}"))
    admin.dispose()
