"""With nothing but a calculator: every sum of every paper is made anew from its printed text alone."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from db.print_words import PaperSize
from db.states import DocumentKind, Kind, Tender
from desktop.services.domain.paper import PaidBy, amounts_of
from desktop.ui.paper_language import paper_language
from desktop.ui.papers.amount_words import HINDI, amount_in_words
from desktop.ui.papers.paper_size import Edition
from desktop.ui.papers.sample_papers import gone, named, sample_line, sample_paper, sample_papers, sold
from desktop.ui.papers.write_pdf import write_pdf
from tests.ui.documents.printed import AMOUNT, Printed, number, read_printed, read_words

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.domain.booking import BookingLine
    from desktop.services.domain.document import Document
    from desktop.ui.paper_language import PaperLanguage

BOTH = ("en", "hi")
TENDERS = (Tender.CASH, Tender.CARD, Tender.WALLET, Tender.OWN_UPI, Tender.CHEQUE)
SEEDS = range(8)


def check(printed: Printed, language: PaperLanguage) -> None:
    """Make every sum anew that stands on a paper."""
    say = language.say
    words = [say(word) for word in ("Before tax", "Price")]
    totals = ("Total", "Advance taken", "Refunded")
    total = next((found for word in totals if (found := printed.amount(say(word))) is not None), None)
    shown = next((found for word in words if (found := printed.amount(word)) is not None), None)
    if total is not None and shown is not None:
        value = printed.amount(say("Value"))
        if value is not None:
            first = next(word for word in words if printed.amount(word) is not None)
            less = printed.between(first, (say("Value"),))
            assert shown + sum(row.amounts[-1] for row in less) == value
        else:
            value = shown
        begun = printed.between(say("What"), tuple(words))
        assert sum(row.amounts[-1] for row in begun) == value
        levies = {name: printed.amount(name) for name in ("CGST", "SGST", "UTGST", "IGST")}
        assert {name: paise for name, paise in levies.items() if paise is not None} == printed.levies()
        assert value + sum(printed.levies().values()) == total
        for row in begun:
            *before, last = map(number, AMOUNT.findall(row.text))
            assert not before or sum(before) == last
    if (advance := printed.amount(say("Advance set off"))) is not None:
        assert total is not None
        assert total + advance == printed.amount(say("Still due"))
    check_tenders(printed, language)
    said = say("In words: {words}.").partition("{words}")
    if said[0] in printed.text:
        told = printed.text.partition(said[0])[2].partition(said[2])[0].strip()
        figures = total if total is not None else paid_or_back(printed, language)
        assert read_words(told) == figures


def paid_or_back(printed: Printed, language: PaperLanguage) -> object:
    say = language.say
    back = printed.amount(say("Given back"))
    return back if back is not None else printed.amount(say("Paid"))


def check_tenders(printed: Printed, language: PaperLanguage) -> None:
    say = language.say
    ends = (say("In words: {words}.").partition("{")[0].strip(), say("Page {page} of {pages}").split(" ")[0])
    for caption in ("Paid by", "Paid for the whole booking by"):
        rows = [row for row in printed.between(say(caption), ends) if len(row.amounts) == 1]
        if not rows:
            continue
        told = {row.word: row.amounts[0] for row in rows}
        received, change = told.pop(say("Cash received"), None), told.pop(say("Change"), None)
        left, paid = (
            told.pop(say("Left to pay"), None),
            told.pop(say("Paid"), told.pop(say("Paid so far"), None)),
        )
        assert left is None or left > 0
        if received is not None and change is not None:
            assert received - change == told[say("Cash")]
        assert paid is None or sum(told.values()) == paid


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("language", BOTH)
def test_every_kind_of_paper_adds_up_in_every_size_and_language(
    language: str, size: PaperSize, tmp_path: Path
) -> None:
    papers = list(sample_papers().items())
    # All kinds on the usual sheet and on the narrowest roll; of the sizes between them each third kind.
    step = 1 if size in (PaperSize.A5, PaperSize.ROLL_58) else 3
    for name, paper in papers[::step]:
        path = tmp_path / f"{name}.pdf"
        write_pdf(paper, path, Edition(size, language))
        printed = read_printed(path)
        check(printed, paper_language(language))
        assert paper.number in printed.text


def drawn(source: random.Random) -> list[BookingLine]:
    """Up to 24 lines of odd prices, with and without promo, fee and tax of any place."""
    lines = []
    mixed = source.random() < 0.3
    is_inter, rate = source.random() < 0.3, source.choice((0, 500, 1_800))
    for place in range(1, source.choice((1, 2, 5, 24)) + 1):
        rate = source.choice((0, 500, 1_800)) if mixed else rate
        line = sample_line(source.choice((Kind.BUS, Kind.TOUR, Kind.ROOM)), place)
        base = source.randrange(1_01, 99_999_99)
        discount = source.choice((0, source.randrange(base // 2)))
        fee = source.choice((0, source.randrange(999_99)))
        value = base - discount + fee
        half, whole = (value * rate + 10_000) // 20_000, (value * rate + 5_000) // 10_000
        levies = (0, 0, whole) if is_inter else (half, half, 0)
        state = "30" if is_inter else source.choice(("27", "31"))
        lines.append(
            replace(
                line,
                stay=place,
                base_paise=base,
                discount_paise=discount,
                fee_paise=fee,
                taxable_paise=value,
                cgst_paise=levies[0],
                sgst_paise=levies[1],
                igst_paise=levies[2],
                tax_paise=sum(levies),
                total_paise=value + sum(levies),
                tax_rate_bp=rate,
                place_state=state,
            )
        )
    if not is_inter:
        lines = [replace(line, place_state=lines[0].place_state) for line in lines]
    return lines


def papers_of(source: random.Random) -> list[Document]:
    lines = drawn(source)
    total = sum(line.total_paise for line in lines)
    part = source.randrange(1, total)
    tenders = source.sample(TENDERS, 2)
    paid = (
        PaidBy(None, tenders[0], part, received_paise=part + 1_23 if tenders[0] is Tender.CASH else None),
        PaidBy(None, tenders[1], total - part),
    )
    advance = (named(DocumentKind.RECEIPT_VOUCHER, "D1-R-2627-000014", part),)
    ended = [gone(line, source.choice((1_000, 3_333, 5_000, 10_000))) for line in lines]
    back = replace(
        sold(*lines),
        lines=tuple(line for line, _ in ended),
        amounts=tuple(amounts for _, amounts in ended),
        paid=(),
        answers=advance,
    )
    invoice = sold(*lines, paid=paid, answers=advance, advance_paise=part)
    return [
        sample_paper(DocumentKind.TAX_INVOICE, "D1-I-2627-000001", invoice),
        sample_paper(DocumentKind.RECEIPT_VOUCHER, "D1-R-2627-000001", sold(*lines, paid=paid)),
        sample_paper(DocumentKind.CREDIT_NOTE, "D1-C-2627-000001", back),
        sample_paper(DocumentKind.REFUND_VOUCHER, "D1-F-2627-000001", back),
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_papers_of_odd_prices_add_up(seed: int, tmp_path: Path) -> None:
    source = random.Random(seed)
    for place, paper in enumerate(papers_of(source)):
        language, size = source.choice(BOTH), source.choice(list(PaperSize))
        path = tmp_path / f"{place}.pdf"
        write_pdf(paper, path, Edition(size, language))
        check(read_printed(path), paper_language(language))


def test_totals_never_stand_without_a_line_above_them(tmp_path: Path) -> None:
    line = sample_line(Kind.TOUR)
    for count in (1, 5, 6, 7, 24):
        lines = [replace(line, number=at, stay=at) for at in range(count)]
        paper = sample_paper(DocumentKind.TAX_INVOICE, "D1-I-2627-000001", sold(*lines))
        path = tmp_path / "paper.pdf"
        write_pdf(paper, path)
        rows = [row.text for row in read_printed(path).rows]
        total = next(place for place, row in enumerate(rows) if row.startswith("Total"))
        begun = max((at for at, row in enumerate(rows[:total]) if row.startswith("Page ")), default=0)
        assert any(row.startswith("Old Pune") for row in rows[begun:total]), count


def test_words_say_the_figures() -> None:
    assert len(set(HINDI)) == 100
    assert amount_in_words(1_00_000_01, "en") == "Rupees one lakh and one paisa only"
    assert amount_in_words(0, "en") == "Rupees zero only"
    assert amount_in_words(99_99_99_99_999_99, "en").startswith("Rupees nine thousand nine hundred")
    source = random.Random(7)
    edges = [0, 1, 99, 100, 1_00, 99_999_99, 1_00_000_00, 99_99_99_99_999_99]
    for paise in edges + [source.randrange(10 ** source.randint(1, 13)) for _ in range(2_000)]:
        for language in BOTH:
            assert read_words(amount_in_words(paise, language)) * 100 == paise


def test_a_name_in_devanagari_can_be_found_and_copied(tmp_path: Path) -> None:
    paper = sample_papers()["receipt-voucher"]
    told = replace(paper.content, buyer=replace(paper.content.buyer, name="कृष्णा त्रिपाठी क्षत्रिय"))
    for size in PaperSize:
        for language in BOTH:
            path = tmp_path / "name.pdf"
            write_pdf(replace(paper, content=told), path, Edition(size, language))
            assert "कृष्णा त्रिपाठी क्षत्रिय" in read_printed(path).text


def test_all_nights_of_a_stay_are_counted_on_its_paper() -> None:
    night = sample_line(Kind.ROOM)
    nights = [replace(night, number=n, day=night.day + timedelta(days=n)) for n in range(3)]
    assert sold(*nights).total_paise == 3 * amounts_of(night).total_paise
