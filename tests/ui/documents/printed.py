"""What a reader of a PDF sees: its rows from top to bottom, each from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

from desktop.ui.papers.amount_words import GROUPS, HINDI, ONES, TENS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AMOUNT = re.compile(r"-?₹?[\d,]+\.\d\d")
LEVY = r"(?:CGST|SGST|UTGST|IGST) [\d.]+ % [\d,]+\.\d\d"
LEVIES = re.compile(rf"(?:(\d+) × )?([\d,]+\.\d\d): (?:\D{{0,12}} )?({LEVY}(?: \+ {LEVY})*)")
RIGHT = 0.5


@dataclass(frozen=True)
class Row:
    """The words of a row and the amounts on the right of it."""

    text: str
    amounts: tuple[Decimal, ...]

    @property
    def word(self) -> str:
        """What stands before the amounts."""
        return AMOUNT.split(self.text)[0].strip()


@dataclass(frozen=True)
class Printed:
    """The rows of all pages."""

    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(row.text for row in self.rows)

    def amount(self, word: str) -> Decimal | None:
        """The amount of the first row with this word; None if none has it."""
        found = [row.amounts[-1] for row in self.rows if row.amounts and row.word == word]
        return found[0] if found else None

    def between(self, first: str, last: tuple[str, ...]) -> list[Row]:
        """The rows with amounts after the row that begins with `first`, up to one of `last`."""
        begun, found = False, []
        for row in self.rows:
            is_sum = bool(row.amounts) or not AMOUNT.search(row.text)
            if begun and is_sum and row.text.startswith(last):
                break
            if is_sum and row.text.startswith(first) and not begun:
                begun = True
            elif begun and row.amounts:
                found.append(row)
        return found

    def levies(self) -> dict[str, Decimal]:
        """Each levy as its lines tell it, added up."""
        sums: dict[str, Decimal] = {}
        for count, _value, told in LEVIES.findall(self.text):
            for levy in re.findall(LEVY, told):
                name, _rate, _sign, amount = levy.split(" ")
                sums[name] = sums.get(name, Decimal(0)) + int(count or 1) * number(amount)
        return sums


def number(text: str) -> Decimal:
    """An amount as it is printed."""
    return Decimal(text.replace("₹", "").replace(",", ""))


def read_printed(path: Path) -> Printed:
    """Read a PDF."""
    return Printed(tuple(row for page in PdfReader(path).pages for row in _rows(page)))


def _rows(page: Any) -> Iterator[Row]:
    parts: list[tuple[float, float, str]] = []

    def see(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        said = " ".join(text.replace("\u200b", "").split())
        if said:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            parts.append((round(y), x, said))

    page.extract_text(visitor_text=see)
    width = float(page.mediabox.width)
    lines: list[tuple[float, list[tuple[float, str]]]] = []
    for y, x, said in sorted(parts, key=lambda part: (-part[0], part[1])):
        if not lines or lines[-1][0] - y > ROW_HEIGHT:
            lines.append((y, []))
        lines[-1][1].append((x, said))
    for _, found in lines:
        found.sort()
        right = [said for x, said in found if x > width * RIGHT and AMOUNT.fullmatch(said)]
        yield Row(" ".join(said for _, said in found), tuple(map(number, right)))


ROW_HEIGHT = 2.5


def read_words(words: str) -> Decimal:
    """Return the amount that words say, in English or Hindi."""
    for begin, end, both, units in (
        ("Rupees ", " only", " and ", ("paisa", "paise")),
        ("रुपये ", " मात्र", " और ", ("पैसा", "पैसे")),
    ):
        if words.startswith(begin):
            rupees, _, rest = words.removeprefix(begin).removesuffix(end).partition(both)
            paise = _whole(rest.rsplit(" ", 1)[0]) if rest.endswith(units) else 0
            return _whole(rupees) + Decimal(paise) / 100
    raise ValueError(words)


def _whole(words: str) -> int:
    sizes = {name: size for size, *names in GROUPS for name in names}
    total = part = 0
    for word in words.split():
        if word in sizes:
            size = sizes[word]
            if size == HUNDRED:
                part *= size
            else:
                # What was counted before counts crores too: nine thousand crore.
                total = (total + part) * size if size == CRORE else total + part * size
                part = 0
        else:
            part += _small(word)
    return total + part


HUNDRED, CRORE = 100, 10_000_000


def _small(word: str) -> int:
    if word in HINDI:
        return HINDI.index(word)
    tens, _, ones = word.partition("-")
    if tens in TENS:
        return (TENS.index(tens) + 2) * 10 + (ONES.index(ones) if ones else 0)
    return ONES.index(word)
