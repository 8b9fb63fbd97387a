"""The refund plan of some lines of a booking as it is now, from what was frozen and from its payments."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from db import deposits, documents, house_rules, payments, refunds
from db.bookings import BookingRow
from db.database import Session
from db.document_kinds import INVOICES
from db.house_rules import HouseRules
from db.lines import LineRow
from db.states import BookingState, PaymentState, RefundRule
from desktop.services.domain.cancellation import BY_RULES, PaidLine, PaidTender, RefundPlan, Terms
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.levies import Levies
from desktop.services.domain.note_limit import is_too_late
from desktop.services.domain.plan_refund import CannotGive, plan_refund, plan_unsold_refund, rule_of
from desktop.services.errors import AlreadyDone, BadRequest, NotVoidable, WrongLines, WrongState
from desktop.services.records.quote_record import tiers_from_text
from desktop.services.steps.issue_paper import earlier_papers
from desktop.services.steps.open_balance import owes_balance
from desktop.services.steps.paper_cover import covers


def read_refund_plan(
    session: Session,
    booking: BookingRow,
    rows: Sequence[LineRow],
    numbers: Collection[int] = (),
    terms: Terms = BY_RULES,
) -> RefundPlan:
    """Return what would come back now if of its lines `rows` the `numbers` ended; without any, all that can.

    A held booking ends as a whole and gives back everything that was taken for it. Of a sold one each line
    follows its own rule; what was used can't end, and of a completed one only what the house cancelled can.
    A part that went back when the hold ended, before late money paid the whole, is no part of it. Of a stay
    nights end at its beginning or its end.

    A void undoes the whole sale. With an amount of its own what was used can end as well, and give back
    something. Raises AlreadyDone, WrongLines, WrongState, NotVoidable, BadRequest for such an amount.
    """
    ending = _ending(session, booking, rows, numbers, terms)
    rules = house_rules.read(session)
    if terms.void:
        check_voidable(booking, rows, rules, session.now, outside=terms.outside)
    starts = _first_starts(rows)
    stays = _tax_stays(session, booking, ending)
    planned = [
        (_paid_line(row, starts[row.stay], stays), _rule(session, booking, row, rules, terms))
        for row in ending
    ]
    paid = [
        PaidTender(row.id, row.tender, row.amount_paise, refunds.refunded_paise(session, row.id))
        for row in payments.of_booking(session, booking.id)
        if row.state is PaymentState.CAPTURED
    ]
    paid = [tender for tender in paid if tender.refunded_paise < tender.amount_paise]
    try:
        plan = _plan(session, booking, planned, paid, sum(row.total_paise for row in ending), terms)
    except CannotGive as refused:
        is_low = (terms.back_paise or 0) < refused.least_paise
        limit = refused.least_paise if is_low else refused.most_paise
        raise BadRequest("back_paise", "too_little" if is_low else "too_much", most_paise=limit) from refused
    return replace(plan, cash_to_rupee=bool(rules.cash_to_rupee), is_outside=terms.outside)


def _plan(
    session: Session,
    booking: BookingRow,
    planned: Sequence[tuple[PaidLine, RefundRule]],
    paid: Sequence[PaidTender],
    ending_paise: int,
    terms: Terms,
) -> RefundPlan:
    if not owes_balance(booking):
        return plan_refund(planned, paid, session.now, terms.back_paise)
    sums = deposits.sums_of_lines(session, booking.id)
    return plan_unsold_refund(
        planned,
        paid,
        session.now,
        free_paise=sum(one.amount_paise - one.refunded_paise for one in paid) - sums.kept_paise,
        staying_paise=sums.live_paise - ending_paise,
        back_paise=terms.back_paise,
    )


def _ending(
    session: Session, booking: BookingRow, rows: Sequence[LineRow], numbers: Collection[int], terms: Terms
) -> list[LineRow]:
    """Return the lines that are to end. Raises AlreadyDone for what has, WrongLines for what can't.

    WrongState where a completed booking has nothing that the house cancelled.
    """
    live = [row for row in rows if row.cancelled_at is None]
    if numbers and not {row.number for row in live} & set(numbers):
        raise AlreadyDone(what="cancel")
    if booking.state is BookingState.HELD or terms.void:
        can = live
    else:
        # With its balance open nothing was sold: who did not come can be cancelled all the same.
        is_open = owes_balance(booking)
        can = [
            row for row in live if row.departure_cancelled or is_open or not _was_used(session, booking, row)
        ]
        if terms.back_paise is not None and (numbers or not can):
            can = live
    if not can and booking.state is BookingState.COMPLETED:
        raise WrongState(booking.reference, booking.state)
    wanted = set(numbers) or {row.number for row in can}
    found = [row for row in can if row.number in wanted]
    is_part = booking.state is BookingState.HELD and len(found) < len(live)
    if not found or len(found) < len(wanted) or is_part:
        raise WrongLines(booking.reference, sorted(wanted - {row.number for row in found}))
    if inside := _inside_stays(found, [row for row in live if row not in found]):
        raise WrongLines(booking.reference, inside, inside_stay=True)
    return found


def _inside_stays(ending: Sequence[LineRow], staying: Sequence[LineRow]) -> list[int]:
    """Return which of the ending nights would leave a hole in what goes on of their stay.

    A hole is a night between two others of the same room, or one with fewer rooms than before and after it:
    a stay may change its room. What the house cancelled can end wherever it lies.
    """
    inside = []
    for row in ending:
        rest = [other for other in staying if other.stay == row.stay]
        rooms = Counter(other.day for other in rest)
        same_room = [other.day for other in rest if other.unit_id == row.unit_id]
        fuller = [day for day, count in rooms.items() if count > rooms[row.day]]
        if not row.departure_cancelled and (_is_between(row.day, same_room) or _is_between(row.day, fuller)):
            inside.append(row.number)
    return inside


def _is_between(day: date, days: Sequence[date]) -> bool:
    return bool(days) and min(days) < day < max(days)


def _was_used(session: Session, booking: BookingRow, row: LineRow) -> bool:
    return booking.state is BookingState.COMPLETED or row.over_at <= session.now


def _first_starts(rows: Sequence[LineRow]) -> dict[int, datetime]:
    """Return when each stay or ride begins as it is now, whatever of it has ended."""
    starts: dict[int, datetime] = {}
    for row in rows:
        starts[row.stay] = min(row.starts_now_at, starts.get(row.stay, row.starts_now_at))
    return starts


def _tax_stays(session: Session, booking: BookingRow, ending: Sequence[LineRow]) -> frozenset[int]:
    """Return the lines whose invoice no credit note can answer any more; almost always none."""
    today = issued_on(session.now)
    late = {row.number for row in ending if is_too_late(row.day, today)}
    if not late:
        return frozenset()
    stand = covers(earlier_papers(documents.of_booking(session, booking.id)))
    # What has vouchers alone gets its invoice with this act where it was used.
    return frozenset(
        number
        for number in late
        if number in stand and (bill := stand[number].bill) and bill.named.kind in INVOICES
    )


def _paid_line(row: LineRow, stay_starts_at: datetime, tax_stays: Collection[int] = frozenset()) -> PaidLine:
    return PaidLine(
        number=row.number,
        total_paise=row.total_paise,
        levies=Levies(row.cgst_paise, row.sgst_paise, row.igst_paise),
        starts_at=row.starts_at + timedelta(minutes=row.boarding_minutes),
        starts_now_at=row.starts_now_at + timedelta(minutes=row.boarding_now_minutes),
        stay_starts_at=stay_starts_at,
        departure_cancelled=row.departure_cancelled,
        tiers=tiers_from_text(row.policy),
        tax_stays=row.number in tax_stays,
    )


def _rule(session: Session, booking: BookingRow, row: LineRow, rules: HouseRules, terms: Terms) -> RefundRule:
    if terms.void:
        return RefundRule.VOID
    if booking.state is BookingState.HELD:
        return RefundRule.HOLD
    if _was_used(session, booking, row) and not row.departure_cancelled:
        return RefundRule.AFTER_USE
    return rule_of(_paid_line(row, row.starts_now_at), session.now, moved_minutes=rules.moved_minutes)


def check_voidable(
    booking: BookingRow, rows: Sequence[LineRow], rules: HouseRules, now: datetime, *, outside: bool = False
) -> None:
    """Raise NotVoidable when the time is over, a part has ended already, or something was used since.

    `outside`: the time does not count, for permission is asked.
    A night that had begun before it was sold was not used by that; a coach that left since then was.
    """
    sold_at = booking.sold_at or booking.confirmed_at
    is_sold = booking.state is BookingState.CONFIRMED
    minutes = timedelta(minutes=rules.void_minutes)
    if not is_sold or sold_at is None or (now > sold_at + minutes and not outside):
        raise NotVoidable(booking.reference, "too_late")
    if any(row.cancelled_at is not None for row in rows):
        raise NotVoidable(booking.reference, "in_part")
    begins = [row.starts_now_at + timedelta(minutes=row.boarding_now_minutes) for row in rows]
    if any(sold_at < moment <= now for moment in begins):
        raise NotVoidable(booking.reference, "used")
