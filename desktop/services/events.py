"""What happened, told after the commit. Events only inform; whatever must happen is a row already."""

from collections.abc import Callable
from dataclasses import dataclass

from db.ids import BookingId, PaymentId
from desktop.services.domain.disturbance import Disturbance, GatewayAnswer


@dataclass(frozen=True, slots=True)
class StockChanged:
    """Claims were made, released or sold."""


@dataclass(frozen=True, slots=True)
class BookingChanged:
    """A booking moved to another state or was paid in part."""

    booking_id: BookingId


@dataclass(frozen=True, slots=True)
class PaymentChanged:
    """A payment through the gateway moved on."""

    payment_id: PaymentId
    booking_id: BookingId


@dataclass(frozen=True, slots=True)
class CasesChanged:
    """Open cases were opened or resolved."""


@dataclass(frozen=True, slots=True)
class GatewayAnswered:
    """The gateway answered, or did not, or wants other keys."""

    answer: GatewayAnswer


@dataclass(frozen=True, slots=True)
class GatewayDisturbed:
    """Other ways of paying are disturbed than before; empty when all is well again."""

    disturbances: tuple[Disturbance, ...]


@dataclass(frozen=True, slots=True)
class ConditionChanged:
    """Something about the books or what they rest on is other than before: read the condition again."""


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """Somebody signed in at this desk, or it was locked."""


@dataclass(frozen=True, slots=True)
class DrawerSilent:
    """The cash drawer of this machine did not take the pulse that opens it."""


@dataclass(frozen=True, slots=True)
class ShiftChanged:
    """A shift was opened, handed over or closed, or cash went into or out of its drawer without a sale."""


@dataclass(frozen=True, slots=True)
class HouseChanged:
    """The business has another name, address or State."""


@dataclass(frozen=True, slots=True)
class PrintQueueChanged:
    """A paper moved on its way to a printer, or a printer of the desk is another one."""


Event = (
    StockChanged
    | BookingChanged
    | PaymentChanged
    | CasesChanged
    | GatewayAnswered
    | GatewayDisturbed
    | ConditionChanged
    | PersonChanged
    | DrawerSilent
    | ShiftChanged
    | HouseChanged
    | PrintQueueChanged
)
Publish = Callable[[Event], None]
