"""The foot of a paper: words, policies, the sentences that the law asks for, and who signs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from db.document_kinds import ADVANCES, BILLS, INVOICES, KINDS, Part
from db.states import BuyerKind, DocumentKind, Scheme
from desktop.services.domain.paper import PaperWord
from desktop.services.domain.spans import spans_of
from desktop.ui import formats
from desktop.ui.paper_language import ENGLISH, PaperLanguage
from desktop.ui.papers.amount_words import amount_in_words
from desktop.ui.papers.parties import moment_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop.services.domain.booking import BookingLine
    from desktop.services.domain.cancellation import PolicyTier
    from desktop.services.domain.document import Document


def foot(document: Document, language: PaperLanguage) -> list[str]:
    """Return the sentences at the foot."""
    return [
        *_words(document, language),
        *_what_it_is(document, language),
        *_of_the_law(document, language),
        *_policies(document, language),
        _closing(document, language),
    ]


def signature(document: Document, language: PaperLanguage) -> list[str]:
    """Return whose signature is asked for; nothing where none is."""
    if Part.SIGNATURE not in KINDS[document.kind].parts:
        return []
    name = document.content.seller.name
    of_whom = language.translate("Documents", "For {seller}").format(seller=name) if name else ""
    who = language.translate("Documents", "Authorised signatory: ____________________")
    return ["   ".join(filter(None, (of_whom, who)))]


def _words(document: Document, language: PaperLanguage) -> list[str]:
    content = document.content
    if document.kind is DocumentKind.TICKET or not (content.amounts or content.paid or content.back):
        return []
    words = amount_in_words(content.total_paise, language.code)
    return [language.translate("Documents", "In words: {words}.").format(words=words)]


def _what_it_is(document: Document, language: PaperLanguage) -> list[str]:
    content, translate = document.content, language.translate
    told = []
    if document.kind in ADVANCES and content.left_paise:
        told.append(
            translate(
                "Documents",
                "Receipt for a deposit: the booking is confirmed. The tax receipt is made when the rest is"
                " paid.",
            )
        )
    elif document.kind is DocumentKind.RECEIPT_VOUCHER:
        told.append(
            translate("Documents", "Receipt for an advance. The tax invoice is made when it is supplied.")
        )
    if document.content.levies.tax_paise and Part.ADVANCE in KINDS[document.kind].parts:
        told.append(translate("Documents", "The tax is inside the sum."))
    told.append(balance_text(document, language))
    if document.kind is DocumentKind.TICKET:
        told.append(
            translate(
                "Documents", "Valid from now on. What was paid stands on the receipt that was printed before."
            )
        )
    if document.kind is DocumentKind.MONEY_RECEIPT:
        told.append(translate("Documents", "Stored money for later bookings: no supply, no tax."))
    if content.reason:
        told.append(translate("Documents", "Reason: {reason}").format(reason=content.reason))
    return [text for text in told if text]


def _of_the_law(document: Document, language: PaperLanguage) -> list[str]:
    content, translate, told = document.content, language.translate, []
    if content.seller.scheme is Scheme.COMPOSITION and document.kind in BILLS:
        told.append(
            translate("Documents", "Composition taxable person, not eligible to collect tax on supplies")
        )
    if document.kind in INVOICES and content.buyer.kind is BuyerKind.SEZ:
        told.append(
            translate(
                "Documents",
                "Supply to SEZ unit or SEZ developer for authorised operations on payment of integrated tax",
            )
        )
    if document.kind in INVOICES and content.buyer.kind is BuyerKind.SEZ_UNDER_LUT:
        told.append(
            translate(
                "Documents",
                "Supply to SEZ unit or SEZ developer for authorised operations under bond or letter of"
                " undertaking without payment of integrated tax",
            )
        )
    if PaperWord.IRN_NOT_REQUIRED in content.words:
        told.append(
            translate(
                "Documents",
                "I/We hereby declare that though our aggregate turnover in any preceding financial year from"
                " 2017-18 onwards is more than the aggregate turnover notified under sub-rule (4) of rule 48,"
                " we are not required to prepare an invoice in terms of the provisions of the said sub-rule.",
            )
        )
    return told


def _policies(document: Document, language: PaperLanguage) -> list[str]:
    """Return what comes back until when, for each start that has limits of its own."""
    if Part.POLICY not in KINDS[document.kind].parts:
        return []
    word = language.translate("Documents", "Cancelling: {policy}")
    starts: dict[int, datetime] = {}
    for line in document.content.lines:
        starts[line.stay] = min(starts.get(line.stay, line.boards_at), line.boards_at)
    policies: dict[str, list[str]] = {}
    for span in spans_of(document.content.lines):
        text = policy_text(span.first.tiers, language, starts[span.first.stay], span.first)
        policies.setdefault(text, []).append(span.first.thing)
    if len(policies) == 1:
        return [word.format(policy=text) for text in policies]
    named = language.translate("Documents", "Cancelling {thing}: {policy}")
    return [
        named.format(thing=", ".join(dict.fromkeys(things)), policy=text) for text, things in policies.items()
    ]


def policy_text(
    tiers: Sequence[PolicyTier],
    language: PaperLanguage = ENGLISH,
    start: datetime | None = None,
    line: BookingLine | None = None,
) -> str:
    """Return the cancellation policy in one sentence, the earliest limit first.

    With the start that it counts from, each limit is told as a moment in the zone of `line`.
    """
    translate = language.translate
    back = [tier for tier in sorted(tiers, key=lambda tier: -tier.hours_before) if tier.refund_bp]
    if not back:
        return translate("Documents", "Not refundable.")
    parts = []
    for tier in back:
        rate = formats.per_cent(tier.refund_bp)
        if tier.hours_before:
            text = translate("Documents", "{rate} back until {hours} h before the start")
        else:
            text = translate("Documents", "{rate} back until the start")
        told = text.format(rate=rate, hours=tier.hours_before)
        if start is not None and line is not None:
            limit = start - timedelta(hours=tier.hours_before)
            told = f"{told} ({moment_of(limit, line.time_zone, language)})"
        parts.append(told)
    return f"{', '.join(parts)}."


def balance_text(document: Document, language: PaperLanguage = ENGLISH) -> str:
    """Return until when what is left has to be paid; empty where nothing says so."""
    content = document.content
    if content.balance_by is None or not content.left_paise:
        return ""
    day = formats.day_and_year(formats.local_day(content.balance_by, document.time_zone), language.locale)
    clock = formats.clock(content.balance_by, document.time_zone)
    until = language.translate("Documents", "Left to pay: {left}, by {day}, {clock}.")
    return until.format(left=formats.rupees(content.left_paise), day=day, clock=clock)


def _closing(document: Document, language: PaperLanguage) -> str:
    translate = language.translate
    if document.kind is DocumentKind.TICKET:
        return translate("Documents", "Show the code at the desk.")
    if document.content.booking is None:
        return translate("Documents", "Amounts in rupees.")
    return translate("Documents", "Amounts in rupees. Show the code at the desk to find this booking.")
