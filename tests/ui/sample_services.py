"""Services for the windows' tests: every use case refuses until a test puts its own in."""

from dataclasses import fields
from typing import Any

from db.actor import Actor
from db.ids import DeskId
from desktop.services.application import Services
from desktop.services.domain.cash_law import CashCounter, CashRoom
from desktop.services.domain.condition import Condition
from desktop.services.domain.customer_bookings import CustomerBookings
from desktop.services.domain.disturbance import GatewayState
from desktop.services.domain.list_rules import ListRules
from desktop.services.domain.returns import RegistrationsKnown
from desktop.services.domain.shift import DrawerSight, ShiftNow

CLERK = Actor("meena", DeskId("desk-1"))


def sample_services() -> Services:
    """Return Services of which every call is a fault of the test.

    A test puts its own in with `dataclasses.replace`, so that mypy holds each to the use case's signature.
    """
    facts: dict[str, Any] = {
        "desk_code": "D1",
        "actor": lambda: CLERK,
        "practice": True,
        "time_zone": "Asia/Kolkata",
        "phone_url": "http://127.0.0.1:49152/phone",
        "show_gateway": lambda: GatewayState(None, ()),
        "show_business": lambda: None,
        "list_documents": lambda _booking_id: (),
        "is_locked": lambda: False,
        "list_recoveries": lambda: (),
        "read_condition": Condition,
        "list_gateway_days": lambda: (),
        "find_bookings": lambda _line: (),
        "drawer_holds": lambda _need, _actor: DrawerSight(is_enough=True),
        "show_shift": lambda _actor: ShiftNow(None, 0),
        "list_open_shifts": lambda: (),
        "list_top_ups": lambda _customer_id: (),
        "list_customer_bookings": lambda _customer_id: CustomerBookings((), 0),
        "list_house_accounts": lambda: (),
        "read_cash_room": lambda _booking_id: CashRoom(dict.fromkeys(CashCounter, 0), 2_00_000_00, 90),
        "show_deposit_terms": lambda _booking_id: None,
        "list_overdue": lambda: (),
        "preview_buyer_change": lambda _booking_id: None,
        "list_due_invoices": lambda: (),
        "list_registrations": lambda: RegistrationsKnown((), ()),
        "list_deposit_rules": lambda: (),
        "find_company": lambda _customer_id: None,
        "list_stuck_papers": lambda _actor: (),
        "list_printers": lambda _actor: (),
        "list_print_jobs": lambda _actor: (),
        "read_mail_server": lambda: None,
        "unusual_top_up_paise": lambda: 20_000_00,
        "show_list_rules": ListRules,
    }
    values = {field.name: _missing(field.name) for field in fields(Services)}
    return Services(**(values | facts))


def _missing(name: str) -> Any:
    def refuse(*_arguments: object) -> None:
        raise AssertionError(f"{name} was called and the test gives none")

    return refuse
