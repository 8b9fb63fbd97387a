"""Names of ledgers and settings for the accountant: one CSV file that is saved, edited and read again."""

import csv
import io
from dataclasses import asdict, dataclass, field, fields

from db import accountant, journal, taxes
from db.accountant import AccountantRules
from db.actor import Actor
from db.database import Database
from desktop.services.domain.cells import QUOTE, csv_text
from desktop.services.domain.permission import ManagerAct
from desktop.services.return_errors import NamesNotRead
from desktop.services.returns.ledgers import DUTIES, is_ledger, ledger_of, levy_key, sales_key
from desktop.services.returns.ledgers import USUAL as USUAL_LEDGERS
from desktop.services.steps.check_permission import check_permission

HEAD = ("what", "key", "name", "group")
LEDGER, SETTING = "ledger", "setting"
NAME_MAX = 99
HALF = 2


class ShowNames:
    """Read every name of a ledger, and the settings, as the file to be edited."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> str:
        """Return the file: settings, the ledgers of accounts, and those of each class and rate on sale."""
        with self._database.read() as session:
            rules, names = accountant.rules(session), accountant.ledger_names(session)
            rates = {(row.tax_class, row.rate_bp) for row in taxes.rates(session)}
        keys = [*USUAL_LEDGERS]
        for tax_class, rate_bp in sorted(rates):
            keys.append(sales_key(tax_class, rate_bp))
            keys += [
                levy_key(levy, rate_bp if levy == "igst" else rate_bp // HALF) for levy in DUTIES if rate_bp
            ]
        found = [ledger_of(key, names) for key in dict.fromkeys((*keys, *names))]
        settings = [(SETTING, name, str(value), "") for name, value in asdict(rules).items()]
        return csv_text((HEAD, *settings, *((LEDGER, one.key, one.name, one.group) for one in found)))


class KeepNames:
    """Read such a file and keep what it says. A ledger that it does not name has its usual name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, text: str, *, actor: Actor) -> int:
        """Return how many names differ from the usual ones. Raises NamesNotRead and NotPermitted."""
        told = _told(text)
        with self._database.write(actor) as session:
            names = {key: name for key, name in told.names.items() if name != ledger_of(key, {}).name}
            before = accountant.rules(session), accountant.ledger_names(session)
            if (told.rules, names) == before:
                return len(names)
            check_permission(session, ManagerAct.KEEP_HOUSE, f"ledgers {len(names)} {told.rules}")
            accountant.write_rules(session, told.rules)
            accountant.write_ledger_names(session, names)
            journal.record(session, "LEDGERS_NAMED", {"names": names, "rules": asdict(told.rules)})
        return len(names)


@dataclass
class _Told:
    settings: dict[str, str | int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    @property
    def rules(self) -> AccountantRules:
        usual = AccountantRules()
        value = {**asdict(usual), **self.settings}
        return AccountantRules(
            gstr1_version=str(value["gstr1_version"]),
            b2cl_over_paise=int(value["b2cl_over_paise"]),
            advances_with_tax=int(value["advances_with_tax"]),
            advances_in_table_12=int(value["advances_in_table_12"]),
            tally_company=str(value["tally_company"]),
            tally_summary=int(value["tally_summary"]),
        )


def _told(text: str) -> _Told:
    told = _Told()
    try:
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True))
    except csv.Error as error:
        raise NamesNotRead(1) from error
    if not rows or tuple(rows[0]) != HEAD:
        raise NamesNotRead(1)
    for number, row in enumerate(rows[1:], start=2):
        if not any(row):
            continue
        what, key, name = (cell.removeprefix(QUOTE).strip() for cell in (*row, "", "", "")[:3])
        if what == SETTING and _keeps(told, key, name):
            continue
        if what != LEDGER or not is_ledger(key) or not 0 < len(name) <= NAME_MAX or key in told.names:
            raise NamesNotRead(number)
        told.names[key] = name
    return told


FLAGS = ("advances_with_tax", "advances_in_table_12", "tally_summary")
SETTINGS = tuple(one.name for one in fields(AccountantRules))
PAISE_MAX = 10**13


def _keeps(told: _Told, key: str, value: str) -> bool:
    """Whether a setting is known, and can be this."""
    if key in told.settings or key not in SETTINGS or len(value) > NAME_MAX or not value.isprintable():
        return False
    usual = getattr(AccountantRules(), key)
    if not isinstance(usual, int):
        told.settings[key] = value
        return bool(value) or key == "tally_company"
    if not (value.isascii() and value.isdecimal()) or int(value) > (1 if key in FLAGS else PAISE_MAX):
        return False
    told.settings[key] = int(value)
    return True
