"""Opens an engine for PostgreSQL on which nothing waits without an end."""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url

from db.patience import AT_THE_COUNTER, GIVEN_UP, OPTION, Patience
from db.server_connection import CONNECT_SECONDS, Connector

# The desk's threads: four of the windows, the jobs, the check of the start.
POOL_SIZE, OVERFLOW = 5, 15
POOL_SECONDS = 4
# Whether a connection of the pool still lives; after it, a new one may have to be made in the same call.
PING_SECONDS = 2.0
# What the machine's own network ends: a cable that is out, packets that nobody takes.
NETWORK = {
    "connect_timeout": CONNECT_SECONDS,
    "tcp_user_timeout": 3_000,
    "keepalives": 1,
    "keepalives_idle": 1,
    "keepalives_interval": 1,
    "keepalives_count": 3,
}
# The same for the server, which keeps the locks of a desk that is gone until it notices.
NETWORK_OF_SERVER = {
    "tcp_user_timeout": 3_000,
    "tcp_keepalives_idle": 1,
    "tcp_keepalives_interval": 1,
    "tcp_keepalives_count": 3,
}
SEVERAL_HOSTS = re.compile(
    r"(?P<head>[^:/?#]+://(?:[^/?#]*@)?)(?P<hosts>[^/?#@]*,[^/?#@]*)(?P<tail>(?:[/?#].*)?)", re.DOTALL
)
SET_LOCAL = (
    "SELECT set_config('statement_timeout', '{0.statement_ms}', true),"
    " set_config('lock_timeout', '{0.lock_ms}', true),"
    " set_config('idle_in_transaction_session_timeout', '{0.idle_ms}', true)"
)


def server_address(url: str) -> URL:
    """Return the address that `url` writes; several hosts may stand in it as libpq has them: `a:1,b:2`.

    Raises ValueError or ArgumentError for what is no address.
    """
    several = SEVERAL_HOSTS.fullmatch(url)
    if several is None:
        return make_url(url)
    address = make_url(several["head"] + several["tail"])
    return address.update_query_pairs([("host", host) for host in several["hosts"].split(",")])


def open_server(address: URL) -> Engine:
    """Return the engine. Nothing is connected yet.

    One answer that does not come throws the whole pool away: an outage costs one wait, not one for each
    connection. What is no work of the counter says so by the execution option `patience`.
    """

    def fell_silent() -> None:
        engine.dispose()

    connector = connector_to(address, fell_silent)
    engine = create_engine(
        address,
        creator=connector,
        pool_size=POOL_SIZE,
        max_overflow=OVERFLOW,
        pool_timeout=POOL_SECONDS,
        pool_pre_ping=True,
        isolation_level="READ COMMITTED",
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        patience: Patience = options.get(OPTION, AT_THE_COUNTER)
        driver: Any = connection.connection.driver_connection
        driver.seconds = patience.seconds
        driver.is_given_up = options.get(GIVEN_UP)
        if patience is not AT_THE_COUNTER:
            driver.execute(SET_LOCAL.format(patience))

    @event.listens_for(engine, "checkin")
    def give_back(driver: Any, _record: object) -> None:
        if driver is not None:
            driver.seconds = PING_SECONDS

    return engine


def connector_to(address: URL, fell_silent: Callable[[], None] | None = None) -> Connector:
    """Return what connects to `address`; what its query says itself is kept."""
    _none, params = address.get_dialect()().create_connect_args(address)
    own = params.pop("options", "")
    settings = {
        "statement_timeout": AT_THE_COUNTER.statement_ms,
        "lock_timeout": AT_THE_COUNTER.lock_ms,
        "idle_in_transaction_session_timeout": AT_THE_COUNTER.idle_ms,
        **NETWORK_OF_SERVER,
    }
    limits = " ".join(f"-c {name}={value}" for name, value in settings.items())
    return Connector({**NETWORK, **params, "options": f"{limits} {own}".strip()}, fell_silent)
