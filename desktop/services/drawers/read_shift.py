"""ReadShift: what a shift has sold, taken and given, by the days of its desk."""

from collections import defaultdict
from datetime import date, datetime
from zoneinfo import ZoneInfo

from db import drawer_moves, ledger, shift_figures, shifts
from db.actor import Actor
from db.database import Database, Session
from db.ids import BookingId, ShiftId
from db.states import AccountKind, DrawerMoveKind, Tender
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.shift import DayPart, ShiftFigures
from desktop.services.errors import NotFound, NotPermitted
from desktop.services.records.shift_record import closed_shift, sight_of
from desktop.services.steps.drawer_sight import may_by_right


class ReadShift:
    """A shift over midnight has a part for each of its days."""

    def __init__(self, database: Database, desk: DeskSettings) -> None:
        self._database = database
        self._zone = ZoneInfo(desk.time_zone)

    def __call__(self, shift_id: ShiftId, *, actor: Actor) -> ShiftFigures:
        """Return the figures. Raises NotFound; NotPermitted for an open shift: its count comes first."""
        with self._database.read() as session:
            row = shifts.find(session, shift_id)
            if row is None:
                raise NotFound("shift", shift_id)
            if row.closed_at is None and not may_by_right(session, actor, ManagerAct.READ_DRAWER):
                raise NotPermitted(ManagerAct.READ_DRAWER, shift_id)
            expected = row.expected_paise
            if expected is None:
                expected = ledger.posted_paise(session, AccountKind.DRAWER, shift_id)
            return ShiftFigures(
                shift=sight_of(row),
                closed_at=row.closed_at,
                opening_difference_paise=row.opening_difference_paise,
                opening_reason=row.opening_reason,
                expected_paise=expected,
                card_expected_paise=shift_figures.by_card_paise(session, shift_id),
                closed=closed_shift(session, row) if row.closed_at else None,
                days=_days(session, shift_id, self._zone),
            )


class _Day:
    """One day while it is added up."""

    def __init__(self) -> None:
        self.sold: set[BookingId | None] = set()
        self.taken: dict[Tender, int] = defaultdict(int)
        self.given: dict[Tender, int] = defaultdict(int)
        self.top_ups: list[int] = []
        self.moved: dict[DrawerMoveKind, list[int]] = defaultdict(list)

    def part(self, day: date) -> DayPart:
        """Return the sums."""
        return DayPart(
            day=day,
            sales=len(self.sold),
            taken=dict(self.taken),
            given_back=dict(self.given),
            topped_up_paise=sum(paise for paise in self.top_ups if paise > 0),
            top_ups_reversed_paise=-sum(paise for paise in self.top_ups if paise < 0),
            cash_in_paise=sum(self.moved[DrawerMoveKind.CASH_IN]),
            dropped_paise=sum(self.moved[DrawerMoveKind.DROP]),
            paid_out_paise=sum(self.moved[DrawerMoveKind.PAY_OUT]),
            moves=sum(len(moves) for moves in self.moved.values()),
        )


def _days(session: Session, shift_id: ShiftId, zone: ZoneInfo) -> tuple[DayPart, ...]:
    days: dict[date, _Day] = defaultdict(_Day)

    def at(moment: datetime) -> _Day:
        return days[moment.astimezone(zone).date()]

    for row in shift_figures.paid(session, shift_id):
        at(row.at).sold.add(row.booking_id)
        at(row.at).taken[row.tender] += row.paise
    for row in shift_figures.given_back(session, shift_id):
        at(row.at).given[row.tender] -= row.paise
    for moment, paise in shift_figures.top_ups(session, shift_id):
        at(moment).top_ups.append(paise)
    for move in drawer_moves.of_shift(session, shift_id):
        at(move.made_at).moved[move.kind].append(move.amount_paise)
    return tuple(days[day].part(day) for day in sorted(days))
