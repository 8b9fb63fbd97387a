"""The signatures of the use cases about shifts and drawers, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.actor import Actor
    from db.ids import RequestKey, ShiftId
    from desktop.services.domain.cash_move import CashMove, CashMoved
    from desktop.services.domain.shift import ClosedShift, Closing, HandedOver, Opening, ShiftFigures
    from desktop.services.domain.shift_review import ListedShift


class OpenShift(Protocol):
    """The float is counted, and the desk can sell."""

    def __call__(self, opening: Opening, request_key: RequestKey, *, actor: Actor) -> ShiftId: ...


class MoveCash(Protocol):
    """Cash goes into the drawer or out of it without a sale."""

    def __call__(self, move: CashMove, request_key: RequestKey, *, actor: Actor) -> CashMoved: ...


class CloseShift(Protocol):
    """The drawer is counted first, and only then compared with the books."""

    def __call__(self, closing: Closing, *, actor: Actor) -> ClosedShift: ...


class HandOver(Protocol):
    """One count ends a person's shift and begins the next one's."""

    def __call__(
        self, closing: Closing, code: str, pin: str, *, is_shared: bool = True, actor: Actor
    ) -> HandedOver: ...


class AcceptShift(Protocol):
    """A manager accepts a close, perhaps days after it."""

    def __call__(self, shift_id: ShiftId, note: str, *, actor: Actor) -> ListedShift: ...


class OpenDrawer(Protocol):
    """The drawer is opened without a sale, for a reason."""

    def __call__(self, reason: str, request_key: RequestKey, *, actor: Actor) -> None: ...


class ReadShift(Protocol):
    """What a shift has sold, taken and given, by the days of its desk."""

    def __call__(self, shift_id: ShiftId, *, actor: Actor) -> ShiftFigures: ...
