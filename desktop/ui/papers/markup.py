"""What every paper is put together from: tables, sums, captions, rules, on a sheet or on a roll."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from db.print_words import PaperSize
from desktop.ui import tokens
from desktop.ui.paper_language import ENGLISH, PaperLanguage
from desktop.ui.papers.paper_size import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.services.domain.z_slip import Paper
    from desktop.ui.papers.paper_size import Shape

RULE = "#b9c1bc"
# In a column of amounts where there is none.
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class SumRow:
    """A word and an amount; heavy rows are the ones that are looked for."""

    word: str
    amount: str
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """What stands in the first column, the rest of the columns, and what stands below over all of them."""

    what: str
    cells: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Markup:
    """Writes the parts of one paper in its size and language."""

    size: PaperSize = PaperSize.A5
    language: PaperLanguage = ENGLISH

    @property
    def shape(self) -> Shape:
        """The measures of the size."""
        return shape_of(self.size)

    def style(self) -> str:
        """Return the style sheet."""
        text, faint = self.shape.text, tokens.LIGHT["print"] if self.shape.is_roll else "#444a47"
        small, title, heavy = round(text * 0.82), round(text * 1.7), round(text * 1.18)
        ink = tokens.LIGHT["print"]
        return (
            f"p {{ margin: 0px; }} body, td, th {{ color: {ink}; font-size: {text}px; }}"
            "th { font-weight: 400; } .strong { font-weight: 600; }"
            f".small, .head {{ font-size: {small}px; color: {faint}; }}"
            f".title {{ font-size: {title}px; font-weight: 600; }}"
            f".heavy, .mark {{ font-size: {heavy}px; font-weight: 600; }}"
        )

    def marks(self, document: Paper, *more: str) -> str:
        """Return a box that says PRACTICE and which copy it is, where due."""
        translate, marked = self.language.translate, []
        if document.practice:
            marked.append(translate("Documents", "PRACTICE – no real money, not valid"))
        marked += more
        if document.copies:
            marked.append(translate("Documents", "COPY {number}").format(number=document.copies))
        if not marked:
            return ""
        between = "<br/>" if self.shape.is_roll else "   ·   "
        return (
            '<table width="100%" cellpadding="4" cellspacing="0" border="1" style="border-style: solid; '
            'border-collapse: collapse; border-color: #111614; margin-bottom: 12px"><tr>'
            f'<td align="center" class="mark">{between.join(map(escape, marked))}</td></tr></table>'
        )

    def table(self, heads: Sequence[str], rows: Sequence[TableRow], *, is_begun: bool = False) -> str:
        """Return a table whose head is repeated on each page; the first column is words, the others amounts.

        On a roll the last cell stands beside the words of its row, the others below, each with its head.
        `is_begun`: it goes on with a new page.
        """
        if self.shape.is_roll:
            head = self.sums([SumRow(heads[0], heads[-1] if len(heads) > 1 else "")], "head")
            return head + "".join(self._stacked(heads, row) for row in rows)
        sides = ["left", *("right" for _ in heads[1:])]
        head = "".join(
            f'<th align="{side}" class="head">{escape(word)}</th>'
            for word, side in zip(heads, sides, strict=True)
        )
        body = "".join(self._row(row, len(heads)) for row in rows)
        begun = "page-break-before: always;" if is_begun else ""
        return (
            f'<table width="100%" cellspacing="0" cellpadding="2" style="{begun}">'
            f"<thead><tr>{head}</tr></thead>{body}</table>"
        )

    def _row(self, row: TableRow, columns: int) -> str:
        cells = "".join(
            f'<td align="right" style="white-space: nowrap">{escape(cell)}</td>' for cell in row.cells
        )
        main = f'<tr><td align="left">{escape(row.what)}</td>{cells}</tr>'
        if not row.notes:
            return main
        # Each by itself: of a paragraph over two pages Qt draws all lines on both, hidden ones too.
        return f'{main}<tr><td colspan="{columns}">{self.paragraphs(row.notes, "small")}</td></tr>'

    def _stacked(self, heads: Sequence[str], row: TableRow) -> str:
        *before, last = row.cells or ("",)
        told = [
            f"{head} {cell}"
            for head, cell in zip(heads[1:-1], before, strict=True)
            if cell not in ("", NOTHING)
        ]
        first = self.sums([SumRow(row.what, last)], "strong")
        return first + self.paragraphs((*told, *row.notes), "small")

    def sums(self, rows: Iterable[SumRow], style: str = "") -> str:
        """Return words on the left and amounts on the right, which are never broken."""
        rest = 100 - self.shape.words
        cells = [
            f'<tr><td width="{self.shape.words}%" class="{style or _weight(row)}">{escape(row.word)}</td>'
            f'<td width="{rest}%" align="right" class="{style or _weight(row)}" style="white-space: nowrap">'
            f"{escape(row.amount)}</td></tr>"
            for row in rows
        ]
        padding = 0 if self.shape.is_roll else 2
        inside = "".join(cells)
        if not inside:
            return ""
        return f'<table width="100%" cellspacing="0" cellpadding="{padding}">{inside}</table>'

    def caption(self, text: str) -> str:
        """Return a small heading."""
        return f'<p class="head" style="margin-top: 4px">{escape(text)}</p>'

    def paragraphs(self, lines: Iterable[str], style: str = "") -> str:
        """Return lines below each other; those that say nothing are left out."""
        kind = f' class="{style}"' if style else ""
        return "".join(f"<p{kind}>{escape(line)}</p>" for line in lines if line)

    def rule(self) -> str:
        """Return a line across the page."""
        # Without a colour of its own a rule takes the window's text colour: nearly white in the dark theme.
        return f'<hr width="100%" style="background-color: {RULE}"/>'


def _weight(row: SumRow) -> str:
    return "heavy" if row.heavy else "plain"
