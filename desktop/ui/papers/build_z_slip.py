"""The slip of a closed shift as markup: its figures, where the cash went, what goes on, and the seal."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from desktop.services.domain.drawer_day import ActKind
from desktop.ui import formats
from desktop.ui.paper_language import translate
from desktop.ui.papers.markup import SumRow
from desktop.ui.papers.parties import moment_of
from desktop.ui.tender_words import tender_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.services.domain.z_slip import ZDay, ZFigures, ZSlip
    from desktop.ui.paper_language import PaperLanguage
    from desktop.ui.papers.markup import Markup

Z_TITLE = translate("Documents", "Z slip")
# Of a hash so many characters from each end: enough to compare two papers by eye.
HASH_END = 8
MOVED = {
    ActKind.TOP_UP: translate("Documents", "Wallet top-ups, cash"),
    ActKind.TOP_UP_REVERSED: translate("Documents", "Top-ups taken back, cash"),
    ActKind.CASH_IN: translate("Documents", "Cash put in"),
    ActKind.DROP: translate("Documents", "Dropped to the safe"),
    ActKind.PAY_OUT: translate("Documents", "Paid out"),
}
OPEN = {
    "hold": translate("Documents", "Hold"),
    "payment": translate("Documents", "Payment under way"),
    "refund": translate("Documents", "Refund under way"),
    "card_refund": translate("Documents", "Card refund without its slip"),
}


def z_slip_html(slip: ZSlip, markup: Markup) -> str:
    """Return the slip; a reprint says COPY."""
    figures, language = slip.figures, markup.language
    parts = [markup.marks(slip), _head(slip, markup), markup.rule()]
    for day in figures.days:
        parts += [_day(day, slip, markup), markup.rule()]
    if not figures.days:
        parts += [
            f"<p>{escape(language.translate('Documents', 'Nothing was sold or moved.'))}</p>",
            markup.rule(),
        ]
    parts += [_drawer(figures, markup), markup.rule(), *_still_open(figures, markup), _seal(figures, markup)]
    return f"<body>{''.join(parts)}</body>"


def _head(slip: ZSlip, markup: Markup) -> str:
    figures, language = slip.figures, markup.language
    lines = [
        slip.number,
        language.translate("Documents", "Desk {desk}, {clerk}").format(
            desk=figures.desk_code, clerk=figures.clerk
        ),
        language.translate("Documents", "Opened {moment}").format(
            moment=moment_of(figures.opened_at, slip.time_zone, language)
        ),
        language.translate("Documents", "Closed {moment} by {clerk}").format(
            moment=moment_of(figures.closed_at, slip.time_zone, language), clerk=figures.closed_by
        ),
    ]
    return f'<p class="title">{escape(language.say(Z_TITLE))}</p>{markup.paragraphs(lines)}'


def _day(day: ZDay, slip: ZSlip, markup: Markup) -> str:
    language = markup.language
    named = formats.day_and_year(day.day, language.locale)
    if len(slip.figures.days) > 1:
        word = language.translate("Documents", "Part of {day}: {count} sales").format(
            day=named, count=day.sales
        )
    else:
        word = language.translate("Documents", "{day}: {count} sales").format(day=named, count=day.sales)
    return markup.caption(word) + markup.sums(_day_rows(day, language))


def _day_rows(day: ZDay, language: PaperLanguage) -> Iterator[SumRow]:
    for tender, paise in day.taken.items():
        word = language.translate("Documents", "Taken: {tender}").format(
            tender=language.say(tender_words(tender).printed)
        )
        yield SumRow(word, formats.amount(paise))
    for tender, paise in day.given_back.items():
        word = language.translate("Documents", "Given back: {tender}").format(
            tender=language.say(tender_words(tender).printed)
        )
        yield SumRow(word, formats.amount(-paise))
    for kind, word in MOVED.items():
        if kind in day.moved:
            paise = day.moved[kind]
            word = language.say(word)
            yield SumRow(word, formats.amount(paise if kind in (ActKind.TOP_UP, ActKind.CASH_IN) else -paise))


def _drawer(figures: ZFigures, markup: Markup) -> str:
    language = markup.language
    rows: list[SumRow] = []
    if figures.has_drawer:
        rows.append(
            SumRow(
                language.translate("Documents", "Float at the opening"), formats.amount(figures.float_paise)
            )
        )
        if figures.opening_difference_paise:
            more = language.translate("Documents", "Float, more than was left before")
            rows.append(SumRow(more, formats.amount(figures.opening_difference_paise)))
        rows += [
            SumRow(language.translate("Documents", "Cash expected"), formats.amount(figures.expected_paise)),
            SumRow(language.translate("Documents", "Cash counted"), formats.amount(figures.counted_paise)),
            SumRow(
                language.translate("Documents", "Difference"),
                formats.amount(figures.difference_paise),
                heavy=True,
            ),
            SumRow(language.translate("Documents", "To the safe"), formats.amount(figures.to_safe_paise)),
            SumRow(
                language.translate("Documents", "Stays for the next shift"),
                formats.amount(figures.left_paise),
            ),
        ]
        if figures.difference_paise:
            over = language.translate("Documents", "To over and short")
            rows.append(SumRow(over, formats.amount(figures.difference_paise)))
    else:
        rows.append(SumRow(language.translate("Documents", "A desk without cash: nothing was counted."), ""))
    if figures.card_counted_paise is not None:
        rows += [
            SumRow(
                language.translate("Documents", "Cards expected"), formats.amount(figures.card_expected_paise)
            ),
            SumRow(
                language.translate("Documents", "Card machine's slip"),
                formats.amount(figures.card_counted_paise),
            ),
            SumRow(
                language.translate("Documents", "Difference of the cards"),
                formats.amount(figures.card_counted_paise - figures.card_expected_paise),
                heavy=True,
            ),
        ]
    note = (
        f"<p>{escape(language.translate('Documents', 'Note'))}: {escape(figures.note)}</p>"
        if figures.note
        else ""
    )
    return markup.sums(rows) + note


def _still_open(figures: ZFigures, markup: Markup) -> list[str]:
    language = markup.language
    if not figures.still_open:
        return []
    rows = tuple(
        SumRow(
            f"{language.say(OPEN.get(one.kind, one.kind))}  {one.reference}", formats.amount(one.amount_paise)
        )
        for one in figures.still_open
    )
    return [
        markup.caption(language.translate("Documents", "Goes on after this close")),
        markup.sums(rows),
        markup.rule(),
    ]


def _seal(figures: ZFigures, markup: Markup) -> str:
    language = markup.language
    seal = language.translate("Documents", "Seal: record {number} of the journal, {first} ... {last}").format(
        number=figures.seal_number, first=figures.seal_hash[:HASH_END], last=figures.seal_hash[-HASH_END:]
    )
    series = language.translate("Documents", "Last numbers: {numbers}").format(
        numbers=", ".join(figures.series) or language.translate("Documents", "none")
    )
    return "".join(f'<p class="small">{escape(line)}</p>' for line in (seal, series))
