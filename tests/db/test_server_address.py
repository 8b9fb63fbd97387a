"""Several servers stand in one address, and what is said of the waits goes to each of them."""

import time

import psycopg
import pytest

from db.engine import open_engine
from db.errors import DatabaseUnavailable
from db.server_connection import Connector, ServerSilent
from db.server_engine import connector_to, server_address


@pytest.mark.parametrize(
    ("url", "hosts"),
    [
        ("postgresql://desk@one/books", [("one", "")]),
        ("postgresql://desk@one,two/books", [("one", ""), ("two", "")]),
        ("postgresql://desk:p%2Cw@one:1,two:2/books?sslmode=require", [("one", "1"), ("two", "2")]),
        ("postgresql://desk@one:1,two/books", [("one", "1"), ("two", "")]),
        ("postgresql:///books?host=/tmp/here", [("/tmp/here", "")]),  # noqa: S108  nothing is opened
    ],
)
def test_hosts_are_read_as_libpq_writes_them(url: str, hosts: list[tuple[str, str]]) -> None:
    assert connector_to(server_address(url)).hosts == hosts


def test_a_comma_elsewhere_names_no_second_host() -> None:
    assert connector_to(server_address("postgresql://a,b@one/c,d")).hosts == [("one", "")]
    assert server_address("sqlite:////folder,one/desk,two.sqlite3").database == "/folder,one/desk,two.sqlite3"


@pytest.mark.parametrize("url", ["postgresql://desk@one:x,two/books", "postgresql://desk@one:x/books"])
def test_what_is_no_address_says_so(url: str) -> None:
    with pytest.raises(DatabaseUnavailable):
        open_engine(url)


def test_a_name_that_nobody_looks_up_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    ends = threading.Event()

    def hang(_self: Connector, _host: str, _port: str) -> None:
        ends.wait(20)
        raise psycopg.OperationalError("looked up too late")

    monkeypatch.setattr(Connector, "_connect_to", hang)
    begun = time.monotonic()
    with pytest.raises(ServerSilent):
        connector_to(server_address("postgresql://desk@nowhere/books"))(0.2)
    assert time.monotonic() - begun < 10
    ends.set()


def test_whoever_answered_last_is_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(_self: Connector, host: str, _port: str) -> None:
        asked.append(host)
        raise psycopg.errors.ConnectionTimeout("nobody answers")

    monkeypatch.setattr(Connector, "_connect_to", refuse)
    connector = connector_to(server_address("postgresql://desk@one,two,three/books"))
    for _ in range(2):
        with pytest.raises(psycopg.OperationalError):
            connector()
    assert asked == ["one", "two", "three"] * 2
    made = object()

    def two_only(self: Connector, host: str, port: str) -> object:
        if host != "two":
            refuse(self, host, port)
        return made

    monkeypatch.setattr(Connector, "_connect_to", two_only)
    answer: object = connector()
    assert answer is made
    assert connector.hosts[0] == ("two", "")
