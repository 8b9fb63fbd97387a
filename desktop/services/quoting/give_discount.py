"""GiveDiscount: a promo of its own for the sale on the screen, made before the hold."""

from datetime import timedelta

from db import journal, promos, quotes
from db.actor import Actor
from db.database import Database
from db.ids import QuoteId, SlotId, UnitId
from desktop.services.domain.discount import given_code
from desktop.services.domain.money import share
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.references import new_reference
from desktop.services.errors import BadRequest, NotFound
from desktop.services.records.quote_record import content_from_text
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason

LIVES = timedelta(minutes=15)
PERCENT_MAX = 100


class GiveDiscount:
    """By permission above a limit; the code is good for the quote's units and slots, once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self,
        quote_id: QuoteId,
        reason: str,
        *,
        actor: Actor,
        percent: int | None = None,
        paise: int | None = None,
    ) -> str:
        """Return the code that takes so many per cent, or so many paise, off the quote.

        It takes nothing more off, whatever the price is by then, and lives for 15 minutes. Raises NotFound,
        NotPermitted, BadRequest for a discount that can't be and without a reason.
        """
        why = checked_reason(reason)
        if (percent is None) == (paise is None):
            raise BadRequest("discount", "none")
        if percent is not None and not 1 <= percent <= PERCENT_MAX:
            raise BadRequest("discount", "not_a_share", most=PERCENT_MAX)
        with self._database.write(actor) as session:
            quote = quotes.find(session, quote_id)
            if quote is None:
                raise NotFound("quote", quote_id)
            content = content_from_text(quote.content)
            base_paise = content["base_paise"]
            off = share(base_paise, percent * 100) if percent is not None else paise or 0
            if not 0 < off <= base_paise:
                raise BadRequest("discount", "not_an_amount", most_paise=base_paise)
            cells = [(UnitId(line["unit_id"]), SlotId(line["slot_id"])) for line in content["lines"]]
            code = given_code(new_reference().removeprefix("BK-"), cells)
            rate = percent if percent is not None else -(-off * PERCENT_MAX // base_paise)
            subject = f"{code[-8:]}:{off}"
            check_permission(session, ManagerAct.GIVE_DISCOUNT, subject, amount_paise=off, percent=rate)
            promos.give(
                session,
                code,
                value_paise=off if percent is None else None,
                value_bp=None if percent is None else percent * 100,
                cap_paise=off,
                ends_at=session.now + LIVES,
            )
            told = {
                "promo": code,
                "quote": quote_id,
                "base_paise": base_paise,
                "amount_paise": off,
                "percent": rate,
                "reason": why,
            }
            journal.record(session, "DISCOUNT_GIVEN", told)
        return code
