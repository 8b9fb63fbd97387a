"""What is said of a clock that may be wrong: by how much, beside what, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.clock_state import ClockQuestion
from desktop.services.domain.disturbance import GatewayAnswer
from desktop.services.errors import DeskError
from desktop.services.halted import ClockGoesBack, ClockRefused, NotReopened
from desktop.ui import formats

if TYPE_CHECKING:
    from datetime import datetime

    from db.halt import Halt
    from desktop.services.domain.clock_state import ClockKnown

translate = QCoreApplication.translate
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# India's own difference from the time that a second system keeps in the PC.
TWO_SYSTEMS = timedelta(hours=5, minutes=30)
NEARLY = timedelta(minutes=5)
# Where nobody can call the clock right: records, or the program itself, are of later.
NOT_RIGHT = (ClockQuestion.BEFORE_RELEASE, ClockQuestion.BEFORE_RECORD, ClockQuestion.RECORD_AHEAD)


def clock_sentence(halt: Halt) -> str:
    """Return what is strange about the clock, and what follows."""
    known: ClockKnown | None = halt.facts.get("known")
    if known is None:
        return translate("Halts", "Day and time are in question: look at the clock before you sell.")
    return question_sentence(known, halt.facts["time_zone"])


def question_sentence(known: ClockKnown, zone: str) -> str:
    """Return the sentence of the question that stands; of a sound clock its day and time."""
    text = _sentences().get(known.state.question)
    if text is None:
        return translate("Clock", "It is {now}.").format(now=told(known.now, zone))
    if known.on_server:
        text = _of_server().get(known.state.question, text)
    seen = translate("Clock", "none") if known.newest_record is None else told(known.newest_record, zone)
    witness = "" if known.witness is None else told(known.witness, zone)
    return text.format(
        now=told(known.now, zone), seen=seen, witness=witness, difference=difference(known.state.ahead)
    )


def _sentences() -> dict[ClockQuestion, str]:
    return {
        ClockQuestion.DAYS_AFTER: translate(
            "Clock",
            "It is {now}? The last record is of {seen}. Nothing is completed until that is confirmed.",
        ),
        ClockQuestion.LONG_AFTER: translate(
            "Clock",
            "This PC says {now}. The last record is of {seen}. Nothing is sold until it is confirmed.",
        ),
        ClockQuestion.BEFORE_RECORD: translate(
            "Clock", "This PC says {now}. The last record is of {seen}, so nothing is sold: type the time."
        ),
        ClockQuestion.BEFORE_RELEASE: translate(
            "Clock", "This PC says {now}. That is before this program was made: type the time, then sell."
        ),
        ClockQuestion.PC_WRONG: translate(
            "Clock",
            "This PC's clock was {difference}. The desk goes by the gateway's: it is {now}. Nothing is"
            " completed until that is confirmed.",
        ),
        ClockQuestion.RECORD_AHEAD: translate(
            "Clock",
            "The last record is of {seen}, the gateway says {witness}: a clock was wrong before. Nothing is"
            " sold until it is set back.",
        ),
        ClockQuestion.PC_MOVED: translate(
            "Clock",
            "This PC's clock was moved and is {difference}. The desk goes on by its own: it is {now}. Nothing"
            " is completed meanwhile.",
        ),
        ClockQuestion.SERVER_MOVED: translate(
            "Clock", "The server's clock leapt and is {difference}. It says {now}: no new holds meanwhile."
        ),
        ClockQuestion.GATEWAY_DIFFERS: translate(
            "Clock",
            "By the gateway's clock the desk is {difference}: the gateway says {witness}, the desk {now}.",
        ),
    }


def _of_server() -> dict[ClockQuestion, str]:
    return {
        ClockQuestion.LONG_AFTER: translate(
            "Clock",
            "The server says {now}. The last record is of {seen}. Nothing is sold until that is right.",
        ),
        ClockQuestion.BEFORE_RECORD: translate(
            "Clock", "The server says {now}. The last record is of {seen}, so nothing is sold: type the time."
        ),
        ClockQuestion.BEFORE_RELEASE: translate(
            "Clock", "The server says {now}. That is before this program was made: type the time, then sell."
        ),
        ClockQuestion.GATEWAY_DIFFERS: translate(
            "Clock", "By the gateway's clock the server is {difference}: the gateway says {witness}."
        ),
    }


def told(moment: datetime, zone: str) -> str:
    """Return `Sunday 29 November 2026, 08:55`."""
    return f"{formats.whole_day(formats.local_day(moment, zone))}, {formats.clock(moment, zone)}"


def difference(ahead: timedelta) -> str:
    """Return `5 h 30 min ahead: two systems on this PC?`, the words for how far a clock is off."""
    amount = _length(abs(ahead))
    words = (
        translate("Clock", "{amount} behind")
        if ahead < timedelta(0)
        else translate("Clock", "{amount} ahead")
    )
    off = words.format(amount=amount)
    if abs(abs(ahead) - TWO_SYSTEMS) <= NEARLY:
        return translate("Clock", "{off} (two systems on this PC?)").format(off=off)
    if abs(abs(ahead) - timedelta(days=365)) <= DAY * 1.5:
        return translate("Clock", "{off} (a year typed wrong?)").format(off=off)
    return off


def _length(length: timedelta) -> str:
    if length >= 2 * DAY:
        return translate("Clock", "{count} days").format(count=length // DAY)
    hours, rest = divmod(length, HOUR)
    minutes, seconds = divmod(rest, timedelta(minutes=1))
    if hours:
        return translate("Clock", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    if minutes:
        return translate("Clock", "{minutes} min").format(minutes=minutes)
    return translate("Clock", "{seconds} s").format(seconds=seconds // timedelta(seconds=1))


def explain_clock_refused(error: ClockRefused) -> str:
    """Return why it can't be that time."""
    return {
        "before_release": translate("Clock", "It can't be that day: this program was made later."),
        "too_far": translate("Clock", "That is more than 400 days after the last record: look at the year."),
        "changed": translate("Clock", "The clock has moved since that was shown. Look again, then press it."),
    }[error.reason]


def explain_clock_goes_back(error: ClockGoesBack) -> str:
    """Return what would lie in the future then."""
    return translate(
        "Clock",
        "The books have records up to {seen}, and bookings made later than that time: {count}. If the clock"
        " was wrong then, type the time and press Enter once more: it is set back.",
    ).format(seen=formats.day_and_year(error.newest_record.date()), count=error.made_count)


def explain_not_reopened(error: NotReopened) -> str:
    """Return why a booking stays completed."""
    why = {
        "used_up": translate("Clock", "what was sold is over by the clock of now"),
        "too_late": translate("Clock", "it was completed more than 31 days ago"),
    }
    return translate("Clock", "{reference} stays completed: {why}.").format(
        reference=error.reference, why=why[error.reason]
    )


def explain_certificate(answer: GatewayAnswer) -> str:
    """Return what a certificate that is not valid by this PC's clock tells of that clock."""
    if answer is GatewayAnswer.PC_BEHIND:
        return translate(
            "Clock",
            "By this PC's clock the gateway's certificate is not valid yet: the clock is behind. Nothing was"
            " sent. Set the PC's clock; cash, card slip and wallet still work.",
        )
    return translate(
        "Clock",
        "By this PC's clock the gateway's certificate is over: the clock is ahead. Nothing was sent. Set the"
        " PC's clock; cash, card slip and wallet still work.",
    )


SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    ClockRefused: explain_clock_refused,
    ClockGoesBack: explain_clock_goes_back,
    NotReopened: explain_not_reopened,
}
