"""The signatures of the use cases for the accountant, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from db.actor import Actor
    from desktop.services.domain.exported import Saved
    from desktop.services.domain.period import Period
    from desktop.services.domain.tax_return import TaxReturn


class ReadReturn(Protocol):
    """GSTR-1 of a registration and period, checked."""

    def __call__(
        self, registration: str, period: Period, *, goes_on: Callable[[], bool] = ...
    ) -> TaxReturn | None: ...


class SaveReturn(Protocol):
    """The return as files."""

    def __call__(
        self,
        registration: str,
        period: Period,
        place: Path,
        *,
        actor: Actor,
        goes_on: Callable[[], bool] = ...,
    ) -> Saved | None: ...


class SaveVouchers(Protocol):
    """A day's postings as files."""

    def __call__(self, day: date, place: Path, *, actor: Actor) -> Saved: ...


class SavePaperList(Protocol):
    """The papers of some days as files."""

    def __call__(
        self, days: Period, place: Path, *, actor: Actor, goes_on: Callable[[], bool] = ...
    ) -> Saved | None: ...


class KeepLedgerNames(Protocol):
    """Names of ledgers and settings, read from a file."""

    def __call__(self, text: str, *, actor: Actor) -> int: ...
