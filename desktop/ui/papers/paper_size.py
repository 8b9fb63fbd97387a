"""The sizes of paper: a sheet in pixels of 96 an inch, a roll in the dots of its printer."""

from __future__ import annotations

from dataclasses import dataclass

from db.print_words import PaperSize

ROLL_DOTS_PER_INCH = 203
SCREEN_DOTS_PER_INCH = 96


@dataclass(frozen=True, slots=True)
class Shape:
    """`width` and `margin` in dots of `per_inch`; `height` 0: one page as long as what stands on it.

    `words`: of a sum, what per cent of the width its words may take.
    """

    width: int
    height: int
    margin: int
    text: int
    code: int
    words: int = 68
    per_inch: int = SCREEN_DOTS_PER_INCH

    @property
    def is_roll(self) -> bool:
        """Whether it is one long page, too narrow for tables."""
        return self.height == 0


SHAPES = {
    PaperSize.A4: Shape(794, 1123, 48, 12, 104),
    PaperSize.A5: Shape(559, 794, 23, 11, 78),
    PaperSize.ROLL_80: Shape(576, 0, 12, 22, 240, 62, ROLL_DOTS_PER_INCH),
    PaperSize.ROLL_58: Shape(384, 0, 6, 19, 200, 58, ROLL_DOTS_PER_INCH),
}


def shape_of(size: PaperSize) -> Shape:
    """Return the measures of a size."""
    return SHAPES[size]


@dataclass(frozen=True, slots=True)
class Edition:
    """How a paper is laid out: its size, its language (None: the one it was printed in first), whose copy."""

    size: PaperSize = PaperSize.A5
    language: str | None = None
    is_duplicate: bool = False
