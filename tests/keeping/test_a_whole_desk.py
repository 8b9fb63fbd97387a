"""A desk as the window opens it, over books that were put back or taken away."""

import shutil
from pathlib import Path

import pytest

from desktop.bootstrap import open_desk
from desktop.config import Config
from desktop.paths import Paths
from desktop.services.events import Event
from desktop.services.halted import SalesHalted


def ignore(_event: Event) -> None:
    """Take an event."""


def test_a_practice_that_was_thrown_away_begins_anew_after_one_key(tmp_path: Path) -> None:
    config = Config(Paths(tmp_path / "data", given_marks=tmp_path / "marks"))
    with open_desk(config, ignore) as desk:
        desk.services.save_customer("9812345670", "Devika", actor=desk.services.actor())
    shutil.rmtree(tmp_path / "data")
    with open_desk(config, ignore) as desk:
        services = desk.services
        with pytest.raises(SalesHalted):
            services.save_customer("9812345670", "Devika", actor=services.actor())
        loss = services.read_condition().mark.loss
        assert loss is not None
        services.accept_loss(loss, actor=services.actor())
        assert services.read_condition().halts == ()
        assert services.list_offerings()
        services.save_customer("9812345670", "Devika", actor=services.actor())
        assert all(line.passed for line in services.audit())


def test_the_folder_of_yesterday_halts_a_whole_desk(tmp_path: Path) -> None:
    config = Config(Paths(tmp_path / "data", given_marks=tmp_path / "marks"))
    with open_desk(config, ignore) as desk:
        assert desk.services.read_condition().halts == ()
    shutil.copytree(tmp_path / "data", tmp_path / "yesterday")
    with open_desk(config, ignore) as desk:
        desk.services.save_customer("9812345670", "Devika", actor=desk.services.actor())
    shutil.rmtree(tmp_path / "data")
    shutil.copytree(tmp_path / "yesterday", tmp_path / "data")
    with open_desk(config, ignore) as desk:
        (halt,) = desk.services.read_condition().halts
        assert halt.facts["records"] >= 1
        loss = desk.services.read_condition().mark.loss
        assert loss is not None
        desk.services.accept_loss(loss, actor=desk.services.actor())
        desk.services.save_customer("9812345670", "Devika", actor=desk.services.actor())
