"""The files that an accountant gets: names, forms, and texts that no spreadsheet runs."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from db.states import DocumentKind, Supply
from desktop.services.domain.cells import csv_line, write_workbook
from desktop.services.domain.paper import LineAmounts
from desktop.services.domain.period import day_of, month_from
from desktop.services.errors import NotPermitted
from desktop.services.return_errors import FilesNoReturn, NamesNotRead
from desktop.services.returns.keep_names import KeepNames, ShowNames
from desktop.services.returns.read_return import ListGstins, ReadReturn
from desktop.services.returns.read_vouchers import ReadVouchers
from desktop.services.returns.save_list import SaveList
from desktop.services.returns.save_return import SaveReturn
from desktop.services.returns.save_vouchers import SaveVouchers
from tests.conftest import SteppedClock
from tests.counter import Counter
from tests.returns.paper_maker import KARNATAKA, paper_maker
from tests.staff import keep_staff

K = DocumentKind
DAY = date(2026, 11, 24)
NOVEMBER = month_from("2026-11")
INVOICE = {"inum", "idt", "val", "pos", "rchrg", "inv_typ", "itms"}
DETAIL = {"txval", "rt", "iamt", "camt", "samt", "csamt"}
NOTE = {"ntty", "nt_num", "nt_dt", "val", "pos", "rchrg", "inv_typ", "itms"}
CODE = {"num", "hsn_sc", "desc", "uqc", "qty", "rt", "txval", "iamt", "camt", "samt", "csamt"}


def every_table(counter: Counter) -> None:
    """Make papers for each table of the return."""
    maker = paper_maker(counter)
    large = maker.make(K.TAX_INVOICE, DAY, [maker.line(1_00_000_00, igst=5_000_00)], place="29")
    registered = maker.make(
        K.TAX_INVOICE, DAY, [maker.line(1_000_00, igst=50_00)], place="29", gstin=KARNATAKA
    )
    maker.make(K.TAX_INVOICE, DAY, [maker.line(1_000_00, cgst=25_00)])
    maker.make(K.TAX_INVOICE, DAY, [maker.line(1_000_00, igst=50_00)], place="30")
    maker.make(K.BILL_OF_SUPPLY, DAY, [maker.line(500_00, 0, supply=Supply.EXEMPT)])
    part = maker.line(100_00, igst=5_00)
    maker.make(K.CREDIT_NOTE, DAY, [part], place="29", answers=[large])
    maker.make(K.CREDIT_NOTE, DAY, [part], place="29", gstin=KARNATAKA, answers=[registered])
    tour = maker.line(12_000_00, cgst=300_00)
    old = maker.make(
        K.RECEIPT_VOUCHER, date(2026, 10, 1), [tour], amounts=[LineAmounts(tour.number, 100_00, 2_50, 2_50)]
    )
    maker.make(K.TAX_INVOICE, DAY, [tour], answers=[old])
    maker.make(K.RECEIPT_VOUCHER, DAY, [maker.line(700_00, cgst=17_50)])


def saved(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8-sig") for file in folder.iterdir() if file.suffix != ".xml"}


def test_the_portals_file_has_each_table_in_its_form(counter: Counter, tmp_path: Path) -> None:
    every_table(counter)
    found = SaveReturn(counter.database)("MH", NOVEMBER, tmp_path, actor=counter.actor)
    assert found is not None
    assert found.is_checked
    assert found.folder.name == "GSTR1 27AAAAA0000A1Z2 112026"
    text = saved(found.folder)["GSTR1 27AAAAA0000A1Z2 112026.json"]
    data = json.loads(text)
    head = {name: data[name] for name in ("gstin", "fp", "version", "hash")}
    assert head == {"gstin": "27AAAAA0000A1Z2", "fp": "112026", "version": "GST3.2.2", "hash": "hash"}
    assert set(data) - set(head) == {
        *("b2b", "b2cl", "b2cs", "nil", "cdnr", "cdnur", "at", "txpd", "hsn", "doc_issue"),
    }
    (invoice,) = data["b2b"][0]["inv"]
    assert (set(data["b2b"][0]), set(invoice)) == ({"ctin", "inv"}, INVOICE)
    assert (invoice["idt"], invoice["pos"], invoice["inv_typ"]) == ("24-11-2026", "29", "R")
    assert set(invoice["itms"][0]["itm_det"]) == DETAIL
    assert set(data["b2cl"][0]["inv"][0]) == {"inum", "idt", "val", "itms"}
    assert set(data["b2cl"][0]["inv"][0]["itms"][0]["itm_det"]) == {"txval", "rt", "iamt", "csamt"}
    inside, outside = sorted(data["b2cs"], key=lambda row: str(row["sply_ty"]) == "INTER")
    assert set(inside) == {"sply_ty", "pos", "typ", "rt", "txval", "camt", "samt", "csamt"}
    assert set(outside) == {"sply_ty", "pos", "typ", "rt", "txval", "iamt", "csamt"}
    assert data["nil"]["inv"] == [
        {"sply_ty": "INTRAB2C", "nil_amt": 0, "expt_amt": 500, "ngsup_amt": 0},
    ]
    assert set(data["cdnr"][0]["nt"][0]) == NOTE
    assert set(data["cdnur"][0]) == NOTE | {"typ"}
    for table in ("at", "txpd"):
        assert set(data[table][0]["itms"][0]) == {"rt", "ad_amt", "iamt", "camt", "samt", "csamt"}
    assert set(data["hsn"]) == {"hsn_b2b", "hsn_b2c"}
    assert set(data["hsn"]["hsn_b2b"][0]) == CODE
    assert [one["doc_num"] for one in data["doc_issue"]["doc_det"]] == [1, 5, 6]
    documents = data["doc_issue"]["doc_det"][0]["docs"][0]
    assert set(documents) == {"num", "from", "to", "totnum", "cancel", "net_issue"}
    assert '"txval": 1000.00' in text


def test_every_table_is_a_csv_file_and_a_failed_check_stands_in_the_folders_name(
    counter: Counter, tmp_path: Path
) -> None:
    every_table(counter)
    maker = paper_maker(counter)
    bad = maker.make(K.TAX_INVOICE, DAY, [maker.line(1_000_00, cgst=25_00)], gstin="=cmd()")
    found = SaveReturn(counter.database)("MH", NOVEMBER, tmp_path, actor=counter.actor)
    assert found is not None
    assert not found.is_checked
    assert found.folder.name.endswith(" not checked")
    files = saved(found.folder)
    assert {f"{name}.csv" for name in ("b2b", "b2cs", "exempt", "cdnur", "txpd", "doc_issue")} <= set(files)
    assert "result,not checked" in files["check.csv"]
    assert f"buyer_gstin,{bad.number}" in files["check.csv"]
    assert "'=cmd()" in files["b2b.csv"]


def test_no_text_is_a_formula_and_an_amount_below_zero_stays_a_number(tmp_path: Path) -> None:
    from decimal import Decimal

    row = ("=1+1", "\t=2", " @x", "-5", Decimal("-5.00"), date(2026, 11, 24))
    assert csv_line(row) == "'=1+1,'\t=2,' @x,'-5,-5.00,2026-11-24\r\n"
    write_workbook(tmp_path / "book.xlsx", [row])
    sheet = zipfile.ZipFile(tmp_path / "book.xlsx").read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<v>-5</v>" in sheet


def test_who_may_not_gets_no_figures(counter: Counter, tmp_path: Path) -> None:
    clerk, place = keep_staff(counter.database).clerk, tmp_path / "out"
    acts: tuple[Callable[[], object], ...] = (
        lambda: SaveReturn(counter.database)("MH", NOVEMBER, place, actor=clerk),
        lambda: SaveVouchers(counter.database)(DAY, place, actor=clerk),
        lambda: SaveList(counter.database)(NOVEMBER, place, actor=clerk),
    )
    for act in acts:
        with pytest.raises(NotPermitted):
            act()
    assert not place.exists()


def test_what_is_given_up_leaves_nothing_behind(counter: Counter, tmp_path: Path) -> None:
    counter.pay(counter.hold())
    place = tmp_path / "out"
    assert SaveList(counter.database)(NOVEMBER, place, actor=counter.actor, goes_on=lambda: False) is None
    save = SaveReturn(counter.database)
    assert save("MH", NOVEMBER, place, actor=counter.actor, goes_on=lambda: False) is None
    assert list(place.iterdir()) == []


def test_who_pays_by_turnover_or_is_not_known_files_nothing(counter: Counter) -> None:
    assert ListGstins(counter.database)() == (("MH", "27AAAAA0000A1Z2"),)
    for code in ("GA", ""):
        with pytest.raises(FilesNoReturn):
            ReadReturn(counter.database)(code, NOVEMBER)


def test_the_list_adds_up_by_tender_and_by_levy(counter: Counter, tmp_path: Path) -> None:
    hold = counter.hold(counter.quote(counter.item("DLX"), counter.item("GOA21")))
    counter.pay(hold, cash_paise=1_000_00, card_paise=hold.total_paise - 1_000_00, card_reference="A1")
    counter.cancel(hold, counter.plan(hold))
    booking = counter.booking(hold)
    found = SaveList(counter.database)(NOVEMBER, tmp_path, actor=counter.actor)
    assert found is not None
    assert {Path(name).suffix for name in found.files} == {".csv", ".xlsx"}
    text = next(file for name, file in saved_csv(found.folder).items())
    rows = list(csv.DictReader(io.StringIO(text)))
    assert sum(float(row["cash"]) + float(row["card"]) for row in rows) == float(booking.kept_paise / 100)
    slip = next(row for row in rows if row["paper"] == "payment_slip")
    tax = [row for row in rows if row["number"] in slip["answers"].split()]
    assert round(sum(float(row["total"]) for row in tax) * 100) == hold.total_paise
    back = next(row for row in rows if row["paper"] == "refund_slip")
    assert (back["clerk"], back["reason"], back["reference"]) == ("clerk", "plans changed", hold.reference)
    assert round(float(back["fee_kept"]) * 100) == booking.kept_paise


def saved_csv(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8-sig") for file in folder.iterdir() if file.suffix == ".csv"}


def test_vouchers_are_imported_after_their_ledgers_and_say_the_papers(
    counter: Counter, tmp_path: Path
) -> None:
    guest = counter.customer(name="आशा & Sons")
    counter.pay(counter.hold(counter.quote(counter.item("GOA21"), customer=guest), guest))
    day = counter.day(0)
    found = SaveVouchers(counter.database)(day, tmp_path, actor=counter.actor)
    assert found.files[:2] == ("1 ledgers.xml", "2 vouchers.xml")
    masters = (found.folder / "1 ledgers.xml").read_bytes()
    data = (found.folder / "2 vouchers.xml").read_bytes()
    assert data.startswith(b"\xff\xfe")
    read = ElementTree.fromstring(data)  # noqa: S314  written a moment ago
    assert read.findtext("HEADER/TALLYREQUEST") == "Import Data"
    assert read.findtext("BODY/IMPORTDATA/REQUESTDESC/REPORTNAME") == "Vouchers"
    sales = next(one for one in read.iter("VOUCHER") if one.get("VCHTYPE") == "Sales")
    assert (sales.get("ACTION"), sales.findtext("DATE")) == ("Create", f"{day:%Y%m%d}")
    assert sales.findtext("REFERENCE") == "D1-T-2627-000001"
    assert "आशा & Sons" in (sales.findtext("NARRATION") or "")
    entries = {
        one.findtext("LEDGERNAME"): (one.findtext("ISDEEMEDPOSITIVE"), one.findtext("AMOUNT"))
        for one in sales.iter("ALLLEDGERENTRIES.LIST")
    }
    assert entries == {
        "Cash customers": ("Yes", "-1575.00"),
        "Sales bus ac 5 %": ("No", "1500.00"),
        "CGST output 2.5 %": ("No", "37.50"),
        "SGST output 2.5 %": ("No", "37.50"),
    }
    ledgers = ElementTree.fromstring(masters)  # noqa: S314  written a moment ago
    known = {one.get("NAME") for one in ledgers.iter("LEDGER")}
    used = {one.text for one in read.iter("LEDGERNAME")}
    assert used <= known
    again = SaveVouchers(counter.database)(day, tmp_path, actor=counter.actor)
    assert again.folder != found.folder
    assert (again.folder / "2 vouchers.xml").read_bytes() == data


def test_one_voucher_a_day_holds_all_who_are_not_registered(counter: Counter, clock: SteppedClock) -> None:
    for _ in range(3):
        counter.pay(counter.hold(counter.quote(counter.item("GOA21"))))
        clock.advance(60)
    each = ReadVouchers(counter.database)(counter.day(0))
    told = ShowNames(counter.database)().replace("setting,tally_summary,0", "setting,tally_summary,1")
    KeepNames(counter.database)(told, actor=counter.actor)
    joined = ReadVouchers(counter.database)(counter.day(0))
    assert (len(each.vouchers), len(joined.vouchers)) == (6, 2)
    assert joined.debit_paise == each.debit_paise
    assert all(sum(line.amount_paise for line in one.lines) == 0 for one in joined.vouchers)


def test_names_of_ledgers_are_saved_edited_and_read_again(any_counter: Counter) -> None:
    counter = any_counter
    show, keep = ShowNames(counter.database), KeepNames(counter.database)
    first = show()
    assert keep(first, actor=counter.actor) == 0
    edited = first.replace("ledger,drawer,Cash in drawers", "ledger,drawer,रोकड़")
    edited = edited.replace("setting,tally_company,", "setting,tally_company,Deccan Court & Co")
    assert keep(edited, actor=counter.actor) == 1
    assert show() == edited
    counter.pay(counter.hold())
    vouchers = ReadVouchers(counter.database)(counter.day(0))
    assert vouchers.ledgers["drawer"].name == "रोकड़"
    assert vouchers.company == "Deccan Court & Co"
    assert counter.faults() == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("name\r\n", 1),
        ('what,key,name,group\r\n"open', 1),
        ("what,key,name,group\r\nledger,drawer,\r\n", 2),
        ("what,key,name,group\r\nledger,boots,Boots\r\n", 2),
        ("what,key,name,group\r\nledger,sales::5,Sales\r\n", 2),
        ("what,key,name,group\r\nledger,drawer,A\r\nledger,drawer,B\r\n", 3),
        ("what,key,name,group\r\nsetting,tally_summary,2\r\n", 2),
        ("what,key,name,group\r\nsetting,b2cl_over_paise,-1\r\n", 2),
        ("what,key,name,group\r\nsetting,boots,1\r\n", 2),
        ("what,key,name,group\r\nledger,drawer," + "x" * 100 + "\r\n", 2),
    ],
)
def test_a_file_that_says_something_else_changes_nothing(counter: Counter, text: str, line: int) -> None:
    with pytest.raises(NamesNotRead) as refused:
        KeepNames(counter.database)(text, actor=counter.actor)
    assert refused.value.line == line


def test_a_day_without_a_posting_has_no_voucher(counter: Counter) -> None:
    found = ReadVouchers(counter.database)(day_of(date(2020, 1, 1)).first)
    assert (found.vouchers, found.debit_paise) == ((), 0)
