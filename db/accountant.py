"""What the house has told for its accountant: names of ledgers, and how returns are written."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.schema import ledger_name, setting


@dataclass(frozen=True, slots=True)
class AccountantRules:
    """Settings where sources differ, each with its usual value.

    `gstr1_version`: what the portal asks for in the head of the file. `b2cl_over_paise`: an invoice to
    another State and to who is not registered stands by itself above it. `advances_with_tax` 1: advances are
    told with the tax in them. `advances_in_table_12` 1: Table 12 counts them. `tally_company`: its name
    there, empty: the open one. `tally_summary` 1: one voucher a day for all who are not registered.
    """

    gstr1_version: str = "GST3.2.2"
    b2cl_over_paise: int = 1_00_000_00
    advances_with_tax: int = 0
    advances_in_table_12: int = 0
    tally_company: str = ""
    tally_summary: int = 0


PREFIX = "accountant_"
NAMES = {f"{PREFIX}{rule.name}": rule.name for rule in fields(AccountantRules)}


def rules(session: Session) -> AccountantRules:
    """Return the settings."""
    rows = session.execute(select(setting.c.name, setting.c.value).where(setting.c.name.in_(NAMES)))
    told = {NAMES[row.name]: str(row.value) for row in rows}
    usual = AccountantRules()
    return AccountantRules(
        gstr1_version=told.get("gstr1_version", usual.gstr1_version),
        b2cl_over_paise=int(told.get("b2cl_over_paise", usual.b2cl_over_paise)),
        advances_with_tax=int(told.get("advances_with_tax", usual.advances_with_tax)),
        advances_in_table_12=int(told.get("advances_in_table_12", usual.advances_in_table_12)),
        tally_company=told.get("tally_company", usual.tally_company),
        tally_summary=int(told.get("tally_summary", usual.tally_summary)),
    )


def write_rules(session: Session, new: AccountantRules) -> None:
    """Keep these settings."""
    make = postgresql.insert if session.on_server else sqlite.insert
    for name, rule in NAMES.items():
        row = {"name": name, "value": str(getattr(new, rule)), "home": session.home}
        kept = make(setting).values(row)
        session.execute(
            kept.on_conflict_do_update(index_elements=["name"], set_={"value": kept.excluded.value})
        )


def ledger_names(session: Session) -> dict[str, str]:
    """Return what ledgers are called there, by what they are here; without a row the usual name counts."""
    rows = session.execute(select(ledger_name.c.ledger, ledger_name.c.name))
    return {row.ledger: row.name for row in rows}


def write_ledger_names(session: Session, names: Mapping[str, str]) -> None:
    """Let these be all the names that differ from the usual ones."""
    session.execute(delete(ledger_name))
    rows = [{"ledger": ledger, "name": name, "home": session.home} for ledger, name in names.items()]
    if rows:
        session.execute(insert(ledger_name), rows)
