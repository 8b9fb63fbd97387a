"""A return as the portal takes it: JSON, amounts with two decimals, dates DD-MM-YYYY, two-digit places."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from db.accountant import AccountantRules
from desktop.services.domain.counted_paper import Sums
from desktop.services.domain.tax_return import (
    CodeRow,
    InvoiceRow,
    NoteType,
    PlaceRow,
    RateSums,
    SeriesRow,
    TaxReturn,
)

DESCRIPTION_MAX = 30
UNIT = "NA"
"""Services have no unit of quantity."""
Fields = dict[str, object]


def return_json(found: TaxReturn, rules: AccountantRules) -> bytes:
    """Return the file of a return, UTF-8."""
    encoder = msgspec.json.Encoder(decimal_format="number")
    return msgspec.json.format(encoder.encode(return_fields(found, rules)), indent=1)


def return_fields(found: TaxReturn, rules: AccountantRules) -> Fields:
    """Return the fields of the file by their names; tables without rows are left out."""
    tables = found.tables
    named: Fields = {
        "b2b": _by_buyer(tables.b2b, "inv"),
        "b2cl": _large(tables.b2cl),
        "b2cs": [_small(row) for row in tables.b2cs],
        "cdnr": _by_buyer(tables.cdnr, "nt"),
        "cdnur": [{"typ": "B2CL", **_note(row)} for row in tables.cdnur],
        "at": _advances(tables.at, with_tax=bool(rules.advances_with_tax)),
        "txpd": _advances(tables.txpd, with_tax=bool(rules.advances_with_tax)),
        "doc_issue": _documents(tables.series),
    }
    if tables.exempt:
        rows: list[Fields] = [
            {
                "sply_ty": row.type,
                "nil_amt": rupees(0),
                "expt_amt": rupees(row.value_paise),
                "ngsup_amt": rupees(0),
            }
            for row in tables.exempt
        ]
        named["nil"] = {"inv": rows}
    if tables.hsn_b2b or tables.hsn_b2c:
        named["hsn"] = {"hsn_b2b": _codes(tables.hsn_b2b), "hsn_b2c": _codes(tables.hsn_b2c)}
    head: Fields = {
        "gstin": found.gstin,
        "fp": found.period.fp,
        "version": rules.gstr1_version,
        "hash": "hash",
    }
    return head | {name: rows for name, rows in named.items() if rows}


def rupees(paise: int) -> Decimal:
    """Return rupees with two decimals."""
    return Decimal(paise).scaleb(-2)


def rate(rate_bp: int) -> int | Decimal:
    """Return the whole rate in per cent: 5, or 2.50."""
    return rate_bp // 100 if rate_bp % 100 == 0 else Decimal(rate_bp).scaleb(-2)


def _invoice(row: InvoiceRow) -> Fields:
    return {
        "inum": row.number,
        "idt": f"{row.issued_on:%d-%m-%Y}",
        "val": rupees(row.printed_paise),
        "pos": row.place,
        "rchrg": "N",
        "inv_typ": row.type,
        "itms": _items(row.rates),
    }


def _note(row: InvoiceRow) -> Fields:
    return {
        "ntty": row.note or NoteType.CREDIT,
        "nt_num": row.number,
        "nt_dt": f"{row.issued_on:%d-%m-%Y}",
        "val": rupees(row.printed_paise),
        "pos": row.place,
        "rchrg": "N",
        "inv_typ": row.type,
        "itms": _items(row.rates),
    }


def _items(rates: Iterable[RateSums]) -> list[Fields]:
    return [
        {
            "num": number,
            "itm_det": {"txval": rupees(one.sums.value_paise), "rt": rate(one.rate_bp), **_levies(one.sums)},
        }
        for number, one in enumerate(rates, start=1)
    ]


def _levies(sums: Sums) -> Fields:
    return {
        "iamt": rupees(sums.igst_paise),
        "camt": rupees(sums.cgst_paise),
        "samt": rupees(sums.sgst_paise),
        "csamt": rupees(0),
    }


def _by_buyer(rows: Iterable[InvoiceRow], name: str) -> list[Fields]:
    of_buyer: dict[str, list[Fields]] = defaultdict(list)
    for row in rows:
        of_buyer[row.gstin].append(_note(row) if row.note else _invoice(row))
    return [{"ctin": gstin, name: invoices} for gstin, invoices in sorted(of_buyer.items())]


def _large(rows: Iterable[InvoiceRow]) -> list[Fields]:
    of_place: dict[str, list[Fields]] = defaultdict(list)
    for row in rows:
        items: list[Fields] = [
            {
                "num": number,
                "itm_det": {
                    "txval": rupees(one.sums.value_paise),
                    "rt": rate(one.rate_bp),
                    "iamt": rupees(one.sums.igst_paise),
                    "csamt": rupees(0),
                },
            }
            for number, one in enumerate(row.rates, start=1)
        ]
        of_place[row.place].append(
            {
                "inum": row.number,
                "idt": f"{row.issued_on:%d-%m-%Y}",
                "val": rupees(row.printed_paise),
                "itms": items,
            }
        )
    return [{"pos": place, "inv": invoices} for place, invoices in sorted(of_place.items())]


def _small(row: PlaceRow) -> Fields:
    levies: Fields = (
        {"iamt": rupees(row.sums.igst_paise)}
        if row.is_inter_state
        else {"camt": rupees(row.sums.cgst_paise), "samt": rupees(row.sums.sgst_paise)}
    )
    return {
        "sply_ty": _way(row),
        "pos": row.place,
        "typ": "OE",
        "rt": rate(row.rate_bp),
        "txval": rupees(row.sums.value_paise),
        **levies,
        "csamt": rupees(0),
    }


def _way(row: PlaceRow) -> str:
    return "INTER" if row.is_inter_state else "INTRA"


def _advances(rows: Iterable[PlaceRow], *, with_tax: bool) -> list[Fields]:
    of_place: dict[tuple[str, str], list[Fields]] = defaultdict(list)
    for row in rows:
        amount = row.sums.total_paise if with_tax else row.sums.value_paise
        item: Fields = {"rt": rate(row.rate_bp), "ad_amt": rupees(amount), **_levies(row.sums)}
        of_place[row.place, _way(row)].append(item)
    return [{"pos": place, "sply_ty": way, "itms": items} for (place, way), items in sorted(of_place.items())]


def _codes(rows: Iterable[CodeRow]) -> list[Fields]:
    return [
        {
            "num": number,
            "hsn_sc": row.sac,
            "desc": row.title[:DESCRIPTION_MAX],
            "uqc": UNIT,
            "qty": rupees(0),
            "rt": rate(row.rate_bp),
            "txval": rupees(row.sums.value_paise),
            **_levies(row.sums),
        }
        for number, row in enumerate(rows, start=1)
    ]


def _documents(rows: Sequence[SeriesRow]) -> Fields:
    of_kind: dict[int, list[SeriesRow]] = defaultdict(list)
    for row in rows:
        of_kind[row.document].append(row)
    details: list[Fields] = [
        {"doc_num": document, "docs": [_series(number, row) for number, row in enumerate(series, start=1)]}
        for document, series in sorted(of_kind.items())
    ]
    return {"doc_det": details} if details else {}


def _series(number: int, row: SeriesRow) -> Fields:
    return {
        "num": number,
        "from": row.first,
        "to": row.last,
        "totnum": row.total,
        "cancel": row.cancelled,
        "net_issue": row.net,
    }
