"""How long one answer of a server is waited for: short at the counter, long for what reads or writes all.

Three ends, one inside the other, so that the nearest cause names itself: a lock that is not given, a
statement that takes too long, and a server that says nothing at all, which only the desk itself can end.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """`seconds`: the desk's own end of one answer. The others are the server's, in milliseconds."""

    seconds: float
    statement_ms: int
    lock_ms: int
    idle_ms: int


# `idle_ms`: a desk whose wire was cut in the middle of an act keeps its locks no longer than that.
AT_THE_COUNTER = Patience(seconds=4.0, statement_ms=3_000, lock_ms=2_000, idle_ms=8_000)
# A manager's list over months, on a page: a window waits for it.
READING = Patience(seconds=15.0, statement_ms=14_000, lock_ms=2_000, idle_ms=15_000)
# Audit, backup, import, migration: one statement may read everything.
LONG = Patience(seconds=300.0, statement_ms=290_000, lock_ms=60_000, idle_ms=600_000)
# The name of the execution option that carries it.
OPTION = "patience"
# The name of the one that carries how to ask whether the server is given up.
GIVEN_UP = "given_up"
