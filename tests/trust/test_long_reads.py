"""Long reads under way when the server falls silent end with it, and give the windows' threads back."""

import threading
import time

from sqlalchemy import text
from sqlalchemy.engine import make_url

from db.database import Database
from db.engine import open_engine
from db.errors import DatabaseUnavailable
from db.install import install
from db.migrate import migrate
from db.patience import LONG
from db.server_watch import ServerWatch
from tests.conftest import server_database
from tests.trust.proxy import Proxy

# All the threads that the windows have.
READS = 4
ENDS_WITHIN = 15.0


def test_four_long_reads_end_soon_after_the_server_has_fallen_silent() -> None:
    with server_database() as url, Proxy(make_url(url).port or 5432) as proxy:
        through = make_url(url).set(host="127.0.0.1", port=proxy.port)
        engine = open_engine(through.render_as_string(hide_password=False))
        migrate(engine)
        who = install(engine, desk_code="D1", clerk="clerk")
        database = Database(engine, clock=None, home=who.home)
        watch = ServerWatch(database)
        watch.start()
        begun = threading.Barrier(READS + 1)
        ends: list[Exception] = []

        def read() -> None:
            try:
                with database.read(LONG) as session:
                    session.execute(text("SELECT 1"))
                    begun.wait()
                    session.execute(text("SELECT pg_sleep(120)"))
            except DatabaseUnavailable as error:
                ends.append(error)

        threads = [threading.Thread(target=read) for _ in range(READS)]
        for thread in threads:
            thread.start()
        begun.wait()
        proxy.drop(to_server=True, to_desk=True)
        silent = time.monotonic()
        for thread in threads:
            thread.join(60)
        assert time.monotonic() - silent < ENDS_WITHIN
        assert len(ends) == READS
        watch.stop()
        database.close()
