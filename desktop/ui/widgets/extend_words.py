"""What is said of a hold's ten minutes more: before the key, and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.extending import ADDED, IN_ALL, CodeAfter
from desktop.ui import formats

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.domain.extending import Extended

translate = QCoreApplication.translate


def extend_label(expires_at: datetime, extensions: int, time_zone: str) -> str:
    """Return the key with the new end; empty where a hold was extended as often as any can be."""
    if extensions >= IN_ALL:
        return ""
    until = formats.clock_seconds(expires_at + ADDED, time_zone)
    return translate("ExtendHold", "10 minutes more, until {time}   E").format(time=until)


def extended_text(extended: Extended, time_zone: str) -> str:
    """Return what was done: the new end, and what became of a code."""
    until = formats.clock_seconds(extended.hold.expires_at, time_zone)
    said = translate("ExtendHold", "{reference} is held until {time}.")
    code = {
        CodeAfter.NONE: "",
        CodeAfter.ANEW: translate("ExtendHold", "The code was made anew: show the new one."),
        CodeAfter.LEFT: translate("ExtendHold", "The open code stays: money may be under way on it."),
        CodeAfter.CLOSED: translate("ExtendHold", "The old code is closed: ask for the money again."),
        CodeAfter.PAID: translate("ExtendHold", "The customer has paid meanwhile."),
    }[extended.code]
    told = said.format(reference=extended.hold.reference, time=until)
    return f"{told} {code}".strip()
