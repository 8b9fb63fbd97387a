"""The whole program started by a wrong clock: it opens, says so, and sells after one key."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.bootstrap import open_desk
from desktop.config import Config
from desktop.paths import Paths
from desktop.services.domain.clock_state import ClockQuestion
from desktop.services.events import Event
from desktop.services.halted import SalesHalted
from tests.machine import Machine


def ignore(_event: Event) -> None:
    """Take an event."""


def test_a_desk_that_starts_a_month_ahead_opens_and_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine()
    machine.stand_in(monkeypatch)
    config = Config(Paths(tmp_path))
    with open_desk(config, ignore) as desk:
        services = desk.services
        services.save_customer("9812345670", "Devika", actor=services.actor())
        clock = services.read_condition().clock
        assert clock is not None
        assert clock.asks_day
    machine.restart(timedelta(days=30).total_seconds())
    with open_desk(config, ignore) as desk:
        services = desk.services
        with pytest.raises(SalesHalted):
            services.save_customer("9812345671", "Meena", actor=services.actor())
        clock = services.read_condition().clock
        assert clock is not None
        assert clock.state.question is ClockQuestion.LONG_AFTER
        assert services.find_customers("Devika")
        services.confirm_clock(clock.now, actor=services.actor())
        services.save_customer("9812345671", "Meena", actor=services.actor())
        assert services.read_condition().halts == ()
        assert not [line for line in services.audit() if line.faults]
