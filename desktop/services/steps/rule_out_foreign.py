"""Money that a rule calls another program's makes no case; what could be ours is never ruled away."""

from collections.abc import Sequence

from db import foreign_rules, journal
from db.actor import Actor
from db.database import Database, Session
from db.ids import GatewayPaymentId
from desktop.services.domain.foreign_money import names_a_booking, names_in, sign_of
from desktop.services.domain.reconciliation import Ruled
from desktop.services.gateways.port import GatewayPayment

# One transaction holds no more, so that nobody at the desk waits for it.
AT_ONCE = 100


def look_ours(session: Session, foreign: Sequence[GatewayPayment]) -> set[GatewayPaymentId]:
    """Return those that name a booking, payment, instrument or paper of ours anywhere."""
    found = set()
    for first in range(0, len(foreign), AT_ONCE):
        names = {money.id: names_in(money.marked) for money in foreign[first : first + AT_ONCE]}
        ours = foreign_rules.names_of_ours(session, set().union(*names.values()))
        found |= {one for one, words in names.items() if words & ours}
    return found | {money.id for money in foreign if names_a_booking(money.marked)}


def rule_out_foreign(
    database: Database,
    foreign: Sequence[GatewayPayment],
    suspects: set[GatewayPaymentId],
    *,
    actor: Actor,
) -> tuple[Sequence[GatewayPayment], Ruled]:
    """Write down what the rules call another program's; return what they leave, and what they took.

    `suspects` could be ours: no rule is asked about them.
    """
    with database.read() as session:
        if not foreign_rules.list_active(session):
            return foreign, Ruled()
    left: list[GatewayPayment] = []
    count = paise = 0
    for first in range(0, len(foreign), AT_ONCE):
        with database.write(actor) as session:
            rules = foreign_rules.by_sign(session)
            for money in foreign[first : first + AT_ONCE]:
                sign = None if money.id in suspects else sign_of(money.marked)
                rule_id = rules.get((sign.field, sign.text)) if sign else None
                if rule_id is None:
                    left.append(money)
                elif foreign_rules.rule_out(session, rule_id, money.id, money.amount_paise):
                    count, paise = count + 1, paise + money.amount_paise
                    content = {
                        "gateway_payment": money.id,
                        "amount_paise": money.amount_paise,
                        "rule": rule_id,
                    }
                    journal.record(session, "PAYMENT_RULED_NOT_OURS", content)
    return left, Ruled(count, paise)
