"""The levies of lines as they are shown and printed: each by its own name and rate, line by line.

Lines that are alike are told once, with their number: every sum can be made anew from what stands there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.services.domain.quote import QuoteLine
from desktop.ui import formats

# There the second levy is that of a Union territory without a parliament of its own.
UNION_TERRITORIES = ("04", "26", "31", "35", "38")
ALONE, OF_THE_UNION, OF_THE_STATE, OF_THE_TERRITORY = "IGST", "CGST", "SGST", "UTGST"
# Of a line of before only the sum is known.
ALL_TOGETHER = "GST"


@dataclass(frozen=True, slots=True)
class Levy:
    """One levy of a line: its name, its own rate in words, its amount."""

    name: str
    rate: str
    paise: int


@dataclass(frozen=True, slots=True)
class LevyGroup:
    """`count` lines with the same value and the same levies."""

    count: int
    value_paise: int
    levies: tuple[Levy, ...]

    @property
    def tax_paise(self) -> int:
        """The levies of all of them."""
        return self.count * sum(levy.paise for levy in self.levies)

    def words(self, each: str) -> str:
        """Return "816.66: CGST 2.5 % 20.42 + SGST 2.5 % 20.42"; `each` is told of several."""
        told = " + ".join(f"{levy.name} {levy.rate} {formats.amount(levy.paise)}" for levy in self.levies)
        value = formats.amount(self.value_paise)
        return f"{value}: {told}" if self.count == 1 else f"{self.count} × {value}: {each} {told}"


def levy_groups(lines: Iterable[QuoteLine]) -> tuple[LevyGroup, ...]:
    """Return the lines that bear a levy in groups of those that are alike, in the order of the first ones."""
    counts = Counter((line.taxable_paise, levies_of(line)) for line in lines)
    return tuple(LevyGroup(count, value, levies) for (value, levies), count in counts.items() if levies)


def levy_sums(lines: Iterable[QuoteLine]) -> dict[str, int]:
    """Return what each levy is in all, by its name."""
    sums: dict[str, int] = {}
    for line in lines:
        for levy in levies_of(line):
            sums[levy.name] = sums.get(levy.name, 0) + levy.paise
    return sums


def levies_of(line: QuoteLine) -> tuple[Levy, ...]:
    """Return the levies of a line; none where its rate is zero."""
    if line.tax_rate_bp == 0:
        return ()
    whole = formats.per_cent(line.tax_rate_bp)
    if line.igst_paise:
        return (Levy(ALONE if line.place_state else ALL_TOGETHER, whole, line.igst_paise),)
    half = half_rate(line.tax_rate_bp)
    second = OF_THE_TERRITORY if line.place_state in UNION_TERRITORIES else OF_THE_STATE
    return (Levy(OF_THE_UNION, half, line.cgst_paise), Levy(second, half, line.sgst_paise))


def is_in_tax(line: QuoteLine) -> bool:
    """Whether tax has a word in a line: it bears some, or its class says that it is free of it."""
    return bool(line.tax_class or line.tax_rate_bp)


def half_rate(rate_bp: int) -> str:
    """Return `2.5 %`, half of a rate in hundredths of a per cent."""
    whole, rest = divmod(rate_bp, 200)
    return f"{whole}.{rest * 5:03d}".rstrip("0").rstrip(".") + " %"
