"""What stands on a paper about a sale, as markup: head, lines, sums, tenders, foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.document_kinds import KINDS, Part
from db.states import DocumentKind
from desktop.ui import formats
from desktop.ui.levy_words import is_in_tax
from desktop.ui.papers import document_lines as lines
from desktop.ui.papers.foot import foot, signature
from desktop.ui.papers.markup import NOTHING, TableRow
from desktop.ui.papers.parties import buyer, code_picture, e_invoice, head
from desktop.ui.papers.sum_rows import GIVES_BACK, named_papers, pays_alone, price_rows, tender_rows
from desktop.ui.papers.titles import TITLES, copy_mark_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.domain.document import Document
    from desktop.ui.papers.document_lines import SoldRow
    from desktop.ui.papers.markup import Markup


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a paper before it is written."""

    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def write(self, markup: Markup, *, keeps_last: bool) -> str:
        """Return it as markup; `keeps_last`: its last row stands on a new page, with the totals."""
        if not keeps_last:
            return markup.table(self.heads, self.rows)
        before = markup.table(self.heads, self.rows[:-1]) if self.rows[:-1] else ""
        return before + markup.table(self.heads, self.rows[-1:], is_begun=True)


def document_html(
    document: Document, markup: Markup, *, is_duplicate: bool = False, keeps_last: bool = False
) -> str:
    """Return the paper as markup. `is_duplicate`: the one that the supplier keeps."""
    language = markup.language
    mark = copy_mark_of(document, language, is_duplicate=is_duplicate)
    parts = [
        markup.marks(document, *mark),
        head(document, markup),
        buyer(document, markup),
        e_invoice(document, markup),
        *_body(document, markup, keeps_last=keeps_last),
        markup.rule(),
        _sentences(foot(document, language), markup),
        _sentences(signature(document, language), markup, space=8),
    ]
    if markup.shape.is_roll:
        parts.append(f'<p align="center">{code_picture(markup)}</p>')
    return f"<body>{''.join(parts)}</body>"


def _sentences(sentences: list[str], markup: Markup, space: int = 2) -> str:
    return "".join(
        f'<div style="margin-top: {space}px">{markup.paragraphs([one], "small")}</div>' for one in sentences
    )


def _body(document: Document, markup: Markup, *, keeps_last: bool) -> list[str]:
    content = document.content
    if document.kind is DocumentKind.TICKET:
        return [_ticket(document, markup).write(markup, keeps_last=False)]
    if content.amounts:
        table = _counted(document, markup) if content.counted_lines else _bare(document, markup)
        sums = markup.sums(price_rows(document, markup.language))
        return [table.write(markup, keeps_last=keeps_last), markup.rule(), sums, *_tenders(document, markup)]
    tables = [_ended(document, markup)] if document.kind in GIVES_BACK and content.lines else []
    if content.listed:
        tables.append(_listed(document, markup))
    written = [table.write(markup, keeps_last=False) for table in tables]
    rule, *tenders = _tenders(document, markup) or [""]
    return [*written, rule if written else "", *tenders]


def _tenders(document: Document, markup: Markup) -> list[str]:
    """Return how it was paid or goes back, under a heading of its own: no tender looks like a levy."""
    content, translate = document.content, markup.language.translate
    rows = tender_rows(document, markup.language)
    if not rows or Part.TENDERS not in KINDS[document.kind].parts:
        return []
    if document.kind in GIVES_BACK:
        word = translate("Documents", "Given back to")
    elif content.amounts and not pays_alone(document):
        word = translate("Documents", "Paid for the whole booking by")
    else:
        word = translate("Documents", "Paid by")
    return [markup.rule(), markup.caption(word), markup.sums(rows)]


def _counted(document: Document, markup: Markup) -> Table:
    """Return the lines that it counts: price, discount and fee where there is any, value, and each levy."""
    content, translate = document.content, markup.language.translate
    counted = content.counted_lines
    has_sac = Part.SAC in KINDS[document.kind].parts and any(line.sac for line in counted)
    # Where nobody is registered there is no word of tax.
    in_tax = any(is_in_tax(line) for line in counted)
    rows = lines.sold_rows(
        counted, lines.made_on_of(document), markup.language, sac_digits=content.seller.sac_digits
    )
    has_discount, has_fee = any(row.discount_paise for row in rows), any(row.fee_paise for row in rows)
    columns: list[tuple[bool, str, Callable[[SoldRow], str]]] = [
        (has_sac, translate("Documents", "SAC"), lambda row: row.sac),
        (has_discount or has_fee, translate("Documents", "Price"), lambda row: row.amount),
        (has_discount, translate("Documents", "Discount"), lambda row: _less(row.discount_paise)),
        (has_fee, translate("Documents", "Fee"), lambda row: _more(row.fee_paise)),
        (in_tax, translate("Documents", "GST"), lambda row: row.rate),
        (
            True,
            translate("Documents", "Taxable value") if in_tax else translate("Documents", "Amount"),
            lambda row: formats.amount(row.value_paise),
        ),
    ]
    shown = [(word, cell) for is_shown, word, cell in columns if is_shown]
    why = {row.what: row.note for row in lines.ended_rows(document, markup.language) if row.note}
    gives_back = document.kind in GIVES_BACK
    return Table(
        (translate("Documents", "What"), *(word for word, _ in shown)),
        tuple(
            TableRow(
                row.what,
                tuple(cell(row) for _, cell in shown),
                _notes(row, why.get(row.what, "") if gives_back else row.note),
            )
            for row in rows
        ),
    )


def _notes(row: SoldRow, note: str) -> tuple[str, ...]:
    return tuple(filter(None, (row.when, note, *row.levies)))


def _less(paise: int) -> str:
    return formats.amount(-paise) if paise else NOTHING


def _more(paise: int) -> str:
    return formats.amount(paise) if paise else NOTHING


def _bare(document: Document, markup: Markup) -> Table:
    """Return amounts that no line stands behind: each with its levies."""
    translate = markup.language.translate
    rows = []
    for one in document.content.amounts:
        levies = (("CGST", one.cgst_paise), ("SGST", one.sgst_paise), ("IGST", one.igst_paise))
        told = " + ".join(f"{name} {formats.amount(paise)}" for name, paise in levies if paise)
        rows.append(TableRow(str(one.number), (formats.amount(one.value_paise),), (told,) if told else ()))
    return Table((translate("Documents", "What"), translate("Documents", "Taxable value")), tuple(rows))


def _ended(document: Document, markup: Markup) -> Table:
    translate = markup.language.translate
    heads = (
        translate("Documents", "Cancelled"),
        translate("Documents", "Paid"),
        translate("Documents", "Back"),
    )
    rows = lines.ended_rows(document, markup.language)
    return Table(
        heads,
        tuple(
            TableRow(row.what, (row.paid, row.back), tuple(filter(None, (row.when, row.note))))
            for row in rows
        ),
    )


def _ticket(document: Document, markup: Markup) -> Table:
    rows = lines.ticket_rows(document, markup.language)
    return Table(
        (markup.language.translate("Documents", "What"),),
        tuple(TableRow(row.what, (), tuple(filter(None, (row.when, row.note)))) for row in rows),
    )


def _listed(document: Document, markup: Markup) -> Table:
    """Return the papers that a slip lists."""
    language = markup.language
    heads = (language.translate("Documents", "Paper"), language.translate("Documents", "Amount"))
    rows = [
        TableRow(
            language.say(TITLES[one.kind]),
            (formats.amount(one.total_paise),),
            (named_papers([one], language),),
        )
        for one in document.content.listed
    ]
    return Table(heads, tuple(rows))
