"""What one act made is handed over together, in the language that was asked for."""

from __future__ import annotations

import pytest

from db.ids import DocumentId
from db.print_words import PaperLanguage, PrinterWay
from desktop.services.domain.printing import PrintRequest
from desktop.services.errors import OtherContent
from tests.counter import Counter
from tests.papers.desk import SLIPS, papers
from tests.papers.test_which_paper import sold
from tests.printing.desk_of_papers import Hand, PaperDesk, slip


@pytest.fixture
def desk(any_counter: Counter) -> PaperDesk:
    return PaperDesk(any_counter)


def hand_of(desk: PaperDesk) -> Hand:
    assert isinstance(desk.hand, Hand)
    return desk.hand


def test_a_slip_comes_after_the_papers_that_it_lists(desk: PaperDesk) -> None:
    hold = sold(desk.counter, "DLX", "GOA21")
    (of_sale,) = [one for one in papers(desk.counter, hold, slips=True) if one.kind in SLIPS]
    request = PrintRequest(of_sale.id, with_listed=True)
    first = desk.ask(request, key="print")
    assert desk.ask(request, key="print") == first
    desk.queue()
    listed = [one.number for one in of_sale.content.listed]
    assert len(listed) == 2
    assert hand_of(desk).papers == [(number, 0) for number in (*listed, of_sale.number)]
    assert desk.job(first).document_id == of_sale.id


def test_what_a_cancellation_made_is_handed_over_together(desk: PaperDesk) -> None:
    hold = sold(desk.counter, "DLX", "GOA21")
    desk.counter.cancel(hold)
    of_end = [one for one in papers(desk.counter, hold, slips=True) if one.kind in SLIPS][-1]
    desk.print(PrintRequest(of_end.id, with_listed=True))
    assert [one for one, _ in hand_of(desk).papers] == [
        *(one.number for one in of_end.content.listed),
        of_end.number,
    ]


def test_a_paper_alone_prints_alone(desk: PaperDesk) -> None:
    hold = sold(desk.counter, "DLX")
    (receipt,) = papers(desk.counter, hold)
    desk.print(PrintRequest(receipt.id, with_listed=True))
    (of_sale,) = [one for one in papers(desk.counter, hold, slips=True) if one.kind in SLIPS]
    desk.print(of_sale.id)
    assert [one for one, _ in hand_of(desk).papers] == [receipt.number, of_sale.number]


def test_a_paper_speaks_what_was_asked_for_else_what_its_printer_speaks(desk: PaperDesk) -> None:
    desk.save(slip(language=PaperLanguage.HINDI))
    receipt = DocumentId(desk.sell())
    for language in (None, PaperLanguage.ENGLISH):
        desk.print(PrintRequest(receipt, language=language))
    desk.print(PrintRequest(receipt, recipient="asha@example.org", language=PaperLanguage.HINDI))
    told = [(errand.way, errand.language) for errand in hand_of(desk).errands]
    assert told[:2] == [(PrinterWay.NETWORK, "hi"), (PrinterWay.NETWORK, "en")]


def test_another_language_under_the_same_key_is_another_paper(desk: PaperDesk) -> None:
    receipt = desk.sell()
    desk.ask(PrintRequest(receipt), key="print")
    with pytest.raises(OtherContent):
        desk.ask(PrintRequest(receipt, language=PaperLanguage.HINDI), key="print")
