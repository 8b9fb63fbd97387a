"""What a paper is called, and what is told of it beside its title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from db.document_kinds import KINDS, Part
from db.states import DocumentKind
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.paper import PaperWord
from desktop.ui import formats, paper_language
from desktop.ui.paper_language import ENGLISH, PaperLanguage

if TYPE_CHECKING:
    from desktop.services.domain.document import Document

TITLES: Mapping[DocumentKind, str] = {
    DocumentKind.TAX_INVOICE: paper_language.translate("Documents", "Tax invoice"),
    DocumentKind.TICKET_INVOICE: paper_language.translate("Documents", "Ticket / tax invoice"),
    DocumentKind.BILL_OF_SUPPLY: paper_language.translate("Documents", "Bill of supply"),
    DocumentKind.INVOICE_CUM_BILL: paper_language.translate("Documents", "Invoice-cum-bill of supply"),
    DocumentKind.CONSOLIDATED_INVOICE: paper_language.translate("Documents", "Tax invoice"),
    DocumentKind.RECEIPT_VOUCHER: paper_language.translate("Documents", "Receipt voucher"),
    DocumentKind.REFUND_VOUCHER: paper_language.translate("Documents", "Refund voucher"),
    DocumentKind.CREDIT_NOTE: paper_language.translate("Documents", "Credit note"),
    DocumentKind.DEBIT_NOTE: paper_language.translate("Documents", "Debit note"),
    DocumentKind.FINANCIAL_NOTE: paper_language.translate("Documents", "Financial note"),
    DocumentKind.RECEIPT: paper_language.translate("Documents", "Receipt"),
    DocumentKind.DEPOSIT_RECEIPT: paper_language.translate("Documents", "Receipt for a deposit"),
    DocumentKind.REFUND_RECEIPT: paper_language.translate("Documents", "Receipt for a refund"),
    DocumentKind.TICKET: paper_language.translate("Documents", "Ticket"),
    DocumentKind.PAYMENT_SLIP: paper_language.translate("Documents", "Payment slip"),
    DocumentKind.REFUND_SLIP: paper_language.translate("Documents", "Refund slip"),
    DocumentKind.MONEY_RECEIPT: paper_language.translate("Documents", "Money receipt"),
    DocumentKind.Z_SLIP: paper_language.translate("Documents", "Z slip"),
}
"""The words of the table of kinds, collected for translation; a test holds both together."""


def waits_for_irn(document: Document) -> bool:
    """Whether it is no tax invoice yet: the portal has not answered."""
    return PaperWord.WAITING_FOR_IRN in document.content.words and document.irn is None


def title_of(document: Document, language: PaperLanguage = ENGLISH) -> str:
    """Return the title, word for word as the law or the house calls it."""
    content, translate = document.content, language.translate
    kinds = {line.kind for line in content.lines}
    if waits_for_irn(document):
        return translate("Documents", "Proforma invoice")
    is_ride = bool(kinds) and all(TRAITS[kind].has_route for kind in kinds)
    if document.kind is DocumentKind.BILL_OF_SUPPLY and is_ride:
        return translate("Documents", "Ticket / bill of supply")
    if PaperWord.COMPLIMENTARY in content.words and document.kind is DocumentKind.TICKET:
        if kinds and all(TRAITS[kind].has_nights for kind in kinds):
            return translate("Documents", "Complimentary voucher")
        return translate("Documents", "Complimentary ticket")
    return language.say(TITLES[document.kind])


def subtitles_of(document: Document, language: PaperLanguage) -> list[str]:
    """Return what else a reader must see at the top."""
    content, translate = document.content, language.translate
    words = {
        PaperWord.WAITING_FOR_IRN: translate("Documents", "Waiting for IRN, not a tax invoice"),
        PaperWord.CANCELLATION_CHARGE: translate("Documents", "Cancellation charge"),
        PaperWord.NO_SHOW: translate("Documents", "No-show"),
        PaperWord.BY_HOUSE: translate("Documents", "Cancelled by the house: all goes back"),
        PaperWord.SMALL_SALE: translate(
            "Documents", "Small sale: its tax stands on the day's consolidated invoice"
        ),
    }
    if not waits_for_irn(document):
        del words[PaperWord.WAITING_FOR_IRN]
    told = [text for word, text in words.items() if word in content.words]
    if PaperWord.COMPLIMENTARY in content.words:
        told.append(translate("Documents", "Free of charge"))
    if document.kind is DocumentKind.CONSOLIDATED_INVOICE:
        told.append(translate("Documents", "Consolidated invoice of small sales"))
    if PaperWord.FROZEN_LATE in content.words:
        day = formats.day_and_year(formats.local_day(document.made_at, document.time_zone), language.locale)
        told.append(translate("Documents", "Kept later: made from what was known on {day}").format(day=day))
    return told


def copy_mark_of(document: Document, language: PaperLanguage, *, is_duplicate: bool) -> tuple[str, ...]:
    """Return whose copy it is, where the law asks for it; a later print says which copy it is instead."""
    if Part.COPY_MARK not in KINDS[document.kind].parts:
        return ()
    if waits_for_irn(document):
        return ()
    if is_duplicate:
        return (language.translate("Documents", "DUPLICATE FOR SUPPLIER"),)
    if document.copies:
        return ()
    return (language.translate("Documents", "ORIGINAL FOR RECIPIENT"),)
