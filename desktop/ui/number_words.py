"""The numbers by which a list tells people apart: the end of each, more of it where two are alike."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.people import mask_mobile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.people import Customer


def told_apart(customers: Sequence[Customer]) -> list[str]:
    """Return "...4321" for each; "...04321" where somebody of the same name has the same last four."""
    shown = [customer.masked_mobile for customer in customers]
    for length in range(5, max((len(customer.number) for customer in customers), default=0) + 1):
        count = Counter(zip((customer.name for customer in customers), shown, strict=True))
        for index, customer in enumerate(customers):
            if customer.number and count[customer.name, shown[index]] > 1:
                shown[index] = mask_mobile(customer.number, length)
    none = QCoreApplication.translate("Commands", "no number")
    return [number or none for number in shown]
