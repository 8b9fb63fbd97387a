"""What a house has set about its lists and its register of guests: rows in `setting`, or the usual values."""

from dataclasses import dataclass, fields

from sqlalchemy import delete, insert, select

from db.database import Session
from db.schema import setting


@dataclass(frozen=True, slots=True)
class ListRulesRow:
    """Whole numbers by their names; the words of the house's choices stand in services/domain/list_rules.py.

    `evening_minute`: minutes after midnight in the zone of the desk; -1 makes no lists by themselves.
    `register_months`: how long an entry of the register is kept after the guest has left.
    """

    evening_minute: int = 20 * 60
    evening_numbers: int = 0
    paper_hindi: int = 0
    keeps_register: int = 0
    register_months: int = 12
    form_hours: int = 24


NAMES = {f"list_{rule.name}": rule.name for rule in fields(ListRulesRow)}


def read(session: Session) -> ListRulesRow:
    """Return the rules as they are set."""
    rows = session.execute(select(setting.c.name, setting.c.value).where(setting.c.name.in_(NAMES)))
    return ListRulesRow(**{NAMES[row.name]: int(row.value) for row in rows})


def write(session: Session, rules: ListRulesRow) -> None:
    """Put these rules in the place of those that are set."""
    session.execute(delete(setting).where(setting.c.name.in_(NAMES)))
    rows = [
        {"name": name, "value": str(getattr(rules, rule)), "home": session.home}
        for name, rule in NAMES.items()
    ]
    session.execute(insert(setting), rows)
