"""A desk with a practice gateway on each engine, whose money is paid out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.database import Database
from desktop.practice.server import PracticeServer
from desktop.services.domain.desk_settings import DeskSettings
from tests.conftest import Recorder, SteppedClock
from tests.gateway_money.conftest import GatewayDesk, desk_with
from tests.gateway_money.conftest import money_server as money_server


@pytest.fixture
def desk(
    money_server: PracticeServer,
    any_database: Database,
    clock: SteppedClock,
    publish: Recorder,
    tmp_path: Path,
) -> Iterator[GatewayDesk]:
    """Return a desk that can ask for money."""
    facts = DeskSettings("Asia/Kolkata", practice=True)
    yield from desk_with(facts, money_server, any_database, clock, publish, tmp_path)
