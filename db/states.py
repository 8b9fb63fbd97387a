"""The words of states, kinds and answers as the tables hold them, and what may follow what.

Every layer uses these; they import nothing, so that a state is never a text that may be misspelt.

booking   held -> confirmed -> completed;  completed -> confirmed (completed by a wrong clock)
          held -> expired | cancelled;  confirmed -> cancelled
          expired -> confirmed (late money, units free);  expired -> held (taken again, once)
payment   creating -> waiting -> closing -> captured | void;  any open state -> unresolved -> captured | void
refund    planned -> sent -> pending -> done | failed;  failed -> replaced (by another way to give it back)
"""

from enum import StrEnum


class Role(StrEnum):
    """What a person of the staff may do by right."""

    CLERK = "clerk"
    MANAGER = "manager"


class DrawerMoveKind(StrEnum):
    """Cash that went into a drawer or out of it without a sale; OPENED: only the drawer was opened."""

    CASH_IN = "cash_in"
    DROP = "drop"
    PAY_OUT = "pay_out"
    OPENED = "opened"


class Kind(StrEnum):
    """What an offering is."""

    ROOM = "room"
    BUS = "bus"
    TOUR = "tour"


# What a promo is for that covers every kind.
ANY_KIND = "any"


class Supply(StrEnum):
    """Whether a class is taxed at all."""

    TAXABLE = "taxable"
    EXEMPT = "exempt"


class Scheme(StrEnum):
    """How a registration is taxed; only a regular one may ask a customer for tax."""

    REGULAR = "regular"
    COMPOSITION = "composition"
    NONE = "none"


class BuyerKind(StrEnum):
    """A buyer whom the tax treats apart: always another State, or of no State."""

    # A unit or developer of a special economic zone, with the tax paid, or under a letter of undertaking.
    SEZ = "sez"
    SEZ_UNDER_LUT = "sez_under_lut"
    FOREIGNER = "foreigner"


class BookingState(StrEnum):
    """Where a booking stands."""

    HELD = "held"
    CONFIRMED = "confirmed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    COMPLETED = "completed"


class Tender(StrEnum):
    """A way to pay."""

    WALLET = "wallet"
    CASH = "cash"
    CARD = "card"
    OWN_UPI = "own_upi"
    BANK_TRANSFER = "bank_transfer"
    CHEQUE = "cheque"
    # A company owes it up to its limit, and pays later.
    ON_ACCOUNT = "on_account"
    RAZORPAY = "razorpay"


class PanAnswer(StrEnum):
    """What came of asking who pays much cash for a PAN."""

    GIVEN = "given"
    SEEN = "seen"
    DECLINED = "declined"


class PaymentState(StrEnum):
    """Where one tender's money stands."""

    CREATING = "creating"
    WAITING = "waiting"
    CLOSING = "closing"
    UNRESOLVED = "unresolved"
    CAPTURED = "captured"
    VOID = "void"


class RefundState(StrEnum):
    """Where one tender's money back stands."""

    PLANNED = "planned"
    SENT = "sent"
    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
    REPLACED = "replaced"


class InstrumentKind(StrEnum):
    """How a customer is asked for money by the gateway."""

    QR = "qr"
    LINK = "link"
    CARD_LINK = "card_link"


class LinkSms(StrEnum):
    """Whether the SMS of a payment link went out."""

    ASKED = "asked"
    SENT = "sent"
    REFUSED = "refused"


class MoneyUse(StrEnum):
    """What money found at the gateway became: paid a booking, a case, or another program's by a rule."""

    APPLIED = "applied"
    CASE = "case"
    NOT_OURS = "not_ours"


class SignField(StrEnum):
    """What of a payment at the gateway tells whose it is."""

    NOTES = "notes"
    DESCRIPTION = "description"


class CaseKind(StrEnum):
    """Why money waits for a decision."""

    LATE = "late"
    DUPLICATE = "duplicate"
    MISMATCH = "mismatch"
    FOREIGN = "foreign"
    # This program asked for it, and these books know nothing of that: they are older than it.
    LOST = "lost"
    PART_PAYMENT = "part_payment"
    REFUND_FAILED = "refund_failed"
    # The gateway has settled what is no payment or refund of ours, or otherwise than we have it, or a bank
    # has taken money back.
    SETTLED_UNKNOWN = "settled_unknown"
    SETTLED_OTHERWISE = "settled_otherwise"
    CHARGEBACK = "chargeback"


class CaseState(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    RESOLVED = "resolved"


class CaseAnswer(StrEnum):
    """What staff may decide about a case; LOOK is only ever a proposal: look at it, nothing is suggested."""

    CONFIRM = "confirm"
    WALLET = "wallet"
    REFUND = "refund"
    CASH = "cash"
    GONE = "gone"
    NOT_OURS = "not_ours"
    # Somebody has seen to it elsewhere; nothing of it moves here.
    SEEN = "seen"
    LOOK = "look"


class RefundRule(StrEnum):
    """Why an ended line gives back what it gives back."""

    # Its frozen policy: the customer gave it back.
    POLICY = "policy"
    # All of it: the house cancelled the departure, or moved its start too far.
    HOUSE_CANCELLED = "house_cancelled"
    HOUSE_MOVED = "house_moved"
    # All of it: sold by mistake a few minutes ago, and nothing was used.
    VOID = "void"
    # All that was taken: it was only held.
    HOLD = "hold"
    # More than its policy, and something of what was used: by a yes to exactly that.
    WAIVED = "waived"
    AFTER_USE = "after_use"


class DocumentKind(StrEnum):
    """What a paper is; what sets each kind apart stands in db/document_kinds.py."""

    TAX_INVOICE = "tax_invoice"
    # A bus ticket, which is the tax invoice of its seats.
    TICKET_INVOICE = "ticket_invoice"
    # Of exempt seats, and of a house that may not collect tax.
    BILL_OF_SUPPLY = "bill_of_supply"
    # Taxed and exempt seats on one paper, for who is not registered.
    INVOICE_CUM_BILL = "invoice_cum_bill"
    # The small sales of a day that had no invoice of their own.
    CONSOLIDATED_INVOICE = "consolidated_invoice"
    # Money that came before the supply, with the tax in it.
    RECEIPT_VOUCHER = "receipt_voucher"
    # What goes back of money for which there are receipt vouchers alone.
    REFUND_VOUCHER = "refund_voucher"
    CREDIT_NOTE = "credit_note"
    DEBIT_NOTE = "debit_note"
    # Money goes back after the last day of a credit note; the tax does not.
    FINANCIAL_NOTE = "financial_note"
    # The plain bill of a house without registration.
    RECEIPT = "receipt"
    # A part was paid and nothing is taxed; it says what is left and until when.
    DEPOSIT_RECEIPT = "deposit_receipt"
    # What such a house gives back.
    REFUND_RECEIPT = "refund_receipt"
    # What is valid: after a line was moved, or of what was free of charge.
    TICKET = "ticket"
    # All that was taken at one time, by tender, and the papers that it made.
    PAYMENT_SLIP = "payment_slip"
    # The same of what went back.
    REFUND_SLIP = "refund_slip"
    # A top-up: stored value is no supply.
    MONEY_RECEIPT = "money_receipt"
    # The sealed figures of a closed shift.
    Z_SLIP = "z_slip"


class AccountKind(StrEnum):
    """An account of the ledger.

    Wallets, reserved wallets, drawers, the floats that wait for the next shift of a desk and what companies
    owe have one for each owner.
    """

    WALLET = "wallet"
    RESERVED_WALLET = "reserved_wallet"
    DRAWER = "drawer"
    CARD_MACHINE = "card_machine"
    OWN_UPI = "own_upi"
    BANK_TRANSFER = "bank_transfer"
    CHEQUE = "cheque"
    GATEWAY = "gateway"
    SALES = "sales"
    TAX_PAYABLE = "tax_payable"
    ADVANCE_RECEIVED = "advance_received"
    REFUNDS_PAYABLE = "refunds_payable"
    UNRESOLVED_MONEY = "unresolved_money"
    ROUNDING = "rounding"
    SAFE = "safe"
    # What a closed shift left in the drawer for the next one of its desk.
    NEXT_FLOAT = "next_float"
    BANK = "bank"
    PAY_OUTS = "pay_outs"
    CASH_OVER_AND_SHORT = "cash_over_and_short"
    OWED_BY_COMPANIES = "owed_by_companies"
    # What the gateway kept of what it paid out, and the tax in that.
    GATEWAY_FEES = "gateway_fees"
    GATEWAY_FEE_TAX = "gateway_fee_tax"
    # What it paid out or took that is no money of these books: transfers, adjustments, other programs'.
    SETTLED_OTHER = "settled_other"


OPEN_PAYMENT = (PaymentState.CREATING, PaymentState.WAITING, PaymentState.CLOSING, PaymentState.UNRESOLVED)
OPEN_REFUND = (RefundState.PLANNED, RefundState.SENT, RefundState.PENDING)
