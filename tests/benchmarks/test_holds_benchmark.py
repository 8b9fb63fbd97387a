"""The benchmark of holds in its shortest form: its figures are there, and nothing is sold twice."""

import pytest

from tests.benchmarks import holds


def test_two_processes_hold_in_a_house_that_is_part_full(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holds, "ROUNDS", 1)
    monkeypatch.setattr(holds, "BARE_PER_ROUND", 20)
    found = holds.measure(empty_url, processes=2, existing=1_000)
    assert (found.errors, found.oversold, found.existing) == (0, 0, 1_000)
    assert found.holds == 2 * holds.HOLDS_PER_ROUND
    assert found.holds_per_s > 0
    assert found.bare_commits_per_s > 0
    assert 0 < found.p50_ms <= found.p99_ms
    keys = {"holds_per_s", "bare_commits_per_s", "ratio", "p50_ms", "p99_ms", "errors", "oversold"}
    assert keys <= set(vars(found)) | set(found.__dataclass_fields__)
