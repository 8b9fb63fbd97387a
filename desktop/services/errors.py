"""What the desk can refuse: facts only; the sentences live in the ui."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Literal

from db.ids import BookingReference, CustomerId, PaymentId
from db.states import BookingState, Kind
from desktop.services.domain.disturbance import GatewayAnswer
from desktop.services.domain.payment_plan import GatewayCannotTake as GatewayCannotTake
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.promo import PromoReason as PromoReason
from desktop.services.domain.promo import PromoRefused as PromoRefused


@dataclass(eq=False)
class DeskError(Exception):
    """A refusal that a clerk can understand. Its fields are the facts that its sentence needs.

    `eq=False`: an exception is compared and hashed by its identity.
    """

    def __str__(self) -> str:
        return ", ".join(f"{fact.name}={getattr(self, fact.name)}" for fact in fields(self))


@dataclass(eq=False)
class BadRequest(DeskError):
    """Something entered can't be: `field` names where, `reason` says what (a word the ui knows).

    `name` and `text`: what it is about and what was entered. `most` and `least`: the limits, in whatever is
    counted there; `most_paise` and `needed_paise` where it is money.
    """

    field: str
    reason: str
    name: str = ""
    text: str = ""
    most: int | None = None
    least: int | None = None
    most_paise: int | None = None
    needed_paise: int | None = None


@dataclass(eq=False)
class SlotTaken(DeskError):
    """Another booking or a block has one of the units, which are named."""

    names: Sequence[str]


@dataclass(eq=False)
class SlotStopped(DeskError):
    """The manager stopped the sale of this slot."""

    name: str
    day: date
    reason: str


@dataclass(eq=False)
class DepartureCancelled(DeskError):
    """The departure or date does not take place."""

    name: str
    day: date


@dataclass(eq=False)
class NotOnSale(DeskError):
    """There is no slot on that day."""

    name: str
    day: date


@dataclass(eq=False)
class TakenOffSale(DeskError):
    """What was quoted is not sold any more."""

    name: str


@dataclass(eq=False)
class QuoteOutdated(DeskError):
    """The quote is too old to be held; make it again."""

    made_at: datetime


@dataclass(eq=False)
class PriceUnknown(DeskError):
    """No tax rule covers this kind of line on this day."""

    kind: Kind
    day: date


@dataclass(eq=False)
class HoldExpired(DeskError):
    """The hold's time is over."""

    reference: BookingReference
    expires_at: datetime


@dataclass(eq=False)
class WrongState(DeskError):
    """The booking is not in a state that allows this, or something was paid that stands in the way."""

    reference: BookingReference
    state: BookingState | Literal["part_paid", "paid_otherwise"]


@dataclass(eq=False)
class WrongLines(DeskError):
    """Lines of a booking that can't end or move: ended, used, or of a hold, which ends as a whole.

    `numbers` are those that were asked for; empty where nothing of the booking can. `inside_stay`: nights
    that would leave a hole in what goes on of their stay.
    """

    reference: BookingReference
    numbers: list[int]
    inside_stay: bool = False


@dataclass(eq=False)
class NotVoidable(DeskError):
    """A sale that can no longer be undone as if it had not been made."""

    reference: BookingReference
    reason: Literal["too_late", "used", "in_part", "other_drawer"]


@dataclass(eq=False)
class NotCorrectable(DeskError):
    """A payment whose tender can't be put right any more."""

    reason: Literal["not_by_hand", "other_drawer", "given_back"]


@dataclass(eq=False)
class SlipSeen(DeskError):
    """The same slip was entered before; asked for once more with that known, it is taken."""

    slip: str
    reference: BookingReference
    at: datetime


@dataclass(eq=False)
class NotFound(DeskError):
    """Nothing of this kind has this name."""

    what: (
        Literal["customer", "booking", "offering", "unit", "document", "quote", "hold", "payment"]
        | Literal["case", "block", "top_up", "refund", "shift", "company", "person"]
    )
    text: str


@dataclass(eq=False)
class KnownByOtherName(DeskError):
    """The number is that of somebody who is called `known`, not `name` as was typed."""

    customer_id: CustomerId
    known: str
    name: str


@dataclass(eq=False)
class NumberOfAnother(DeskError):
    """The number that `name` was to get is that of `known`."""

    known: str
    name: str


@dataclass(eq=False, kw_only=True)
class WalletTooLow(DeskError):
    """The wallet holds less than was asked of it."""

    needed_paise: int
    available_paise: int


@dataclass(eq=False, kw_only=True)
class TendersDoNotMatch(DeskError):
    """The tenders add up to another amount than is due."""

    due_paise: int
    offered_paise: int


@dataclass(eq=False)
class PaymentUnderWay(DeskError):
    """A payment through the gateway is still open for this booking."""

    reference: BookingReference


@dataclass(eq=False, kw_only=True)
class PlanChanged(DeskError):
    """The refund plan is not the one that was shown."""

    shown_paise: int
    now_paise: int


@dataclass(eq=False)
class NotGivenBack(DeskError):
    """The gateway has given nothing back that the books don't know."""

    amount_paise: int


@dataclass(eq=False)
class AlreadyDone(DeskError):
    """Somebody did this before."""

    what: Literal["cancel", "move", "case", "refund", "cancel_departure", "lift_block", "top_up", "loss"]


@dataclass(eq=False)
class OtherContent(DeskError):
    """This request was carried out before, with other content; nothing was done now.

    `amount_paise`: what it moved then, where it moved one amount.
    """

    amount_paise: int | None = None


@dataclass(eq=False)
class GatewayRejected(DeskError):
    """The gateway refused and surely did nothing: its short reason and its own sentence."""

    reason: str
    description: str = ""


@dataclass(eq=False)
class GatewayUnreachable(DeskError):
    """The gateway can't be reached, and nothing was sent; `answer` says why. Other tenders work."""

    answer: GatewayAnswer = GatewayAnswer.SILENT


@dataclass(eq=False)
class PaymentUncertain(DeskError):
    """The gateway gave no clear answer; ask again before anything is repeated.

    `promised`: the answer is clear, a bank has promised the money, and it is on its way.
    """

    payment_id: PaymentId
    promised: bool = False


@dataclass(eq=False)
class DatabaseLost(DeskError):
    """The database can't be used at the moment; nothing was written. `busy`: another has it locked.

    `unknown`: not known whether it was written, all of it or a first part: look before anything is repeated.
    """

    busy: bool = False
    unknown: bool = False


@dataclass(eq=False)
class OtherMode(DeskError):
    """Practice and real money share no database. `practice`: whether this one is for practice."""

    practice: bool


@dataclass(eq=False)
class NoKeyring(DeskError):
    """The system has no keyring that can be trusted, or a `silent` one that may still do what was asked."""

    silent: bool = False


@dataclass(eq=False)
class NotPermitted(DeskError):
    """Who acts may not do this; a manager may, or may say yes to it.

    `subject` and the amount or share are what a yes has to be given for: see domain/permission.py. Up to
    `most_paise` it needs none.
    """

    act: ManagerAct
    subject: str = ""
    amount_paise: int = 0
    percent: int = 0
    most_paise: int | None = None
