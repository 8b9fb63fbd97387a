"""HandOver: one count ends a person's shift and begins the next one's, with the cash that is there."""

from collections.abc import Callable
from dataclasses import replace

from db import journal, shifts
from db.actor import Actor
from db.database import Database, Session
from db.ids import PersonId
from db.people import PersonRow
from db.shifts import ShiftRow
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.shift import Closing, HandedOver, Opening, counted_paise
from desktop.services.drawer_errors import NotYourShift, ShiftClosed
from desktop.services.errors import BadRequest, NotFound
from desktop.services.events import PersonChanged, Publish, ShiftChanged
from desktop.services.steps.begin_shift import begin_shift
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.end_shift import checked_closing, closed_before, end_shift, seal_shift
from desktop.services.steps.pins import check_pin


class HandOver:
    """Between two people at one drawer, or by a manager who takes it over; in one transaction."""

    def __init__(
        self,
        database: Database,
        desk: DeskSettings,
        signs_in: Callable[[PersonId, str], object],
        publish: Publish,
    ) -> None:
        self._database = database
        self._desk = desk
        self._signs_in = signs_in
        self._publish = publish

    def __call__(
        self, closing: Closing, code: str, pin: str, *, is_shared: bool = True, actor: Actor
    ) -> HandedOver:
        """Return both; whoever has code and PIN acts at the desk from now on.

        All that was counted stays in the drawer. The same again changes nothing. Raises BadRequest, WrongPin,
        PinWaits, NotFound, NotYourShift, NotPermitted, ShiftClosed.
        """
        taker = check_pin(self._database, actor, code, pin)
        with self._database.write(actor) as session:
            row = shifts.lock(session, closing.shift_id)
            if row is None:
                raise NotFound("shift", closing.shift_id)
            handed = _handed_before(session, row, closing, taker)
            if handed is None:
                handed = _hand_over(session, row, closing, taker, self._desk, is_shared=is_shared)
        self._signs_in(taker.id, taker.name)
        self._publish(ShiftChanged())
        self._publish(PersonChanged())
        return handed


def _hand_over(
    session: Session,
    row: ShiftRow,
    closing: Closing,
    taker: PersonRow,
    desk: DeskSettings,
    *,
    is_shared: bool,
) -> HandedOver:
    if row.person_id == taker.id:
        raise BadRequest("code", "same_person", name=taker.name)
    if row.desk_id != session.actor.desk_id:
        raise NotYourShift(row.clerk, row.opened_at)
    counted = counted_paise(closing.counts)
    checked = checked_closing(row, replace(closing, left_paise=counted))
    if row.person_id not in (None, session.actor.person_id):
        subject = f"{row.id} handed to {taker.id} counted {counted} card {closing.card_paise}"
        check_permission(session, ManagerAct.CLOSE_OTHER_SHIFT, subject)
    end_shift(session, row, checked, handed_to=taker.name)
    closed = seal_shift(session, row, desk)
    opening = Opening(checked.counts, is_shared=is_shared, has_drawer=row.has_drawer)
    opened_id = begin_shift(session, row.desk_id, opening, clerk=taker.name, person_id=taker.id)
    journal.record(session, "SHIFT_HANDED_OVER", {"shift": row.id, "next": opened_id, "to": taker.name})
    return HandedOver(closed, opened_id, taker.name)


def _handed_before(session: Session, row: ShiftRow, closing: Closing, taker: PersonRow) -> HandedOver | None:
    """Return the hand-over that this very act has made. Raises ShiftClosed where it was closed otherwise."""
    closed = closed_before(session, row, replace(closing, left_paise=None))
    if closed is None or row.closed_at is None:
        return None
    following = shifts.find_opened_at(session, row.desk_id, row.closed_at)
    if following is None or following.person_id != taker.id:
        raise ShiftClosed(row.closed_by or "", row.closed_at)
    return HandedOver(closed, following.id, taker.name)
