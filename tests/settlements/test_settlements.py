"""What the gateway pays out leaves what it owes, with its fee; whatever is not as we have it is a case."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from db.actor import Actor
from db.ids import CaseId, DeskId
from db.schema import account, entry, posting, settled_row, settlement_day
from db.states import AccountKind, CaseAnswer, CaseKind
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.settlements import SettledItem, SettlementsRead
from desktop.services.errors import BadRequest, GatewayUnreachable, NotPermitted
from desktop.services.gateways.port import Unknown, Unreachable
from desktop.services.settlements.read_settlements import ReadSettlements, SettlementsJob, due_days
from tests.gateway_money.conftest import GatewayDesk
from tests.gateway_money.test_other_programs import call_all, reconcile, shop_sells
from tests.settlements.rows import INDIA, PAGE, Reports, adjusted, paid, returned
from tests.staff import keep_staff

DAY = 24 * 3600


def sell(desk: GatewayDesk, number: int = 0) -> tuple[str, int]:
    """Sell by a QR code; return the payment's id at the gateway and its amount."""
    hold = desk.hold(desk.customer(mobile=f"98765432{number:02d}"))
    payment = desk.qr(hold)
    money = desk.practice.pay(desk.instrument(payment))
    desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())
    return money, hold.total_paise


def balance(desk: GatewayDesk, kind: AccountKind) -> int:
    statement = (
        select(func.coalesce(func.sum(posting.c.amount_paise), 0))
        .join(account, account.c.id == posting.c.account_id)
        .where(account.c.kind == kind)
    )
    with desk.database.read() as session:
        return int(session.execute(statement).scalar_one())


def read(desk: GatewayDesk, reports: Reports, day: date | None = None) -> SettlementsRead:
    gateway: Any = reports
    use_case = ReadSettlements(desk.database, gateway, desk.published)
    return use_case(actor=desk.built.services.actor(), day=day)


def cases(desk: GatewayDesk) -> list[tuple[CaseKind, int]]:
    return [(case.kind, case.amount_paise) for case in desk.built.services.list_open_cases()]


def test_what_was_paid_out_is_no_longer_owed(desk: GatewayDesk) -> None:
    services = desk.built.services
    _, first = sell(desk, 1)
    _, second = sell(desk, 2)
    seen = services.list_settlements(actor=services.actor())
    assert (seen.owed_paise, len(seen.owed), seen.settlements) == (first + second, 2, ())
    assert (seen.ages[0].days_max, seen.ages[0].count) == (2, 2)
    desk.step(4 * DAY)
    assert [one.count for one in services.list_settlements(actor=services.actor()).ages] == [0, 2, 0, 0, 0]
    brought = services.read_settlements(actor=services.actor())
    assert (brought.rows, brought.cases) == (2, 0)
    after = services.list_settlements(actor=services.actor())
    assert (after.owed_paise, after.owed) == (0, ())
    (payout,) = after.settlements
    assert payout.utr
    assert payout.payments_paise == first + second
    assert payout.bank_paise == first + second - payout.fee_paise == balance(desk, AccountKind.BANK)
    assert balance(desk, AccountKind.GATEWAY_FEES) == payout.fee_paise - payout.tax_paise
    assert balance(desk, AccountKind.GATEWAY_FEE_TAX) == payout.tax_paise
    rows = services.show_settlement(payout.id, actor=services.actor())
    assert sum(one.bank_paise for one in rows) == payout.bank_paise
    assert all(one.reference and one.is_ours for one in rows)
    assert services.read_settlements(actor=services.actor()).rows == 0
    assert services.list_settlements(actor=services.actor()) == after
    desk.audit()


def test_a_refund_is_taken_off_a_payout(desk: GatewayDesk) -> None:
    services = desk.built.services
    hold = desk.hold(desk.customer())
    payment = desk.qr(hold)
    desk.practice.pay(desk.instrument(payment))
    services.check_gateway_payment(payment.id, actor=services.actor())
    plan = services.preview_cancellation(hold.booking_id)
    services.cancel_booking(
        hold.booking_id, "plans changed", plan, frozenset(), desk.key(), actor=services.actor()
    )
    desk.built.send_refunds(actor=services.actor())
    desk.step(8 * DAY)
    desk.built.send_refunds(actor=services.actor())
    services.read_settlements(actor=services.actor())
    found = services.list_settlements(actor=services.actor())
    assert sum(one.refunds_paise for one in found.settlements) == plan.refund_paise
    assert (found.owed_paise, found.others_paise, cases(desk)) == (0, 0, [])
    desk.audit()


def test_what_is_no_payment_of_ours_is_a_case_and_stands_beside(desk: GatewayDesk) -> None:
    money, paise = sell(desk)
    now = desk.clock()
    transfer = replace(
        adjusted("trf_DEUoCEtdsJgvl7", -1_002_96, now),
        entity_type="transfer",
        amount_paise=1_000_00,
        fee_paise=2_96,
        tax_paise=46,
    )
    rows = [
        paid(money, paise, now, fee=200_00, tax=30_00),
        adjusted("adj_EhcHONhX4ChgNC", 10_12, now),
        transfer,
        adjusted("adj_disputeAAAAAAA", -500_00, now, dispute_id="disp_AAAAAAAAAAAAAA"),
        paid("pay_strangerAAAAAA", 700_00, now),
    ]
    brought = read(desk, Reports(rows))
    assert (brought.rows, brought.cases) == (5, 4)
    assert sorted(cases(desk)) == sorted(
        [
            (CaseKind.SETTLED_UNKNOWN, 10_12),
            (CaseKind.SETTLED_UNKNOWN, 1_002_96),
            (CaseKind.CHARGEBACK, 500_00),
            (CaseKind.SETTLED_UNKNOWN, 700_00),
        ]
    )
    assert balance(desk, AccountKind.GATEWAY) == 0
    assert balance(desk, AccountKind.GATEWAY_FEES) == 170_00 + 2_50
    assert balance(desk, AccountKind.GATEWAY_FEE_TAX) == 30_00 + 46
    assert balance(desk, AccountKind.SETTLED_OTHER) == -(10_12 - 1_000_00 - 500_00 + 700_00)
    assert balance(desk, AccountKind.BANK) == sum(one.credit_paise - one.debit_paise for one in rows)
    desk.audit()
    services = desk.built.services
    for case in services.list_open_cases():
        assert case.answers == (CaseAnswer.SEEN,)
        services.resolve_case(CaseId(case.id), CaseAnswer.SEEN, actor=services.actor())
    assert cases(desk) == []
    assert read(desk, Reports(rows)).cases == 0
    desk.audit()


@pytest.mark.parametrize("change", ["amount", "sum", "twice", "refund", "unknown refund"])
def test_what_differs_from_ours_is_a_case(desk: GatewayDesk, change: str) -> None:
    money, paise = sell(desk)
    now = desk.clock()
    right = paid(money, paise, now, fee=200_00, tax=30_00)
    rows = {
        "amount": [paid(money, paise - 1_00, now)],
        "sum": [replace(right, credit_paise=right.credit_paise - 5_00)],
        "twice": [right, replace(right, settlement_id="setl_BBBBBBBBBBBBBB")],
        "refund": [right, returned("rfnd_AAAAAAAAAAAAAA", money, paise + 1_00, now)],
        "unknown refund": [right, returned("rfnd_AAAAAAAAAAAAAA", money, 1_00, now)],
    }[change]
    assert read(desk, Reports(rows)).cases == 1
    ((kind, _),) = cases(desk)
    is_unknown = change in ("refund", "unknown refund")
    assert kind is (CaseKind.SETTLED_UNKNOWN if is_unknown else CaseKind.SETTLED_OTHERWISE)
    desk.audit()


def test_money_that_was_found_to_be_ours_later_changes_its_place(desk: GatewayDesk) -> None:
    hold = desk.hold(desk.customer())
    payment = desk.qr(hold)
    money = desk.practice.pay(desk.instrument(payment))
    rows = [paid(money, hold.total_paise, desk.clock())]
    read(desk, Reports(rows))
    assert balance(desk, AccountKind.SETTLED_OTHER) == -hold.total_paise
    desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())
    read(desk, Reports(rows))
    assert balance(desk, AccountKind.SETTLED_OTHER) == balance(desk, AccountKind.GATEWAY) == 0
    desk.audit()


def test_pages_that_were_taken_in_stay_when_the_gateway_falls_silent(desk: GatewayDesk) -> None:
    sold = [sell(desk, number) for number in range(PAGE + 1)]
    now = desk.clock()
    today = now.astimezone(INDIA).date()
    rows = [paid(money, paise, now) for money, paise in sold]
    silent = Reports(rows, fails_after=1, trouble=Unreachable())
    with pytest.raises(GatewayUnreachable):
        read(desk, silent, today)
    assert taken(desk) == PAGE
    desk.audit()
    read(desk, Reports(rows), today)
    assert taken(desk) == PAGE + 1
    desk.audit()


def taken(desk: GatewayDesk) -> int:
    with desk.database.read() as session:
        return int(session.execute(select(func.count()).select_from(settled_row)).scalar_one())


def test_each_row_is_posted_once_and_what_is_not_paid_out_is_left(desk: GatewayDesk) -> None:
    money, paise = sell(desk)
    now = desk.clock()
    waits = replace(paid(money, paise, now), settled_at=None)
    assert read(desk, Reports([waits])).rows == 0
    right = paid(money, paise, now)
    assert [read(desk, Reports([right, right])).rows for _ in range(3)] == [1, 0, 0]
    with desk.database.read() as session:
        count = select(func.count()).select_from(entry).where(entry.c.kind == "settled")
        assert session.execute(count).scalar_one() == 1
    desk.audit()


def test_the_job_is_quiet_while_the_gateway_is_down(desk: GatewayDesk) -> None:
    gateway: Any = Reports(trouble=Unreachable())
    job = SettlementsJob(ReadSettlements(desk.database, gateway, desk.published))
    assert job(actor=desk.built.services.actor()) is False
    assert SettlementsJob(ReadSettlements(desk.database, desk.gateway, desk.published))(
        actor=desk.built.services.actor()
    )


class Endless(Reports):
    """Always has the same page."""

    def settled_on(self, day: date, *, skip: int) -> tuple[SettledItem, ...]:
        return (adjusted("adj_EhcHONhX4ChgNC", 10_12, datetime(2026, 11, 23, 6, tzinfo=INDIA)),)


def test_a_report_that_never_ends_is_given_up(desk: GatewayDesk) -> None:
    with pytest.raises(GatewayUnreachable):
        read(desk, Endless(), desk.clock().astimezone(INDIA).date())
    assert issubclass(Unknown, Exception)


def test_days_are_read_until_they_are_whole(desk: GatewayDesk) -> None:
    today = desk.clock().astimezone(INDIA).date()
    reports = Reports()
    read(desk, reports)
    assert len({day for day, _ in reports.asked}) == 32
    desk.step(DAY)
    again = Reports()
    read(desk, again)
    assert {day for day, _ in again.asked} == {today - timedelta(days=3 - n) for n in range(5)}
    with desk.database.read() as session:
        whole = session.execute(select(func.max(settlement_day.c.day)).where(settlement_day.c.is_whole == 1))
        assert whole.scalar() == today


@pytest.mark.parametrize("days", [1, -4000])
def test_a_day_that_is_none_is_refused(desk: GatewayDesk, days: int) -> None:
    day = desk.clock().astimezone(INDIA).date() + timedelta(days=days)
    with pytest.raises(BadRequest):
        read(desk, Reports(), day)


def test_settlements_are_for_whoever_may_see_the_day_sheet(desk: GatewayDesk) -> None:
    staff = keep_staff(desk.database)
    services = desk.built.services
    for ask in (
        lambda: services.list_settlements(actor=staff.clerk),
        lambda: services.show_settlement("setl_AAAAAAAAAAAAAA", actor=staff.clerk),
        lambda: services.read_settlements(actor=staff.clerk),
    ):
        with pytest.raises(NotPermitted) as refused:
            ask()
        assert refused.value.act is ManagerAct.READ_DAY_SHEET
    assert services.list_settlements(actor=staff.manager).settlements == ()


def test_a_desk_that_was_closed_for_long_reads_a_month() -> None:
    today = date(2026, 11, 30)
    assert len(due_days(today, None)) == 32
    assert len(due_days(today, date(2020, 1, 1))) == 32
    assert due_days(today, date(2026, 11, 29))[0] == date(2026, 11, 27)
    assert due_days(today, date(2027, 1, 1))[-1] == today


@pytest.mark.parametrize("is_settled_first", [True, False])
def test_money_of_a_web_shop_stands_beside_whenever_it_was_called_so(
    desk: GatewayDesk, is_settled_first: bool
) -> None:
    (money,) = shop_sells(desk, 1)
    reconcile(desk)
    assert desk.built.services.list_settlements(actor=desk.built.services.actor()).owed_paise == 153_000
    rows = [paid(money, 153_000, desk.clock(), fee=3_000, tax=458)]
    if is_settled_first:
        assert read(desk, Reports(rows)).cases == 0
        assert balance(desk, AccountKind.GATEWAY) == 0
    call_all(desk)
    assert read(desk, Reports(rows)).cases == 0
    assert balance(desk, AccountKind.GATEWAY) == 0
    assert balance(desk, AccountKind.SETTLED_OTHER) == -153_000
    assert balance(desk, AccountKind.BANK) == 150_000
    assert desk.built.services.list_settlements(actor=desk.built.services.actor()).owed == ()
    desk.audit()


def test_what_a_desk_knows_of_its_gateway_is_read_in_a_book_too(desk: GatewayDesk) -> None:
    sell(desk)
    reader = Actor("reader", DeskId(""))
    assert len(desk.built.services.list_settlements(actor=reader).owed) == 1
