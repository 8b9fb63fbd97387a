"""A discount as a person types it: "10%" or an amount."""

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
    plain = plain_figures(text.strip()).replace(" ", "")
    if plain.endswith("%"):
        figures = plain.removesuffix("%")
        is_share = figures.isascii() and figures.isdigit() and len(figures) <= FIGURES_MAX
        return Discount(percent=int(figures)) if is_share else None
    paise = parse_rupees(text)
    return Discount(paise=paise) if paise else None
