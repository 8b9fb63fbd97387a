"""What leads from the lines of a paper to its total, and what was paid or goes back by which tender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.document_kinds import BACK
from db.states import DocumentKind, RefundState
from desktop.ui import formats
from desktop.ui.levy_words import levy_sums
from desktop.ui.paper_language import ENGLISH, PaperLanguage
from desktop.ui.papers.document_lines import paid_paise
from desktop.ui.papers.markup import SumRow
from desktop.ui.tender_words import tender_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.services.domain.booking import Payment
    from desktop.services.domain.document import Document
    from desktop.services.domain.paper import Named, PaidBy

GIVES_BACK = (*BACK, DocumentKind.REFUND_SLIP)


def price_rows(document: Document, language: PaperLanguage = ENGLISH) -> tuple[SumRow, ...]:
    """Return what leads from the lines to the total, and what is due once an advance is set off."""
    content, lines, translate = document.content, document.content.counted_lines, language.translate
    discount, fee = sum(line.discount_paise for line in lines), sum(line.fee_paise for line in lines)
    taxed = bool(content.levies.tax_paise)
    first = translate("Documents", "Before tax") if taxed else translate("Documents", "Price")
    before = sum(line.base_paise for line in lines) if discount or fee else content.value_paise
    rows = [SumRow(first, formats.amount(before))]
    if discount:
        code = content.booking.promo_code if content.booking else ""
        word = translate("Documents", "Discount {code}").format(code=code).strip()
        rows.append(SumRow(word, formats.amount(-discount)))
    if fee:
        rows.append(SumRow(translate("Documents", "Fee"), formats.amount(fee)))
    if discount or fee:
        rows.append(SumRow(translate("Documents", "Value"), formats.amount(content.value_paise)))
    rows += [SumRow(name, formats.amount(paise)) for name, paise in levy_sums(lines).items()]
    rows.append(SumRow(_total_word(document, language), formats.rupees(content.total_paise), heavy=True))
    return (*rows, *_set_off(document, language), *_rounded(document, language))


def _total_word(document: Document, language: PaperLanguage) -> str:
    translate = language.translate
    if document.kind is DocumentKind.RECEIPT_VOUCHER:
        return translate("Documents", "Advance taken")
    if document.kind is DocumentKind.REFUND_VOUCHER:
        return translate("Documents", "Refunded")
    return translate("Documents", "Total")


def _set_off(document: Document, language: PaperLanguage) -> list[SumRow]:
    content, translate = document.content, language.translate
    if not content.advance_paise or document.kind in GIVES_BACK:
        return []
    word = translate("Documents", "Advance set off")
    due = translate("Documents", "Still due")
    return [
        SumRow(word, formats.amount(-content.advance_paise)),
        SumRow(due, formats.rupees(content.total_paise - content.advance_paise), heavy=True),
    ]


def _rounded(document: Document, language: PaperLanguage) -> list[SumRow]:
    """Return the rounding of cash, outside value and tax, where the tenders pay for this paper alone."""
    content = document.content
    rounding = sum(one.rounding_paise for one in content.paid)
    if not rounding or not pays_alone(document):
        return []
    paid = formats.rupees(sum(one.taken_paise for one in content.paid))
    return [
        SumRow(language.translate("Documents", "Round off in cash"), formats.amount(rounding)),
        SumRow(language.translate("Documents", "Paid"), paid, heavy=True),
    ]


def named_papers(papers: Iterable[Named], language: PaperLanguage) -> str:
    """Return papers by number and day."""
    one_of = language.translate("Documents", "{number} of {day}")
    return ", ".join(
        one_of.format(number=one.number, day=formats.day_and_year(one.issued_on, language.locale))
        for one in papers
    )


def pays_alone(document: Document) -> bool:
    """Whether what was paid is for this paper alone and for all of it; else it paid for the booking."""
    content = document.content
    return sum(one.amount_paise for one in content.paid) == content.total_paise


def tender_rows(document: Document, language: PaperLanguage = ENGLISH) -> tuple[SumRow, ...]:
    """Return what was paid by which tender, or on a paper of money back what goes back to which."""
    if document.kind not in GIVES_BACK:
        return _paid_rows(document, language)
    refunds, translate = document.content.back, language.translate
    rows, back = [], sum(refund.given_paise for refund in refunds)
    if rounding := sum(refund.rounding_paise for refund in refunds):
        rows.append(SumRow(translate("Documents", "Due back"), formats.amount(back - rounding)))
        rows.append(SumRow(translate("Documents", "Round off in cash"), formats.amount(rounding)))
    for refund in refunds:
        word = f"{language.say(tender_words(refund.tender).printed)}, {refund_word(refund.state, language)}"
        if refund.reference:
            word = f"{word}  {refund.reference}"
        rows.append(SumRow(word, formats.amount(refund.given_paise)))
    if refunds:
        rows.append(SumRow(translate("Documents", "Given back"), formats.rupees(back), heavy=True))
    ended = [line for line in document.content.lines if line.refund_rule is not None]
    kept = sum(paid_paise(line) - line.refund_paise for line in ended)
    if kept > 0:
        rows.append(SumRow(translate("Documents", "Kept by the house"), formats.amount(kept)))
    return tuple(rows)


def _paid_rows(document: Document, language: PaperLanguage) -> tuple[SumRow, ...]:
    """Return what was paid by what; of a deposit what that leaves, and until when."""
    content, translate = document.content, language.translate
    rows = [row for one in content.paid for row in _tender(one, language)]
    rounding = sum(one.rounding_paise for one in content.paid)
    if rounding and not (content.amounts and pays_alone(document)):
        rows.insert(0, SumRow(translate("Documents", "Round off in cash"), formats.amount(rounding)))
    if len(content.paid) > 1 or content.left_paise or not content.amounts:
        taken = sum(one.taken_paise for one in content.paid)
        word = translate("Documents", "Paid so far") if content.left_paise else translate("Documents", "Paid")
        rows.append(SumRow(word, formats.rupees(taken), heavy=True))
    if content.kept_before_paise:
        word = translate("Documents", "Kept of it for what was cancelled")
        rows.append(SumRow(word, formats.amount(content.kept_before_paise)))
    if content.left_paise:
        left = translate("Documents", "Left to pay")
        rows.append(SumRow(left, formats.rupees(content.left_paise), heavy=True))
    return tuple(rows)


def _tender(one: PaidBy, language: PaperLanguage) -> list[SumRow]:
    translate = language.translate
    rows = [SumRow(tender_text(one, language), formats.amount(one.taken_paise))]
    if one.received_paise is not None and one.change_paise:
        rows.append(SumRow(translate("Documents", "Cash received"), formats.amount(one.received_paise)))
        rows.append(SumRow(translate("Documents", "Change"), formats.amount(one.change_paise)))
    return rows


def tender_text(payment: PaidBy | Payment, language: PaperLanguage = ENGLISH) -> str:
    """Return a tender with its reference, if there is one, and as what it was entered at first."""
    words = (language.say(tender_words(payment.tender).printed), payment.account, payment.reference)
    text = "  ".join(word for word in words if word)
    if payment.corrected_from in (None, payment.tender):
        return text
    was = language.translate("Documents", "entered as {tender} at first").format(
        tender=language.say(tender_words(payment.corrected_from).printed)
    )
    return f"{text} ({was})"


def refund_word(state: RefundState, language: PaperLanguage = ENGLISH) -> str:
    """Return where a refund stands, for the customer."""
    if state is RefundState.DONE:
        return language.translate("Documents", "given back")
    if state is RefundState.FAILED:
        return language.translate("Documents", "not yet, the desk is looking after it")
    return language.translate("Documents", "on its way, 5 to 7 days")
