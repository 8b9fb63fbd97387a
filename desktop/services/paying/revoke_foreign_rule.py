"""Rules about other programs' payments: what they are, and how they end."""

from db import cases, foreign_rules, journal, ledger
from db.actor import Actor
from db.database import Database, Session
from db.foreign_rules import ForeignRuleRow, RuledMoney
from db.ids import ForeignRuleId
from db.states import AccountKind, CaseAnswer, CaseKind
from desktop.services.domain.foreign_money import ForeignRule
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest
from desktop.services.events import CasesChanged, Publish
from desktop.services.records.case_facts import CaseFacts, facts_to_text
from desktop.services.steps.check_permission import check_permission

# One transaction holds no more, so that nobody at the desk waits for it.
AT_ONCE = 100


class ListForeignRules:
    """Read the rules that count."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[ForeignRule, ...]:
        """Return every rule with what it has ruled, the oldest first."""
        with self._database.read() as session:
            rows = foreign_rules.list_active(session)
        return tuple(
            ForeignRule(
                row.id, row.field, row.sign, row.made_at, row.made_by, row.ruled_count, row.ruled_paise
            )
            for row in rows
        )


class RevokeForeignRule:
    """End a rule, and ask staff about all that it has ruled."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, rule_id: ForeignRuleId, *, actor: Actor) -> int:
        """Return how many payments wait for a decision again. A second call ends what the first began.

        Raises NotPermitted, and BadRequest for a rule that never was.
        """
        count = 0
        with self._database.write(actor) as session:
            rule = foreign_rules.find(session, rule_id)
            if rule is None:
                raise BadRequest("rule", "unknown", text=rule_id)
            check_permission(session, ManagerAct.CALL_MONEY_NOT_OURS, rule_id)
            if foreign_rules.revoke(session, rule_id):
                content = {"rule": rule_id, "field": rule.field, "sign": rule.sign}
                journal.record(session, "FOREIGN_RULE_REVOKED", content)
        while True:
            with self._database.write(actor) as session:
                ruled = foreign_rules.list_ruled(session, rule_id, AT_ONCE)
                count += sum(_ask_about(session, rule, money) for money in ruled)
            if not ruled:
                break
        self._publish(CasesChanged())
        return count


def _ask_about(session: Session, rule: ForeignRuleRow, money: RuledMoney) -> bool:
    if not foreign_rules.take_back(session, money.gateway_payment_id):
        return False
    postings = (
        (ledger.get_account(session, AccountKind.GATEWAY), money.amount_paise),
        (ledger.get_account(session, AccountKind.UNRESOLVED_MONEY), -money.amount_paise),
    )
    ledger.post(session, "unresolved_money", postings)
    facts: CaseFacts = {
        "gateway_payment": money.gateway_payment_id,
        "found_by": "sweep",
        "sign_field": rule.field,
        "sign": rule.sign,
    }
    cases.open_new(
        session,
        kind=CaseKind.FOREIGN,
        gateway_payment_id=money.gateway_payment_id,
        amount_paise=money.amount_paise,
        proposal=CaseAnswer.LOOK,
        facts=facts_to_text(facts),
    )
    content = {
        "amount_paise": money.amount_paise,
        "gateway_payment": money.gateway_payment_id,
        "kind": CaseKind.FOREIGN,
        "rule": rule.id,
    }
    journal.record(session, "PAYMENT_CASE_OPENED", content)
    return True
