"""What each act at the counter asks of its database: counted on both engines, so that nothing grows unseen.

Times of a machine say little; these counts are what a network multiplies. A count that falls is entered here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import Engine

from db.database import Database
from db.engine import open_engine
from db.ids import PaymentId
from db.install import install
from db.migrate import migrate
from db.node_clock import NodeClock
from desktop.practice.server import PracticeServer
from desktop.services.catalogue.create_sample_catalogue import CreateSampleCatalogue
from desktop.services.domain.booking import Hold
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import BasketItem, QuoteRequest
from tests.actors import actor_of, works_at
from tests.conftest import Recorder, SteppedClock
from tests.counter import parts_of
from tests.gateway_money.conftest import GatewayDesk, desk_with
from tests.pace.wire import Count, Wire, listening

# At most so many statements, BEGIN and its end among them; and waits for the server's answer.
# What a sale's papers say is kept with them: for that its lines, its buyer and who sells are read.
MOST = {
    "sqlite": {
        "look": Count(8, 0),
        "quote": Count(12, 0),
        "hold": Count(11, 0),
        "pay from the wallet": Count(45, 0),
        # What the law counts of cash is one statement more.
        "pay in cash": Count(43, 0),
        "begin a gateway payment": Count(22, 0),
        "check a gateway payment": Count(43, 0),
        "preview a cancellation": Count(7, 0),
        # Its papers answer those of the sale: they are read, and each link is a row.
        "cancel": Count(49, 0),
        "what a customer has": Count(3, 0),
    },
    "postgresql": {
        "look": Count(10, 10),
        "quote": Count(14, 14),
        "hold": Count(13, 12),
        "pay from the wallet": Count(47, 40),
        "pay in cash": Count(45, 39),
        "begin a gateway payment": Count(29, 29),
        "check a gateway payment": Count(49, 43),
        "preview a cancellation": Count(10, 10),
        "cancel": Count(51, 46),
        "what a customer has": Count(6, 6),
    },
}
Answer = TypeVar("Answer")


@dataclass
class Counted:
    """A desk that sells, and how much each of its acts asked."""

    desk: GatewayDesk
    wire: Wire
    customer: Customer
    counts: dict[str, Count] = field(default_factory=dict)

    def do(self, name: str, act: Callable[[], Answer]) -> Answer:
        """Count one act."""
        before = self.wire.count()
        answer = act()
        self.counts[name] = self.wire.count() - before
        return answer

    def hold(self, first: date) -> Hold:
        """Look for two nights of one room, quote and hold them."""
        services, last = self.desk.built.services, first + timedelta(days=2)
        offering = next(one for one in services.list_offerings() if one.code == "DLX")
        found = self.do("look", lambda: services.find_availability(offering.id, first, last, 1))
        item = BasketItem(offering.id, found.suggested_unit_ids[:1], first, last)
        request = QuoteRequest((item,), customer_id=self.customer.id)
        quote = self.do("quote", lambda: services.make_quote(request, actor=services.actor()))
        return self.do(
            "hold",
            lambda: services.place_hold(quote.id, self.customer.id, self.desk.key(), actor=services.actor()),
        )

    def sell_and_cancel(self, first: date) -> None:
        """Do every act once."""
        services, key = self.desk.built.services, self.desk.key
        hold = self.hold(first)
        self.do("what a customer has", lambda: services.list_customer_bookings(self.customer.id))
        total = hold.total_paise
        request = TakePaymentRequest(hold.booking_id, key(), parts_of(wallet_paise=total))
        self.do("pay from the wallet", lambda: services.take_payment(request, actor=services.actor()))
        plan = self.do("preview a cancellation", lambda: services.preview_cancellation(hold.booking_id))
        arguments = (hold.booking_id, "plans changed", plan, frozenset[PaymentId](), key())
        self.do("cancel", lambda: services.cancel_booking(*arguments, actor=services.actor()))
        hold = self.hold(first)
        request = TakePaymentRequest(
            hold.booking_id, key(), parts_of(cash_paise=total, cash_received_paise=total)
        )
        self.do("pay in cash", lambda: services.take_payment(request, actor=services.actor()))
        hold = self.hold(first)
        payment = self.do("begin a gateway payment", lambda: self.desk.qr(hold))
        self.desk.practice.pay(self.desk.instrument(payment))
        self.do(
            "check a gateway payment",
            lambda: services.check_gateway_payment(payment.id, actor=services.actor()),
        )


@pytest.fixture
def counted(empty_url: str, tmp_path: Path, publish: Recorder) -> Iterator[Counted]:
    """A desk with the sample catalogue on the node's own clock, which a server is asked for."""
    with listening() as wire, PracticeServer(tmp_path / "practice.sqlite3") as server:
        engine = open_engine(empty_url)
        database = _opened(engine)
        now = datetime.now(UTC)
        CreateSampleCatalogue(database)(now.date(), actor=actor_of(database))
        facts = DeskSettings("Asia/Kolkata", practice=True)
        for desk in desk_with(facts, server, database, SteppedClock(now), publish, tmp_path):
            yield Counted(desk, wire, desk.customer(wallet_paise=50_000_00))
        database.close()


def _opened(engine: Engine) -> Database:
    migrate(engine)
    who = install(engine, desk_code="D1", clerk="clerk")
    clock = NodeClock(engine) if engine.dialect.name == "sqlite" else None
    return works_at(Database(engine, clock=clock, home=who.home), who, "clerk")


def test_no_act_asks_more_of_its_database_than_it_did(counted: Counted) -> None:
    """The second of two sales counts: the first finds what a desk then knows, as the head of its journal."""
    first = datetime.now(UTC).date() + timedelta(days=30)
    counted.sell_and_cancel(first)
    counted.sell_and_cancel(first + timedelta(days=7))
    most = MOST[counted.desk.database.engine.dialect.name]
    grown = {
        name: (count, most[name])
        for name, count in counted.counts.items()
        if count.statements > most[name].statements or count.trips > most[name].trips
    }
    assert grown == {}
    assert counted.counts.keys() == most.keys()
