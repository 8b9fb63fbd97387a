"""The use cases about holds that others see, and customers put right."""

from typing import TypedDict

from desktop.services.catalogue.why_unavailable import WhyUnavailable
from desktop.services.correcting.change_customer import ChangeCustomer, PreviewCustomerChange
from desktop.services.correcting.correct_invoice import CorrectInvoice
from desktop.services.correcting.merge_customers import MergeCustomers, PreviewMerge
from desktop.services.customers.change_number import ChangeNumber
from desktop.services.holding.break_hold import BreakHold, ReadBrokenHold
from desktop.services.holding.extend_hold import ExtendHold
from desktop.services.paying.begin_gateway_payment import BeginGatewayPayment
from desktop.services.paying.send_link import SendLink
from desktop.services.paying.stop_gateway_payment import StopGatewayPayment
from desktop.use_cases.given import Given


class HoldCases(TypedDict):
    """Its fields in `Services`."""

    begin_gateway_payment: BeginGatewayPayment
    stop_gateway_payment: StopGatewayPayment
    extend_hold: ExtendHold
    break_hold: BreakHold
    read_broken_hold: ReadBrokenHold
    why_unavailable: WhyUnavailable
    preview_merge: PreviewMerge
    merge_customers: MergeCustomers
    preview_customer_change: PreviewCustomerChange
    change_customer: ChangeCustomer
    correct_invoice: CorrectInvoice
    change_number: ChangeNumber


def hold_cases(given: Given, send_link: SendLink) -> HoldCases:
    """Return what is done about holds of every desk, and about customers put right.

    An extended hold closes its code and makes it anew: begin and stop are made here for both.
    """
    database, publish = given.database, given.publish
    begin = BeginGatewayPayment(database, given.gateway, given.desk, send_link, publish)
    stop = StopGatewayPayment(database, given.gateway, given.desk, publish)
    return {
        "begin_gateway_payment": begin,
        "stop_gateway_payment": stop,
        "extend_hold": ExtendHold(database, stop, begin, publish),
        "break_hold": BreakHold(database, publish),
        "read_broken_hold": ReadBrokenHold(database),
        "why_unavailable": WhyUnavailable(database),
        "preview_merge": PreviewMerge(database),
        "merge_customers": MergeCustomers(database),
        "preview_customer_change": PreviewCustomerChange(database),
        "change_customer": ChangeCustomer(database, given.desk, publish),
        "correct_invoice": CorrectInvoice(database, given.desk, publish),
        "change_number": ChangeNumber(database),
    }
