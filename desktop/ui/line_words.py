"""Where a line of a booking has been, and why it gives back what it does: one row for each rule.

The same words stand on every page and, in the language of the paper, on every paper.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import RefundRule
from desktop.services.domain.money import share
from desktop.ui import formats, paper_language
from desktop.ui.paper_language import ENGLISH, PaperLanguage

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.domain.booking import BookingLine
    from desktop.services.domain.cancellation import PolicyTier

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RuleWords:
    """Why something comes back: in a word, on the screen, and printed."""

    short: str
    name: str
    printed: str


def rule_text(line: BookingLine, rule: RefundRule, back_paise: int) -> str:
    """Return why so much comes back of a line, e.g. "50 % until 24 h before the start"."""
    if rule is RefundRule.POLICY:
        tier = _tier_of(line, back_paise)
        return tier_text(tier) if tier else _nothing_or(RULES[rule]().name, back_paise)
    if rule is RefundRule.HOUSE_MOVED:
        return RULES[rule]().name.format(
            old=_moment(line.sold_boards_at, line), new=_moment(line.boards_at, line)
        )
    return RULES[rule]().name


def rule_word(rule: RefundRule) -> str:
    """Return a rule without the line that it was used for."""
    return RULES[rule]().short


def printed_rule(
    line: BookingLine,
    rule: RefundRule,
    back_paise: int,
    language: PaperLanguage = ENGLISH,
) -> str:
    """Return it for a paper, from what stays as it was then: the line's frozen tiers, no time of now."""
    words = language.say(RULES[rule]().printed)
    if rule is not RefundRule.POLICY:
        return words
    if back_paise == 0:
        return language.translate("Documents", "by its policy, nothing")
    tier = _tier_of(line, back_paise)
    return f"{words}, {formats.per_cent(tier.refund_bp)}" if tier else words


def tier_text(tier: PolicyTier) -> str:
    """Return one tier of a policy."""
    rate = formats.per_cent(tier.refund_bp)
    if tier.hours_before == 0:
        return translate("Cancellation", "{rate} until the start").format(rate=rate)
    days, hours = divmod(tier.hours_before, 24)
    if hours or days < 2:
        return translate("Cancellation", "{rate} until {hours} h before the start").format(
            rate=rate, hours=tier.hours_before
        )
    return translate("Cancellation", "{rate} until {days} days before the start").format(rate=rate, days=days)


def before_text(line: BookingLine) -> str:
    """Return "4A, before 4B" for a line that was moved, nothing for another."""
    if not line.moves:
        return ""
    before = ", ".join(dict.fromkeys(move.from_name for move in line.moves))
    return translate("Lines", "{unit}, before {before}").format(unit=line.unit_name, before=before)


def ended_text(lines: Sequence[BookingLine], time_zone: str) -> str:
    """Return since when and why lines ended that ended together, and what came back; nothing of live ones."""
    line = lines[0]
    if line.cancelled_at is None:
        return ""
    moment = formats.moment_text(line.cancelled_at, time_zone)
    parts = [translate("Lines", "× cancelled {moment}").format(moment=moment), line.cancel_reason]
    if line.refund_rule is not None:
        back_paise = sum(one.refund_paise for one in lines)
        back = translate("Lines", "{amount} back").format(amount=formats.amount(back_paise))
        parts += [rule_text(line, line.refund_rule, line.refund_paise), back]
    return " · ".join(part for part in parts if part)


def _tier_of(line: BookingLine, back_paise: int) -> PolicyTier | None:
    """Return the tier that gives exactly this back, the latest of several."""
    fitting = [
        tier
        for tier in line.tiers
        if tier.refund_bp > 0 and share(line.total_paise, tier.refund_bp) == back_paise
    ]
    return min(fitting, key=lambda tier: tier.hours_before, default=None)


def _nothing_or(words: str, back_paise: int) -> str:
    return words if back_paise else translate("Lines", "its policy gives nothing back now")


def _moment(moment: datetime, line: BookingLine) -> str:
    zone = line.time_zone
    is_same_day = formats.local_day(line.sold_boards_at, zone) == formats.local_day(line.boards_at, zone)
    return formats.clock(moment, zone) if is_same_day else formats.moment_text(moment, zone)


def _policy() -> RuleWords:
    return RuleWords(
        translate("Lines", "by its policy"),
        translate("Lines", "by its policy"),
        paper_language.translate("Documents", "by its policy"),
    )


def _house_cancelled() -> RuleWords:
    return RuleWords(
        translate("Lines", "cancelled by the house"),
        translate("Lines", "the house cancelled it: all"),
        paper_language.translate("Documents", "cancelled by the house, all of it"),
    )


def _house_moved() -> RuleWords:
    return RuleWords(
        translate("Lines", "time changed by the house"),
        translate("Lines", "the house moved it from {old} to {new}: all"),
        paper_language.translate("Documents", "its time was changed by the house, all of it"),
    )


def _void() -> RuleWords:
    return RuleWords(
        translate("Lines", "sold by mistake"),
        translate("Lines", "sold by mistake: all"),
        paper_language.translate("Documents", "sold by mistake, all of it"),
    )


def _hold() -> RuleWords:
    return RuleWords(
        translate("Lines", "only held"),
        translate("Lines", "only held: all that was paid"),
        paper_language.translate("Documents", "only held, all that was paid"),
    )


def _waived() -> RuleWords:
    return RuleWords(
        translate("Lines", "fee waived"),
        translate("Lines", "its fee waived by permission"),
        paper_language.translate("Documents", "its cancellation fee waived"),
    )


def _after_use() -> RuleWords:
    return RuleWords(
        translate("Lines", "after use"),
        translate("Lines", "given back after use, by permission"),
        paper_language.translate("Documents", "given back afterwards"),
    )


RULES: Mapping[RefundRule, Callable[[], RuleWords]] = {
    RefundRule.POLICY: _policy,
    RefundRule.HOUSE_CANCELLED: _house_cancelled,
    RefundRule.HOUSE_MOVED: _house_moved,
    RefundRule.VOID: _void,
    RefundRule.HOLD: _hold,
    RefundRule.WAIVED: _waived,
    RefundRule.AFTER_USE: _after_use,
}
