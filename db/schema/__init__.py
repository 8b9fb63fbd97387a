"""Every table of the program, on one metadata."""

import db.schema.money_indexes  # noqa: F401  its indexes belong to the metadata too
from db.schema.accountant import ledger_name
from db.schema.bookings import (
    booking,
    booking_line,
    claim,
    customer,
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
from db.schema.shifts import cash_count, drawer_move, shift, z_slip
from db.schema.taxes import registration, tax_class, tax_rate
from db.schema.top_ups import top_up

APPEND_ONLY = ("entry", "posting", "journal")

__all__ = [
    "APPEND_ONLY",
    "account",
    "approval",
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
    "entry",
    "fee_rule",
    "foreign_payment_rule",
    "gateway_day",
    "gateway_money",
    "house_account",
    "job_turn",
    "journal",
    "ledger_name",
    "line_move",
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
    "promo",
    "promo_use",
    "quote",
    "refund",
    "registration",
    "series",
    "setting",
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
