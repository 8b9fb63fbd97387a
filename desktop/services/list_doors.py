"""The signatures of the use cases about lists of the day and the register, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from db.actor import Actor
    from db.ids import BookingId, GuestEntryId
    from desktop.services.domain.day_lists import ArrivalAct, DayChoices
    from desktop.services.domain.guest_register import GuestEntry, GuestTold
    from desktop.services.domain.list_rules import ListRules


class ListDayChoices(Protocol):
    """Which lists a day has; today's without a day."""

    def __call__(self, day: date | None = None) -> DayChoices: ...


class MarkArrival(Protocol):
    """A guest or passenger came or left, or that is taken back."""

    def __call__(
        self,
        booking_id: BookingId,
        numbers: Collection[int],
        act: ArrivalAct,
        seen: Collection[datetime] = (),
        *,
        actor: Actor,
    ) -> int: ...


class SaveListRules(Protocol):
    """What the house wants of its lists and its register."""

    def __call__(self, rules: ListRules, *, actor: Actor) -> ListRules: ...


class EnterGuest(Protocol):
    """A guest of a stay goes into the register."""

    def __call__(
        self, booking_id: BookingId, numbers: Collection[int], told: GuestTold, *, actor: Actor
    ) -> GuestEntry: ...


class ChangeGuest(Protocol):
    """An entry of the register is put right."""

    def __call__(
        self, entry_id: GuestEntryId, told: GuestTold, seen: datetime, *, actor: Actor
    ) -> GuestEntry: ...


class MarkFormSent(Protocol):
    """A form of a foreigner was handed in."""

    def __call__(self, entry_id: GuestEntryId, *, is_departure: bool, actor: Actor) -> bool: ...


class ExportGuests(Protocol):
    """The register of some days as lines of CSV."""

    def __call__(self, first: date, last: date, *, actor: Actor) -> Sequence[str]: ...


class EraseGuest(Protocol):
    """What tells who a guest was is taken out of the register."""

    def __call__(self, entry_id: GuestEntryId, *, actor: Actor) -> None: ...
