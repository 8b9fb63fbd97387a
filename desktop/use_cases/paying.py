"""The use cases about taking money, following it at the gateway and deciding what went wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypedDict

from db.database import Database
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.disturbance import GatewayState
from desktop.services.events import Publish
from desktop.services.gateways.port import PaymentGateway
from desktop.services.holding.place_hold import PlaceHold
from desktop.services.paying.call_not_ours import CallNotOurs
from desktop.services.paying.check_gateway_payment import CheckGatewayPayment
from desktop.services.paying.list_gateway_days import ListGatewayDays
from desktop.services.paying.list_open_cases import ListOpenCases
from desktop.services.paying.poll_downtimes import PollDowntimes
from desktop.services.paying.reconcile_payments import ReconcilePayments
from desktop.services.paying.remake_booking import RemakeBooking
from desktop.services.paying.resolve_case import ResolveCase
from desktop.services.paying.revoke_foreign_rule import ListForeignRules, RevokeForeignRule
from desktop.services.paying.send_link import SendLink
from desktop.services.paying.sweep_gateway import SweepGateway
from desktop.services.paying.take_payment import TakePayment
from desktop.services.quoting.make_quote import MakeQuote
from desktop.use_cases.given import Given


@dataclass(frozen=True, slots=True)
class Following:
    """What follows the gateway's money and is called by other use cases, too."""

    send_link: SendLink
    check: CheckGatewayPayment
    resolve_case: ResolveCase
    reconcile: ReconcilePayments
    downtimes: PollDowntimes


def follow_money(
    database: Database,
    gateway: PaymentGateway,
    desk: DeskSettings,
    publish: Publish,
    downtimes: PollDowntimes,
) -> Following:
    """Build what follows the gateway's money, each once."""
    send_link = SendLink(database, gateway, publish)
    check = CheckGatewayPayment(database, gateway, desk, send_link, publish)
    remake = RemakeBooking(database, desk, MakeQuote(database), PlaceHold(database, publish))
    resolve_case = ResolveCase(database, gateway, desk, publish, remake)
    sweep = SweepGateway(database, gateway, desk, publish)
    reconcile = ReconcilePayments(database, gateway, desk, check, sweep, resolve_case, publish)
    return Following(send_link, check, resolve_case, reconcile, downtimes)


class PayingCases(TypedDict):
    """Its fields in `Services`."""

    take_payment: TakePayment
    check_gateway_payment: CheckGatewayPayment
    show_gateway: Callable[[], GatewayState]
    list_open_cases: ListOpenCases
    resolve_case: ResolveCase
    call_not_ours: CallNotOurs
    list_foreign_rules: ListForeignRules
    revoke_foreign_rule: RevokeForeignRule
    reconcile: ReconcilePayments
    list_gateway_days: ListGatewayDays


def paying_cases(given: Given, follow: Following) -> PayingCases:
    """Return how money is taken, followed and put right."""
    database, publish = given.database, given.publish
    return {
        "take_payment": TakePayment(database, given.desk, publish),
        "check_gateway_payment": follow.check,
        "show_gateway": follow.downtimes.last,
        "list_open_cases": ListOpenCases(database),
        "resolve_case": follow.resolve_case,
        "call_not_ours": CallNotOurs(database, publish),
        "list_foreign_rules": ListForeignRules(database),
        "revoke_foreign_rule": RevokeForeignRule(database, publish),
        "reconcile": follow.reconcile,
        "list_gateway_days": ListGatewayDays(database),
    }
