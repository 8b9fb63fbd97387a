"""Words in Devanagari that can be found in a PDF and copied from it.

Qt writes such a PDF by its drawn shapes: conjuncts and vowel signs have no characters of their own there, so
that a reader finds no name. The drawn shapes are made to say nothing, and what they say is added as text that
is not drawn, where it stands. PDF allows to append what changes: the pages with one more content, their
resources with one more font, and what the shapes of the other one say.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QGlyphRun, QTextDocument, QTextLine

FACE = "Devanagari"
FONT_NAME = b"/CounterfoilWords"
# Each code of the font stands for the character of that number: nothing of it is ever drawn.
TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Words def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
3 beginbfrange
<0020> <017F> <0020>
<0900> <097F> <0900>
<2000> <20CF> <2000>
endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


SHAPES_MAX = 400
"""More shapes of the font no paper has."""
AT_ONCE = 100
"""A map of characters tells no more than so many in one go."""


@dataclass(frozen=True, slots=True)
class Word:
    """Words at a place of a page, in points from its lower left corner."""

    page: int
    x: float
    y: float
    size: float
    text: str


def add_words(data: bytes, made: QTextDocument) -> bytes:
    """Return the PDF of a paper with its Devanagari words; without such words it stays as it is."""
    words = list(_words(made, _page_of(data)))
    if not words:
        return data
    update = _Update(data)
    cmap = update.add(_stream(TO_UNICODE))
    descriptor = update.add(
        b"<< /Type /FontDescriptor /FontName /IBMPlexSansDevanagari /Flags 4 /FontBBox [0 0 1000 1000]"
        b" /ItalicAngle 0 /Ascent 1000 /Descent 0 /CapHeight 1000 /StemV 80 >>"
    )
    face = update.add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /IBMPlexSansDevanagari /DW 500"
        b" /CIDToGIDMap /Identity"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /FontDescriptor %d 0 R >>" % descriptor
    )
    font = update.add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /IBMPlexSansDevanagari /Encoding /Identity-H"
        b" /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>" % (face, cmap)
    )
    update.silence()
    for number, page in enumerate(update.pages()):
        on_page = [word for word in words if word.page == number]
        if on_page:
            update.add_text(page, font, on_page)
    return update.whole()


def _page_of(data: bytes) -> tuple[float, float]:
    """Return width and height of a page in points: whole ones, which on a long roll makes a difference."""
    found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    if found is None:
        raise AssertionError("the PDF has no page")
    return float(found[1]), float(found[2])


def _words(made: QTextDocument, sheet_points: tuple[float, float]) -> Iterator[Word]:
    """Find what each line says in letters of the other font, as it was laid out."""
    layout, page = made.documentLayout(), made.pageSize()
    width, height = sheet_points
    points = width / page.width()
    block = made.begin()
    while block.isValid():
        origin, text = layout.blockBoundingRect(block).topLeft(), block.text()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            sheet = int((origin.y() + line.y()) // page.height())
            for x, y, size, said in _pieces(line, text):
                from_top = origin.y() + y - sheet * page.height()
                left, foot = (origin.x() + x) * points, height - from_top * points
                yield Word(sheet, left, foot, size * points, said)
        block = block.next()


def _pieces(line: QTextLine, text: str) -> Iterator[tuple[float, float, float, str]]:
    runs = line.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll)
    found = sorted((run for run in runs if run.stringIndexes()), key=_begin)
    ends = [*map(_begin, found[1:]), line.textStart() + line.textLength()]
    for run, end in zip(found, ends, strict=False):
        begin = _begin(run)
        said = text[begin:end].replace("\u2028", " ").strip()
        if FACE in run.rawFont().familyName() and said:
            place = run.positions()[0]
            yield place.x(), place.y(), run.rawFont().pixelSize(), said


def _begin(run: QGlyphRun) -> int:
    return min(run.stringIndexes())


class _Update:
    """What is appended to a PDF: new objects, and newer ones under the numbers of old ones."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._objects: dict[int, bytes] = {}
        found = re.search(rb"/Size (\d+)", data[data.rindex(b"trailer") :])
        if found is None:
            raise AssertionError("the PDF has no table of objects")
        self._next = int(found[1])

    def add(self, body: bytes) -> int:
        """Add an object and return its number."""
        number, self._next = self._next, self._next + 1
        self._objects[number] = body
        return number

    def pages(self) -> list[int]:
        """Return the objects of the pages in their order."""
        kids = re.search(rb"/Kids\s*\[([^\]]*)\]", self._data)
        if kids is None:
            raise AssertionError("the PDF has no pages")
        return [int(one) for one in re.findall(rb"(\d+) 0 R", kids[1])]

    def add_text(self, page: int, font: int, words: list[Word]) -> None:
        """Let a page have words that are not drawn."""
        body = self._body(page)
        content, resources = (self._number(body, name) for name in (b"Contents", b"Resources"))
        before = self.add(_stream(b"q"))
        after = self.add(_stream(b"Q BT 3 Tr\n" + b"\n".join(map(_shown, words)) + b"\nET"))
        told = b"/Contents [%d 0 R %d 0 R %d 0 R]" % (before, content, after)
        self._objects[page] = body.replace(b"/Contents %d 0 R" % content, told)
        if resources not in self._objects:
            named = b"/Font <<\n%s %d 0 R" % (FONT_NAME, font)
            self._objects[resources] = self._body(resources).replace(b"/Font <<", named, 1)

    def silence(self) -> None:
        """Let the shapes of the other font say nothing."""
        fonts = (
            rb"/BaseFont /\S*" + FACE.encode() + rb"\S*\s+/Encoding[^>]*?"
            rb"/DescendantFonts \[(\d+) 0 R\]\s*/ToUnicode (\d+) 0 R"
        )
        for found in re.finditer(fonts, self._data):
            widths = re.search(rb"/W \[\d+ \[([^\]]*)\]", self._body(int(found[1])))
            shapes = len(widths[1].split()) if widths else SHAPES_MAX
            self._objects[int(found[2])] = _stream(_no_characters(shapes))

    def whole(self) -> bytes:
        """Return the PDF with what was appended."""
        parts, places, length = [self._data], {}, len(self._data)
        for number, body in sorted(self._objects.items()):
            places[number] = length
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
            length += len(parts[-1])
        table = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places.items())
        trailer = self._data[self._data.rindex(b"trailer") :]
        last = trailer[trailer.rindex(b"startxref") :].split()[1]
        kept = re.sub(rb"/Size \d+", b"/Size %d /Prev %s" % (self._next, last), trailer)
        parts.append(b"xref\n%s%s" % (table, kept[: kept.index(b"startxref")]))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % length)
        return b"".join(parts)

    def _body(self, number: int) -> bytes:
        found = re.search(rb"(?:^|\n)%d 0 obj\s*(.*?)\s*endobj" % number, self._data, re.DOTALL)
        if found is None:
            raise AssertionError("the PDF misses an object")
        return found[1]

    @staticmethod
    def _number(body: bytes, name: bytes) -> int:
        found = re.search(rb"/%s (\d+) 0 R" % name, body)
        if found is None:
            raise AssertionError("a page of the PDF has no content")
        return int(found[1])


def _no_characters(shapes: int) -> bytes:
    """Return a map in which every shape is a space without width."""
    parts = []
    for begin in range(0, shapes, AT_ONCE):
        some = range(begin, min(begin + AT_ONCE, shapes))
        told = b"\n".join(b"<%04X> <200B>" % shape for shape in some)
        parts.append(b"%d beginbfchar\n%s\nendbfchar" % (len(some), told))
    begun, _, rest = TO_UNICODE.partition(b"3 beginbfrange")
    return begun + b"\n".join(parts) + rest.partition(b"endbfrange")[2]


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _shown(word: Word) -> bytes:
    text = word.text.encode("utf-16-be").hex().upper()
    place = f"{FONT_NAME.decode()} {word.size:.2f} Tf 1 0 0 1 {word.x:.2f} {word.y:.2f} Tm <{text}> Tj"
    return place.encode("ascii")
