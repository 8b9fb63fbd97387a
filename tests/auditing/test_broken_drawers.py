"""Shifts and drawers broken by hand, past every guard of the database: their lines see it."""

from collections.abc import Callable

import pytest

from db.database import Database
from tests.auditing.test_broken_money import failed

CLOSED = "UPDATE shift SET CHANGE WHERE closed_at IS NOT NULL"
TO_SAFE = (
    "UPDATE posting SET amount_paise = amount_paise + 100 WHERE entry_id IN"
    " (SELECT id FROM entry WHERE kind = 'shift_closed') AND account_id IN"
    " (SELECT id FROM account WHERE kind = 'safe')"
)
LESS_OVER = TO_SAFE.replace("+ 100", "- 100").replace("'safe'", "'cash_over_and_short'")
NOT_EMPTY = TO_SAFE.replace("'safe'", "'drawer'")
CASH = "house_cash_equals_shifts"
DRAWERS = "accounts_equal_tenders"
MOVES = "drawer_moves_have_entries"


def closed(change: str) -> str:
    """Return the statement that changes the closed shift."""
    return CLOSED.replace("CHANGE", change)


@pytest.mark.parametrize(
    ("lines", "damage"),
    [
        # What went to the safe is another sum than the close tells.
        ({CASH}, f"{TO_SAFE}; {LESS_OVER}"),
        ({CASH}, closed("to_safe_paise = to_safe_paise + 100")),
        ({CASH}, closed("left_paise = left_paise - 100")),
        ({CASH}, closed("opening_difference_paise = 0")),
        # The drawer of a closed shift holds something.
        ({"closed_drawers_are_empty", DRAWERS, CASH}, f"{NOT_EMPTY}; {LESS_OVER}"),
        # Counts are other than what they came to.
        ({"counts_add_up"}, "UPDATE cash_count SET pieces = pieces + 1 WHERE moment = 'closing'"),
        ({"counts_add_up"}, "DELETE FROM cash_count WHERE moment = 'opening'"),
        # A move without its entry, or with another amount.
        ({MOVES, CASH, DRAWERS}, "UPDATE drawer_move SET amount_paise = amount_paise + 100"),
        ({MOVES, CASH}, "UPDATE drawer_move SET entry_id = 'none'"),
        ({MOVES, CASH, DRAWERS}, "DELETE FROM drawer_move"),
        # The seal is not that of the close.
        ({"closes_are_sealed"}, closed("seal_number = seal_number - 1")),
        ({"closes_are_sealed"}, closed("seal_hash = NULL")),
        # What the books had at the close is another sum than what was moved.
        ({DRAWERS, CASH}, closed("expected_paise = expected_paise + 100")),
    ],
)
def test_a_broken_drawer_is_seen(
    database: Database, breaks: Callable[[str], None], lines: set[str], damage: str
) -> None:
    breaks(damage)
    assert failed(database) == lines
