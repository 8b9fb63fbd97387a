"""Looks again and again whether the database answers, in a thread and by a connection of its own."""

import threading
import time
from collections.abc import Callable

import psycopg

from db.call_watch import LOCKED_AFTER_SECONDS
from db.database import Database
from db.errors import DatabaseTrouble
from db.halt import Halt, HaltKind
from db.reach import ServerState
from db.server_connection import DeskConnection
from db.server_engine import connector_to
from db.troubles import translated

# A pause and a look together are less than the five seconds in which the desk must say that it is silent.
EVERY_SECONDS = 2.0
LOOK_SECONDS = 2.0
# A look that is under way has its own end.
STOP_SECONDS = 5.0
EVERY_SECONDS_OF_A_FILE = 1.0
# While something is wrong: the sooner its end is seen, the sooner the desk sells again.
EVERY_SECONDS_OF_TROUBLE = 0.5
# A commit that has waited so long for the standby waits for one that does not answer.
CONFIRM_SECONDS_MAX = 2
# Seen by whoever is no administrator: how many standbys are connected, and what one's own sessions wait for.
LOOK = """
SELECT current_setting('transaction_read_only') = 'on',
       (current_setting('synchronous_standby_names') <> ''
        AND NOT EXISTS (SELECT FROM pg_stat_replication))
       OR EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep'
                  AND clock_timestamp() - query_start > make_interval(secs => %s))
"""
# It answers, though it takes no more connections just now.
ANSWERS_ALL_THE_SAME = {"53300"}


class ServerWatch:
    """Keeps `database.watch` and the halt of a server that takes no writes as they are now.

    `became_writable` is called before that halt is lifted; while it fails, the halt stays.
    """

    def __init__(self, database: Database, became_writable: Callable[[], object] = lambda: None) -> None:
        self._database = database
        self._became_writable = became_writable
        self._ends = threading.Event()
        self._on_server = database.engine.dialect.name == "postgresql"
        self._connector = connector_to(database.engine.url) if self._on_server else None
        self._connection: DeskConnection | None = None
        self._thread = threading.Thread(target=self._run, name="server-watch", daemon=True)

    def start(self) -> None:
        """Look from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._ends.set()
        if self._thread.ident is not None:
            self._thread.join(STOP_SECONDS)
        self._drop()

    def look(self) -> None:
        """Look once."""
        watch = self._database.watch
        if self._connector is None:
            kept = watch.waiting_seconds > LOCKED_AFTER_SECONDS
            watch.found(ServerState.LOCKED if kept else None)
            return
        begun = time.monotonic()
        try:
            state = self._ask()
        except (psycopg.Error, OSError) as error:
            self._drop()
            if getattr(error, "sqlstate", None) in ANSWERS_ALL_THE_SAME:
                return
            if not watch.has_answered_since(begun):
                watch.found(ServerState.SILENT)
            return
        self._settle(state)

    def _run(self) -> None:
        self.look()
        while not self._ends.wait(self._pause()):
            self.look()

    def _pause(self) -> float:
        if not self._on_server:
            return EVERY_SECONDS_OF_A_FILE
        reach = self._database.watch.reach
        is_well = reach is None or reach.state is ServerState.ANSWERS
        return EVERY_SECONDS if is_well else EVERY_SECONDS_OF_TROUBLE

    def _ask(self) -> ServerState:
        """Return what the server says; while anything is wrong, over a new connection each time."""
        if self._connection is None:
            assert self._connector is not None  # noqa: S101  a file is not asked
            self._connection = self._connector(LOOK_SECONDS)
            self._connection.autocommit = True
            self._connection.seconds = LOOK_SECONDS
        row = self._connection.execute(LOOK, [CONFIRM_SECONDS_MAX]).fetchone()
        is_standby, is_unconfirmed = row or (False, False)
        if is_standby:
            return ServerState.STANDBY
        return ServerState.UNCONFIRMED if is_unconfirmed else ServerState.ANSWERS

    def _settle(self, state: ServerState) -> None:
        halts = self._database.halts
        if state is ServerState.ANSWERS:
            if any(halt.kind is HaltKind.STANDBY for halt in halts.current):
                # Whoever connected before may still be told that nothing can be written.
                self._database.engine.dispose()
                try:
                    with translated(self._database.engine):
                        self._became_writable()
                except DatabaseTrouble:
                    return
                halts.lift(HaltKind.STANDBY)
        else:
            self._drop()
            halts.put(Halt(HaltKind.STANDBY, facts={"unconfirmed": state is ServerState.UNCONFIRMED}))
        self._database.watch.found(state)

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
