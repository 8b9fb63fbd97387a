"""Every table of the program, on one metadata."""

import db.schema.money_indexes  # noqa: F401  its indexes belong to the metadata too
from db.schema.accountant import ledger_name
from db.schema.arrivals import arrival, guest_entry, list_print
from db.schema.bookings import (
    booking,
    booking_line,
    claim,
    promo_use,
    quote,
)
from db.schema.catalogue import (
    fee_rule,
    meal_plan,
    offering,
    policy,
    promo,
    site,
    slot,
    stop_point,
    unit,
)
from db.schema.closures import closure, closure_unit
from db.schema.columns import metadata
from db.schema.corrected import broken_hold, customer_change, line_move
from db.schema.customers import customer
from db.schema.deposits import company, company_receipt, deposit_rule
from db.schema.desks import desk, job_turn, journal, node, series, setting
from db.schema.gateway_money import foreign_payment_rule, gateway_day, gateway_money
from db.schema.house_accounts import house_account
from db.schema.money import (
    account,
    document,
    document_answer,
    entry,
    open_case,
    payment,
    posting,
    refund,
)
from db.schema.people import approval, business, permission, person, pin_guard
from db.schema.printing import print_job, printer
from db.schema.returns import e_invoice, filed_month
from db.schema.settlements import settled_row, settlement_day
from db.schema.shifts import cash_count, drawer_move, shift, z_slip
from db.schema.taxes import registration, tax_class, tax_rate
from db.schema.top_ups import top_up

APPEND_ONLY = ("entry", "posting", "journal")

__all__ = [
    "APPEND_ONLY",
    "account",
    "approval",
    "arrival",
    "booking",
    "booking_line",
    "broken_hold",
    "business",
    "cash_count",
    "claim",
    "closure",
    "closure_unit",
    "company",
    "company_receipt",
    "customer",
    "customer_change",
    "deposit_rule",
    "desk",
    "document",
    "document_answer",
    "drawer_move",
    "e_invoice",
    "entry",
    "fee_rule",
    "filed_month",
    "foreign_payment_rule",
    "gateway_day",
    "gateway_money",
    "guest_entry",
    "house_account",
    "job_turn",
    "journal",
    "ledger_name",
    "line_move",
    "list_print",
    "meal_plan",
    "metadata",
    "node",
    "offering",
    "open_case",
    "payment",
    "permission",
    "person",
    "pin_guard",
    "policy",
    "posting",
    "print_job",
    "printer",
    "promo",
    "promo_use",
    "quote",
    "refund",
    "registration",
    "series",
    "setting",
    "settled_row",
    "settlement_day",
    "shift",
    "site",
    "slot",
    "stop_point",
    "tax_class",
    "tax_rate",
    "top_up",
    "unit",
    "z_slip",
]
