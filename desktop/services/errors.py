"""What the desk can refuse: facts only; the sentences live in the ui."""

from datetime import datetime

from desktop.services.domain.payment_plan import GatewayCannotTake
from desktop.services.domain.promo import PromoReason, PromoRefused


class DeskError(Exception):
    """A refusal that a clerk can understand. `facts` are what its sentence needs."""

    def __init__(self, **facts: object) -> None:
        super().__init__(*(f"{name}={value}" for name, value in sorted(facts.items())))
        self.facts = facts


class BadRequest(DeskError):
    """Something entered can't be: `field` names where, `reason` says what (a word the ui knows)."""

    def __init__(self, field: str, reason: str, **facts: object) -> None:
        super().__init__(field=field, reason=reason, **facts)
        self.field = field
        self.reason = reason


class SlotTaken(DeskError):
    """Another booking or a block has one of the units. Facts: names."""


class SlotStopped(DeskError):
    """The manager stopped the sale of this slot. Facts: name, day, reason."""


class DepartureCancelled(DeskError):
    """The departure or date does not take place. Facts: name, day."""


class NotOnSale(DeskError):
    """There is no slot on that day. Facts: name, day."""


class QuoteOutdated(DeskError):
    """The quote is too old to be held; make it again. Facts: made_at."""


class PriceUnknown(DeskError):
    """No tax rule covers the line on this day. Facts: kind."""


class HoldExpired(DeskError):
    """The hold's time is over. Facts: reference, expires_at."""

    def __init__(self, reference: str, expires_at: datetime) -> None:
        super().__init__(reference=reference, expires_at=expires_at)


class WrongState(DeskError):
    """The booking is not in a state that allows this. Facts: reference, state."""

    def __init__(self, reference: str, state: str) -> None:
        super().__init__(reference=reference, state=state)
        self.state = state


class NotFound(DeskError):
    """Nothing has this name. Facts: what, text."""

    def __init__(self, what: str, text: str) -> None:
        super().__init__(what=what, text=text)


class WalletTooLow(DeskError):
    """The wallet holds less than was asked of it. Facts: needed_paise, available_paise."""

    def __init__(self, needed_paise: int, available_paise: int) -> None:
        super().__init__(needed_paise=needed_paise, available_paise=available_paise)
        self.available_paise = available_paise


class TendersDoNotMatch(DeskError):
    """The tenders add up to another amount than is due. Facts: due_paise, offered_paise."""


class PaymentUnderWay(DeskError):
    """A payment through the gateway is still open for this booking. Facts: reference."""


class PlanChanged(DeskError):
    """The refund plan is not the one that was shown. Facts: shown_paise, now_paise."""


class NotGivenBack(DeskError):
    """The gateway has given nothing back that the books don't know. Facts: amount_paise."""


class AlreadyDone(DeskError):
    """Somebody did this before. Facts: what."""


class GatewayRejected(DeskError):
    """The gateway refused and surely did nothing. Facts: reason."""


class GatewayUnreachable(DeskError):
    """The gateway can't be reached, and nothing was sent. Other tenders work."""


class PaymentUncertain(DeskError):
    """The gateway gave no clear answer; ask again before anything is repeated. Facts: payment_id."""


class DatabaseLost(DeskError):
    """The database can't be used at the moment; nothing was written. Facts: busy."""


class OtherMode(DeskError):
    """Practice and real money share no database. Facts: practice (whether this one is for practice)."""


class NoKeyring(DeskError):
    """The system has no keyring that can be trusted, so live keys can't be kept on this computer."""


class ImportRefused(DeskError):
    """The files have faults; nothing was changed. Facts: faults."""


__all__ = [
    "AlreadyDone",
    "BadRequest",
    "DatabaseLost",
    "DepartureCancelled",
    "DeskError",
    "GatewayCannotTake",
    "GatewayRejected",
    "GatewayUnreachable",
    "HoldExpired",
    "ImportRefused",
    "NoKeyring",
    "NotFound",
    "NotGivenBack",
    "NotOnSale",
    "OtherMode",
    "PaymentUncertain",
    "PaymentUnderWay",
    "PlanChanged",
    "PriceUnknown",
    "PromoReason",
    "PromoRefused",
    "QuoteOutdated",
    "SlotStopped",
    "SlotTaken",
    "TendersDoNotMatch",
    "WalletTooLow",
    "WrongState",
]
