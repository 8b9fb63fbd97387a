"""A house that takes more cash into wallets than the law's usual limits: for tests about other things."""

from db import catalogue, house_rules
from db.database import Database
from tests.actors import actor_of

USUAL_PAISE = 20_000_00
LIFTED_PAISE = 100_00_000_00


def lift_deposits(database: Database) -> None:
    """Let a wallet hold as much cash as a test wants, and give it back in cash."""
    lifted = {"cash_deposit_paise": LIFTED_PAISE, "cash_repay_paise": LIFTED_PAISE}
    with database.write(actor_of(database)) as session:
        catalogue.lock(session)  # as an import does, for the desks of another process may lift them as well
        house_rules.write(session, lifted, change=True)
