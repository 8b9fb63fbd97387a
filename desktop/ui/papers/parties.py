"""The head of a paper: whose it is, its number and day, the booking, the buyer, the place of supply."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from db.document_kinds import KINDS, Part
from db.states import DocumentKind
from desktop.ui import formats
from desktop.ui.papers.state_words import state_name
from desktop.ui.papers.sum_rows import named_papers
from desktop.ui.papers.titles import subtitles_of, title_of

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.domain.document import Document
    from desktop.ui.paper_language import PaperLanguage
    from desktop.ui.papers.markup import Markup

CODE_PICTURE = "reference.png"
IRN_PICTURE = "irn.png"
# The signed text is long: smaller than two inches on a sheet nobody reads its code.
IRN_SIDE = 192


def head(document: Document, markup: Markup) -> str:
    """Return title, number, day and booking; on a sheet with the code beside them."""
    content, translate = document.content, markup.language.translate
    by = translate("Documents", "Desk {desk}, {clerk}").format(desk=content.desk_code, clerk=content.clerk)
    facts = (document.number, moment_of(document.made_at, document.time_zone, markup.language), by)
    title = f'<p class="title">{escape(title_of(document, markup.language))}</p>'
    subtitles = markup.paragraphs(subtitles_of(document, markup.language), "heavy")
    reference = ""
    if content.booking is not None:
        word = translate("Documents", "Booking")
        reference = (
            f'<p class="head" style="margin-top: 8px">{escape(word)}</p>'
            f'<p class="title">{escape(content.booking.reference)}</p>'
        )
    inside = f"{title}{subtitles}{markup.paragraphs(facts)}"
    if markup.shape.is_roll:
        return f"{seller(document, markup)}{inside}{reference}"
    # Beside each other: a booking of one line has room for its signature on one sheet of A5.
    return (
        f"{seller(document, markup)}"
        f'<table width="100%" cellspacing="0" cellpadding="0"><tr><td width="50%">{inside}</td>'
        f'<td width="27%">{reference}</td>'
        f'<td width="23%" align="right">{code_picture(markup)}</td></tr></table>'
    )


def code_picture(markup: Markup) -> str:
    """Return the picture of the code."""
    side = markup.shape.code
    return f'<img src="{CODE_PICTURE}" width="{side}" height="{side}"/>'


def e_invoice(document: Document, markup: Markup) -> str:
    """Return what the portal answered: the number, its acknowledgement, the code of the signed text."""
    irn, language = document.irn, markup.language
    if irn is None:
        return ""
    moment = moment_of(irn.acked_at, document.time_zone, language)
    acknowledged = language.translate("Documents", "Acknowledgement {number} of {moment}")
    lines = (
        f"{language.translate('Documents', 'IRN')} {irn.number}",
        acknowledged.format(number=irn.ack_number, moment=moment),
    )
    shape = markup.shape
    side = shape.width - 2 * shape.margin if shape.is_roll else IRN_SIDE
    code = f'<p><img src="{IRN_PICTURE}" width="{side}" height="{side}"/></p>' if irn.signed_qr else ""
    return f"{markup.paragraphs(lines)}{code}{markup.rule()}"


def moment_of(moment: datetime, time_zone: str, language: PaperLanguage) -> str:
    """Return `24 Nov 2026, 10:42`."""
    day = formats.day_and_year(formats.local_day(moment, time_zone), language.locale)
    return f"{day}, {formats.clock(moment, time_zone)}"


def state_text(code: str, language: PaperLanguage) -> str:
    """Return a State by name and code; nothing of none."""
    if not code:
        return ""
    return f"{state_name(code, language)} ({code})"


def seller(document: Document, markup: Markup) -> str:
    """Return whose paper it is: name, address, State with its digits, GSTIN, telephone."""
    told, language = document.content.seller, markup.language
    if not told.name:
        return ""
    legal = told.legal_name if told.legal_name != told.name else ""
    where = ", ".join(filter(None, (*told.address, state_text(told.state_code, language))))
    telephone = ""
    if told.telephone:
        telephone = language.translate("Documents", "Telephone {number}").format(number=told.telephone)
    lines = (legal, where, _gstin(told.gstin, language), telephone)
    name = markup.paragraphs([told.name], "heavy")
    return f'{name}{markup.paragraphs(lines)}<p style="font-size: 6px">&nbsp;</p>'


def buyer(document: Document, markup: Markup) -> str:
    """Return who bought, what it answers, and where it is supplied."""
    content, language = document.content, markup.language
    told, translate = content.buyer, language.translate
    who = f"<p>{escape(told.name)}&nbsp;&nbsp;&nbsp;{escape(told.masked_mobile)}</p>"
    lines = [_gstin(told.gstin, language)]
    if shows_address(document):
        pin = translate("Documents", "PIN {code}").format(code=told.pin_code) if told.pin_code else ""
        where = (*told.address, pin, state_text(told.state_code, language))
        lines.insert(0, ", ".join(filter(None, where)))
    if content.replaces:
        lines.append(translate("Documents", "In place of {number}").format(number=content.replaces))
    lines += _supply(document, language)
    caption = markup.caption(translate("Documents", "Customer"))
    return f"{caption}{who}{markup.paragraphs(lines)}{markup.rule()}"


def _supply(document: Document, language: PaperLanguage) -> list[str]:
    """Return the papers that it answers, the place of supply, and that the buyer owes no tax himself."""
    content, translate = document.content, language.translate
    parts, lines = KINDS[document.kind].parts, []
    if content.answers and Part.ANSWERED in parts:
        answers = named_papers(content.answers, language)
        lines.append(translate("Documents", "Answers {papers}").format(papers=answers))
    elif content.answers and content.advance_paise:
        advances = named_papers(content.answers, language)
        lines.append(translate("Documents", "Sets off {papers}").format(papers=advances))
    if Part.PLACE_OF_SUPPLY in parts and content.place_state:
        place = translate("Documents", "Place of supply: {place}")
        lines.append(place.format(place=state_text(content.place_state, language)))
    if Part.REVERSE_CHARGE in parts:
        lines.append(translate("Documents", "Reverse charge: No"))
    return lines


def shows_address(document: Document) -> bool:
    """Whether the buyer's address stands on it.

    Of a registered buyer on every paper of the law but a ticket; of another on notes, and on an invoice where
    it is known: asked for from 50,000 on, or given because the buyer wants it.
    """
    parts = KINDS[document.kind].parts
    if not KINDS[document.kind].is_tax_paper or document.kind is DocumentKind.TICKET_INVOICE:
        return False
    by_kind = Part.ADDRESS_ALWAYS in parts or Part.ADDRESS_BY_VALUE in parts
    return bool(document.content.buyer.gstin) or by_kind


def _gstin(gstin: str, language: PaperLanguage) -> str:
    return f"{language.translate('Documents', 'GSTIN')} {gstin}" if gstin else ""
