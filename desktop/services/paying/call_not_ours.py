"""CallNotOurs: one answer for many payments that another program on the same account asked for."""

from collections.abc import Sequence

from db import cases, foreign_rules, journal, ledger
from db.actor import Actor
from db.cases import CaseRow
from db.database import Database, Session
from db.ids import CaseId
from db.states import AccountKind, CaseAnswer, CaseKind, CaseState
from desktop.services.domain.foreign_money import CalledNotOurs
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest
from desktop.services.events import CasesChanged, Publish
from desktop.services.records.case_facts import facts_from_text, sign_from_facts
from desktop.services.steps.check_permission import check_permission


class CallNotOurs:
    """Close the cases of a stranger's payments, and keep a rule for those that will come like them."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, case_ids: Sequence[CaseId], *, actor: Actor, keep_rule: bool = False) -> CalledNotOurs:
        """Close all of them in one transaction; what was decided before stays as it is, and is not counted.

        `keep_rule`: payments known by the same sign make no case from now on. Raises NotPermitted, and
        BadRequest when a case is no stranger's money, or when a rule is wanted and a case carries no sign
        or could be ours; writes nothing then.
        """
        with self._database.write(actor) as session:
            found = cases.lock_many(session, case_ids)
            if len(found) != len(set(case_ids)) or any(one.kind is not CaseKind.FOREIGN for one in found):
                raise BadRequest("answer", "unknown")
            waiting = [case for case in found if case.state is CaseState.OPEN]
            paise = sum(case.amount_paise for case in waiting)
            subject = ",".join(sorted(case.id for case in waiting))
            check_permission(session, ManagerAct.CALL_MONEY_NOT_OURS, subject, amount_paise=paise)
            rules_count = _keep_rules(session, found) if keep_rule else 0
            for case in waiting:
                _close(session, case)
        self._publish(CasesChanged())
        return CalledNotOurs(len(waiting), paise, rules_count)


def _keep_rules(session: Session, found: Sequence[CaseRow]) -> int:
    known = foreign_rules.by_sign(session)
    made = 0
    for sign in dict.fromkeys(sign_from_facts(facts_from_text(case.facts)) for case in found):
        if sign is None:
            raise BadRequest("rule", "unknown")
        if (sign.field, sign.text) not in known:
            rule_id = foreign_rules.add(session, sign.field, sign.text)
            content = {"rule": rule_id, "field": sign.field, "sign": sign.text}
            journal.record(session, "FOREIGN_RULE_MADE", content)
            made += 1
    return made


def _close(session: Session, case: CaseRow) -> None:
    if not cases.resolve(session, case.id, CaseAnswer.NOT_OURS):
        raise AssertionError("a locked case was resolved")
    postings = (
        (ledger.get_account(session, AccountKind.UNRESOLVED_MONEY), case.amount_paise),
        (ledger.get_account(session, AccountKind.GATEWAY), -case.amount_paise),
    )
    ledger.post(session, "unresolved_not_ours", postings)
    content = {
        "case": case.id,
        "kind": case.kind,
        "answer": CaseAnswer.NOT_OURS,
        "amount_paise": case.amount_paise,
        "gateway_payment": case.gateway_payment_id,
    }
    journal.record(session, "CASE_RESOLVED", content)
