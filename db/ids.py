"""The names of things, each a type of its own: mypy reports a quote's id given as a customer's.

Keys are UUIDv7 as text, and a request key is the caller's own name for one act.
"""

from typing import NewType

SiteId = NewType("SiteId", str)
OfferingId = NewType("OfferingId", str)
UnitId = NewType("UnitId", str)
SlotId = NewType("SlotId", str)
PromoId = NewType("PromoId", str)
CustomerId = NewType("CustomerId", str)
QuoteId = NewType("QuoteId", str)
BookingId = NewType("BookingId", str)
# What staff and customers read aloud: BK-7F3K2Q.
BookingReference = NewType("BookingReference", str)
ClosureId = NewType("ClosureId", str)
PaymentId = NewType("PaymentId", str)
RefundId = NewType("RefundId", str)
CaseId = NewType("CaseId", str)
ForeignRuleId = NewType("ForeignRuleId", str)
DocumentId = NewType("DocumentId", str)
AccountId = NewType("AccountId", str)
EntryId = NewType("EntryId", str)
TopUpId = NewType("TopUpId", str)
DeskId = NewType("DeskId", str)
ShiftId = NewType("ShiftId", str)
PersonId = NewType("PersonId", str)
# A manager's yes to one act of somebody else.
ApprovalId = NewType("ApprovalId", str)
GuestEntryId = NewType("GuestEntryId", str)
HouseAccountId = NewType("HouseAccountId", str)
DrawerMoveId = NewType("DrawerMoveId", str)
PrinterId = NewType("PrinterId", str)
PrintJobId = NewType("PrintJobId", str)
RequestKey = NewType("RequestKey", str)
# Razorpay's own names.
GatewayPaymentId = NewType("GatewayPaymentId", str)
GatewayRefundId = NewType("GatewayRefundId", str)
InstrumentId = NewType("InstrumentId", str)
