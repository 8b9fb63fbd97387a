"""The day sheet on A4, in the language of the screen."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFile, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument

from desktop.services.domain.day_sheet import Axis, DaySheet, Figure
from desktop.ui import tokens
from desktop.ui.day_sheet.sheet_view import FigureRow, figure_rows, part_rows
from desktop.ui.day_sheet.sheet_words import axis_word, figure_word, title_text
from desktop.ui.theme import FAMILIES

if TYPE_CHECKING:
    from pathlib import Path

translate = QCoreApplication.translate
DOTS_PER_INCH = 300
# A4 at 96 pixels an inch, the unit in which a text document is laid out.
PAGE = QSizeF(794, 1123)
MARGIN = 48
STYLE = f"""
p {{ margin: 0px; }}
body, td, th {{ color: {tokens.LIGHT["print"]}; font-size: 12px; }}
.title {{ font-size: 22px; font-weight: 600; }}
.head {{ font-size: 11px; font-weight: 600; }}
.heavy {{ font-weight: 600; }}
"""
# What is divided on paper, and by what.
DIVIDED = (
    (Figure.MONEY, (Axis.TENDER, Axis.DESK, Axis.PERSON, Axis.HOUR)),
    (Figure.NET, (Axis.KIND, Axis.DESK, Axis.PERSON)),
    (Figure.TAXABLE, (Axis.TAX,)),
    (Figure.TAX, (Axis.TAX,)),
)


def build_sheet(sheet: DaySheet, time_zone: str, *, practice: bool) -> QTextDocument:
    """Return the sheet as a text document of A4 pages; it says PRACTICE where it is."""
    paper = QTextDocument()
    font = QFont(FAMILIES)
    font.setPixelSize(12)
    paper.setDefaultFont(font)
    paper.setDocumentMargin(MARGIN)
    paper.setDefaultStyleSheet(STYLE)
    title = translate("DaySheet", "Day sheet")
    marks = translate("DaySheet", "PRACTICE – no real money") if practice else ""
    parts = [
        f'<p class="title">{escape(title)}</p>',
        f"<p>{escape(title_text(sheet, time_zone))}</p>",
        f'<p class="heavy">{escape(marks)}</p><br/>',
        _table(figure_rows(sheet)),
    ]
    for figure, axes in DIVIDED:
        for axis in axes:
            rows = part_rows(sheet, figure, axis)
            if rows:
                heading = FigureRow(f"{figure_word(figure)}, {axis_word(axis)}")
                parts.append("<br/>" + _table((heading, *rows)))
    paper.setHtml(f"<body>{''.join(parts)}</body>")
    paper.setPageSize(PAGE)
    paper.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    return paper


def write_sheet(document: QTextDocument, path: Path) -> None:
    """Write the pages as a PDF with its fonts inside. Raises OSError when it can't be written."""
    file = QFile(str(path))
    if not file.open(QFile.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    writer = QPdfWriter(file)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    writer.setCreator("Counterfoil")
    document.print_(writer)
    del writer
    file.close()
    if file.error() is not QFile.FileError.NoError:
        raise OSError(file.errorString())


def _table(rows: tuple[FigureRow, ...]) -> str:
    cells = []
    for row in rows:
        if row.choice is None:
            cells.append(f'<tr><td colspan="3" class="head"><br/>{escape(row.text)}</td></tr>')
            continue
        weight = "heavy" if row.is_sum else ""
        cells.append(
            f'<tr><td width="62%" class="{weight}">{escape(row.text)}</td>'
            f'<td width="26%" align="right" class="{weight}">{escape(row.amount)}</td>'
            f'<td width="12%" align="right" class="{weight}">{escape(row.count)}</td></tr>'
        )
    return f'<table width="100%" cellspacing="0" cellpadding="2">{"".join(cells)}</table>'
