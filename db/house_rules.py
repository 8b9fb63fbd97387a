"""Limits that a house sets for itself, as data: each has a row in `setting` or its usual value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from sqlalchemy import insert, select, update

from db.database import Session
from db.schema import setting


@dataclass(frozen=True, slots=True)
class HouseRules:
    """How long a sale can be voided, and how far the house may move a start before all comes back.

    A top-up of more than `unusual_top_up_paise` is asked about once before it is taken. `cash_to_rupee` 1:
    the last cash of a sale, and cash that goes back, is rounded to the rupee.

    What the law counts of cash: so much from one person in a day, for one booking or one occasion is refused
    (`cash_stop_paise`), and from `cash_near_percent` of it on it is told before the cash is counted; so much
    unspent cash in a wallet is a deposit and refused (`cash_deposit_paise`), and not given back in cash
    (`cash_repay_paise`); from `cash_pan_paise` for a hotel bill on the PAN is asked. By the gateway's UPI
    code no more than `gateway_upi_paise` is asked at once.

    `invoice_at_supply_*` 1: the invoice of such a sale is made when it was supplied, 0: when it is paid. A
    sale below `small_sale_paise` to who is not registered has no invoice of its own; 0: every sale has. From
    a value of `address_from_paise` on the invoice to who is not registered names address and State.
    """

    void_minutes: int = 15
    moved_minutes: int = 30
    unusual_top_up_paise: int = 20_000_00
    cash_to_rupee: int = 0
    cash_stop_paise: int = 2_00_000_00
    cash_near_percent: int = 90
    cash_deposit_paise: int = 20_000_00
    cash_repay_paise: int = 20_000_00
    cash_pan_paise: int = 50_000_00
    gateway_upi_paise: int = 1_00_000_00
    invoice_at_supply_room: int = 1
    invoice_at_supply_bus: int = 0
    invoice_at_supply_tour: int = 0
    small_sale_paise: int = 0
    address_from_paise: int = 50_000_00


NAMES = {f"rule_{rule.name}": rule.name for rule in fields(HouseRules)}


def read(session: Session) -> HouseRules:
    """Return the house's rules."""
    rows = session.execute(select(setting.c.name, setting.c.value).where(setting.c.name.in_(NAMES)))
    return rules_from((row.name, row.value) for row in rows)


def rules_from(rows: Iterable[tuple[str, str]]) -> HouseRules:
    """Return the rules that rows of `setting` tell, by name and value."""
    return HouseRules(**{NAMES[name]: int(value) for name, value in rows})


def write(session: Session, told: Mapping[str, int], *, change: bool) -> tuple[int, int, int]:
    """Set the rules that are told, by their names here; return how many were added, changed and stay.

    With `change` off a rule that has a row keeps it.
    """
    stored = {
        row.name: row.value
        for row in session.execute(select(setting.c.name, setting.c.value).where(setting.c.name.in_(NAMES)))
    }
    added = changed = 0
    for name, value in ((row, str(told[rule])) for row, rule in NAMES.items() if rule in told):
        if name not in stored:
            session.execute(insert(setting), {"name": name, "value": value, "home": session.home})
            added += 1
        elif change and stored[name] != value:
            session.execute(update(setting).where(setting.c.name == name).values(value=value))
            changed += 1
    return added, changed, len(told) - added - changed
