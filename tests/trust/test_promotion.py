"""The short form of tests/trust/promotion.py; the long one is a command."""

import pytest

from tests.trust.cluster import binaries
from tests.trust.promotion import promote


@pytest.mark.skipif(binaries() is None, reason="no PostgreSQL to start")
def test_a_killed_server_loses_no_sale_that_a_standby_has_confirmed() -> None:
    assert promote("killed", desks=1, sold_before=2).faults() == []
