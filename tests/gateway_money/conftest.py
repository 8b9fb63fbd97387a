"""A whole desk with the real adapter over a practice gateway, all on one stepped time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from db.database import Database
from db.ids import RequestKey
from db.states import InstrumentKind
from desktop import use_cases
from desktop.config import Config
from desktop.paths import Paths
from desktop.practice.server import PracticeServer
from desktop.released import RELEASED
from desktop.services.domain.booking import Booking, Hold, Payment
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import BasketItem, QuoteRequest
from desktop.services.gateways.rate_limit import RateLimit
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from desktop.services.timing.compare_clocks import CompareClocks
from desktop.use_cases import UseCases
from tests.actors import actor_of, at_desk_of
from tests.cash_limits import USUAL_PAISE, lift_deposits
from tests.conftest import Recorder, SteppedClock
from tests.gateways.practice_driver import PracticeDriver
from tests.marks import mark_of
from tests.practice.client import Client

KEY_ID, KEY_SECRET = "rzp_test_practice00000", "practice-secret"


@dataclass
class GatewayDesk:
    """A desk, its practice gateway, and one step for both clocks."""

    built: UseCases
    practice: PracticeDriver
    clock: SteppedClock
    database: Database
    published: Recorder
    account: Client
    gateway: RazorpayGateway
    count: int = 0

    def step(self, seconds: int) -> None:
        """Let the time pass at the desk and at the gateway."""
        self.clock.advance(seconds)
        self.practice.advance(seconds)

    def key(self) -> RequestKey:
        """Return a request key that was not used before."""
        self.count += 1
        return RequestKey(f"key-{self.count}")

    def customer(self, wallet_paise: int = 0, mobile: str = "9876543210") -> Customer:
        """Return a customer whose wallet holds at least this much."""
        customer = self.built.services.save_customer(mobile, "Asha Verma", actor=self.built.services.actor())
        if wallet_paise >= USUAL_PAISE:
            lift_deposits(self.database)
        if wallet_paise:
            customer = self.built.services.top_up_wallet(
                customer.id, wallet_paise, self.key(), actor=self.built.services.actor()
            )
        return customer

    def hold(self, customer: Customer, *, code: str = "DLX", days_ahead: int = 5) -> Hold:
        """Hold the best unit of an offering."""
        services = self.built.services
        offering = next(one for one in services.list_offerings() if one.code == code)
        day = self.clock().date() + timedelta(days=days_ahead)
        found = services.find_availability(offering.id, day, day + timedelta(days=1), 1)
        item = BasketItem(offering.id, found.suggested_unit_ids[:1], day, day + timedelta(days=1))
        quote = services.make_quote(QuoteRequest((item,), customer_id=customer.id), actor=services.actor())
        return services.place_hold(quote.id, customer.id, self.key(), actor=services.actor())

    def qr(self, hold: Hold, wallet_paise: int = 0) -> Payment:
        """Ask for what is due by a QR code."""
        return self.built.services.begin_gateway_payment(
            hold.booking_id, wallet_paise, InstrumentKind.QR, self.key(), actor=self.built.services.actor()
        )

    def instrument(self, payment: Payment) -> str:
        """Return the id of a payment's instrument, which customers scan."""
        items = [*self.practice.state()["qr_codes"], *self.practice.state()["payment_links"]]
        mine = (
            item["id"]
            for item in items
            if payment.id in (item.get("reference_id"), dict(item["notes"] or {}).get("attempt"))
        )
        return str(next(mine))

    def booking(self, hold: Hold) -> Booking:
        """Return the booking as it is now."""
        return self.built.services.find_booking(hold.booking_id)

    def audit(self) -> None:
        """Fail with the first broken rule."""
        for line in self.built.services.audit():
            assert line.passed, (line.name, line.faults)


@pytest.fixture(scope="session")
def money_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeServer]:
    """One practice gateway for all tests of this folder; each test starts with an empty account."""
    file = tmp_path_factory.mktemp("money") / "practice.sqlite3"
    with PracticeServer(file, key_id=KEY_ID, key_secret=KEY_SECRET) as server:
        yield server


@pytest.fixture
def gateway_desk(
    money_server: PracticeServer, database: Database, clock: SteppedClock, publish: Recorder, tmp_path: Path
) -> Iterator[GatewayDesk]:
    """Return a desk that can ask for money."""
    yield from desk_with(
        DeskSettings("Asia/Kolkata", practice=True), money_server, database, clock, publish, tmp_path
    )


def desk_with(
    facts: DeskSettings,
    server: PracticeServer,
    database: Database,
    clock: SteppedClock,
    publish: Recorder,
    folder: Path,
) -> Iterator[GatewayDesk]:
    """Build a desk of these facts over an empty practice account."""
    driver = PracticeDriver(server.base_url)
    driver.reset()
    gateway = RazorpayGateway(
        KEY_ID,
        KEY_SECRET,
        base_url=server.base_url,
        practice=True,
        now=clock,
        rate_limit=RateLimit(per_second=1_000_000, burst=1_000_000),
        timeouts_seconds=(60.0, 3.0),
    )
    gateway.payments_between(clock(), clock())  # the two clocks differ; the first answer tells by how much
    built = use_cases.build(
        database,
        gateway,
        facts,
        Config(Paths(folder)),
        publish,
        at_desk_of(database),
        lambda _key, _secret: gateway,
        CompareClocks(database, lambda: actor_of(database), released=RELEASED, time_zone="Asia/Kolkata"),
        mark_of(database, folder),
    )
    account = Client(server.base_url)
    yield GatewayDesk(built, driver, clock, database, publish, account, gateway)
    account.close()
    gateway.close()
    driver.close()
