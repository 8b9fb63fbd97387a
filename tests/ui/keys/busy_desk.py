"""A desk in the middle of its day: a window on real services, and each page with something to do on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.states import Tender
from desktop.ui import routes
from desktop.ui.stock.stock_view import Act
from tests.ui.hand import Hand
from tests.ui.keys.shown_before import ShownBefore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.services.domain.booking import Hold
    from desktop.services.domain.people import Customer
    from desktop.ui.desk_window import DeskWindow
    from tests.counter import Counter
    from tests.gateway_money.conftest import GatewayDesk

Key = Qt.Key
RICH, POOR = 90_000_00, 100_00


@dataclass
class LiveKeys:
    """The keyring of this desk, without one."""

    kept: str = "56Gh"

    def keep(self, key_id: str, key_secret: str, *, actor: object) -> None:
        self.kept = key_id[-4:]

    def forget(self, *, actor: object) -> None:
        self.kept = ""


@dataclass
class BusyDesk:
    """`open` a page by its name; every opening makes anew what is to be done there."""

    window: DeskWindow
    counter: Counter
    gateway: GatewayDesk
    shown: ShownBefore
    hand: Hand
    keyring: LiveKeys
    days: Iterator[int] = field(default_factory=lambda: count(3))
    numbers: Iterator[int] = field(default_factory=lambda: count(9_800_000_001))

    def open(self, name: str) -> None:
        """Open the page with its work prepared, as if it had just come to be."""
        PAGES[name](self)
        self.settle()
        self.shown.look()

    def settle(self) -> None:
        for _ in range(6):
            QApplication.processEvents()

    def go(self, route: routes.Route) -> None:
        assert self.window.work is not None
        self.window.work.links.go(route)
        self.settle()

    def customer(self, wallet_paise: int = 0) -> Customer:
        number = next(self.numbers)
        return self.counter.customer(wallet_paise, str(number), f"Asha {number % 1000} Rao")

    def hold(self, customer: Customer, code: str = "DLX", ahead: int | None = None) -> Hold:
        item = self.counter.item(code, ahead=ahead or next(self.days))
        return self.counter.hold(self.counter.quote(item, customer=customer), customer)

    def sold(self) -> Hold:
        hold = self.hold(self.customer())
        self.counter.pay(hold)
        return hold


def holds_of_the_desk(desk: BusyDesk) -> None:
    desk.hold(desk.customer())
    desk.go(routes.GoHome())
    assert desk.window.work is not None
    desk.window.work.feed.read_today()
    desk.settle()
    desk.window.side.holds.setFocus()


def rest_to_pay(desk: BusyDesk) -> None:
    desk.go(routes.OpenPayment(desk.hold(desk.customer(POOR)).booking_id))


def wallet_pays(desk: BusyDesk) -> None:
    desk.go(routes.OpenPayment(desk.hold(desk.customer(RICH)).booking_id))


def code_shown(desk: BusyDesk) -> None:
    hold = desk.hold(desk.customer(POOR))
    desk.gateway.qr(hold, POOR)
    desk.go(routes.OpenPayment(hold.booking_id))


def hold_that_is_over(desk: BusyDesk) -> None:
    hold = desk.hold(desk.customer(POOR))
    desk.gateway.step(600)
    desk.gateway.built.release_expired_holds(actor=desk.counter.actor)
    desk.go(routes.OpenPayment(hold.booking_id))


def cancelling(desk: BusyDesk) -> None:
    hold = desk.sold()
    desk.go(routes.OpenCancellation(desk.counter.booking(hold).reference))
    desk.window.pages.make(desk.window.pages.cancellation).reason.choose_number(1)


def slip_missing(desk: BusyDesk) -> None:
    hold = desk.hold(desk.customer())
    desk.counter.pay(hold, card_paise=hold.total_paise, card_reference=f"A{next(desk.numbers)}")
    desk.counter.cancel(hold)
    desk.go(routes.OpenBooking(hold.booking_id))
    page = desk.window.pages.make(desk.window.pages.booking)
    page.slip.field.setText(f"R{next(desk.numbers)}")
    page.slip.field.setFocus()


def wrong_tender(desk: BusyDesk) -> None:
    desk.go(routes.OpenBooking(desk.sold().booking_id))
    page = desk.window.pages.make(desk.window.pages.booking)
    page._correct_tender()
    page.correction.tender.setCurrentIndex(page.correction.tender.findData(Tender.CARD))
    page.correction.slip.setText(f"S{next(desk.numbers)}")
    page.correction.reason.setText("it was the card")
    page.correction.reason.setFocus()


def moving(desk: BusyDesk) -> None:
    desk.go(routes.OpenMove(desk.sold().booking_id))
    desk.window.pages.make(desk.window.pages.moving).reason.take_focus()


def money_of_a_departure(desk: BusyDesk) -> None:
    ahead = next(desk.days)
    desk.counter.pay(desk.hold(desk.customer(), "GOA21", ahead))
    offering, day = desk.counter.offering("GOA21"), desk.counter.day(ahead)
    services = desk.gateway.built.services
    services.cancel_departure(offering.id, day, "landslide", actor=desk.counter.actor)
    desk.go(routes.OpenDepartureRefunds(offering.id, offering.name, day, "landslide"))


def decision(desk: BusyDesk) -> None:
    _money_too_late(desk.gateway, str(next(desk.numbers)), next(desk.days))
    page = desk.window.pages.make(desk.window.pages.cases)
    page._steady, page._takes_answers_at = lambda: desk.hand.now, 0.0
    desk.go(routes.OpenCases())


def _money_too_late(desk: GatewayDesk, mobile: str, ahead: int) -> None:
    """Let money come for a hold that is over: it becomes a decision."""
    actor = desk.built.services.actor()
    payment = desk.qr(desk.hold(desk.customer(mobile=mobile), days_ahead=ahead))
    instrument = desk.instrument(payment)
    desk.step(600)
    desk.built.poll_open_payments(actor=actor)
    desk.step(121)
    desk.built.services.check_gateway_payment(payment.id, actor=actor)
    desk.practice.fault("pay_after_close", count=1)
    desk.practice.pay(instrument)
    desk.built.release_expired_holds(actor=actor)
    desk.built.reconcile_payments(actor=actor)


def top_up(desk: BusyDesk) -> None:
    page = _customer(desk, desk.customer(POOR))
    page.cash.setFocus()
    page.cash.setText("500")


def top_up_taken_back(desk: BusyDesk) -> None:
    page = _customer(desk, desk.customer(POOR))
    page.top_ups.rows.setCurrentRow(0)
    page.top_ups.reason.setText("counted wrong")
    page.top_ups.reason.setFocus()


def _customer(desk: BusyDesk, customer: Customer):  # type: ignore[no-untyped-def]  # the page's own type
    assert desk.window.work is not None
    desk.window.work.served.set_customer(customer)
    desk.go(routes.OpenCustomer())
    return desk.window.pages.make(desk.window.pages.customer)


def stopping_days(desk: BusyDesk) -> None:
    _stock(desk, "DLX", "")
    desk.window.pages.make(desk.window.pages.stock).foot.reason.edit.setText("private wedding")


def keeping_rooms_back(desk: BusyDesk) -> None:
    _stock(desk, "DLX", "201, 203")
    page = desk.window.pages.make(desk.window.pages.stock)
    page.foot.units.entered.emit()
    page.foot.reason.edit.setText("painting")
    page.foot.reason.edit.setFocus()


def lifting_a_block(desk: BusyDesk) -> None:
    ahead = next(desk.days)
    day, offering = desk.counter.day(ahead), desk.counter.offering("DLX")
    ids = desk.counter.units("DLX", "204")
    block = desk.gateway.built.services.block_units
    block(offering.id, ids, day, day, "painting", actor=desk.counter.actor)
    _stock(desk, "DLX", "", ahead)
    page = desk.window.pages.make(desk.window.pages.stock)
    page.blocks.setCurrentCell(0, 0)
    page.blocks.setFocus()


def cancelling_a_departure(desk: BusyDesk) -> None:
    _stock(desk, "GOA21", "")
    page = desk.window.pages.make(desk.window.pages.stock)
    page.foot.want(Act.CANCEL)
    page.foot.reason.edit.setText("landslide")
    page.foot.primary.setFocus()


def _stock(desk: BusyDesk, code: str, units: str, ahead: int | None = None) -> None:
    desk.go(routes.OpenStock())
    page = desk.window.pages.make(desk.window.pages.stock)
    day = desk.counter.day(ahead or next(desk.days))
    for box, entry in ((page.what, code), (page.days, f"{day:%d %b %Y}"), (page.foot.units, units)):
        box.edit.setText(entry)
        if box is not page.foot.units:
            box.typed.emit(entry)
            box.entered.emit()
        desk.settle()


def keeping_keys(desk: BusyDesk) -> None:
    desk.go(routes.OpenSetup())
    page = desk.window.pages.make(desk.window.pages.setup)
    page.keys.key_id.edit.setText("rzp_live_Ab12Cd34Ef56Gh")
    page.keys.secret.edit.setText("a-secret")
    page._try()
    desk.settle()


def forgetting_keys(desk: BusyDesk) -> None:
    desk.keyring.kept = "56Gh"
    desk.go(routes.GoHome())
    desk.go(routes.OpenSetup())
    page = desk.window.pages.make(desk.window.pages.setup)
    page.refresh()
    desk.settle()
    if not page._sure:
        page._forget()
    page.keys.forget_button.setFocus()


def quoting(desk: BusyDesk) -> None:
    assert desk.window.work is not None
    desk.window.work.served.set_customer(desk.customer(POOR))
    day = desk.counter.day(next(desk.days))
    desk.go(routes.OpenQuote(f"dlx {day:%d %b}"))
    desk.window.pages.make(desk.window.pages.quote).session.pricing.hurry()


PAGES: dict[str, Callable[[BusyDesk], None]] = {
    "holds of the desk": holds_of_the_desk,
    "quote": quoting,
    "payment of a rest": rest_to_pay,
    "payment from the wallet": wallet_pays,
    "payment while a code is shown": code_shown,
    "hold that is over": hold_that_is_over,
    "cancellation": cancelling,
    "slip of a card refund": slip_missing,
    "wrong tender": wrong_tender,
    "moving": moving,
    "money of a departure": money_of_a_departure,
    "decisions": decision,
    "top-up": top_up,
    "top-up taken back": top_up_taken_back,
    "stopping days": stopping_days,
    "keeping rooms back": keeping_rooms_back,
    "lifting a block": lifting_a_block,
    "cancelling a departure": cancelling_a_departure,
    "keeping live keys": keeping_keys,
    "forgetting live keys": forgetting_keys,
}
# One desk serves the pages of one kind: making it takes as long as its keys.
KINDS = {
    "sale": tuple(PAGES)[:6],
    "money back": tuple(PAGES)[6:12],
    "wallet": tuple(PAGES)[12:14],
    "stock": tuple(PAGES)[14:18],
    "set-up": tuple(PAGES)[18:],
}
# The key that does it, once nothing else is missing, and the use case that is asked for.
ACTS: dict[str, tuple[Key | str, str]] = {
    "holds of the desk": (Key.Key_Delete, "release_hold"),
    "quote": (Key.Key_Return, "place_hold"),
    "payment of a rest": (Key.Key_F9, "begin_gateway_payment"),
    "payment from the wallet": (Key.Key_Return, "take_payment"),
    "payment while a code is shown": ("s", "stop_gateway_payment"),
    "hold that is over": (Key.Key_F9, "hold_again"),
    "cancellation": (Key.Key_F9, "cancel_booking"),
    "slip of a card refund": (Key.Key_Return, "enter_refund_slip"),
    "wrong tender": (Key.Key_Return, "correct_tender"),
    "moving": (Key.Key_F9, "move_booking_lines"),
    "money of a departure": (Key.Key_F9, "refund_departure"),
    "decisions": ("1", "resolve_case"),
    "top-up": (Key.Key_Return, "top_up_wallet"),
    "top-up taken back": (Key.Key_Return, "reverse_top_up"),
    "stopping days": (Key.Key_F9, "stop_sale"),
    "keeping rooms back": (Key.Key_F9, "block_units"),
    "lifting a block": (Key.Key_Delete, "lift_block"),
    "cancelling a departure": (Key.Key_F9, "cancel_departure"),
    "keeping live keys": (Key.Key_F9, "keep_live_keys"),
    "forgetting live keys": (Key.Key_Return, "forget_live_keys"),
}
