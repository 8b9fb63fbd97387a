"""CompareClocks: the desk's time beside this PC's clock, the newest record and the gateway's time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from db import clock_rows, journal, node_clock
from db.actor import Actor
from db.clock_rows import ClockRow
from db.database import Database
from db.halt import Halt, HaltKind, Purpose
from desktop.services.domain.clock_state import (
    CLOSE,
    ClockFacts,
    ClockKnown,
    ClockQuestion,
    ClockRemedy,
    ClockState,
    judge_clock,
)
from desktop.services.steps.put_clock import put_clock

GATEWAY = "gateway"
# After a remedy the clocks are compared once more.
ROUNDS_MAX = 3


class CompareClocks:
    """Runs at the start, again and again, and after somebody has decided. Safe to call from any thread.

    It halts what a clock in question must not do, and puts right by itself what needs no decision. A clock
    that stands in for the node's is compared with nothing.
    """

    def __init__(
        self, database: Database, actor: Callable[[], Actor], *, released: datetime, time_zone: str
    ) -> None:
        self.witness: Callable[[], datetime | None] = lambda: None
        self.ask_witness: Callable[[], None] = lambda: None
        self._database = database
        self._actor = actor
        self._released = released
        self._zone = ZoneInfo(time_zone)
        self._clock = clock_rows.node_clock_of(database)
        self._is_replaced = self._clock is None and database.clock is not None
        self._lock = threading.Lock()
        self._known: tuple[ClockKnown, int] | None = None
        # A server's time when it was compared last, and the boot's counter then.
        self._base: tuple[datetime, int] | None = None
        # What somebody has looked at and called right: how far the others were ahead then.
        self._accepted = timedelta(0)
        self._accepted_witness: timedelta | None = None

    def __call__(self) -> bool:
        """Compare, and do what follows. Always True: what is looked at after it makes sense."""
        if self._is_replaced:
            return True
        with self._lock:
            before = self._known
            for _ in range(ROUNDS_MAX):
                if not self._round():
                    break
            known = self._known
        if known is not None and (before is None or _asked(before[0]) != _asked(known[0])):
            self._database.halts.changed()
        return True

    def ask(self) -> None:
        """Compare; first ask the gateway for its time where the clock is in question and nobody tells it."""
        known = self._known
        if known is not None and known[0].state.question and self.witness() is None:
            self.ask_witness()
        self()

    def known(self) -> ClockKnown | None:
        """Return what was found last, as of now; None before the first comparison. Asks nobody."""
        if self._known is None:
            return None
        found, count = self._known
        ago = _since(count)
        witness = None if found.witness is None else found.witness + ago
        return ClockKnown(
            found.now + ago, found.state, found.newest_record, witness, found.asks_day, found.on_server
        )

    def now(self) -> datetime:
        """Return the desk's time for who has no transaction; before the first comparison this machine's."""
        known = self.known()
        return node_clock.wall_clock() if known is None else known.now

    def accept(self) -> None:
        """Somebody has looked at the clock and called it right: only what changes from now on is strange."""
        with self._lock:
            if self._known is None:
                return
            found, _ = self._known
            if found.state.question in (ClockQuestion.PC_MOVED, ClockQuestion.SERVER_MOVED):
                self._accepted += found.state.ahead
            if found.witness is not None:
                self._accepted_witness = found.now - found.witness

    def forget(self) -> None:
        """The clock was set: what was accepted before is of another clock."""
        with self._lock:
            self._forget()

    def _forget(self) -> None:
        self._base, self._accepted, self._accepted_witness = None, timedelta(0), None

    def _round(self) -> bool:
        """Compare once; tell whether something was put right, so that it has to be compared again."""
        with self._database.read() as session:
            row = clock_rows.read(session, self._clock)
        if self._clock is not None:
            self._clock.compared()
        count = node_clock.boot_nanoseconds()
        witness = self._credible_witness(row)
        drift, counts_on = self._drift(row)
        facts = ClockFacts(
            now=row.now,
            released=self._released,
            newest_record=row.newest_record,
            witness=witness,
            counts_on=counts_on,
            drift=drift - self._accepted,
            hold_lives=row.hold_lives,
            doubt=ClockQuestion(row.doubt),
            doubt_ahead=row.doubt_ahead,
            on_server=self._clock is None,
        )
        state = judge_clock(facts)
        if facts.on_server:
            self._go_on_from(row, count, drift, state)
        is_new_day = row.confirmed_at is None or self._day(row.confirmed_at) != self._day(row.now)
        asks_day = is_new_day and not state.question and not state.confirms
        known = ClockKnown(row.now, state, row.newest_record, witness, asks_day, facts.on_server)
        self._known = known, count
        changed = self._follow(state, witness, row)
        if not changed:
            self._halt(known)
        return changed

    def _follow(self, state: ClockState, witness: datetime | None, row: ClockRow) -> bool:
        self._note_doubt(state, row)
        if state.remedy is ClockRemedy.TAKE_WITNESS and witness is not None:
            asked = node_clock.boot_nanoseconds()
            with self._database.write(self._actor(), Purpose.REMEDY) as session:
                target = witness + _since(asked)
                put_clock(session, self._clock, target, by=GATEWAY, ran=row.counts_on)
            self._forget()
            return True
        if state.remedy is ClockRemedy.FOLLOW_PC and self._clock is not None:
            with self._database.write(self._actor(), Purpose.REMEDY) as session:
                moved = clock_rows.follow_wall(session, self._clock)
                if moved:
                    journal.record(session, "CLOCK_FOLLOWED", {"seconds": moved.total_seconds()})
            return bool(moved)
        return False

    def _note_doubt(self, state: ClockState, row: ClockRow) -> None:
        """Keep a doubt until it is confirmed, whatever is sold meanwhile and in whichever program."""
        lasts = state.question in (ClockQuestion.DAYS_AFTER, ClockQuestion.PC_WRONG)
        is_over = state.confirms and bool(row.doubt)
        if is_over or (lasts and row.doubt != state.question):
            why, ahead = ("", timedelta(0)) if is_over else (state.question, state.ahead)
            with self._database.write(self._actor(), Purpose.REMEDY) as session:
                clock_rows.doubt(session, why, ahead)

    def _credible_witness(self, row: ClockRow) -> datetime | None:
        witness = self.witness()
        if witness is None or self._accepted_witness is None:
            return witness
        if abs((row.now - witness) - self._accepted_witness) <= CLOSE:
            return None
        self._accepted_witness = None
        return witness

    def _drift(self, row: ClockRow) -> tuple[timedelta, bool]:
        """Return how far what can be set is ahead of the count, and whether there is a count to go by."""
        if self._clock is not None:
            return row.wall - row.now, row.counts_on
        base = self._base
        drift = timedelta(0) if base is None else row.now - (base[0] + _since(base[1]))
        return drift, base is not None

    def _go_on_from(self, row: ClockRow, count: int, drift: timedelta, state: ClockState) -> None:
        """Count on from a server's time of now, unless the start is in question or the clock has leapt."""
        if Purpose.WORK in state.refused:
            self._base = None
        elif self._base is None or abs(drift - self._accepted) <= CLOSE:
            self._base, self._accepted = (row.now, count), timedelta(0)

    def _halt(self, known: ClockKnown) -> None:
        if known.state.refused:
            facts = {"known": known, "time_zone": str(self._zone)}
            self._database.halts.put(Halt(HaltKind.CLOCK, known.state.refused, facts))
        else:
            self._database.halts.lift(HaltKind.CLOCK)

    def _day(self, moment: datetime) -> object:
        return moment.astimezone(self._zone).date()


def _asked(known: ClockKnown) -> tuple[bool, ClockQuestion]:
    return known.asks_day, known.state.question


def _since(count: int) -> timedelta:
    """Return how long ago the boot's counter stood there."""
    return timedelta(microseconds=(node_clock.boot_nanoseconds() - count) // node_clock.NANOSECONDS)
