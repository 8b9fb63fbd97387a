"""Receipt, voucher, ticket and Z slip as one text document, the same on the screen, in a PDF and on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, QUrl
from PySide6.QtGui import QColor, QFont, QImage, QTextDocument

from db.document_kinds import KINDS
from db.states import DocumentKind
from desktop.services.domain.gstin import STATES
from desktop.services.domain.z_slip import ZSlip
from desktop.ui import formats, tokens
from desktop.ui.levy_words import is_in_tax
from desktop.ui.paper_language import PAPER, translate
from desktop.ui.papers import document_lines as lines
from desktop.ui.papers.build_z_slip import Z_TITLE, z_slip_html
from desktop.ui.papers.markup import caption as _caption
from desktop.ui.papers.markup import marks as _marks
from desktop.ui.papers.markup import rule as _rule
from desktop.ui.papers.markup import sums as _sums
from desktop.ui.papers.markup import table as _table
from desktop.ui.theme import FAMILIES

if TYPE_CHECKING:
    from desktop.services.domain.document import Document
    from desktop.services.domain.z_slip import Paper

# A5 at 96 pixels an inch, the unit in which a text document is laid out.
PAGE = QSizeF(559, 794)
MARGIN = 34
QR_SIDE = 92
STYLE = f"""
p {{ margin: 0px; }}
body, td {{ color: {tokens.LIGHT["print"]}; font-size: 11px; }}
.small {{ font-size: 9px; color: #444a47; }}
.title {{ font-size: 20px; font-weight: 600; }}
.head {{ font-size: 9px; color: #444a47; }}
.heavy {{ font-size: 13px; font-weight: 600; }}
.mark {{ font-size: 13px; font-weight: 600; }}
"""


def build_document(document: Paper) -> QTextDocument:
    """Return the document on A5, in the language of the paper; it says PRACTICE and COPY where due."""
    paper = QTextDocument()
    font = QFont(FAMILIES)
    font.setPixelSize(11)
    paper.setDefaultFont(font)
    paper.setDocumentMargin(MARGIN)
    paper.setDefaultStyleSheet(STYLE)
    if isinstance(document, ZSlip):
        paper.setHtml(z_slip_html(document))
        title = Z_TITLE
    else:
        code = _qr(_reference(document))
        paper.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl("reference.png"), code)
        paper.setHtml(_html(document))
        title = _title(document)
    paper.setPageSize(PAGE)
    paper.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, f"{title} {document.number}")
    return paper


@dataclass(frozen=True, slots=True)
class _Paper:
    """What sets a kind of document apart on paper: its title, its body, the sentences at its foot."""

    title: str
    body: Callable[[Document], list[str]]
    foot: Callable[[Document], list[str]]


def _title(document: Document) -> str:
    return PAPERS[document.kind].title


def _html(document: Document) -> str:
    body = PAPERS[document.kind].body(document)
    parts = [_marks(document), _head(document), _customer(document), *body, _rule(), _foot(document)]
    return f"<body>{''.join(parts)}</body>"


def _receipt(document: Document) -> list[str]:
    paid_by = _caption(translate("Documents", "Paid by"))
    prices, tenders = _sums(lines.price_rows(document)), _sums(lines.tender_rows(document))
    return [_sold(document), _rule(), prices, _rule(), paid_by, tenders]


def _voucher(document: Document) -> list[str]:
    heads = (
        (translate("Documents", "Cancelled"), "left"),
        (translate("Documents", "When"), "left"),
        (translate("Documents", "Paid"), "right"),
        (translate("Documents", "Back"), "right"),
    )
    rows = [
        (_with_note(row.what, row.note), escape(row.when), escape(row.paid), escape(row.back))
        for row in lines.ended_rows(document)
    ]
    to = _caption(translate("Documents", "Given back to"))
    return [_table(heads, rows), _rule(), to, _sums(lines.tender_rows(document))]


def _ticket(document: Document) -> list[str]:
    heads = ((translate("Documents", "What"), "left"), (translate("Documents", "When"), "left"))
    rows = [(_with_note(row.what, row.note), escape(row.when)) for row in lines.ticket_rows(document)]
    return [_table(heads, rows)]


def _head(document: Document) -> str:
    content = document.content
    made_on = formats.day_and_year(formats.local_day(document.made_at, document.time_zone), PAPER)
    made = f"{made_on}, {formats.clock(document.made_at, document.time_zone)}"
    word = translate("Documents", "Booking")
    desk = translate("Documents", "Desk {desk}, {clerk}").format(desk=content.desk_code, clerk=content.clerk)
    return (
        f"{_seller(document)}"
        '<table width="100%" cellspacing="0" cellpadding="0"><tr><td width="75%">'
        f'<p class="title">{escape(_title(document))}</p>'
        f"<p>{escape(document.number)}<br/>{escape(made)}<br/>{escape(desk)}</p>"
        f'<p class="head" style="margin-top: 10px">{escape(word)}</p>'
        f'<p class="title">{escape(_reference(document))}</p></td>'
        f'<td width="25%" align="right"><img src="reference.png" width="{QR_SIDE}" height="{QR_SIDE}"/></td>'
        "</tr></table>"
    )


def _seller(document: Document) -> str:
    """Return whose paper it is: name, address and State with its digits."""
    seller = document.content.seller
    if not seller.name:
        return ""
    state = f"{STATES[seller.state_code]} ({seller.state_code})" if seller.state_code else ""
    where = escape(", ".join(filter(None, (*seller.address, state))))
    name = f'<p class="heavy">{escape(seller.name)}</p>'
    return f'{name}<p style="margin-bottom: 10px">{where}</p>{_gstin(seller.gstin)}'


def _reference(document: Document) -> str:
    return document.content.booking.reference if document.content.booking else document.number


def _customer(document: Document) -> str:
    buyer = document.content.buyer
    caption = _caption(translate("Documents", "Customer"))
    replaces = ""
    if document.content.replaces:
        words = translate("Documents", "In place of {number}").format(number=document.content.replaces)
        replaces = f"<p>{escape(words)}</p>"
    return (
        f"{caption}<p>{escape(buyer.name)}&nbsp;&nbsp;&nbsp;{escape(buyer.masked_mobile)}</p>"
        f"{_gstin(buyer.gstin)}{replaces}{_rule()}"
    )


def _gstin(gstin: str) -> str:
    """Return the line of a registered buyer."""
    return f"<p>{escape(translate('Documents', 'GSTIN'))} {escape(gstin)}</p>" if gstin else ""


def _sold(document: Document) -> str:
    # Where nobody is registered there is no word of tax.
    counted = document.content.counted_lines
    in_tax = any(is_in_tax(line) for line in counted)
    heads = (
        (translate("Documents", "What"), "left"),
        (translate("Documents", "When"), "left"),
        (translate("Documents", "GST") if in_tax else "", "right"),
        (translate("Documents", "Amount"), "right"),
    )
    made_on = formats.local_day(document.made_at, document.time_zone)
    rows = [
        (_with_note(row.what, row.note, *row.levies), escape(row.when), escape(row.rate), escape(row.amount))
        for row in lines.sold_rows(counted, made_on)
    ]
    return _table(heads, rows)


def _with_note(what: str, *notes: str) -> str:
    return escape(what) + "".join(f'<br/><span class="small">{escape(note)}</span>' for note in notes if note)


def _foot(document: Document) -> str:
    sentences = PAPERS[document.kind].foot(document)
    return "".join(
        f'<p class="small" style="margin-bottom: 3px">{escape(sentence)}</p>' for sentence in sentences
    )


def _receipt_foot(document: Document) -> list[str]:
    words = translate("Documents", "In words: {words}.").format(words=_words(document))
    return [words, *_policies(document), _amounts()]


def _deposit_foot(document: Document) -> list[str]:
    what = translate(
        "Documents",
        "Receipt for a deposit: the booking is confirmed. The tax receipt is made when the rest is paid.",
    )
    return [part for part in (what, lines.balance_text(document), *_policies(document), _amounts()) if part]


def _voucher_foot(_document: Document) -> list[str]:
    return [_amounts()]


def _ticket_foot(document: Document) -> list[str]:
    valid = translate(
        "Documents", "Valid from now on. What was paid stands on the receipt that was printed before."
    )
    return [valid, *_policies(document), translate("Documents", "Show the code at the desk.")]


def _policies(document: Document) -> list[str]:
    policies = dict.fromkeys(lines.policy_text(line.tiers) for line in document.content.lines)
    return [translate("Documents", "Cancelling: {policy}").format(policy=policy) for policy in policies]


def _amounts() -> str:
    return translate("Documents", "Amounts in rupees. Show the code at the desk to find this booking.")


def _words(document: Document) -> str:
    from num2words import num2words

    rupees, paise = divmod(document.content.total_paise, 100)
    words = str(num2words(rupees, lang="en_IN")).replace(",", "")
    with_paise = f" and {num2words(paise, lang='en_IN')} paise" if paise else ""
    return f"Rupees {words}{with_paise} only"


def _qr(text: str) -> QImage:
    """Return the code drawn eight pixels a module, so that it stays sharp on paper."""
    import segno

    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=2)]
    picture = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    ink, paper = QColor(tokens.LIGHT["print"]), QColor(tokens.LIGHT["paper"])
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            picture.setPixelColor(x, y, ink if dark else paper)
    return picture.scaled(len(rows) * 8, len(rows) * 8)


def _slip(document: Document) -> list[str]:
    listed = [
        (
            escape(one.number),
            escape(translate("Documents", KINDS[one.kind].title)),
            formats.amount(one.total_paise),
        )
        for one in document.content.listed
    ]
    heads = (
        (translate("Documents", "Paper"), "left"),
        ("", "left"),
        (translate("Documents", "Amount"), "right"),
    )
    paid_by = _caption(translate("Documents", "Paid by"))
    return [_table(heads, listed), _rule(), paid_by, _sums(lines.tender_rows(document))]


def _none(_document: Document) -> list[str]:
    return []


_BILL, _BACK, _SLIP = (_receipt, _receipt_foot), (_voucher, _voucher_foot), (_slip, _none)
BODIES: Mapping[DocumentKind, tuple[Callable[[Document], list[str]], Callable[[Document], list[str]]]] = {
    DocumentKind.RECEIPT_VOUCHER: (_receipt, _deposit_foot),
    DocumentKind.DEPOSIT_RECEIPT: (_receipt, _deposit_foot),
    DocumentKind.REFUND_VOUCHER: _BACK,
    DocumentKind.REFUND_SLIP: _BACK,
    DocumentKind.TICKET: (_ticket, _ticket_foot),
    DocumentKind.PAYMENT_SLIP: _SLIP,
    DocumentKind.MONEY_RECEIPT: _SLIP,
}
PAPERS: Mapping[DocumentKind, _Paper] = {
    kind: _Paper(translate("Documents", traits.title), *BODIES.get(kind, _BILL))
    for kind, traits in KINDS.items()
    if kind is not DocumentKind.Z_SLIP
}
