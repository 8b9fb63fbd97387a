"""A share or an amount as a person types it: "10%" or "500"; a discount, or a part of a limit."""

from dataclasses import dataclass

from desktop.services.domain.figures import plain_figures
from desktop.services.domain.money import parse_rupees, share

FIGURES_MAX = 3


@dataclass(frozen=True, slots=True)
class Discount:
    """So many per cent, or so many paise."""

    percent: int | None = None
    paise: int | None = None

    def off(self, base_paise: int) -> int:
        """Return what it takes off an amount."""
        return share(base_paise, self.percent * 100) if self.percent is not None else self.paise or 0


def read_discount(text: str) -> Discount | None:
    """Return the discount that was typed; None for what is a promo code or nothing."""
    typed = read_share_or_amount(text)
    return None if typed == Discount(paise=0) else typed


def read_share_or_amount(text: str) -> Discount | None:
    """Return the share or the amount that was typed, nothing of it too; None for what is neither."""
    plain = plain_figures(text.strip()).replace(" ", "")
    if plain.endswith("%"):
        figures = plain.removesuffix("%")
        is_share = figures.isascii() and figures.isdigit() and len(figures) <= FIGURES_MAX
        return Discount(percent=int(figures)) if is_share else None
    paise = parse_rupees(text)
    return Discount(paise=paise) if paise is not None else None
