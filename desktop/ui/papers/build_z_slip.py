"""The slip of a closed shift as markup: its figures, where the cash went, what goes on, and the seal."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from desktop.services.domain.drawer_day import ActKind
from desktop.ui import formats
from desktop.ui.paper_language import PAPER, translate
from desktop.ui.papers.document_lines import SumRow
from desktop.ui.papers.markup import caption, marks, rule, sums
from desktop.ui.tender_words import tender_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from desktop.services.domain.z_slip import ZDay, ZFigures, ZSlip

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


def z_slip_html(slip: ZSlip) -> str:
    """Return the slip; a reprint says COPY."""
    figures = slip.figures
    parts = [marks(slip), _head(slip), rule()]
    for day in figures.days:
        parts += [_day(day, slip), rule()]
    if not figures.days:
        parts += [f"<p>{escape(translate('Documents', 'Nothing was sold or moved.'))}</p>", rule()]
    parts += [_drawer(figures), rule(), *_still_open(figures), _seal(figures)]
    return f"<body>{''.join(parts)}</body>"


def _head(slip: ZSlip) -> str:
    figures = slip.figures
    lines = [
        slip.number,
        translate("Documents", "Desk {desk}, {clerk}").format(desk=figures.desk_code, clerk=figures.clerk),
        translate("Documents", "Opened {moment}").format(moment=_moment(figures.opened_at, slip)),
        translate("Documents", "Closed {moment} by {clerk}").format(
            moment=_moment(figures.closed_at, slip), clerk=figures.closed_by
        ),
    ]
    return f'<p class="title">{escape(Z_TITLE)}</p><p>{"<br/>".join(escape(line) for line in lines)}</p>'


def _moment(moment: datetime, slip: ZSlip) -> str:
    day = formats.day_and_year(formats.local_day(moment, slip.time_zone), PAPER)
    return f"{day}, {formats.clock(moment, slip.time_zone)}"


def _day(day: ZDay, slip: ZSlip) -> str:
    named = formats.day_and_year(day.day, PAPER)
    if len(slip.figures.days) > 1:
        word = translate("Documents", "Part of {day}: {count} sales").format(day=named, count=day.sales)
    else:
        word = translate("Documents", "{day}: {count} sales").format(day=named, count=day.sales)
    return caption(word) + sums(tuple(_day_rows(day)))


def _day_rows(day: ZDay) -> Iterator[SumRow]:
    for tender, paise in day.taken.items():
        word = translate("Documents", "Taken: {tender}").format(tender=tender_words(tender).printed)
        yield SumRow(word, formats.amount(paise))
    for tender, paise in day.given_back.items():
        word = translate("Documents", "Given back: {tender}").format(tender=tender_words(tender).printed)
        yield SumRow(word, formats.amount(-paise))
    for kind, word in MOVED.items():
        if kind in day.moved:
            paise = day.moved[kind]
            yield SumRow(word, formats.amount(paise if kind in (ActKind.TOP_UP, ActKind.CASH_IN) else -paise))


def _drawer(figures: ZFigures) -> str:
    rows: list[SumRow] = []
    if figures.has_drawer:
        rows.append(
            SumRow(translate("Documents", "Float at the opening"), formats.amount(figures.float_paise))
        )
        if figures.opening_difference_paise:
            more = translate("Documents", "Float, more than was left before")
            rows.append(SumRow(more, formats.amount(figures.opening_difference_paise)))
        rows += [
            SumRow(translate("Documents", "Cash expected"), formats.amount(figures.expected_paise)),
            SumRow(translate("Documents", "Cash counted"), formats.amount(figures.counted_paise)),
            SumRow(
                translate("Documents", "Difference"), formats.amount(figures.difference_paise), heavy=True
            ),
            SumRow(translate("Documents", "To the safe"), formats.amount(figures.to_safe_paise)),
            SumRow(translate("Documents", "Stays for the next shift"), formats.amount(figures.left_paise)),
        ]
        if figures.difference_paise:
            over = translate("Documents", "To over and short")
            rows.append(SumRow(over, formats.amount(figures.difference_paise)))
    else:
        rows.append(SumRow(translate("Documents", "A desk without cash: nothing was counted."), ""))
    if figures.card_counted_paise is not None:
        rows += [
            SumRow(translate("Documents", "Cards expected"), formats.amount(figures.card_expected_paise)),
            SumRow(translate("Documents", "Card machine's slip"), formats.amount(figures.card_counted_paise)),
            SumRow(
                translate("Documents", "Difference of the cards"),
                formats.amount(figures.card_counted_paise - figures.card_expected_paise),
                heavy=True,
            ),
        ]
    note = f"<p>{escape(translate('Documents', 'Note'))}: {escape(figures.note)}</p>" if figures.note else ""
    return sums(tuple(rows)) + note


def _still_open(figures: ZFigures) -> list[str]:
    if not figures.still_open:
        return []
    rows = tuple(
        SumRow(f"{OPEN.get(one.kind, one.kind)}  {one.reference}", formats.amount(one.amount_paise))
        for one in figures.still_open
    )
    return [caption(translate("Documents", "Goes on after this close")), sums(rows), rule()]


def _seal(figures: ZFigures) -> str:
    seal = translate("Documents", "Seal: record {number} of the journal, {first} ... {last}").format(
        number=figures.seal_number, first=figures.seal_hash[:HASH_END], last=figures.seal_hash[-HASH_END:]
    )
    series = translate("Documents", "Last numbers: {numbers}").format(
        numbers=", ".join(figures.series) or translate("Documents", "none")
    )
    return "".join(f'<p class="small">{escape(line)}</p>' for line in (seal, series))
