"""Programs take numbers of papers at once, and some are killed: a short form of tests/races/numbers.py."""

from tests.races.numbers import run


def test_no_number_is_left_out_or_given_twice_though_programs_are_killed(empty_url: str) -> None:
    taken = run(empty_url, acts=6, processes=8)
    assert taken.faults == []
    assert taken.kills > 0
