"""The levies of one line: CGST and SGST (or UTGST) in the own State, one IGST elsewhere, or none."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.services.domain.money import FULL_BP


class Levying(StrEnum):
    """Which levies a line bears."""

    OWN_STATE = "own_state"
    OTHER_STATE = "other_state"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Levies:
    """What each levy is, in paise. Each was rounded by itself; the tax is their sum."""

    cgst_paise: int = 0
    sgst_paise: int = 0
    igst_paise: int = 0

    @property
    def tax_paise(self) -> int:
        """All levies together."""
        return self.cgst_paise + self.sgst_paise + self.igst_paise


def levies_on(value_paise: int, rate_bp: int, levying: Levying) -> Levies:
    """Return the levies that come on top of a non-negative value at the whole rate, half a paisa up."""
    return _levies(value_paise * rate_bp, FULL_BP, levying)


def levies_in(sum_paise: int, rate_bp: int, levying: Levying) -> Levies:
    """Return the levies that are inside a non-negative sum at the whole rate; the rest of it is the value."""
    return _levies(sum_paise * rate_bp, FULL_BP + rate_bp, levying)


def _levies(numerator: int, denominator: int, levying: Levying) -> Levies:
    if levying is Levying.NONE:
        return Levies()
    if levying is Levying.OTHER_STATE:
        return Levies(igst_paise=_half_up(numerator, denominator))
    half = _half_up(numerator, 2 * denominator)
    return Levies(cgst_paise=half, sgst_paise=half)


def _half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)


def levies_of_part(levies: Levies, whole_paise: int, part_paise: int) -> Levies:
    """Return each levy inside a part of a sum that bears `levies`, half a paisa up; the rest is value.

    The whole has the very levies, and those of the own State are alike. What is left is by subtraction.
    """
    if not whole_paise:
        return Levies()
    return Levies(
        _half_up(levies.cgst_paise * part_paise, whole_paise),
        _half_up(levies.sgst_paise * part_paise, whole_paise),
        _half_up(levies.igst_paise * part_paise, whole_paise),
    )


def levies_kept_of(levies: Levies, whole_paise: int, back: tuple[int, Levies], kept_paise: int) -> Levies:
    """Return each levy inside what is kept of a sum when `back`, a part with its levies, has gone back.

    By subtraction where all the rest is kept; of a part of the rest half a paisa up, and never more than the
    rest bears.
    """
    back_paise, gone = back
    left = Levies(
        levies.cgst_paise - gone.cgst_paise,
        levies.sgst_paise - gone.sgst_paise,
        levies.igst_paise - gone.igst_paise,
    )
    if back_paise + kept_paise == whole_paise:
        return left
    part = levies_of_part(levies, whole_paise, kept_paise)
    return Levies(
        min(part.cgst_paise, left.cgst_paise),
        min(part.sgst_paise, left.sgst_paise),
        min(part.igst_paise, left.igst_paise),
    )
