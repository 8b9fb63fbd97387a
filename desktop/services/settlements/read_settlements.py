"""ReadSettlements: what the gateway has paid out, read day by day and taken into the books."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from db import journal, settlements
from db.actor import Actor
from db.database import Database
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.settlements import SettledItem, SettlementsRead
from desktop.services.errors import (
    BadRequest,
    GatewayRejected,
    GatewayUnreachable,
    NotPermitted,
)
from desktop.services.events import CasesChanged, GatewayAnswered, Publish
from desktop.services.gateways.port import GatewayTrouble, PaymentGateway, Rejected, Unknown
from desktop.services.settlements.take_settled import TakeSettled, put_in_place
from desktop.services.steps.drawer_sight import may_by_right

# The gateway's day, by which its report is asked for.
INDIA = ZoneInfo("Asia/Kolkata")
# How far back a desk looks that has read nothing yet, or has been closed for long.
DAYS_BACK = 31
# Payouts of a day may still be written when it is over: it is read once more.
READ_AGAIN = timedelta(days=2)
# Few enough that a counter does not wait for the write lock.
ROWS_AT_ONCE = 50
PAGES_MAX = 1_000


class ReadSettlements:
    """Reads a page without a transaction and takes it in by small ones: what was read stays, whatever comes.

    A day that was interrupted is read again from its begin; a row is taken in once.
    """

    def __init__(self, database: Database, gateway: PaymentGateway, publish: Publish) -> None:
        self._database = database
        self._gateway = gateway
        self._publish = publish

    def __call__(self, *, actor: Actor, day: date | None = None) -> SettlementsRead:
        """Read one day for whoever may see the settlements, or every day that is due.

        Raises NotPermitted, BadRequest for a day to come, GatewayUnreachable and GatewayRejected.
        """
        with self._database.read() as session:
            if not may_by_right(session, actor, ManagerAct.READ_DAY_SHEET):
                raise NotPermitted(ManagerAct.READ_DAY_SHEET, f"settlements {day or ''}".strip())
        return self.read_due(actor=actor, day=day)

    def read_due(self, *, actor: Actor, day: date | None = None) -> SettlementsRead:
        """Read as above, for the job that nobody has asked for."""
        with self._database.read() as session:
            today = session.now.astimezone(INDIA).date()
            last = settlements.last_whole_day(session)
        if day is not None and not today - timedelta(days=3650) <= day <= today:
            raise BadRequest("settled_day", "out_of_range")
        days = [day] if day is not None else due_days(today, last)
        read, rows, opened, paise = 0, 0, 0, 0
        try:
            for one in days:
                found = self._read_day(one, today, actor=actor)
                read, rows, opened = read + found.days, rows + found.rows, opened + found.cases
                paise += found.paise
        except Rejected as refused:
            raise GatewayRejected(reason=refused.reason, description=refused.description) from refused
        except GatewayTrouble as trouble:
            self._publish(GatewayAnswered(trouble.answer))
            raise GatewayUnreachable(trouble.answer) from trouble
        finally:
            if opened:
                self._publish(CasesChanged())
        self._put_in_place(actor=actor)
        return SettlementsRead(read, rows, opened, paise)

    def _read_day(self, day: date, today: date, *, actor: Actor) -> SettlementsRead:
        rows, opened, paise, seen, skip = 0, 0, 0, set[tuple[str, str]](), 0
        for _page in range(PAGES_MAX):
            page = self._gateway.settled_on(day, skip=skip)
            keys = {(one.settlement_id, one.entity_id) for one in page}
            if page and keys <= seen:
                raise Unknown("endless_list")
            seen |= keys
            for start in range(0, max(len(page), 1), ROWS_AT_ONCE):
                part = page[start : start + ROWS_AT_ONCE]
                is_whole = not page and day < today
                found = self._take(day, part, skip + start + len(part), is_whole, actor=actor)
                rows, opened, paise = rows + found.rows, opened + found.cases, paise + found.paise
            if not page:
                return SettlementsRead(1, rows, opened, paise)
            skip += len(page)
        raise Unknown("endless_list")

    def _take(
        self, day: date, part: tuple[SettledItem, ...], rows_read: int, is_whole: bool, *, actor: Actor
    ) -> SettlementsRead:
        with self._database.write(actor) as session:
            # First, so that two desks never take in the same day at once.
            settlements.keep_day(session, day, rows_read=rows_read, is_whole=is_whole)
            take = TakeSettled(session)
            taken = take(part)
            paise = sum(row.credit_paise - row.debit_paise for row in taken)
            if taken:
                content = {"day": day.isoformat(), "rows": len(taken), "bank_paise": paise}
                journal.record(session, "SETTLEMENT_TAKEN_IN", content)
            return SettlementsRead(0, len(taken), take.cases_count, paise)

    def _put_in_place(self, *, actor: Actor) -> None:
        """What was found to be ours after it was settled, or somebody else's, changes its place."""
        with self._database.read() as session:
            wrong = settlements.misplaced(session)
        for start in range(0, len(wrong), ROWS_AT_ONCE):
            with self._database.write(actor) as session:
                for row in wrong[start : start + ROWS_AT_ONCE]:
                    put_in_place(session, row)


class SettlementsJob:
    """Reads the days that are due, by itself and quietly."""

    def __init__(self, read: ReadSettlements) -> None:
        self._read = read

    def __call__(self, *, actor: Actor) -> bool:
        """Return whether the gateway has answered; a silent one is asked again, and told elsewhere."""
        try:
            self._read.read_due(actor=actor)
        except (GatewayUnreachable, GatewayRejected):
            return False
        return True


def due_days(today: date, last_whole: date | None) -> list[date]:
    """Return the days to read: from the last ones that were whole until yesterday, and the present one."""
    first = today - timedelta(days=DAYS_BACK)
    if last_whole is not None:
        first = max(first, min(last_whole, today) - READ_AGAIN)
    return [first + timedelta(days=number) for number in range((today - first).days + 1)]
