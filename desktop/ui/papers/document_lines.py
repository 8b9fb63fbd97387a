"""The lines of a paper as rows of text: worked out without Qt's documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.states import RefundRule
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.spans import Span, spans_of
from desktop.ui import formats
from desktop.ui.levy_words import is_in_tax, levy_groups
from desktop.ui.line_times import LineTimes, line_name
from desktop.ui.line_words import printed_rule
from desktop.ui.paper_language import ENGLISH, PaperLanguage
from desktop.ui.papers.state_words import state_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.services.domain.booking import BookingLine
    from desktop.services.domain.document import Document

DIGITS_STORED = 6


@dataclass(frozen=True, slots=True)
class SoldRow:
    """One stay, seat or place of a booking on paper; `levies`: the value and levies of each line of it."""

    what: str
    note: str
    when: str
    rate: str
    amount: str
    levies: tuple[str, ...] = ()
    sac: str = ""
    discount_paise: int = 0
    fee_paise: int = 0
    value_paise: int = 0


@dataclass(frozen=True, slots=True)
class EndedRow:
    """One line that ended: what was paid for it and what came back."""

    what: str
    note: str
    when: str
    paid: str
    back: str


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One line that is valid."""

    what: str
    note: str
    when: str


def times(language: PaperLanguage) -> LineTimes:
    """Return what writes the times of lines on a paper."""
    return LineTimes(language.translate, language.locale)


def sold_rows(
    lines: Sequence[BookingLine],
    made_on: date,
    language: PaperLanguage = ENGLISH,
    *,
    sac_digits: int = DIGITS_STORED,
) -> tuple[SoldRow, ...]:
    """Return a row for each stay in a room, each seat and each place; amounts before discount and tax.

    Prices are those frozen at the hold, times those of the slot now, in the zone of the site. The year is
    told where it is not that of `made_on`.
    """
    return tuple(_sold_row(span, made_on, language, sac_digits) for span in spans_of(lines))


def _sold_row(span: Span[BookingLine], made_on: date, language: PaperLanguage, sac_digits: int) -> SoldRow:
    first, written = span.first, times(language)
    levies = [group.words(language.translate("Documents", "each")) for group in levy_groups(span.lines)]
    rates = sorted({line.tax_rate_bp for line in span.lines if is_in_tax(line)})
    return SoldRow(
        what=line_name(first),
        note=_joined(_nights(span, language), first.guest_name, first.details, *written.notes(span, made_on)),
        when=_joined(written.when(span, made_on), written.stop(span), sign=", "),
        rate=", ".join(formats.per_cent(rate) for rate in rates),
        amount=formats.amount(sum(line.base_paise for line in span.lines)),
        levies=(*levies, *_places(span.lines, language)),
        sac=first.sac[:sac_digits],
        discount_paise=sum(line.discount_paise for line in span.lines),
        fee_paise=sum(line.fee_paise for line in span.lines),
        value_paise=sum(line.total_paise - line.tax_paise for line in span.lines),
    )


def _nights(span: Span[BookingLine], language: PaperLanguage) -> str:
    """Return how many nights or persons it is; nothing of a seat."""
    first, translate = span.first, language.translate
    if TRAITS[first.kind].has_nights:
        count = len(span.lines)
        if count == 1:
            return translate("Documents", "1 night")
        return translate("Documents", "{count} nights").format(count=count)
    if TRAITS[first.kind].has_route:
        return ""
    persons = first.adults + first.children
    if persons == 1:
        return translate("Documents", "1 person")
    return translate("Documents", "{count} persons").format(count=persons)


def _places(lines: Sequence[BookingLine], language: PaperLanguage) -> list[str]:
    """Return where lines are supplied that bear the one levy of another State."""
    word = language.translate("Documents", "Place of supply: {state} ({code})")
    places = dict.fromkeys(line.place_state for line in lines if line.igst_paise and line.place_state)
    return [word.format(state=state_name(code, language), code=code) for code in places]


def ended_rows(document: Document, language: PaperLanguage = ENGLISH) -> tuple[EndedRow, ...]:
    """Return what ended with a voucher: what was paid for it, what came back, by which rule."""
    made_on, written = made_on_of(document), times(language)

    def rule(line: BookingLine) -> str:
        return _rule(line, language)

    return tuple(
        EndedRow(
            what=line_name(span.first),
            note=_joined(span.first.guest_name, span.first.details, rule(span.first)),
            when=_joined(written.when(span, made_on), written.stop(span), sign=", "),
            paid=formats.amount(sum(paid_paise(line) for line in span.lines)),
            back=formats.amount(sum(line.refund_paise for line in span.lines)),
        )
        for span in spans_of(document.content.lines, rule)
    )


def ticket_rows(document: Document, language: PaperLanguage = ENGLISH) -> tuple[TicketRow, ...]:
    """Return the lines that are valid, each with the units where it was before."""
    rows, made_on, written = [], made_on_of(document), times(language)
    for span in spans_of(document.content.lines):
        first = span.first
        before = dict.fromkeys(one.from_name for one in first.moves if one.moved_at <= document.made_at)
        was = language.translate("Documents", "was {unit}").format(unit=", ".join(before)) if before else ""
        note = _joined(was, first.guest_name, first.details, *written.notes(span, made_on))
        when = _joined(written.when(span, made_on), written.stop(span), sign=", ")
        rows.append(TicketRow(line_name(first), note, when))
    return tuple(rows)


def made_on_of(document: Document) -> date:
    """Return the day on which a paper was made, in the zone of its desk."""
    return formats.local_day(document.made_at, document.time_zone)


def _joined(*parts: str, sign: str = " · ") -> str:
    return sign.join(part for part in parts if part)


def _rule(line: BookingLine, language: PaperLanguage) -> str:
    if line.refund_rule is None:
        return ""
    return printed_rule(line, line.refund_rule, line.refund_paise, language)


def paid_paise(line: BookingLine) -> int:
    """Return what was paid for a line that ended: of a hold only what had been taken, which comes back."""
    return line.refund_paise if line.refund_rule is RefundRule.HOLD else line.total_paise - line.unpaid_paise
