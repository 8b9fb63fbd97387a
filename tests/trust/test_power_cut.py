"""The short form of the power cuts, and a disk that lies."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.trust import power_cut
from tests.trust.power_cut import Disk, carry_out


def test_a_power_cut_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    figures = carry_out(tmp_path, 100, seed=3)
    assert figures.faults == []
    assert figures.states >= 100


def test_a_disk_that_forgets_what_it_has_synced_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lies(before: Disk, _after: Disk, _random: Random, _count: int) -> Iterator[tuple[Disk, bool]]:
        yield before, True

    monkeypatch.setattr(power_cut, "cuts", lies)
    assert carry_out(tmp_path, 5, seed=3).faults == ["commit 1, state 1: neither before nor after"]
