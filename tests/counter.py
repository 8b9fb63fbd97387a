"""A clerk at the sample's counter: every act of a sale in one short call."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from db.actor import Actor
from db.database import Database
from db.ids import PaymentId, RequestKey, UnitId
from db.schema import journal, metadata
from db.states import Kind, Tender
from desktop.services.auditing.audit_database import AuditDatabase
from desktop.services.cancelling.cancel_booking import CancelBooking
from desktop.services.cancelling.preview_cancellation import PreviewCancellation
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.domain.booking import Booking, Hold
from desktop.services.domain.cancellation import CancellationResult, RefundPlan
from desktop.services.domain.catalogue import Availability, Offering
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest, TenderPart
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import BasketItem, Quote, QuoteRequest
from desktop.services.events import Event
from desktop.services.holding.place_hold import PlaceHold
from desktop.services.holding.release_expired_holds import ReleaseExpiredHolds
from desktop.services.paying.take_payment import TakePayment
from desktop.services.quoting.make_quote import MakeQuote
from desktop.services.records.booking_record import read_booking
from tests.actors import actor_of
from tests.cash_limits import USUAL_PAISE, lift_deposits

ZONE = "Asia/Kolkata"


def parts_of(**fields: Any) -> tuple[TenderPart, ...]:
    """Return the parts of a payment from fields named by tender: cash_paise, cash_received_paise, ..."""
    parts = (
        TenderPart(
            tender,
            fields.pop(f"{tender}_paise", 0),
            fields.pop(f"{tender}_reference", ""),
            fields.pop(f"{tender}_received_paise", None),
            fields.pop(f"{tender}_rounding_paise", 0),
        )
        for tender in Tender
    )
    found = tuple(part for part in parts if part != TenderPart(part.tender, 0))
    assert not fields, fields
    return found


FACTS = DeskSettings(ZONE, practice=True)


@dataclass
class Counter:
    """Sells on one database. `now` is the clock that the database was opened with."""

    database: Database
    now: Callable[[], datetime]
    publish: Callable[[Event], None]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    offerings: dict[str, Offering] = field(default_factory=dict)

    @property
    def actor(self) -> Actor:
        """The clerk at this desk."""
        return actor_of(self.database)

    def key(self) -> str:
        """Return a request key that nobody has used."""
        return f"act-{next(self.numbers)}"

    def day(self, ahead: int) -> date:
        """Return the day at the site that is so many days ahead."""
        return self.now().astimezone(ZoneInfo(ZONE)).date() + timedelta(days=ahead)

    def offering(self, code: str) -> Offering:
        """Return the offering with this code."""
        if not self.offerings:
            self.offerings = {one.code: one for one in ListOfferings(self.database)()}
        return self.offerings[code]

    def look(self, code: str, ahead: int = 5, nights: int = 1, wanted: int = 1) -> Availability:
        """Look at the nights, the departure or the date."""
        offering = self.offering(code)
        first = self.day(ahead)
        last = first + timedelta(days=nights) if offering.kind is Kind.ROOM else first
        return FindAvailability(self.database)(offering.id, first, last, wanted)

    def free(self, code: str, ahead: int = 5, nights: int = 1) -> int:
        """Return how many units are free."""
        return self.look(code, ahead, nights).free_count

    def units(self, code: str, *names: str) -> tuple[UnitId, ...]:
        """Return the ids of the named units."""
        ids = {cell.unit.name: cell.unit.id for cell in self.look(code).cells}
        return tuple(ids[name] for name in names)

    def item(self, code: str, *names: str, ahead: int = 5, nights: int = 1, **fields: Any) -> BasketItem:
        """Return an item: the named units, or the one that is proposed."""
        unit_ids = self.units(code, *names) or self.look(code, ahead, nights).suggested_unit_ids
        first = self.day(ahead)
        values = {"last_day": first + timedelta(days=nights), **fields}
        return BasketItem(self.offering(code).id, unit_ids, first, **values)

    def quote(self, *items: BasketItem, promo: str = "", customer: Customer | None = None) -> Quote:
        """Quote a basket; one Deluxe night if none is given."""
        basket = items or (self.item("DLX"),)
        customer_id = customer.id if customer else None
        return MakeQuote(self.database)(QuoteRequest(basket, promo, customer_id), actor=self.actor)

    def customer(self, wallet_paise: int = 0, mobile: str = "9876543210", name: str = "Asha") -> Customer:
        """Return a customer with so much in the wallet."""
        customer = SaveCustomer(self.database)(mobile, name, actor=self.actor)
        if wallet_paise >= USUAL_PAISE:
            lift_deposits(self.database)
        if wallet_paise:
            return TopUpWallet(self.database)(
                customer.id, wallet_paise, RequestKey(self.key()), actor=self.actor
            )
        return customer

    def hold(self, quote: Quote | None = None, customer: Customer | None = None, key: str = "") -> Hold:
        """Hold a quote, or one Deluxe night."""
        who = customer or self.customer()
        what = quote or self.quote()
        return PlaceHold(self.database, self.publish)(
            what.id, who.id, RequestKey(key or self.key()), actor=self.actor
        )

    def pay(self, hold: Hold, key: str = "", **tenders: Any) -> PaymentResult:
        """Take the tenders; everything in cash if none is given. `slip_again` is the request's own."""
        slip_again: bool = tenders.pop("slip_again", False)
        if not tenders:
            tenders = {"cash_paise": hold.total_paise}
        parts = parts_of(**tenders)
        request = TakePaymentRequest(hold.booking_id, RequestKey(key or self.key()), parts, slip_again)
        return TakePayment(self.database, FACTS, self.publish)(request, actor=self.actor)

    def plan(self, hold: Hold, numbers: Collection[int] = (), *, void: bool = False) -> RefundPlan:
        """Preview the cancellation of some lines, or of all that can end."""
        return PreviewCancellation(self.database)(hold.booking_id, numbers, void=void)

    def cancel(
        self,
        hold: Hold,
        plan: RefundPlan | None = None,
        to_wallet: frozenset[PaymentId] = frozenset(),
        key: str = "",
        reason: str = "plans changed",
    ) -> CancellationResult:
        """Cancel by the plan as it is now."""
        cancel = CancelBooking(self.database, FACTS, self.publish)
        return cancel(
            hold.booking_id,
            reason,
            plan or self.plan(hold),
            to_wallet,
            RequestKey(key or self.key()),
            actor=self.actor,
        )

    def sweep(self) -> int:
        """Write the ends of holds down."""
        return ReleaseExpiredHolds(self.database, self.publish)(actor=self.actor)

    def booking(self, hold: Hold) -> Booking:
        """Return the booking as it is now."""
        with self.database.read() as session:
            return read_booking(session, hold.booking_id)

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return the whole content of the database, to see that nothing changed."""
        with self.database.read() as session:
            return {
                name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
                for name, table in metadata.tables.items()
                if name not in ("slot", "unit")
            }

    def told(self) -> list[tuple[str, str]]:
        """Return tag and content of every record of the journal, the oldest first."""
        with self.database.read() as session:
            rows = session.execute(select(journal.c.tag, journal.c.content).order_by(journal.c.number))
            return [(row.tag, row.content) for row in rows]

    def faults(self) -> list[str]:
        """Return what the audit finds."""
        lines = AuditDatabase(self.database)()
        return [f"{line.name}: {fault}" for line in lines for fault in line.faults]
