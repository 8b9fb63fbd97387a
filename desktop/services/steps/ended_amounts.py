"""What the papers of lines that have ended count: what goes back, what is kept, what moves to other lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.document_kinds import INVOICES
from desktop.services.domain.advance import advance_on, parts_of, spread
from desktop.services.domain.booking import BookingLine
from desktop.services.domain.levies import Levies, levies_kept_of, levies_of_part
from desktop.services.domain.note_limit import is_too_late
from desktop.services.domain.paper import LineAmounts
from desktop.services.steps.paper_cover import Cover, minus


@dataclass(frozen=True, slots=True)
class Advances:
    """What becomes of receipt vouchers when lines end.

    `back`: what refund vouchers count, `kept`: what is supplied by having ended, and `new`: what pays for
    another line from now on.
    """

    back: tuple[LineAmounts, ...] = ()
    kept: tuple[LineAmounts, ...] = ()
    new: tuple[LineAmounts, ...] = ()


def back_of(line: BookingLine, *, tax_stays: bool = False) -> LineAmounts:
    """Return what goes back of an ended line with the tax inside, as the ledger has it."""
    gone = Levies() if tax_stays else levies_of_part(_levies(line), line.total_paise, line.refund_paise)
    return _amounts(line, line.refund_paise, gone)


def kept_of(line: BookingLine) -> LineAmounts:
    """Return what is kept of an ended line with the tax inside, as the ledger has it."""
    kept = line.total_paise - line.refund_paise - line.unpaid_paise
    back = levies_of_part(_levies(line), line.total_paise, line.refund_paise)
    return _amounts(
        line, kept, levies_kept_of(_levies(line), line.total_paise, (line.refund_paise, back), kept)
    )


def tax_stays(line: BookingLine, cover: Cover | None, today: date) -> bool:
    """Whether what goes back of a line comes too late for a credit note against its invoice."""
    bill = cover.bill if cover else None
    return bill is not None and bill.named.kind in INVOICES and is_too_late(line.day, today)


def split_advances(
    ended: Sequence[BookingLine], staying: Sequence[BookingLine], stand: Mapping[int, Cover]
) -> Advances:
    """Return what becomes of the vouchers of the ended lines.

    Of an open balance what is kept of them may come out of what was paid on the lines that stay, and what is
    left of them pays for these.
    """
    if not any(cover.is_ahead for cover in stand.values()):
        return Advances()
    # A part may have been too little for every line to get something of it.
    ended = [line for line in ended if line.number not in stand or stand[line.number].bill is None]
    ahead = {
        line.number: stand[line.number].ahead if line.number in stand else LineAmounts(line.number, 0)
        for line in ended
    }
    kept = {line.number: kept_of(line) for line in ended}
    back, new, moved = [], [], 0
    for line in ended:
        here, keeps = ahead[line.number], kept[line.number]
        moved += here.total_paise - keeps.total_paise - line.refund_paise
        over = minus(here, keeps)
        if over.total_paise > 0:
            back.append(over)
        elif over.total_paise < 0:
            new.append(minus(keeps, here))
    open_lines = [line for line in staying if line.number not in stand or stand[line.number].bill is None]
    before = {line.number: stand[line.number].ahead for line in open_lines if line.number in stand}
    if moved > 0:
        new += [one for one in advance_on(open_lines, before, moved) if one.total_paise]
    elif moved < 0:
        back += _taken_from([line for line in open_lines if line.number in before], before, -moved)
    return Advances(tuple(back), tuple(one for one in kept.values() if one.total_paise), tuple(new))


def _taken_from(
    lines: Sequence[BookingLine], before: Mapping[int, LineAmounts], sum_paise: int
) -> list[LineAmounts]:
    had = [before[line.number] for line in lines]
    shares = spread(sum_paise, [one.total_paise for one in had])
    parts = [(line, share) for line, share in zip(lines, shares, strict=True) if share]
    levied = parts_of(parts)
    whole = {one.number: one for one, share in zip(had, shares, strict=True) if share == one.total_paise}
    return [whole.get(line.number, levied[line.number]) for line, _ in parts]


def _levies(line: BookingLine) -> Levies:
    return Levies(line.cgst_paise, line.sgst_paise, line.igst_paise)


def _amounts(line: BookingLine, sum_paise: int, levies: Levies) -> LineAmounts:
    value = sum_paise - levies.tax_paise
    return LineAmounts(line.number, value, levies.cgst_paise, levies.sgst_paise, levies.igst_paise)
