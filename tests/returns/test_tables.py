"""Which table of the return each paper stands in, and with which sums: the vectors of the law's page."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from db import journal, mark
from db.schema import document
from db.states import BuyerKind, DocumentKind, Supply
from desktop.services.domain.counted_paper import Sums
from desktop.services.domain.paper import LineAmounts, PaperWord
from desktop.services.domain.period import month_from, quarter_of
from desktop.services.domain.tax_return import FaultKind, TaxReturn
from desktop.services.returns.read_return import ReadReturn
from tests.counter import Counter
from tests.returns.paper_maker import KARNATAKA, PaperMaker, paper_maker

K = DocumentKind
DAY = date(2026, 11, 24)
NEXT = date(2026, 12, 3)


@pytest.fixture
def maker(counter: Counter) -> PaperMaker:
    return paper_maker(counter)


def read(maker: PaperMaker, month: str = "2026-11") -> TaxReturn:
    found = ReadReturn(maker.counter.database)("MH", month_from(month))
    assert found is not None
    return found


def test_v38_a_hundred_nights_less_a_credit_note_are_one_row_of_table_7(maker: PaperMaker) -> None:
    made = [maker.make(K.TAX_INVOICE, DAY, [maker.line(4_600_00, cgst=115_00)]) for _ in range(100)]
    back = maker.line(2_300_00, cgst=57_50)
    maker.make(K.CREDIT_NOTE, DAY, [back], answers=made[:1])
    found = read(maker)
    (row,) = found.tables.b2cs
    assert (row.is_inter_state, row.place, row.rate_bp) == (False, "27", 500)
    assert row.sums == Sums(4_57_700_00, 11_442_50, 11_442_50)
    (code,) = found.tables.hsn_b2c
    assert (code.sac, code.rate_bp, code.sums) == ("996311", 500, row.sums)
    assert (found.tables.cdnr, found.tables.cdnur, found.tables.b2b) == ((), (), ())
    assert [(one.document, one.total, one.cancelled, one.net) for one in found.tables.series] == [
        (1, 100, 0, 100),
        (5, 1, 0, 1),
    ]
    assert found.check.is_right


@pytest.mark.parametrize(
    ("value", "igst", "table"),
    [(95_238_09, 4_761_90, "b2cs"), (95_238_10, 4_761_90, "b2cs"), (95_238_10, 4_761_91, "b2cl")],
)
def test_v37_above_a_lakh_to_another_state_an_invoice_stands_by_itself(
    maker: PaperMaker, value: int, igst: int, table: str
) -> None:
    maker.make(K.TAX_INVOICE, DAY, [maker.line(value, igst=igst)], place="29")
    found = read(maker)
    assert [len(found.tables.b2cs), len(found.tables.b2cl)] == ([1, 0] if table == "b2cs" else [0, 1])
    assert found.check.is_right


def test_a_note_stands_by_itself_where_its_invoice_did_and_else_lessens_table_7(maker: PaperMaker) -> None:
    large = maker.make(K.TAX_INVOICE, date(2026, 10, 9), [maker.line(1_00_000_00, igst=5_000_00)], place="29")
    small = maker.make(K.TAX_INVOICE, DAY, [maker.line(1_000_00, igst=50_00)], place="29")
    registered = maker.make(
        K.TAX_INVOICE, DAY, [maker.line(2_000_00, igst=100_00)], place="29", gstin=KARNATAKA
    )
    maker.make(K.CREDIT_NOTE, DAY, [maker.line(10_000_00, igst=500_00)], place="29", answers=[large])
    maker.make(K.CREDIT_NOTE, DAY, [maker.line(500_00, igst=25_00)], place="29", answers=[small])
    maker.make(
        K.CREDIT_NOTE,
        DAY,
        [maker.line(200_00, igst=10_00)],
        place="29",
        gstin=KARNATAKA,
        answers=[registered],
    )
    maker.make(K.DEBIT_NOTE, DAY, [maker.line(100_00, igst=5_00)], place="29", answers=[small])
    tables = read(maker).tables
    assert [row.sums for row in tables.b2cs] == [Sums(600_00, igst_paise=30_00)]
    assert [(row.note, row.sums) for row in tables.cdnur] == [("C", Sums(10_000_00, igst_paise=500_00))]
    assert [(row.gstin, row.sums) for row in tables.cdnr] == [(KARNATAKA, Sums(200_00, igst_paise=10_00))]
    assert [(row.number, row.printed_paise) for row in tables.b2b] == [(registered.number, 2_100_00)]
    assert read(maker).check.is_right


def test_a_zone_is_another_state_also_for_a_room_next_door(maker: PaperMaker) -> None:
    for kind in (BuyerKind.SEZ, BuyerKind.SEZ_UNDER_LUT):
        igst = 1_620_00 if kind is BuyerKind.SEZ else 0
        line = maker.line(9_000_00, 1_800, igst=igst)
        maker.make(K.TAX_INVOICE, DAY, [line], gstin=KARNATAKA, buyer_kind=kind)
    assert [row.type for row in read(maker).tables.b2b] == ["SEWP", "SEWOP"]


def test_v14_an_exempt_seat_stands_in_table_8_and_what_goes_back_lessens_it(maker: PaperMaker) -> None:
    seats = [maker.line(500_00, 0, sac="996422", supply=Supply.EXEMPT) for _ in range(3)]
    bill = maker.make(K.BILL_OF_SUPPLY, DAY, seats[:2])
    maker.make(K.INVOICE_CUM_BILL, DAY, [seats[2], maker.line(1_000_00, cgst=25_00, sac="996422")])
    maker.make(K.REFUND_RECEIPT, DAY, [seats[0]], answers=[bill])
    tables = read(maker).tables
    assert [(row.type, row.value_paise) for row in tables.exempt] == [("INTRAB2C", 1_000_00)]
    assert [row.sums for row in tables.b2cs] == [Sums(1_000_00, 25_00, 25_00)]
    assert read(maker).check.is_right


def test_v16_an_advance_is_told_when_it_is_paid_and_set_off_with_the_invoice(maker: PaperMaker) -> None:
    tour = maker.line(12_000_00, cgst=300_00, sac="998555")
    part = LineAmounts(tour.number, 4_761_90, 119_05, 119_05)
    voucher = maker.make(K.RECEIPT_VOUCHER, DAY, [tour], amounts=[part])
    maker.make(K.TAX_INVOICE, NEXT, [tour], answers=[voucher])
    first, second = read(maker), read(maker, "2026-12")
    assert [row.sums for row in first.tables.at] == [Sums(4_761_90, 119_05, 119_05)]
    assert (first.tables.txpd, first.tables.b2cs) == ((), ())
    assert [row.sums for row in second.tables.txpd] == [Sums(4_761_90, 119_05, 119_05)]
    assert [row.sums for row in second.tables.b2cs] == [Sums(12_000_00, 300_00, 300_00)]
    assert not second.tables.at
    assert [first.check.is_right, second.check.is_right] == [True, True]


def test_an_advance_with_its_invoice_in_the_same_period_is_told_nowhere(maker: PaperMaker) -> None:
    room = maker.line(4_600_00, cgst=115_00)
    voucher = maker.make(K.RECEIPT_VOUCHER, date(2026, 10, 30), [room])
    maker.make(K.TAX_INVOICE, DAY, [room], answers=[voucher])
    quarter = ReadReturn(maker.counter.database)("MH", quarter_of(DAY))
    assert quarter is not None
    assert (quarter.tables.at, quarter.tables.txpd) == ((), ())
    assert quarter.period.fp == "122026"
    assert [row.sums for row in read(maker).tables.txpd] == [Sums(4_600_00, 115_00, 115_00)]


def test_v24_what_is_kept_of_an_advance_has_an_invoice_and_the_rest_goes_back(maker: PaperMaker) -> None:
    room = maker.line(4_600_00, cgst=115_00)
    half = LineAmounts(room.number, 2_300_00, 57_50, 57_50)
    voucher = maker.make(K.RECEIPT_VOUCHER, DAY, [room])
    maker.make(K.REFUND_VOUCHER, NEXT, [room], amounts=[half], answers=[voucher])
    words = (PaperWord.CANCELLATION_CHARGE,)
    maker.make(K.TAX_INVOICE, NEXT, [room], amounts=[half], answers=[voucher], words=words)
    tables = read(maker, "2026-12").tables
    assert [row.sums for row in tables.at] == [-Sums(2_300_00, 57_50, 57_50)]
    assert [row.sums for row in tables.txpd] == [Sums(2_300_00, 57_50, 57_50)]
    assert [row.sums for row in tables.b2cs] == [Sums(2_300_00, 57_50, 57_50)]
    assert read(maker, "2026-12").check.is_right


def test_v34_two_places_are_two_rows_and_the_house_itself_is_nowhere(maker: PaperMaker) -> None:
    maker.make(K.TICKET_INVOICE, DAY, [maker.line(1_455_30, cgst=36_38, sac="996422")])
    maker.make(K.TICKET_INVOICE, DAY, [maker.line(1_455_30, igst=72_77, sac="996422")], place="30")
    maker.make(K.RECEIPT, DAY, [maker.line(900_00, 0)])
    maker.make(K.MONEY_RECEIPT, DAY, [])
    maker.make(K.FINANCIAL_NOTE, DAY, [maker.line(100_00)])
    tables = read(maker).tables
    assert [(row.place, row.sums.total_paise) for row in tables.b2cs] == [("27", 1_528_06), ("30", 1_528_07)]
    assert sum(row.net for row in tables.series) == 2


def test_v35_small_sales_are_told_by_the_invoice_of_their_day_alone(maker: PaperMaker) -> None:
    seats = [maker.line(142_86, cgst=3_57, sac="996422") for _ in range(7)]
    for seat in seats:
        maker.make(K.RECEIPT, DAY, [seat], words=(PaperWord.SMALL_SALE,))
    assert {fault.kind for fault in read(maker).check.faults} == {FaultKind.SMALL_SALES}
    maker.make(K.CONSOLIDATED_INVOICE, DAY, seats)
    found = read(maker)
    assert [row.sums for row in found.tables.b2cs] == [Sums(1_000_02, 24_99, 24_99)]
    assert found.check.is_right


def test_a_wrong_gstin_a_place_not_told_and_a_paper_without_words_are_named(maker: PaperMaker) -> None:
    bad = maker.make(K.TAX_INVOICE, DAY, [maker.line(1_000_00, cgst=25_00)], gstin=KARNATAKA[:-1] + "?")
    nowhere = maker.make(K.TAX_INVOICE, DAY, [maker.line(1_000_00, igst=50_00, place_state="")], place="")
    faults = {fault.kind: fault.papers for fault in read(maker).check.faults}
    assert faults == {FaultKind.BUYER_GSTIN: (bad.number,), FaultKind.NO_PLACE: (nowhere.number,)}


def test_an_invoice_that_waits_for_its_irn_stands_in_4_and_is_named(maker: PaperMaker) -> None:
    words = (PaperWord.WAITING_FOR_IRN,)
    made = maker.make(K.TAX_INVOICE, DAY, [maker.line(1_000_00, cgst=25_00)], gstin=KARNATAKA, words=words)
    found = read(maker)
    assert found.waiting == (made.number,)
    assert [row.waits_for_irn for row in found.tables.b2b] == [True]
    assert found.check.is_right


def test_another_months_papers_are_not_counted(maker: PaperMaker) -> None:
    for day in (date(2026, 10, 31), date(2026, 12, 1)):
        maker.make(K.TAX_INVOICE, day, [maker.line(1_000_00, cgst=25_00)])
    assert not read(maker).tables.b2cs
    assert read(maker).period.last - read(maker).period.first == timedelta(days=29)


def lose(maker: PaperMaker, last: int) -> None:
    """Raise the series of invoices, as accepting a loss does."""
    with maker.counter.database.write(maker.counter.actor) as session:
        mark.raise_series(session, "tax_invoice:MH", 2627, last)
        gap = {"kind": "tax_invoice:MH", "year": 2627, "first": 3, "last": last}
        journal.record(session, mark.NUMBERS_LOST, gap)


def test_numbers_accepted_as_lost_are_the_cancelled_ones_and_others_are_missing(maker: PaperMaker) -> None:
    def invoice() -> None:
        maker.make(K.TAX_INVOICE, DAY, [maker.line(1_000_00, cgst=25_00)])

    invoice()
    invoice()
    lose(maker, 5)
    (lost,) = read(maker).tables.series
    assert (lost.first, lost.last, lost.total, lost.cancelled, lost.net) == (
        "D1-I-2627-000001",
        "D1-I-2627-000005",
        5,
        3,
        2,
    )
    invoice()
    with maker.counter.database.write(maker.counter.actor) as session:
        mark.raise_series(session, "tax_invoice:MH", 2627, 7)
    invoice()
    found = read(maker)
    (row,) = found.tables.series
    assert (row.last, row.total, row.cancelled, row.net) == ("D1-I-2627-000008", 8, 4, 4)
    assert [(one.kind, one.papers) for one in found.check.faults] == [
        (FaultKind.NUMBER_MISSING, ("D1-I-2627-000007",))
    ]


def test_a_paper_that_the_ledger_does_not_know_is_named(counter: Counter) -> None:
    hold = counter.hold(counter.quote(counter.item("GOA21")))
    counter.pay(hold)
    with counter.database.write(counter.actor) as session:
        session.execute(update(document).where(document.c.kind == K.TICKET_INVOICE).values(content=""))
    found = ReadReturn(counter.database)("MH", month_from("2026-11"))
    assert found is not None
    faults = {fault.kind: fault for fault in found.check.faults}
    assert faults[FaultKind.NO_CONTENT].papers == ("D1-T-2627-000001",)
    assert faults[FaultKind.LEDGER].expected_paise == hold.total_paise


def test_a_part_taken_for_a_hold_has_no_paper_yet_and_is_no_fault(counter: Counter) -> None:
    hold = counter.hold(counter.quote(counter.item("GOA21")))
    counter.pay(hold, cash_paise=100_00)
    found = ReadReturn(counter.database)("MH", month_from("2026-11"))
    assert found is not None
    assert found.check.is_right
