"""Papers in the portal's form of an e-invoice (INV-01, version 1.1), as far as their content has the fields.

The portal fills in nothing: what a paper does not know is left out, and the portal names it.
"""

import re
from collections.abc import Mapping
from datetime import date

from db.document_kinds import KINDS
from db.states import BuyerKind, DocumentKind, Supply
from desktop.services.domain.booking import BookingLine
from desktop.services.domain.paper import LineAmounts, PaperBuyer, PaperContent, Seller

Json = Mapping[str, object]
TYPES = {DocumentKind.CREDIT_NOTE: "CRN", DocumentKind.DEBIT_NOTE: "DBN"}
SUPPLIES = {BuyerKind.SEZ: "SEZWP", BuyerKind.SEZ_UNDER_LUT: "SEZWOP"}
PIN = re.compile(r"(?<![0-9])([1-9][0-9]{2}) ?([0-9]{3})(?![0-9])")
TEXT_MAX = 100
DESCRIPTION_MAX = 300


def inv01(kind: DocumentKind, number: str, issued_on: date, content: PaperContent) -> Json:
    """Return one paper in the portal's form; amounts in rupees with two decimals."""
    supply = SUPPLIES.get(content.buyer.kind, "B2B") if content.buyer.kind else "B2B"
    levies = content.levies
    told: dict[str, object] = {
        "Version": "1.1",
        "TranDtls": {
            "TaxSch": "GST",
            "SupTyp": supply,
            "RegRev": "N",
            "IgstOnIntra": _igst_on_intra(content),
        },
        "DocDtls": {"Typ": TYPES.get(kind, "INV"), "No": number, "Dt": f"{issued_on:%d/%m/%Y}"},
        "SellerDtls": _seller(content.seller),
        "BuyerDtls": _buyer(content.buyer, content.place_state),
        "ItemList": [
            _item(place, line, amounts)
            for place, (line, amounts) in enumerate(
                zip(content.counted_lines, content.amounts, strict=True), start=1
            )
        ],
        "ValDtls": {
            "AssVal": _rupees(content.value_paise),
            "CgstVal": _rupees(levies.cgst_paise),
            "SgstVal": _rupees(levies.sgst_paise),
            "IgstVal": _rupees(levies.igst_paise),
            "TotInvVal": _rupees(content.total_paise),
        },
    }
    answered = [one for one in content.answers if KINDS[one.kind].table_13 == 1]
    if answered:
        preceding = [{"InvNo": one.number, "InvDt": f"{one.issued_on:%d/%m/%Y}"} for one in answered]
        told["RefDtls"] = {"PrecDocDtls": preceding}
    return told


def _igst_on_intra(content: PaperContent) -> str:
    """Tell whether the other State's levy stands where both are one State; for a zone it always does."""
    is_own = content.seller.state_code == content.place_state and content.buyer.kind not in SUPPLIES
    return "Y" if is_own and content.levies.igst_paise else "N"


def _seller(seller: Seller) -> Json:
    address = _address(seller.address, _pin(seller.address), seller.state_code)
    told = {"Gstin": seller.gstin, "LglNm": seller.legal_name[:TEXT_MAX], "TrdNm": seller.name[:TEXT_MAX]}
    phone = "".join(sign for sign in seller.telephone if sign.isdigit())
    return {**told, **address, **({"Ph": phone[-12:]} if len(phone) >= 6 else {})}


def _buyer(buyer: PaperBuyer, place: str) -> Json:
    pin = buyer.pin_code or _pin(buyer.address)
    told = {"Gstin": buyer.gstin, "LglNm": buyer.name[:TEXT_MAX], "Pos": place}
    return {**told, **_address(buyer.address, pin, buyer.state_code)}


def _address(lines: tuple[str, ...], pin: str, state: str) -> dict[str, object]:
    first, rest = lines[:1], lines[1:]
    told: dict[str, object] = {"Addr1": "".join(first)[:TEXT_MAX]}
    if rest:
        told["Addr2"] = ", ".join(rest)[:TEXT_MAX]
    # The town stands last, without the PIN code behind it.
    told["Loc"] = PIN.sub("", "".join(lines[-1:])).strip(" ,-")[:TEXT_MAX]
    if pin:
        told["Pin"] = int(pin)
    return {**told, "Stcd": state}


def _pin(lines: tuple[str, ...]) -> str:
    found = PIN.findall(" ".join(lines))
    return "".join(found[-1]) if found else ""


def _item(place: int, line: BookingLine, amounts: LineAmounts) -> Json:
    before = amounts.value_paise + line.discount_paise
    rate = 0 if line.supply is Supply.EXEMPT else line.tax_rate_bp
    return {
        "SlNo": str(place),
        "PrdDesc": line.description[:DESCRIPTION_MAX],
        "IsServc": "Y",
        "HsnCd": line.sac,
        "UnitPrice": _rupees(before),
        "TotAmt": _rupees(before),
        "Discount": _rupees(line.discount_paise),
        "AssAmt": _rupees(amounts.value_paise),
        "GstRt": rate / 100,
        "IgstAmt": _rupees(amounts.igst_paise),
        "CgstAmt": _rupees(amounts.cgst_paise),
        "SgstAmt": _rupees(amounts.sgst_paise),
        "TotItemVal": _rupees(amounts.total_paise),
    }


def _rupees(paise: int) -> float:
    """Return rupees: the nearest float of an amount with two decimals is written with two."""
    return paise / 100
