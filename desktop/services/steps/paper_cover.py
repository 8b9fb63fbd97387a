"""Which papers stand for each line of a booking by now, worked out from what each of them says."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.document_kinds import ADVANCES, BACK, BILLS
from db.states import DocumentKind
from desktop.services.domain.paper import LineAmounts, Named, PaperWord, amounts_of
from desktop.services.steps.issue_paper import Earlier


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands for one line.

    `bill`: its invoice, ticket or receipt, with what of the line still stands on it. `advances`: the vouchers
    that no bill has set off, with what of the line they still count.
    """

    billed: LineAmounts
    ahead: LineAmounts
    bill: Earlier | None = None
    advances: tuple[Named, ...] = ()

    @property
    def is_ahead(self) -> bool:
        """Whether vouchers alone stand for it."""
        return self.bill is None and self.ahead.total_paise > 0


def covers(before: Iterable[Earlier]) -> dict[int, Cover]:
    """Return what stands for each line, by its number; `before` in the order in which they were made.

    What an older version called a receipt for a deposit counted the whole line, and stands for nothing here.
    """
    found: dict[int, Cover] = {}
    for paper in before:
        kind, content = paper.named.kind, paper.content
        if kind is DocumentKind.TICKET and PaperWord.SMALL_SALE in content.words:
            amounts = tuple(map(amounts_of, content.lines))
        else:
            amounts = content.amounts
        for one in amounts:
            nothing = LineAmounts(one.number, 0)
            cover = found.get(one.number, Cover(nothing, nothing))
            if kind in ADVANCES:
                if PaperWord.FROZEN_LATE not in content.words:
                    cover = replace(
                        cover, ahead=plus(cover.ahead, one), advances=(*cover.advances, paper.named)
                    )
            elif kind in BILLS or kind is DocumentKind.TICKET:
                cover = Cover(one, nothing, paper)
            elif kind in BACK and any(answer.kind in ADVANCES for answer in content.answers):
                cover = replace(cover, ahead=minus(cover.ahead, one))
            elif kind in BACK:
                cover = replace(cover, billed=minus(cover.billed, one))
            elif kind is DocumentKind.DEBIT_NOTE:
                cover = replace(cover, billed=plus(cover.billed, one))
            found[one.number] = cover
    return found


def plus(first: LineAmounts, second: LineAmounts) -> LineAmounts:
    """Add what two papers count of one line."""
    return LineAmounts(
        first.number,
        first.value_paise + second.value_paise,
        first.cgst_paise + second.cgst_paise,
        first.sgst_paise + second.sgst_paise,
        first.igst_paise + second.igst_paise,
    )


def minus(first: LineAmounts, second: LineAmounts) -> LineAmounts:
    """Return what is left of the first."""
    return LineAmounts(
        first.number,
        first.value_paise - second.value_paise,
        first.cgst_paise - second.cgst_paise,
        first.sgst_paise - second.sgst_paise,
        first.igst_paise - second.igst_paise,
    )
