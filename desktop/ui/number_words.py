"""The numbers by which a list tells people apart: the end of each, more of it where two are alike.

Whoever has none is told by the last booking.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.people import mask_mobile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.people import Customer


def told_apart(customers: Sequence[Customer]) -> list[str]:
    """Return "...4321" for each; "...04321" where somebody of the same name has the same last four.

    Who has no number, or shares all of it with somebody of that name, is told by the last booking.
    """
    shown = [customer.masked_mobile for customer in customers]
    for length in range(5, max((len(customer.number) for customer in customers), default=0) + 1):
        for index in _alike(customers, shown):
            shown[index] = mask_mobile(customers[index].number, length)
    for index in _alike(customers, shown):
        shown[index] = f"{shown[index]} · {_last(customers[index])}"
    return [number or no_number(customer) for customer, number in zip(customers, shown, strict=True)]


def no_number(customer: Customer) -> str:
    """Return what stands where somebody else's number would be."""
    return f"{QCoreApplication.translate('Commands', 'no number')} · {_last(customer)}"


def _last(customer: Customer) -> str:
    return customer.last_booking or QCoreApplication.translate("Commands", "no booking yet")


def _alike(customers: Sequence[Customer], shown: Sequence[str]) -> list[int]:
    pairs = list(zip((customer.name for customer in customers), shown, strict=True))
    count = Counter(pairs)
    return [index for index, pair in enumerate(pairs) if pair[1] and count[pair] > 1]
