"""Receipt, refund voucher and ticket as one text document, the same on the screen, in a PDF and on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, QUrl
from PySide6.QtGui import QColor, QFont, QImage, QTextDocument

from db.states import DocumentKind
from desktop.ui import formats, tokens
from desktop.ui.levy_words import is_in_tax
from desktop.ui.paper_language import PAPER, translate
from desktop.ui.papers import document_lines as lines
from desktop.ui.theme import FAMILIES

if TYPE_CHECKING:
    from desktop.services.domain.booking import Document

# A5 at 96 pixels an inch, the unit in which a text document is laid out.
PAGE = QSizeF(559, 794)
MARGIN = 34
QR_SIDE = 92
RULE = "#b9c1bc"
STYLE = f"""
p {{ margin: 0px; }}
body, td {{ color: {tokens.LIGHT["print"]}; font-size: 11px; }}
.small {{ font-size: 9px; color: #444a47; }}
.title {{ font-size: 20px; font-weight: 600; }}
.head {{ font-size: 9px; color: #444a47; }}
.heavy {{ font-size: 13px; font-weight: 600; }}
.mark {{ font-size: 13px; font-weight: 600; }}
"""


def build_document(document: Document) -> QTextDocument:
    """Return the document on A5, in the language of the paper; it says PRACTICE and COPY where due."""
    paper = QTextDocument()
    font = QFont(FAMILIES)
    font.setPixelSize(11)
    paper.setDefaultFont(font)
    paper.setDocumentMargin(MARGIN)
    paper.setDefaultStyleSheet(STYLE)
    paper.addResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("reference.png"), _qr(document.booking.reference)
    )
    paper.setHtml(_html(document))
    paper.setPageSize(PAGE)
    paper.setMetaInformation(
        QTextDocument.MetaInformation.DocumentTitle, f"{_title(document)} {document.number}"
    )
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


def _marks(document: Document) -> str:
    marks = []
    if document.practice:
        marks.append(translate("Documents", "PRACTICE – no real money, not valid"))
    if document.copies:
        marks.append(translate("Documents", "COPY {number}").format(number=document.copies))
    if not marks:
        return ""
    text = "   ·   ".join(escape(mark) for mark in marks)
    return (
        '<table width="100%" cellpadding="4" cellspacing="0" border="1" style="border-style: solid; '
        'border-collapse: collapse; border-color: #111614; margin-bottom: 12px"><tr>'
        f'<td align="center" class="mark">{text}</td></tr></table>'
    )


def _head(document: Document) -> str:
    booking = document.booking
    made_on = formats.day_and_year(formats.local_day(document.made_at, document.time_zone), PAPER)
    made = f"{made_on}, {formats.clock(document.made_at, document.time_zone)}"
    word = translate("Documents", "Booking")
    desk = translate("Documents", "Desk {desk}, {clerk}").format(desk=booking.desk_code, clerk=booking.clerk)
    return (
        '<table width="100%" cellspacing="0" cellpadding="0"><tr><td width="75%">'
        f'<p class="title">{escape(_title(document))}</p>'
        f"<p>{escape(document.number)}<br/>{escape(made)}<br/>{escape(desk)}</p>"
        f'<p class="head" style="margin-top: 10px">{escape(word)}</p>'
        f'<p class="title">{escape(booking.reference)}</p></td>'
        f'<td width="25%" align="right"><img src="reference.png" width="{QR_SIDE}" height="{QR_SIDE}"/></td>'
        "</tr></table>"
    )


def _customer(document: Document) -> str:
    customer = document.booking.customer
    caption = _caption(translate("Documents", "Customer"))
    replaces = ""
    if document.replaces:
        words = translate("Documents", "In place of {number}").format(number=document.replaces)
        replaces = f"<p>{escape(words)}</p>"
    return (
        f"{caption}<p>{escape(customer.name)}&nbsp;&nbsp;&nbsp;{escape(customer.masked_mobile)}</p>"
        f"{_gstin(document.booking.buyer_gstin)}{replaces}{_rule()}"
    )


def _gstin(gstin: str) -> str:
    """Return the line of a registered buyer."""
    return f"<p>{escape(translate('Documents', 'GSTIN'))} {escape(gstin)}</p>" if gstin else ""


def _sold(document: Document) -> str:
    # Where nobody is registered there is no word of tax.
    in_tax = any(is_in_tax(line) for line in document.lines)
    heads = (
        (translate("Documents", "What"), "left"),
        (translate("Documents", "When"), "left"),
        (translate("Documents", "GST") if in_tax else "", "right"),
        (translate("Documents", "Amount"), "right"),
    )
    made_on = formats.local_day(document.made_at, document.time_zone)
    rows = [
        (_with_note(row.what, row.note, *row.levies), escape(row.when), escape(row.rate), escape(row.amount))
        for row in lines.sold_rows(document.lines, made_on)
    ]
    return _table(heads, rows)


def _table(heads: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]]) -> str:
    """Return a table whose head is repeated on each page; `rows` hold markup."""
    head = "".join(f'<th align="{side}" class="head">{escape(word)}</th>' for word, side in heads)
    sides = [side for _, side in heads]
    body = [
        f"<tr>{''.join(_cell(text, side) for text, side in zip(row, sides, strict=True))}</tr>"
        for row in rows
    ]
    return (
        '<table width="100%" cellspacing="0" cellpadding="2">'
        f"<thead><tr>{head}</tr></thead>{''.join(body)}</table>"
    )


def _cell(markup: str, side: str) -> str:
    return f'<td align="{side}">{markup}</td>'


def _with_note(what: str, *notes: str) -> str:
    return escape(what) + "".join(f'<br/><span class="small">{escape(note)}</span>' for note in notes if note)


def _sums(rows: tuple[lines.SumRow, ...]) -> str:
    cells = [
        f'<tr><td width="70%" class="{_weight(row)}">{escape(row.word)}</td>'
        f'<td width="30%" align="right" class="{_weight(row)}">{escape(row.amount)}</td></tr>'
        for row in rows
    ]
    return f'<table width="100%" cellspacing="0" cellpadding="2">{"".join(cells)}</table>'


def _weight(row: lines.SumRow) -> str:
    return "heavy" if row.heavy else "plain"


def _foot(document: Document) -> str:
    sentences = PAPERS[document.kind].foot(document)
    return "".join(
        f'<p class="small" style="margin-bottom: 3px">{escape(sentence)}</p>' for sentence in sentences
    )


def _receipt_foot(document: Document) -> list[str]:
    words = translate("Documents", "In words: {words}.").format(words=_words(document))
    return [words, *_policies(document), _amounts()]


def _voucher_foot(_document: Document) -> list[str]:
    return [_amounts()]


def _ticket_foot(document: Document) -> list[str]:
    valid = translate(
        "Documents", "Valid from now on. What was paid stands on the receipt that was printed before."
    )
    return [valid, *_policies(document), translate("Documents", "Show the code at the desk.")]


def _policies(document: Document) -> list[str]:
    policies = dict.fromkeys(lines.policy_text(line.tiers) for line in document.lines)
    return [translate("Documents", "Cancelling: {policy}").format(policy=policy) for policy in policies]


def _amounts() -> str:
    return translate("Documents", "Amounts in rupees. Show the code at the desk to find this booking.")


def _words(document: Document) -> str:
    from num2words import num2words

    rupees, paise = divmod(document.booking.total_paise, 100)
    words = str(num2words(rupees, lang="en_IN")).replace(",", "")
    with_paise = f" and {num2words(paise, lang='en_IN')} paise" if paise else ""
    return f"Rupees {words}{with_paise} only"


def _caption(text: str) -> str:
    return f'<p class="head" style="margin-top: 8px">{escape(text)}</p>'


def _rule() -> str:
    # Without a colour of its own a rule takes the window's text colour: nearly white in the dark theme.
    return f'<hr width="100%" style="background-color: {RULE}"/>'


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


PAPERS: Mapping[DocumentKind, _Paper] = {
    DocumentKind.RECEIPT: _Paper(translate("Documents", "Receipt"), _receipt, _receipt_foot),
    DocumentKind.REFUND_VOUCHER: _Paper(translate("Documents", "Refund voucher"), _voucher, _voucher_foot),
    DocumentKind.TICKET: _Paper(translate("Documents", "Ticket"), _ticket, _ticket_foot),
}
