"""Payments of another program on the same account: one answer for all, and a rule for those to come."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from db import foreign_rules
from db.ids import CaseId
from db.states import BookingState, CaseAnswer, SignField, Tender
from desktop.practice.server import PracticeServer
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.payment_request import TakePaymentRequest, TenderPart
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.reconciliation import Reconciliation, Ruled
from desktop.services.domain.review import OpenCase
from desktop.services.errors import BadRequest, NotPermitted
from tests.conftest import Recorder, SteppedClock, open_database
from tests.gateway_money.conftest import GatewayDesk, desk_with
from tests.staff import keep_staff

SHOP = "woocommerce_order_id"


@pytest.fixture
def either_desk(
    money_server: PracticeServer, engine_url: str, clock: SteppedClock, publish: Recorder, tmp_path: Path
) -> Iterator[GatewayDesk]:
    """Return a desk on each engine."""
    database = open_database(engine_url, clock, publish)
    facts = DeskSettings("Asia/Kolkata", practice=True)
    yield from desk_with(facts, money_server, database, clock, publish, tmp_path)
    database.close()


def shop_sells(
    desk: GatewayDesk, count: int, *, amount_paise: int = 153_000, order_note: str = ""
) -> list[str]:
    """Have a web shop on the same account take payments; return the gateway's ids."""
    made = []
    for number in range(count):
        order = desk.account.order(amount_paise + number, notes={SHOP: order_note or str(7000 + number)})
        made.append(desk.account.pay(order["id"])["payment_id"])
    return made


def reconcile(desk: GatewayDesk) -> Reconciliation:
    return desk.built.reconcile_payments(actor=desk.built.services.actor())


def cases_of(desk: GatewayDesk) -> tuple[OpenCase, ...]:
    return desk.built.services.list_open_cases()


def call_all(desk: GatewayDesk, *, keep_rule: bool = False, ids: tuple[CaseId, ...] = ()) -> Any:
    services = desk.built.services
    case_ids = ids or tuple(case.id for case in cases_of(desk))
    return services.call_not_ours(case_ids, actor=services.actor(), keep_rule=keep_rule)


def records(desk: GatewayDesk, tag: str) -> int:
    with desk.database.engine.connect() as connection:
        found = connection.execute(text("SELECT count(*) FROM journal WHERE tag = :tag"), {"tag": tag})
        return int(found.scalar_one())


def test_forty_payments_of_a_web_shop_are_answered_at_once(either_desk: GatewayDesk) -> None:
    shop_sells(either_desk, 40)
    assert reconcile(either_desk).foreign_count == 40
    found = cases_of(either_desk)
    assert {(case.sign.field, case.sign.text) for case in found if case.sign} == {(SignField.NOTES, SHOP)}
    done = call_all(either_desk)
    assert (done.count, done.paise, done.rules_count) == (40, sum(case.amount_paise for case in found), 0)
    assert cases_of(either_desk) == ()
    assert records(either_desk, "CASE_RESOLVED") == 40
    report = reconcile(either_desk)
    assert report.comparison is not None
    assert (report.comparison.others_count, report.comparison.others_paise) == (40, done.paise)
    either_desk.audit()


def test_the_same_answer_given_twice_closes_each_payment_once(either_desk: GatewayDesk) -> None:
    shop_sells(either_desk, 3)
    reconcile(either_desk)
    ids = tuple(case.id for case in cases_of(either_desk))
    services = either_desk.built.services
    services.resolve_case(ids[0], CaseAnswer.NOT_OURS, actor=services.actor())
    assert call_all(either_desk, ids=ids).count == 2
    assert call_all(either_desk, ids=ids).count == 0
    assert records(either_desk, "CASE_RESOLVED") == 3
    either_desk.audit()


def test_a_rule_keeps_the_shops_next_payments_from_the_decisions(either_desk: GatewayDesk) -> None:
    shop_sells(either_desk, 2)
    reconcile(either_desk)
    assert call_all(either_desk, keep_rule=True).rules_count == 1
    shop_sells(either_desk, 3, amount_paise=99_900)
    report = reconcile(either_desk)
    assert (report.foreign_count, report.ruled) == (0, Ruled(3, 299_703))
    assert report.comparison is not None
    assert report.comparison.amount_differences == report.comparison.refund_differences == ()
    assert report.comparison.others_count == 5
    assert cases_of(either_desk) == ()
    (rule,) = either_desk.built.services.list_foreign_rules()
    assert (rule.sign, rule.ruled_count, rule.ruled_paise) == (SHOP, 3, 299_703)
    assert records(either_desk, "PAYMENT_RULED_NOT_OURS") == 3
    assert reconcile(either_desk).ruled == Ruled()
    either_desk.audit()


def test_a_rule_that_is_asked_for_twice_is_made_once(gateway_desk: GatewayDesk) -> None:
    shop_sells(gateway_desk, 2)
    reconcile(gateway_desk)
    ids = tuple(case.id for case in cases_of(gateway_desk))
    assert [call_all(gateway_desk, ids=ids, keep_rule=True).rules_count for _ in range(2)] == [1, 0]
    assert len(gateway_desk.built.services.list_foreign_rules()) == 1


def test_the_shops_refund_of_a_ruled_payment_concerns_nobody_here(gateway_desk: GatewayDesk) -> None:
    shop_sells(gateway_desk, 1)
    reconcile(gateway_desk)
    call_all(gateway_desk, keep_rule=True)
    (ruled, back_before) = shop_sells(gateway_desk, 2)
    gateway_desk.account.post(f"/v1/payments/{back_before}/refund", {"amount": 100})
    reconcile(gateway_desk)
    gateway_desk.account.post(f"/v1/payments/{ruled}/refund", {"amount": 153_000})
    report = reconcile(gateway_desk)
    assert report.comparison is not None
    assert report.comparison.refund_differences == ()
    assert cases_of(gateway_desk) == ()
    gateway_desk.audit()


def test_a_revoked_rule_asks_about_all_that_it_ruled(either_desk: GatewayDesk) -> None:
    shop_sells(either_desk, 1)
    reconcile(either_desk)
    call_all(either_desk, keep_rule=True)
    shop_sells(either_desk, 120)
    reconcile(either_desk)
    services = either_desk.built.services
    (rule,) = services.list_foreign_rules()
    assert services.revoke_foreign_rule(rule.id, actor=services.actor()) == 120
    assert services.revoke_foreign_rule(rule.id, actor=services.actor()) == 0
    assert services.list_foreign_rules() == ()
    assert {case.sign.text for case in cases_of(either_desk) if case.sign} == {SHOP}
    either_desk.audit()
    assert call_all(either_desk).count == 120
    shop_sells(either_desk, 1)
    assert reconcile(either_desk).foreign_count == 1
    either_desk.audit()


def receipt_of_another_sale(desk: GatewayDesk) -> str:
    services = desk.built.services
    hold = desk.hold(desk.customer(wallet_paise=2_000_000), days_ahead=9)
    parts = (TenderPart(Tender.WALLET, hold.total_paise),)
    services.take_payment(TakePaymentRequest(hold.booking_id, desk.key(), parts), actor=services.actor())
    return services.find_receipt(hold.booking_id).number


@pytest.mark.parametrize("where", ["reference", "spoken", "payment", "instrument", "receipt"])
def test_money_that_names_something_of_ours_is_never_ruled_away(
    gateway_desk: GatewayDesk, where: str
) -> None:
    shop_sells(gateway_desk, 1)
    reconcile(gateway_desk)
    call_all(gateway_desk, keep_rule=True)
    hold = gateway_desk.hold(gateway_desk.customer(wallet_paise=500_000))
    payment = gateway_desk.qr(hold)
    booking = gateway_desk.booking(hold)
    names = {
        "reference": f"for {booking.reference}, thanks",
        "spoken": booking.reference.removeprefix("BK-").lower(),
        "payment": payment.id,
        "instrument": gateway_desk.instrument(payment),
    }
    if where == "receipt":
        names["receipt"] = receipt_of_another_sale(gateway_desk)
    shop_sells(gateway_desk, 1, order_note=names[where])
    report = reconcile(gateway_desk)
    assert report.ruled == Ruled()
    (case,) = cases_of(gateway_desk)
    assert (case.looks_ours, case.sign) == (True, None)
    with pytest.raises(BadRequest):
        call_all(gateway_desk, keep_rule=True)
    gateway_desk.audit()


def test_money_of_an_amount_that_we_ask_for_is_never_ruled_away(gateway_desk: GatewayDesk) -> None:
    shop_sells(gateway_desk, 1)
    reconcile(gateway_desk)
    call_all(gateway_desk, keep_rule=True)
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    shop_sells(gateway_desk, 1, amount_paise=payment.amount_paise)
    gateway_desk.step(20 * 60)
    assert reconcile(gateway_desk).ruled == Ruled()
    (case,) = cases_of(gateway_desk)
    assert (case.kind, case.looks_ours) == ("foreign", True)
    gateway_desk.audit()


def test_only_strangers_money_is_called_not_ours_together(gateway_desk: GatewayDesk) -> None:
    shop_sells(gateway_desk, 2)
    reconcile(gateway_desk)
    with pytest.raises(BadRequest):
        call_all(gateway_desk, ids=(CaseId("no-such-case"),))
    clerk = keep_staff(gateway_desk.database).clerk
    with pytest.raises(NotPermitted) as refused:
        gateway_desk.built.services.call_not_ours([case.id for case in cases_of(gateway_desk)], actor=clerk)
    assert (refused.value.act, refused.value.amount_paise) == (ManagerAct.CALL_MONEY_NOT_OURS, 306_001)
    assert len(cases_of(gateway_desk)) == 2


def test_what_the_shop_gave_back_of_a_ruled_payment_is_not_asked_for_after_the_rule(
    gateway_desk: GatewayDesk,
) -> None:
    shop_sells(gateway_desk, 1)
    reconcile(gateway_desk)
    call_all(gateway_desk, keep_rule=True)
    whole, part = shop_sells(gateway_desk, 2)
    reconcile(gateway_desk)
    gateway_desk.account.post(f"/v1/payments/{whole}/refund", {"amount": 153_000})
    gateway_desk.account.post(f"/v1/payments/{part}/refund", {"amount": 3_001})
    services = gateway_desk.built.services
    (rule,) = services.list_foreign_rules()
    services.revoke_foreign_rule(rule.id, actor=services.actor())
    reconcile(gateway_desk)
    assert [case.amount_paise for case in cases_of(gateway_desk)] == [150_000]
    gateway_desk.audit()


def test_money_that_was_ruled_and_is_found_under_our_own_code_pays_its_booking(
    either_desk: GatewayDesk,
) -> None:
    shop_sells(either_desk, 1)
    reconcile(either_desk)
    call_all(either_desk, keep_rule=True)
    services = either_desk.built.services
    (rule,) = services.list_foreign_rules()
    hold = either_desk.hold(either_desk.customer())
    payment = either_desk.qr(hold)
    either_desk.practice.pay(either_desk.instrument(payment))
    (money,) = either_desk.account.get("/v1/payments", count=1)["items"]
    with either_desk.database.write(services.actor()) as session:
        assert foreign_rules.rule_out(session, rule.id, money["id"], money["amount"])
    either_desk.audit()
    either_desk.built.poll_open_payments(actor=services.actor())
    assert either_desk.booking(hold).state is BookingState.CONFIRMED
    (rule,) = services.list_foreign_rules()
    assert rule.ruled_count == 0
    either_desk.audit()
