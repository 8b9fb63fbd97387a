"""The acts of a shift: its slip adds them up, and the causes of a difference are looked for among them."""

from datetime import datetime

from db import shift_facts, shift_list
from db.catalogue_words import CountMoment
from db.database import Session
from db.shift_facts import BookedRow, DrawerRow, PaidRow
from db.shift_list import ListedRow
from db.states import DrawerMoveKind, Tender
from desktop.services.domain.drawer_day import ActKind, CountedPieces, ShiftAct, ShiftFacts

MOVES = {
    DrawerMoveKind.CASH_IN: ActKind.CASH_IN,
    DrawerMoveKind.DROP: ActKind.DROP,
    DrawerMoveKind.PAY_OUT: ActKind.PAY_OUT,
}


def read_acts(session: Session, row: ListedRow) -> tuple[ShiftAct, ...]:
    """Return what was booked in a shift, the oldest first."""
    acts = [_booked(ActKind.PAYMENT, one) for one in shift_facts.payments(session, row.id)]
    acts += [_booked(ActKind.REFUND, one) for one in shift_facts.refunds(session, row.id)]
    acts += [_in_drawer(ActKind.TOP_UP, one) for one in shift_facts.top_ups(session, row.id)]
    back = shift_facts.reversed_top_ups(session, row.id)
    acts += [_in_drawer(ActKind.TOP_UP_REVERSED, one) for one in back]
    acts += [_in_drawer(MOVES[one.kind], one) for one in shift_facts.moves(session, row.id)]
    return tuple(sorted(acts, key=lambda act: (act.at, act.id)))


def read_facts(session: Session, row: ListedRow, closed_at: datetime, card_expected_paise: int) -> ShiftFacts:
    """Return what a closed shift knows about its differences."""
    lapsed = [
        ShiftAct(
            ActKind.LAPSED_HOLD,
            one.booking_id,
            Tender.CASH,
            one.amount_paise,
            one.amount_paise,
            one.at,
            one.clerk,
            booking_id=one.booking_id,
            reference=one.reference,
        )
        for one in shift_facts.lapsed_holds(session, row.desk_id, row.opened_at, closed_at)
    ]
    expected, counted = {}, {}
    if row.has_drawer:
        expected[Tender.CASH], counted[Tender.CASH] = row.expected_paise or 0, row.counted_paise or 0
    if row.card_counted_paise is not None:
        expected[Tender.CARD], counted[Tender.CARD] = card_expected_paise, row.card_counted_paise
    return ShiftFacts(
        (*read_acts(session, row), *lapsed),
        _counted(session, row, CountMoment.OPENING),
        _counted(session, row, CountMoment.CLOSING),
        expected,
        counted,
        row.opening_difference_paise,
    )


def _booked(kind: ActKind, row: BookedRow) -> ShiftAct:
    paid = row if isinstance(row, PaidRow) else None
    return ShiftAct(
        kind,
        row.id,
        row.tender,
        row.amount_paise + row.rounding_paise,
        row.amount_paise,
        row.at,
        row.clerk,
        received_paise=paid.received_paise if paid else None,
        corrected_from=paid.corrected_from if paid else None,
        booking_id=row.booking_id,
        reference=row.reference,
    )


def _in_drawer(kind: ActKind, row: DrawerRow) -> ShiftAct:
    return ShiftAct(kind, row.id, Tender.CASH, row.amount_paise, row.amount_paise, row.at, row.clerk)


def _counted(session: Session, row: ListedRow, moment: CountMoment) -> tuple[CountedPieces, ...]:
    return tuple(
        CountedPieces(one.worth_paise, one.pieces) for one in shift_list.counts(session, row.id, moment)
    )
