"""What the papers of one booking count together, and against what the house holds for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from db.document_kinds import ADVANCES, BACK, BILLS, KINDS, NOTES
from db.ids import DocumentId
from db.states import DocumentKind


class Amounts(msgspec.Struct):
    """What a paper counts of a line: the value and each levy."""

    number: int
    value_paise: int
    cgst_paise: int = 0
    sgst_paise: int = 0
    igst_paise: int = 0

    @property
    def each(self) -> tuple[int, int, int, int]:
        """The value and each levy."""
        return self.value_paise, self.cgst_paise, self.sgst_paise, self.igst_paise


class Answered(msgspec.Struct):
    """A paper that is answered."""

    id: DocumentId
    kind: DocumentKind


class Line(msgspec.Struct):
    """What a line was sold for: the ticket of a small sale counts nothing beside it."""

    number: int
    total_paise: int
    tax_paise: int
    cgst_paise: int
    sgst_paise: int
    igst_paise: int

    @property
    def amounts(self) -> Amounts:
        """What an invoice of its own would count of it."""
        value = self.total_paise - self.tax_paise
        return Amounts(self.number, value, self.cgst_paise, self.sgst_paise, self.igst_paise)


class Seller(msgspec.Struct):
    """Whose paper it is."""

    registration: str = ""


class Content(msgspec.Struct):
    """Of what a paper says, what an audit adds up: see desktop/services/domain/paper.py."""

    seller: Seller
    amounts: list[Amounts] = []
    answers: list[Answered] = []
    advance_paise: int = 0
    words: list[str] = []
    # Only a small sale's are looked at.
    lines: msgspec.Raw = msgspec.Raw(b"[]")

    @property
    def total_paise(self) -> int:
        """What it counts in all."""
        return sum(sum(one.each) for one in self.amounts)


READ = msgspec.json.Decoder(Content)
LINES = msgspec.json.Decoder(list[Line])
# Of another desk's hand, and of a version before: what it counts was worked out later.
FROZEN_LATE = "frozen_late"
# No invoice of its own: the day's consolidated invoice counts it.
SMALL_SALE = "small_sale"

Four = tuple[int, int, int, int]
NOTHING: Four = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a booking, with what it says."""

    id: DocumentId
    kind: DocumentKind
    number: str
    registration: str
    content: Content


def wrong_answers(
    papers: Sequence[Paper], answers: Mapping[DocumentId, set[DocumentId]], *, is_late: bool
) -> Iterator[str]:
    """Yield papers whose answers are not those of their rows, or that answer more than there was.

    `answers`: the rows, by the paper that answers. `is_late`: the booking has papers of before, too.
    """
    for paper in papers:
        if {one.id for one in paper.content.answers} != answers.get(paper.id, set()):
            yield f"number={paper.number} fault=other_answers"
        if any(one.kind not in KINDS[paper.kind].answers for one in paper.content.answers):
            yield f"number={paper.number} fault=wrong_kind"
        if KINDS[paper.kind].is_tax_paper and paper.content.seller.registration != paper.registration:
            yield f"number={paper.number} fault=other_registration"
    if is_late:
        return
    yield from _set_off(papers)
    yield from _more_than_there_was(papers, NOTES, BILLS)
    yield from _more_than_there_was(papers, BACK, ADVANCES)


def is_of_before(papers: Iterable[Paper]) -> bool:
    """Whether papers of a version before are among them, which told the whole where they had a part."""
    return any(FROZEN_LATE in one.content.words for one in papers)


def _set_off(papers: Sequence[Paper]) -> Iterator[str]:
    """Yield bills that set off an advance again, or more than it was."""
    advances = {paper.id: paper for paper in papers if paper.kind in ADVANCES}
    used: set[tuple[DocumentId, int]] = set()
    for paper in papers:
        if paper.kind not in BILLS:
            continue
        lines = {one.number for one in paper.content.amounts}
        most = 0
        for one in paper.content.answers:
            if one.id not in advances:
                continue
            parts = [part for part in advances[one.id].content.amounts if part.number in lines]
            most += sum(sum(part.each) for part in parts)
            if any((one.id, part.number) in used for part in parts):
                yield f"number={paper.number} fault=set_off_again"
            used |= {(one.id, part.number) for part in parts}
        if paper.content.advance_paise > most:
            set_off = paper.content.advance_paise
            yield f"number={paper.number} fault=set_off_too_much set_off_paise={set_off} advance_paise={most}"


def _more_than_there_was(
    papers: Sequence[Paper], back: Sequence[DocumentKind], of: Sequence[DocumentKind]
) -> Iterator[str]:
    """Yield lines of which papers of `back` take more, in value or a levy, than those of `of` counted."""
    had: dict[int, Four] = {}
    gone: dict[int, Four] = {}
    raised = DocumentKind.DEBIT_NOTE
    for paper in papers:
        if of is BILLS and SMALL_SALE in paper.content.words:
            # Its invoice is the day's, of no booking, and has numbers of its own for the lines.
            _add(had, [line.amounts for line in LINES.decode(paper.content.lines)])
        elif paper.kind in of or (paper.kind is raised and raised in back):
            _add(had, paper.content.amounts)
        elif paper.kind in back and any(one.kind in of for one in paper.content.answers):
            _add(gone, paper.content.amounts)
    # A financial note gives back the whole sum as value, and no levy.
    without_tax = any(paper.kind is DocumentKind.FINANCIAL_NOTE for paper in papers)
    for number, sums in gone.items():
        there = had.get(number, NOTHING)
        if without_tax:
            sums, there = (sum(sums), 0, 0, 0), (sum(there), 0, 0, 0)
        if any(one > most for one, most in zip(sums, there, strict=True)):
            numbers = ",".join(paper.number for paper in papers if paper.kind in back)
            yield f"numbers={numbers} line={number} fault=more_than_there_was"


def _add(sums: dict[int, Four], amounts: Iterable[Amounts]) -> None:
    for one in amounts:
        a, b, c, d = sums.get(one.number, NOTHING)
        e, f, g, h = one.each
        sums[one.number] = a + e, b + f, c + g, d + h


def counted_paise(papers: Iterable[Paper]) -> int:
    """Return what the papers of a booking count together: bills and advances, less what went back.

    A bill counts its lines in full, and what it sets off is no longer an advance.
    """
    total = 0
    for paper in papers:
        content = paper.content
        if paper.kind in BILLS:
            total += content.total_paise - content.advance_paise
        elif paper.kind in ADVANCES or paper.kind is DocumentKind.DEBIT_NOTE:
            total += content.total_paise
        elif paper.kind in BACK:
            total -= content.total_paise
    return total
