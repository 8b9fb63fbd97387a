"""A part that was paid, spread over the lines that it pays for, with the tax in it. All amounts in paise."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.services.domain.booking import BookingLine
from desktop.services.domain.levies import Levying, levies_in
from desktop.services.domain.paper import LineAmounts, amounts_of


def add_up(amounts: Iterable[LineAmounts]) -> dict[int, LineAmounts]:
    """Return what papers count of each line together, by the line's number."""
    sums: dict[int, LineAmounts] = {}
    for one in amounts:
        had = sums.get(one.number, LineAmounts(one.number, 0))
        sums[one.number] = LineAmounts(
            one.number,
            had.value_paise + one.value_paise,
            had.cgst_paise + one.cgst_paise,
            had.sgst_paise + one.sgst_paise,
            had.igst_paise + one.igst_paise,
        )
    return sums


def rest_of(line: BookingLine, before: Mapping[int, LineAmounts]) -> LineAmounts:
    """Return what of a line no paper of `before` counts: by subtraction, so that it all adds up."""
    whole, had = amounts_of(line), before.get(line.number, LineAmounts(line.number, 0))
    return LineAmounts(
        line.number,
        whole.value_paise - had.value_paise,
        whole.cgst_paise - had.cgst_paise,
        whole.sgst_paise - had.sgst_paise,
        whole.igst_paise - had.igst_paise,
    )


def advance_on(
    lines: Sequence[BookingLine], before: Mapping[int, LineAmounts], paid_paise: int
) -> tuple[LineAmounts, ...]:
    """Return what a sum that was just paid counts for each line, with the tax in it.

    It is spread by what of each line is not paid yet; the last paise go to the lines that lose most by
    rounding down, the first of them first. What pays the rest of a line counts exactly that.
    """
    rests = [rest_of(line, before) for line in lines]
    shares = spread(paid_paise, [rest.total_paise for rest in rests])
    parts = {
        line.number: (line, share)
        for line, rest, share in zip(lines, rests, shares, strict=True)
        if share != rest.total_paise
    }
    levied = parts_of(tuple(parts.values()))
    return tuple(levied.get(line.number, rest) for line, rest in zip(lines, rests, strict=True))


def parts_of(parts: Sequence[tuple[BookingLine, int]]) -> dict[int, LineAmounts]:
    """Return value and levies inside sums that are parts of lines, by the lines' numbers.

    The levies are those inside all that is of one rate, registration and place, half a paisa up once, as its
    voucher tells them; each line has its share of them.
    """
    groups: dict[tuple[object, ...], list[tuple[BookingLine, int]]] = {}
    for line, share in parts:
        key = (line.registration, line.place_state, line.tax_rate_bp, _levying(line))
        groups.setdefault(key, []).append((line, share))
    return {one.number: one for group in groups.values() for one in _levied(group)}


def _levied(group: Sequence[tuple[BookingLine, int]]) -> list[LineAmounts]:
    shares = [share for _, share in group]
    first = group[0][0]
    levies = levies_in(sum(shares), first.tax_rate_bp, _levying(first))
    cgst = spread(levies.cgst_paise, shares)
    igst = spread(levies.igst_paise, shares)
    # The two of the own State are alike on each line.
    return [
        LineAmounts(line.number, share - 2 * own - other, own, own, other)
        for (line, share), own, other in zip(group, cgst, igst, strict=True)
    ]


def _levying(line: BookingLine) -> Levying:
    if line.igst_paise:
        return Levying.OTHER_STATE
    return Levying.OWN_STATE if line.tax_paise else Levying.NONE


def spread(sum_paise: int, weights: Sequence[int]) -> list[int]:
    """Return non-negative shares of a sum by weights; they add up to it."""
    total = sum(weights)
    if total <= 0:
        return [sum_paise if place == 0 else 0 for place, _ in enumerate(weights)]
    shares = [sum_paise * weight // total for weight in weights]
    losses = sorted(range(len(weights)), key=lambda place: -(sum_paise * weights[place] % total))
    for place in losses[: sum_paise - sum(shares)]:
        shares[place] += 1
    return shares
