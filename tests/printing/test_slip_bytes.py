"""The bytes of a slip printer: the same pixels as the known library makes, at both widths."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from escpos.printer import Dummy
from PIL import Image
from PySide6.QtGui import QImage, QTextDocument

from db.print_words import PaperSize
from desktop.services.domain.printing import TestPage
from desktop.services.domain.z_slip import Paper
from desktop.ui.papers.escpos import BAND_ROWS, DOTS, FEED_AND_CUT, RESET, rastered, slip_bytes
from desktop.ui.papers.lay_out import lay_out
from tests.ui.documents.test_documents import HINDI, receipt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SIZES = tuple(DOTS)
PAPERS: dict[str, Paper | TestPage] = {
    "receipt with a Hindi name": receipt(),
    "twelve nights": replace(
        receipt(), content=replace(receipt().content, lines=receipt().content.lines * 12)
    ),
    "test page": TestPage("Test page", "छोटा प्रिंटर"),
}


@dataclass
class Picture:
    """What a printer would put on the roll: rows of dots, a set bit is black."""

    across: int
    rows: list[bytes]
    bands: int

    def image(self) -> Image.Image:
        """The picture as people see it."""
        data = b"".join(self.rows)
        black_is_one = Image.frombytes("1", (self.across * 8, len(self.rows)), data)
        return Image.eval(black_is_one.convert("L"), lambda value: 255 - value)


def pictured(data: bytes) -> Picture:
    """Read `GS v 0` after `GS v 0`, as a printer does."""
    rows: list[bytes] = []
    across, bands = 0, 0
    place = data.find(b"\x1dv0")
    while place >= 0:
        across = int.from_bytes(data[place + 4 : place + 6], "little")
        count = int.from_bytes(data[place + 6 : place + 8], "little")
        first = place + 8
        rows += [data[first + row * across : first + (row + 1) * across] for row in range(count)]
        bands += 1
        end = first + count * across
        place = data.find(b"\x1dv0", end)
        assert place in (-1, end)
    return Picture(across, rows, bands)


def laid_out(name: str, size: PaperSize) -> QTextDocument:
    return lay_out(PAPERS[name], size)


def pixels_of(image: QImage) -> Image.Image:
    """The same picture for the library, black on white."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data, stride, width = bytes(grey.constBits()), grey.bytesPerLine(), grey.width()
    lines = [data[row * stride : row * stride + width] for row in range(grey.height())]
    return Image.frombytes("L", (width, grey.height()), b"".join(lines))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAPERS)
def test_every_pixel_is_the_library_s(qapp: QApplication, name: str, size: PaperSize) -> None:
    document = laid_out(name, size)
    ours = pictured(slip_bytes(document, size))
    library = Dummy()
    library.image(pixels_of(rastered(document, DOTS[size])), impl="bitImageRaster", fragment_height=BAND_ROWS)
    theirs = pictured(library.output)
    assert ours.across * 8 == DOTS[size]
    assert (ours.across, ours.rows) == (theirs.across, theirs.rows)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAPERS)
def test_black_is_ink_and_a_slip_is_mostly_white(qapp: QApplication, name: str, size: PaperSize) -> None:
    picture = pictured(slip_bytes(laid_out(name, size), size))
    black = sum(row.count(bit) * bin(bit).count("1") for row in picture.rows for bit in set(row))
    share = black / (picture.across * 8 * len(picture.rows))
    assert 0.005 < share < 0.35


@pytest.mark.parametrize("size", SIZES)
def test_the_code_on_a_slip_is_read_back(qapp: QApplication, size: PaperSize) -> None:
    picture = pictured(slip_bytes(laid_out("receipt with a Hindi name", size), size))
    assert [found.text for found in zxingcpp.read_barcodes(picture.image())] == ["BK-7F3K2Q"]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_at_the_right_edge(qapp: QApplication, size: PaperSize) -> None:
    document = laid_out("receipt with a Hindi name", size)
    assert document.idealWidth() <= document.pageSize().width()
    rows = pictured(slip_bytes(document, size)).rows
    assert not any(row[-1] & 1 for row in rows)


def test_a_hindi_name_is_not_the_same_as_an_empty_one(qapp: QApplication) -> None:
    with_name = receipt()
    buyer = with_name.content.buyer
    assert buyer.name == HINDI
    content = replace(with_name.content, buyer=replace(buyer, name="-"))
    without = replace(with_name, content=content)
    one, other = (slip_bytes(lay_out(paper, SIZES[0]), SIZES[0]) for paper in (with_name, without))
    assert one != other


@pytest.mark.parametrize("size", SIZES)
def test_a_slip_begins_with_a_reset_comes_in_bands_and_ends_with_a_cut(
    qapp: QApplication, size: PaperSize
) -> None:
    data = slip_bytes(laid_out("twelve nights", size), size)
    assert data.startswith(RESET + b"\x1dv0\x00")
    assert data.endswith(FEED_AND_CUT)
    picture = pictured(data)
    assert picture.bands == -(-len(picture.rows) // BAND_ROWS)
    assert len(picture.rows) > BAND_ROWS


def test_a_narrow_roll_takes_fewer_bytes(qapp: QApplication) -> None:
    wide, narrow = (slip_bytes(laid_out("test page", size), size) for size in SIZES)
    assert len(narrow) < len(wide) < 100_000
