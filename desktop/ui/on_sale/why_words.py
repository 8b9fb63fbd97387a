"""Why something is not available, in sentences: who has it, until when, or what forbids it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.unavailable import WhyNot
from desktop.ui import formats
from desktop.ui.lifecycle_words import booking_word

if TYPE_CHECKING:
    from desktop.services.domain.unavailable import Obstruction, WhyAnswer

translate = QCoreApplication.translate
SAID_MAX = 4


def why_text(answer: WhyAnswer, time_zone: str) -> str:
    """Return the first few facts as sentences, and how many more there are."""
    if not answer.facts:
        return translate("WhyNot", "Nothing stands in the way: it can be sold.")
    said = [_sentence(one, answer, time_zone) for one in answer.facts[:SAID_MAX]]
    more = len(answer.facts) - SAID_MAX
    if more > 0:
        said.append(translate("WhyNot", "And {count} more.").format(count=more))
    return " ".join(said)


def _sentence(fact: Obstruction, answer: WhyAnswer, time_zone: str) -> str:
    left = max(int((fact.until - answer.as_of).total_seconds()), 0) if fact.until else 0
    words = _words(fact)
    day = formats.short_day(fact.day) if fact.day else ""
    return words.format(
        thing=f"{fact.unit_name}, {day}".strip(", "),
        day=day,
        desk=fact.desk_code,
        person=fact.person,
        left=formats.remaining(left),
        reference=fact.reference or "",
        state=booking_word(fact.state) if fact.state else "",
        reason=fact.reason,
        last=formats.short_day(fact.last_day) if fact.last_day else "",
        time=formats.clock(fact.until, time_zone) if fact.until else "",
        least=fact.least or 1,
        most=fact.most or "",
    )


def _words(fact: Obstruction) -> str:
    if fact.why is WhyNot.STOPPED and not fact.last_day:
        return translate("WhyNot", "{day}: the sale is stopped: {reason}.")
    if fact.why is WhyNot.GROUP and fact.most is None:
        return translate("WhyNot", "At least {least} are sold together.")
    return {
        WhyNot.HELD: translate("WhyNot", "{thing}: held by {person}, desk {desk}, {left} left, {reference}."),
        WhyNot.SOLD: translate("WhyNot", "{thing}: {state}, {reference}, sold by {person} at desk {desk}."),
        WhyNot.BLOCKED: translate("WhyNot", "{thing}: blocked until {last} by {person}: {reason}."),
        WhyNot.STOPPED: translate("WhyNot", "{day}: the sale is stopped until {last} by {person}: {reason}."),
        WhyNot.CANCELLED: translate("WhyNot", "{day}: the departure is cancelled: {reason}."),
        WhyNot.LAST_SALE: translate("WhyNot", "{day}: it was sold until {time} only."),
        WhyNot.NO_PRICE: translate("WhyNot", "{day}: there is no price for that day."),
        WhyNot.RETIRED: translate("WhyNot", "{thing}: out of use."),
        WhyNot.LADIES: translate("WhyNot", "{thing}: for ladies only."),
        WhyNot.GROUP: translate("WhyNot", "{least} to {most} are sold together."),
    }[fact.why]
