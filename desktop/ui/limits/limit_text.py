"""A limit as it is shown and typed: no, always, an amount, a share, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.discount_text import read_share_or_amount
from desktop.services.domain.permission import ALWAYS, NEVER, Allowed
from desktop.ui import formats

if TYPE_CHECKING:
    pass

translate = QCoreApplication.translate


def never_word() -> str:
    """Return the word for what a role may not do."""
    return translate("Limits", "no")


def always_word() -> str:
    """Return the word for what a role may do without a limit."""
    return translate("Limits", "always")


def limit_text(allowed: Allowed) -> str:
    """Return a limit in words."""
    if not allowed.is_allowed:
        return never_word()
    parts = []
    if allowed.most_paise is not None:
        parts.append(formats.amount(allowed.most_paise))
    if allowed.most_percent is not None:
        parts.append(f"{allowed.most_percent}%")
    if not parts:
        return always_word()
    return translate("Limits", "up to {most}").format(most="   ".join(parts))


def typed_text(allowed: Allowed) -> str:
    """Return a limit as it would be typed."""
    return limit_text(allowed).removeprefix(translate("Limits", "up to {most}").format(most="")).strip()


def read_limit(text: str) -> Allowed | None:
    """Return what was typed, None when it is no limit."""
    plain = " ".join(text.casefold().split())
    if plain in (never_word().casefold(), "no"):
        return NEVER
    if plain in (always_word().casefold(), "always"):
        return ALWAYS
    typed = [read_share_or_amount(word) for word in plain.split(" ")]
    known = [one for one in typed if one is not None]
    shares = [one.percent for one in known if one.percent is not None]
    amounts = [one.paise for one in known if one.paise is not None]
    if len(known) < len(typed) or len(shares) > 1 or len(amounts) > 1:
        return None
    return Allowed(True, amounts[0] if amounts else None, shares[0] if shares else None)
