"""Whether the desk may go by its clock: one answer for every wrong clock, from plain values.

The desk's time is compared with the newest record, with the gateway's clock, with this PC's own as both run
on, and with the day on which the program was released. Nothing here reads a clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from db.halt import EVERYTHING, Purpose
from db.ids import BookingReference

# No difference: the seconds of a header, and of the way of an answer.
SAME = timedelta(seconds=2)
# What the network's time service corrects, and what nobody at the counter notices.
CLOSE = timedelta(minutes=2)
# So much is taken from the gateway while the desk runs; more than that is in question.
TAKEN_RUNNING = timedelta(minutes=15)
NEXT_DAY = timedelta(days=1)
LONG_WEEKEND = timedelta(days=3)
# The gateway is believed over this PC for so long after the newest record.
WITNESSED = timedelta(days=400)


class ClockQuestion(StrEnum):
    """What is strange about the clock; the word stands in the journal as well."""

    NONE = ""
    # The desk was shut for a day or a few: day and time are to be confirmed.
    DAYS_AFTER = "days_after"
    # Longer than that after the newest record, and nobody else tells the time.
    LONG_AFTER = "long_after"
    # Before the newest record.
    BEFORE_RECORD = "before_record"
    # Before this program was made.
    BEFORE_RELEASE = "before_release"
    # The gateway tells another time than this PC at the start, and is believed.
    PC_WRONG = "pc_wrong"
    # The newest record is later than the time that the gateway tells: an earlier wrong clock wrote it.
    RECORD_AHEAD = "record_ahead"
    # Somebody set the PC's clock while the desk runs; it goes on by its own count.
    PC_MOVED = "pc_moved"
    # The server's clock leapt while the desk runs.
    SERVER_MOVED = "server_moved"
    # The desk, as it runs, and the gateway differ by minutes or by hours.
    GATEWAY_DIFFERS = "gateway_differs"


class ClockRemedy(StrEnum):
    """What is done by itself."""

    NOTHING = "nothing"
    # Go on from this PC's clock, which was put right by a little.
    FOLLOW_PC = "follow_pc"
    # Take the gateway's time.
    TAKE_WITNESS = "take_witness"


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """What is known. Moments are aware; `now` is what the desk goes by, offset included.

    `counts_on`: the desk goes on by a count that nobody can set, since a write of this boot, or since the
    first comparison with a server. `drift`: how far what was set meanwhile (this PC's clock, or the server's)
    is ahead of that count, less what somebody has accepted. `witness` is the gateway's time, None unless two
    answers agree. `doubt` is what was strange before and has not been confirmed since.
    """

    now: datetime
    released: datetime
    newest_record: datetime | None = None
    witness: datetime | None = None
    counts_on: bool = False
    drift: timedelta = timedelta(0)
    hold_lives: bool = False
    doubt: ClockQuestion = ClockQuestion.NONE
    doubt_ahead: timedelta = timedelta(0)
    on_server: bool = False


@dataclass(frozen=True, slots=True)
class ClockState:
    """`refused` is what may not be written meanwhile; `ahead` how far the clock in question is ahead.

    `confirms`: the gateway's time bears out the desk's, so that no doubt is left.
    """

    question: ClockQuestion = ClockQuestion.NONE
    refused: frozenset[Purpose] = frozenset()
    remedy: ClockRemedy = ClockRemedy.NOTHING
    ahead: timedelta = timedelta(0)
    confirms: bool = False

    @property
    def sells(self) -> bool:
        """Whether a new hold may be placed."""
        return Purpose.HOLD not in self.refused

    @property
    def ends(self) -> bool:
        """Whether acts that can't be undone are done."""
        return Purpose.FINAL not in self.refused


NOT_FINAL = frozenset({Purpose.FINAL})
# Live holds end by the count, and are paid until then.
NO_NEW_HOLDS = frozenset({Purpose.HOLD, Purpose.FINAL})
SOUND = ClockState()


def judge_clock(facts: ClockFacts) -> ClockState:
    """Return what the desk may do by this clock, what is asked, and what is put right by itself."""
    # A server runs on although this desk has only just come: it is compared, not believed or replaced.
    runs = facts.counts_on or (facts.on_server and facts.witness is not None)
    state = _of_records(facts) or (_running(facts) if runs else _starting(facts))
    if facts.doubt and state.question is ClockQuestion.NONE and not state.confirms:
        return ClockState(facts.doubt, NOT_FINAL, state.remedy, facts.doubt_ahead)
    return state


def _of_records(facts: ClockFacts) -> ClockState | None:
    """Return what is strange whether the desk starts or runs: records, or the program itself, of later."""
    seen, witness, now = facts.newest_record, facts.witness, facts.now
    if seen is not None and witness is not None and seen - witness > CLOSE:
        # What runs writes its own records: then it is the clock that differs.
        if seen - now > CLOSE or not (facts.counts_on or facts.on_server):
            return ClockState(ClockQuestion.RECORD_AHEAD, EVERYTHING, ahead=seen - witness)
        return None
    if witness is not None:
        return None
    if now < facts.released:
        return ClockState(ClockQuestion.BEFORE_RELEASE, EVERYTHING, ahead=now - facts.released)
    if seen is not None and seen - now > CLOSE:
        return ClockState(ClockQuestion.BEFORE_RECORD, EVERYTHING, ahead=now - seen)
    return None


def _starting(facts: ClockFacts) -> ClockState:
    seen, witness, now = facts.newest_record, facts.witness, facts.now
    if witness is not None:
        ahead = now - witness
        if abs(ahead) <= CLOSE:
            return ClockState(confirms=facts.doubt is not ClockQuestion.PC_WRONG)
        if witness < facts.released or (seen is not None and witness - seen > WITNESSED):
            return ClockState(ClockQuestion.LONG_AFTER, EVERYTHING, ahead=ahead)
        return ClockState(ClockQuestion.PC_WRONG, NOT_FINAL, ClockRemedy.TAKE_WITNESS, ahead)
    after = timedelta(0) if seen is None else now - seen
    if after > LONG_WEEKEND:
        return ClockState(ClockQuestion.LONG_AFTER, EVERYTHING, ahead=after)
    if after > NEXT_DAY:
        return ClockState(ClockQuestion.DAYS_AFTER, NOT_FINAL, ahead=after)
    return SOUND


def _running(facts: ClockFacts) -> ClockState:
    if facts.witness is not None:
        return _beside_witness(facts, facts.now - facts.witness)
    if abs(facts.drift) <= SAME:
        return SOUND
    if facts.on_server:
        if abs(facts.drift) <= CLOSE:
            return SOUND
        return ClockState(ClockQuestion.SERVER_MOVED, NO_NEW_HOLDS, ahead=facts.drift)
    if abs(facts.drift) <= CLOSE:
        return SOUND if facts.hold_lives else ClockState(remedy=ClockRemedy.FOLLOW_PC)
    return ClockState(ClockQuestion.PC_MOVED, NOT_FINAL, ahead=facts.drift)


def _beside_witness(facts: ClockFacts, ahead: timedelta) -> ClockState:
    if abs(ahead) <= SAME:
        return ClockState(confirms=facts.doubt is not ClockQuestion.PC_WRONG)
    if abs(ahead) > TAKEN_RUNNING:
        return ClockState(ClockQuestion.GATEWAY_DIFFERS, NO_NEW_HOLDS, ahead=ahead)
    remedy = ClockRemedy.NOTHING if facts.hold_lives else ClockRemedy.TAKE_WITNESS
    if abs(ahead) <= CLOSE:
        return ClockState(remedy=remedy, confirms=facts.doubt is not ClockQuestion.PC_WRONG)
    return ClockState(ClockQuestion.GATEWAY_DIFFERS, NOT_FINAL, remedy, ahead)


@dataclass(frozen=True, slots=True)
class ClockKnown:
    """What the last comparison found, with the desk's time of this moment.

    `asks_day`: nobody has confirmed day and time today. `on_server`: the clock in question is the server's.
    """

    now: datetime
    state: ClockState = SOUND
    newest_record: datetime | None = None
    witness: datetime | None = None
    asks_day: bool = False
    on_server: bool = False


@dataclass(frozen=True, slots=True)
class ClockPut:
    """What setting the clock came to: what the wrong one made later than now, and what was reopened."""

    old: datetime
    new: datetime
    made: tuple[BookingReference, ...] = ()
    reopened: tuple[BookingReference, ...] = ()
