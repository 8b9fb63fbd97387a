"""ShowListRules, SaveListRules: what the house has set about its lists and its register of guests."""

from db import journal, list_rules
from db.actor import Actor
from db.database import Database, Session
from db.list_rules import ListRulesRow
from desktop.services.domain.list_rules import (
    DAY_MINUTES,
    FORM_HOURS_MAX,
    REGISTER_MONTHS_MAX,
    REGISTER_MONTHS_MIN,
    ListRules,
)
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest
from desktop.services.steps.check_permission import check_permission

NEVER = -1


class ShowListRules:
    """Read the rules."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> ListRules:
        """Return the rules as they are set, or as they are usual."""
        with self._database.read() as session:
            return read_list_rules(session)


class SaveListRules:
    """Put rules in the place of those that are set."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, rules: ListRules, *, actor: Actor) -> ListRules:
        """Return the rules from now on; the same as before is no change. Raises BadRequest, NotPermitted."""
        _check(rules)
        with self._database.write(actor) as session:
            if rules != read_list_rules(session):
                row = _row_of(rules)
                told = " ".join(f"{name}={getattr(row, name)}" for name in list_rules.NAMES.values())
                check_permission(session, ManagerAct.KEEP_HOUSE, f"list_rules {told}")
                list_rules.write(session, row)
                journal.record(session, "LIST_RULES_SAVED", {"rules": told})
        return rules


def read_list_rules(session: Session) -> ListRules:
    """Return the rules of the house."""
    row = list_rules.read(session)
    return ListRules(
        None if row.evening_minute == NEVER else row.evening_minute,
        bool(row.evening_numbers),
        bool(row.paper_hindi),
        bool(row.keeps_register),
        row.register_months,
        row.form_hours,
    )


def _row_of(rules: ListRules) -> ListRulesRow:
    return ListRulesRow(
        NEVER if rules.evening_minute is None else rules.evening_minute,
        int(rules.evening_numbers),
        int(rules.paper_hindi),
        int(rules.keeps_register),
        rules.register_months,
        rules.form_hours,
    )


def _check(rules: ListRules) -> None:
    if rules.evening_minute is not None and not 0 <= rules.evening_minute < DAY_MINUTES:
        raise BadRequest("evening_minute", "out_of_range", least=0, most=DAY_MINUTES - 1)
    if not REGISTER_MONTHS_MIN <= rules.register_months <= REGISTER_MONTHS_MAX:
        raise BadRequest(
            "register_months", "out_of_range", least=REGISTER_MONTHS_MIN, most=REGISTER_MONTHS_MAX
        )
    if not 1 <= rules.form_hours <= FORM_HOURS_MAX:
        raise BadRequest("form_hours", "out_of_range", least=1, most=FORM_HOURS_MAX)
