"""Vouchers and ledgers as Tally imports them: XML in UTF-16 with its mark.

Tally writes its own files so, and reads names in Devanagari from them in every edition. A debit is
ISDEEMEDPOSITIVE Yes with a negative amount, a credit No with a positive amount; each voucher adds up to zero.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from desktop.services.domain.voucher import DayVouchers, Ledger, Voucher
from desktop.services.returns.return_json import rupees

VIEW = "Accounting Voucher View"
SPACE = " "
FIRST_PRINTABLE = 32
LAST_BEFORE_HALVES, FIRST_AFTER_HALVES, NO_CHARACTER = 0xD7FF, 0xE000, 0xFFFE


def vouchers_xml(day: DayVouchers) -> bytes:
    """Return the file of a day's vouchers. Import the ledgers first: an unknown one makes a voucher fail."""
    envelope, data = _envelope("Vouchers", day.company)
    for voucher in day.vouchers:
        _add_voucher(SubElement(data, "TALLYMESSAGE", {"xmlns:UDF": "TallyUDF"}), voucher, day)
    return _file(envelope)


def masters_xml(ledgers: Iterable[Ledger], company: str) -> bytes:
    """Return the file of ledgers; those that are there already stay as they are."""
    envelope, data = _envelope("All Masters", company)
    by_name = {ledger.name: ledger for ledger in ledgers}
    for name, ledger in sorted(by_name.items()):
        message = SubElement(data, "TALLYMESSAGE", {"xmlns:UDF": "TallyUDF"})
        made = SubElement(message, "LEDGER", {"NAME": _plain(name), "ACTION": "Create"})
        _text(SubElement(made, "NAME.LIST"), "NAME", name)
        _text(made, "PARENT", ledger.group)
        if ledger.duty:
            _text(made, "TAXTYPE", "GST")
            _text(made, "GSTDUTYHEAD", ledger.duty)
    return _file(envelope)


def _envelope(report: str, company: str) -> tuple[Element, Element]:
    envelope = Element("ENVELOPE")
    _text(SubElement(envelope, "HEADER"), "TALLYREQUEST", "Import Data")
    imported = SubElement(SubElement(envelope, "BODY"), "IMPORTDATA")
    described = SubElement(imported, "REQUESTDESC")
    _text(described, "REPORTNAME", report)
    if company:
        _text(SubElement(described, "STATICVARIABLES"), "SVCURRENTCOMPANY", company)
    return envelope, SubElement(imported, "REQUESTDATA")


def _add_voucher(message: Element, voucher: Voucher, day: DayVouchers) -> None:
    head = {
        "REMOTEID": f"counterfoil-{voucher.id}",
        "VCHTYPE": voucher.type,
        "ACTION": "Create",
        "OBJVIEW": VIEW,
    }
    made = SubElement(message, "VOUCHER", {name: str(value) for name, value in head.items()})
    for name, text in (
        ("DATE", f"{voucher.day:%Y%m%d}"),
        ("VOUCHERTYPENAME", voucher.type),
        ("VOUCHERNUMBER", voucher.number),
        ("REFERENCE", voucher.papers[0] if voucher.papers else voucher.number),
        ("PARTYLEDGERNAME", day.ledgers[_party(voucher)].name),
        ("NARRATION", voucher.narration),
        ("ISINVOICE", "No"),
        ("PERSISTEDVIEW", VIEW),
    ):
        _text(made, name, text)
    for line in voucher.lines:
        entry = SubElement(made, "ALLLEDGERENTRIES.LIST")
        _text(entry, "LEDGERNAME", day.ledgers[line.ledger].name)
        _text(entry, "ISDEEMEDPOSITIVE", "Yes" if line.amount_paise > 0 else "No")
        _text(entry, "AMOUNT", str(rupees(-line.amount_paise)))


def _party(voucher: Voucher) -> str:
    """Return the ledger of who stands behind it: of a sale who was debited, of a note who was credited."""
    keys = [
        line.ledger for line in voucher.lines if not line.ledger.startswith(("sales", "cgst", "sgst", "igst"))
    ]
    return keys[0] if keys else voucher.lines[0].ledger


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _plain(text)


def _plain(text: str) -> str:
    """Return a text without what XML has no place for."""
    return "".join(one if _is_allowed(ord(one)) else SPACE for one in text)


def _is_allowed(code: int) -> bool:
    is_half = LAST_BEFORE_HALVES < code < FIRST_AFTER_HALVES
    return code >= FIRST_PRINTABLE and not is_half and code & NO_CHARACTER != NO_CHARACTER


def _file(envelope: Element) -> bytes:
    indent(envelope, " ")
    written: bytes = tostring(envelope, encoding="utf-16", xml_declaration=True)
    return written
