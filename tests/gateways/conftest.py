"""The real adapter, against the practice gateway on this computer or against prepared answers."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from requests.adapters import HTTPAdapter

from desktop.practice.server import PracticeServer
from desktop.services.gateways.rate_limit import RateLimit
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.practice_driver import MachineClock, PracticeDriver
from tests.gateways.stub_transport import StubTransport

SAMPLE_TIME = datetime(2021, 6, 14, 9, 0, tzinfo=UTC)
KEY_ID = "rzp_test_practice00000"
KEY_SECRET = "practice-secret"
LIVE_KEY_ID = "rzp_live_0123456789abcd"
LIVE_SECRET = "LiveSecretOfNobody123456"
# To connect, and to read: reading is what a hanging gateway is given up at.
UNHURRIED, HURRIED = (60.0, 60.0), (60.0, 1.5)

MakeGateway = Callable[..., RazorpayGateway]


@pytest.fixture(scope="session")
def practice_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeServer]:
    with PracticeServer(tmp_path_factory.mktemp("gateway") / "practice.sqlite3") as server:
        yield server


@pytest.fixture
def practice(practice_server: PracticeServer) -> Iterator[PracticeDriver]:
    """An empty practice account whose clock stands still."""
    driver = PracticeDriver(practice_server.base_url)
    driver.reset()
    yield driver
    driver.close()


@pytest.fixture
def machine_clock(practice: PracticeDriver) -> MachineClock:
    """This machine's clock, which agrees with the gateway's until a test sets one of them."""
    return MachineClock(practice.now())


@pytest.fixture
def make_gateway(practice: PracticeDriver, machine_clock: MachineClock) -> Iterator[MakeGateway]:
    """Make an adapter for the practice account; `timeouts_seconds`, `key_secret` and others may be given."""
    made: list[RazorpayGateway] = []

    def make(key_secret: str = KEY_SECRET, **options: object) -> RazorpayGateway:
        chosen = {"timeouts_seconds": UNHURRIED, "rate_limit": unlimited(), "base_url": practice.base_url}
        made.append(
            RazorpayGateway(
                KEY_ID,
                key_secret,
                practice=True,
                now=machine_clock,
                **{**chosen, **options},  # type: ignore[arg-type]  # of several types, by name
            )
        )
        return made[-1]

    yield make
    for gateway in made:
        gateway.close()


@pytest.fixture
def gateway(make_gateway: MakeGateway) -> RazorpayGateway:
    """An adapter that knows the gateway's clock already, as it does after the first answer."""
    made = make_gateway()
    made.disturbances()
    return made


@pytest.fixture
def transport(monkeypatch: pytest.MonkeyPatch) -> StubTransport:
    """Prepared answers in place of every connection."""
    stub = StubTransport()
    monkeypatch.setattr(
        HTTPAdapter, "send", lambda adapter, request, **options: stub.send(adapter, request, **options)
    )
    return stub


@pytest.fixture
def live_gateway(transport: StubTransport) -> Iterator[RazorpayGateway]:
    """The adapter in live mode, over prepared answers."""
    clock = MachineClock(SAMPLE_TIME)
    gateway = RazorpayGateway(LIVE_KEY_ID, LIVE_SECRET, practice=False, now=clock, rate_limit=unlimited())
    transport.answer({"entity": "collection", "count": 0, "items": []})
    gateway.disturbances()  # from here on the gateway's clock is known
    transport.sent.clear()
    yield gateway
    gateway.close()


def unlimited() -> RateLimit:
    return RateLimit(per_second=1e6, burst=1000)
