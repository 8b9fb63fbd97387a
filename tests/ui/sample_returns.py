"""Returns for the windows' tests: one that agrees, and one in which everything is wrong."""

from dataclasses import replace
from datetime import date

from desktop.services.domain.counted_paper import Sums
from desktop.services.domain.period import month_from
from desktop.services.domain.tax_return import (
    Checked,
    CodeRow,
    ExemptRow,
    Fault,
    FaultKind,
    InvoiceRow,
    InvoiceType,
    NoteType,
    PlaceRow,
    RateSums,
    SeriesRow,
    Tables,
    TaxReturn,
)

SUMS = Sums(4_57_700_00, 11_442_50, 11_442_50)
LARGE = Sums(99_99_99_999_99, igst_paise=17_99_99_999_99)
INVOICE = InvoiceRow(
    "29AAACB1234C1ZH",
    "D1-I-2627-000001",
    date(2026, 11, 24),
    99_99_99_999_99,
    "29",
    InvoiceType.REGULAR,
    (RateSums(1_800, LARGE),),
)
NOTE = replace(INVOICE, number="D1-C-2627-000001", note=NoteType.CREDIT)
PLACE = PlaceRow(False, "27", 500, SUMS)
RIGHT_RETURN = TaxReturn(
    registration="MH",
    gstin="27AAAAA0000A1Z2",
    name="Deccan Court Hospitality LLP",
    period=month_from("2026-11"),
    tables=Tables(
        b2b=(INVOICE,),
        b2cl=(INVOICE,),
        b2cs=(PLACE,),
        exempt=(ExemptRow("INTRAB2C", 500_00),),
        cdnr=(NOTE,),
        cdnur=(NOTE,),
        at=(PLACE,),
        txpd=(PLACE,),
        hsn_b2b=(),
        hsn_b2c=(CodeRow("996311", "room", 500, SUMS),),
        series=(SeriesRow(1, "Tax invoice", "D1-I-2627-000001", "D1-I-2627-000100", 100, 0),),
    ),
    waiting=(),
    check=Checked(SUMS, SUMS, 22_885_00, 22_385_00, 500_00, ()),
)
NUMBERS = tuple(f"D1-I-2627-{number:06d}" for number in range(1, 40))
WRONG_RETURN = replace(
    RIGHT_RETURN,
    waiting=NUMBERS,
    check=replace(
        RIGHT_RETURN.check, faults=tuple(Fault(kind, NUMBERS, 99_999_99, 1_00) for kind in FaultKind)
    ),
)
