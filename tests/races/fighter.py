"""One process that fights for the last of something, round after round."""

from collections.abc import Callable
from datetime import timedelta
from multiprocessing.connection import Connection
from threading import Barrier
from typing import Any

from db.database import Database
from db.ids import CustomerId, OfferingId, RequestKey, UnitId
from db.states import BookingState
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.quote import BasketItem, Quote, QuoteRequest
from desktop.services.errors import PromoRefused, SlotTaken, WalletTooLow
from desktop.services.holding.place_hold import PlaceHold
from desktop.services.paying.take_payment import TakePayment
from desktop.services.quoting.make_quote import MakeQuote
from tests.actors import actor_of
from tests.counter import parts_of
from tests.races.arena import first_day, open_arena

FACTS = DeskSettings("Asia/Kolkata", practice=True)
WON = "won"
LATER_DAYS = 210
# What each prize is called, and the one clear refusal that the others must get.
PRIZES = {
    "room": "SlotTaken",
    "seat": "SlotTaken",
    "place": "SlotTaken",
    "promo": "PromoRefused used_up",
    "wallet": "WalletTooLow",
}


def fight(url: str, number: int, commands: Connection, barrier: Any) -> None:
    """Serve rounds until told to stop: prepare, wait for the others, act, answer."""
    database = open_arena(url, f"D{number + 1}")
    try:
        while (command := commands.recv()) is not None:
            commands.send(_round(database, number, *command, barrier=barrier))
    finally:
        database.close()


def _round(
    database: Database, number: int, prize: str, turn: int, customer_id: CustomerId, *, barrier: Barrier
) -> str:
    try:
        act = _prepare(database, number, prize, turn, customer_id)
    except Exception as error:  # noqa: BLE001  whatever it was, the others must not wait for ever
        barrier.wait()
        return f"preparing: {error!r}"
    barrier.wait()
    try:
        act()
    except (SlotTaken, WalletTooLow) as refusal:
        return type(refusal).__name__
    except PromoRefused as refusal:
        return f"PromoRefused {refusal.reason}"
    except Exception as error:  # noqa: BLE001  whatever else comes is what the fight looks for
        return repr(error)
    return WON


def _prepare(
    database: Database, number: int, prize: str, turn: int, customer_id: CustomerId
) -> Callable[[], object]:
    place = PlaceHold(database, lambda _: None)
    if prize in ("room", "seat", "place"):
        quote = _quote(database, prize.upper(), 0, turn)
        return lambda: place(
            quote.id, customer_id, RequestKey(f"{prize}-{turn}-{number}"), actor=actor_of(database)
        )
    if prize == "promo":
        quote = _quote(database, "ROOMS", number, turn, promo=f"LAST{turn}")
        return lambda: place(
            quote.id, customer_id, RequestKey(f"{prize}-{turn}-{number}"), actor=actor_of(database)
        )
    # On other days than those on which the promos are fought for.
    quote = _quote(database, "ROOMS", number, turn, later=True)
    hold = place(quote.id, customer_id, RequestKey(f"{prize}-{turn}-{number}"), actor=actor_of(database))
    key = f"pay-{turn}-{number}"
    request = TakePaymentRequest(hold.booking_id, RequestKey(key), parts_of(wallet_paise=hold.total_paise))

    def pay() -> None:
        result = TakePayment(database, FACTS, lambda _: None)(request, actor=actor_of(database))
        if result.state is not BookingState.CONFIRMED:
            raise AssertionError(result.state)

    return pay


def _quote(
    database: Database, code: str, unit: int, turn: int, *, promo: str = "", later: bool = False
) -> Quote:
    first = first_day(database) + timedelta(days=turn + (LATER_DAYS if later else 0))
    item = BasketItem(OfferingId(code), (UnitId(f"{code}-{unit}"),), first, first + timedelta(days=1))
    return MakeQuote(database)(QuoteRequest((item,), promo), actor=actor_of(database))
