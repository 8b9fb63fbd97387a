"""FileMonth and ReopenMonth: from a return on, its month takes no paper more."""

import re
from datetime import date, timedelta

from db import filed_months, journal, taxes
from db.actor import Actor
from db.database import Database, Session
from db.filed_months import FiledMonthRow
from desktop.services.buyer_errors import MonthChanged, MonthNotOver
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.returns import MonthState, month_of
from desktop.services.errors import BadRequest
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason

MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])", re.ASCII)
# What a manager chooses from: a year and the month before it.
SHOWN_MONTHS = 13


class ListFiledMonths:
    """Read which months are filed, and by whom."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[MonthState, ...]:
        """Return the last months that are over, open or filed, and every one that was filed before."""
        with self._database.read() as session:
            rows = filed_months.every(session)
            codes = sorted(taxes.registration_codes(session))
            today = issued_on(session.now)
        latest: dict[tuple[str, str], FiledMonthRow] = {}
        for row in rows:
            latest.setdefault((row.registration, row.month), row)
        shown = {(code, month) for code in codes for month in _months_over(today)} | latest.keys()
        order = sorted(sorted(shown), key=lambda one: one[1], reverse=True)
        return tuple(_state(*key, latest.get(key)) for key in order)


class FileMonth:
    """Mark a month as filed: from now on no paper is dated in it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, registration: str, month: str, *, actor: Actor) -> None:
        """`month` such as 2026-11. A month that is filed stays so, and nothing is written.

        Raises NotPermitted, BadRequest for no month and for an unknown registration, MonthNotOver.
        """
        _check_month(month)
        with self._database.write(actor) as session:
            _check_known(session, registration)
            if month >= month_of(issued_on(session.now)):
                raise MonthNotOver(month)
            if filed_months.is_filed(session, registration, month):
                return
            check_permission(session, ManagerAct.FILE_MONTH, f"{registration} {month}")
            if filed_months.file(session, registration, month):
                content = {"registration": registration, "month": month}
                journal.record(session, "MONTH_FILED", content)


class ReopenMonth:
    """Let papers be dated in a filed month again, for a reason that the journal keeps."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, registration: str, month: str, reason: str, *, actor: Actor) -> None:
        """Raises NotPermitted, BadRequest without a reason, MonthChanged for a month that is open."""
        _check_month(month)
        why = checked_reason(reason)
        with self._database.write(actor) as session:
            _check_known(session, registration)
            if not filed_months.is_filed(session, registration, month):
                raise MonthChanged(registration, month)
            check_permission(session, ManagerAct.FILE_MONTH, f"{registration} {month} open")
            if not filed_months.reopen(session, registration, month, why):
                raise MonthChanged(registration, month)
            content = {"registration": registration, "month": month, "reason": why}
            journal.record(session, "MONTH_REOPENED", content)


def _check_month(month: str) -> None:
    if not MONTH.fullmatch(month):
        raise BadRequest("month", "malformed", text=month)


def _check_known(session: Session, registration: str) -> None:
    if registration not in taxes.registration_codes(session):
        raise BadRequest("registration", "unknown", text=registration)


def _months_over(today: date) -> list[str]:
    found, day = [], today
    for _ in range(SHOWN_MONTHS):
        day = day.replace(day=1) - timedelta(days=1)
        found.append(month_of(day))
    return found


def _state(registration: str, month: str, row: FiledMonthRow | None) -> MonthState:
    if row is None:
        return MonthState(registration, month, is_filed=False)
    return MonthState(
        registration,
        month,
        is_filed=row.reopened_at is None,
        filed_at=row.filed_at,
        filed_by=row.filed_by,
        reopened_at=row.reopened_at,
        reopened_by=row.reopened_by,
        reason=row.reason,
    )
