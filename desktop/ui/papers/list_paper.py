"""A list of a day as pages of A4: the same in a file and from a printer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QFont, QPainter, QPalette, QTextDocument

from db.print_words import PaperSize
from desktop.services.domain.day_lists import DayList
from desktop.ui import formats, list_words
from desktop.ui.papers.markup import Markup
from desktop.ui.papers.print_pages import PAGE_WORDS
from desktop.ui.theme import FAMILIES, color

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from desktop.ui.list_words import Tongue

# A4 at 96 dots an inch, the unit in which a text document is laid out.
PAGE = QSizeF(794, 1123)
DOTS = 96
MARGIN = 40
FOOT_HEIGHT = 18
PRACTICE = QT_TRANSLATE_NOOP("Lists", "PRACTICE – no real money, not valid")
AS_OF = QT_TRANSLATE_NOOP("Lists", "As of {moment}")
FOOT = QT_TRANSLATE_NOOP("Lists", "Made {moment} · page {page} of {pages}")
# To be ticked by hand.
BOX = "□"
MARKUP = Markup(PaperSize.A4)


@dataclass(frozen=True, slots=True)
class ListPaper:
    """A list as it is printed; `made_at` is when it was put on paper."""

    found: DayList
    is_hindi: bool
    practice: bool
    made_at: datetime

    @property
    def number(self) -> str:
        """What the printer's queue and the file's title call it."""
        return list_words.title_text(self.found, list_words.paper_tongue(is_hindi=False))


def build_list(paper: ListPaper) -> QTextDocument:
    """Return the list as a text document of A4 pages, without their foot."""
    tongue = list_words.paper_tongue(is_hindi=paper.is_hindi)
    built = QTextDocument()
    font = QFont(FAMILIES)
    font.setPixelSize(11)
    built.setDefaultFont(font)
    built.setDocumentMargin(MARGIN)
    built.setDefaultStyleSheet(MARKUP.style())
    built.setHtml(_html(paper, tongue))
    built.setPageSize(PAGE)
    built.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, paper.number)
    return built


def build_paged(paper: ListPaper) -> QTextDocument:
    """Return the list with what `print_pages` says at the foot of each page."""
    tongue = list_words.paper_tongue(is_hindi=paper.is_hindi)
    built = build_list(paper)
    moment = _moment(paper.made_at, paper.found.time_zone, tongue)
    built.setProperty(PAGE_WORDS, tongue.say(FOOT).replace("{moment}", moment))
    return built


def paint_list(paper: ListPaper, device: QPagedPaintDevice) -> int:
    """Paint every page with its foot; return how many there are."""
    built = build_list(paper)
    tongue = list_words.paper_tongue(is_hindi=paper.is_hindi)
    painter = QPainter(device)
    scale = device.logicalDpiX() / DOTS
    painter.scale(scale, scale)
    foot = QFont(FAMILIES)
    foot.setPixelSize(9)
    for page in range(built.pageCount()):
        if page:
            device.newPage()
        painter.save()
        painter.translate(0, -page * PAGE.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, color("print"))
        context.clip = QRectF(0, page * PAGE.height(), PAGE.width(), PAGE.height())
        built.documentLayout().draw(painter, context)
        painter.restore()
        painter.setFont(foot)
        painter.setPen(color("print"))
        place = QRectF(MARGIN, PAGE.height() - MARGIN + 8, PAGE.width() - 2 * MARGIN, FOOT_HEIGHT)
        text = tongue.say(FOOT).format(
            moment=_moment(paper.made_at, paper.found.time_zone, tongue),
            page=page + 1,
            pages=built.pageCount(),
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return built.pageCount()


def _html(paper: ListPaper, tongue: Tongue) -> str:
    found = paper.found
    as_of = tongue.say(AS_OF).format(moment=_moment(found.as_of, found.time_zone, tongue))
    parts = [f'<p class="mark">{escape(tongue.say(PRACTICE))}</p>'] if paper.practice else []
    parts.append(f'<p class="title">{escape(list_words.title_text(found, tongue))}</p>')
    parts.append(f"<p>{escape(as_of)} · {escape(list_words.counts_text(found, tongue))}</p>")
    if found.is_cancelled:
        parts.append(f'<p class="mark">{escape(tongue.say(list_words.CALLED_OFF))}</p>')
    parts += [MARKUP.rule(), _rows(found, tongue), MARKUP.rule()]
    parts += [f"<p>{escape(text)}</p>" for text in list_words.foot_texts(found, tongue)]
    return f"<body>{''.join(parts)}</body>"


def _rows(found: DayList, tongue: Tongue) -> str:
    heads = list_words.heads(found.query.kind, tongue)
    head = "".join(f'<th align="left" class="head">{escape(word)}</th>' for word in heads)
    rows = []
    for row in found.rows:
        texts = [escape(text) for text in list_words.cells(row, found, tongue)]
        if row.is_expected and row.arrived_at is None:
            texts[0] = f"{BOX} {texts[0]}"
        rows.append(f"<tr>{''.join(f'<td>{text}</td>' for text in texts)}</tr>")
    return (
        '<table width="100%" cellspacing="0" cellpadding="2">'
        f"<thead><tr>{head}</tr></thead>{''.join(rows)}</table>"
    )


def _moment(moment: datetime, time_zone: str, tongue: Tongue) -> str:
    day = formats.day_and_year(formats.local_day(moment, time_zone), tongue.locale)
    return f"{day}, {formats.clock(moment, time_zone)}"
