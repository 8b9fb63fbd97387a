"""What every paper is put together from: tables, sums, captions, rules."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from desktop.ui.paper_language import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.z_slip import Paper
    from desktop.ui.papers.document_lines import SumRow

RULE = "#b9c1bc"


def marks(document: Paper) -> str:
    """Return a box that says PRACTICE and COPY where due."""
    marked = []
    if document.practice:
        marked.append(translate("Documents", "PRACTICE – no real money, not valid"))
    if document.copies:
        marked.append(translate("Documents", "COPY {number}").format(number=document.copies))
    if not marked:
        return ""
    text = "   ·   ".join(escape(mark) for mark in marked)
    return (
        '<table width="100%" cellpadding="4" cellspacing="0" border="1" style="border-style: solid; '
        'border-collapse: collapse; border-color: #111614; margin-bottom: 12px"><tr>'
        f'<td align="center" class="mark">{text}</td></tr></table>'
    )


def table(heads: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]]) -> str:
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


def sums(rows: Sequence[SumRow]) -> str:
    """Return words on the left and amounts on the right."""
    cells = [
        f'<tr><td width="70%" class="{_weight(row)}">{escape(row.word)}</td>'
        f'<td width="30%" align="right" class="{_weight(row)}">{escape(row.amount)}</td></tr>'
        for row in rows
    ]
    return f'<table width="100%" cellspacing="0" cellpadding="2">{"".join(cells)}</table>'


def _weight(row: SumRow) -> str:
    return "heavy" if row.heavy else "plain"


def caption(text: str) -> str:
    """Return a small heading."""
    return f'<p class="head" style="margin-top: 8px">{escape(text)}</p>'


def rule() -> str:
    """Return a line across the page."""
    # Without a colour of its own a rule takes the window's text colour: nearly white in the dark theme.
    return f'<hr width="100%" style="background-color: {RULE}"/>'
