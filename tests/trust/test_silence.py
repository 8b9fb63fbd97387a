"""The short form of tests/trust/silence.py; the long one is a command."""

import pytest

from tests.trust.cluster import binaries
from tests.trust.silence import lock, silence

needs_server = pytest.mark.skipif(binaries() is None, reason="no PostgreSQL to start")


@needs_server
def test_a_frozen_server_is_told_of_within_five_seconds_and_nothing_is_lost() -> None:
    assert silence("frozen").faults() == []


def test_a_program_that_keeps_the_books_is_told_of_within_five_seconds() -> None:
    assert lock().faults() == []
