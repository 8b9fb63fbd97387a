"""Accounts of the house for its own tenders: entered by who may, chosen where there are several."""

from dataclasses import replace

import pytest

from db.ids import HouseAccountId, RequestKey
from db.states import Tender
from desktop.services.domain.booking import Hold
from desktop.services.domain.house_accounts import HouseAccount, account_fault, plain_account, upi_link
from desktop.services.domain.payment_request import TakePaymentRequest, TenderPart
from desktop.services.domain.review import ReviewFilter
from desktop.services.errors import BadRequest, NotPermitted
from desktop.services.paying.correct_tender import CorrectTender
from desktop.services.paying.take_payment import TakePayment
from desktop.services.reviewing.export_bookings import ExportBookings
from desktop.services.setting_up.keep_house_account import (
    ChangeHouseAccount,
    KeepHouseAccount,
    ListHouseAccounts,
)
from desktop.services.steps.make_sale_papers import paid_by
from desktop.ui.papers.sum_rows import tender_text
from tests.counter import FACTS, ZONE, Counter
from tests.staff import keep_staff

UPI = HouseAccount(Tender.OWN_UPI, "SBI counter", vpa="sahyadri.desk@sbi", payee_name="Sahyadri & Sons")
BANK = HouseAccount(Tender.BANK_TRANSFER, "HDFC", last_four="4821", bank="HDFC0000123")
UTR = "412345678901"


def keep(counter: Counter, account: HouseAccount) -> HouseAccountId:
    """Enter an account."""
    return KeepHouseAccount(counter.database)(account, actor=counter.actor)


def take(counter: Counter, hold: Hold, account_id: HouseAccountId | None, utr: str = UTR) -> None:
    """Take everything by the house's own code."""
    part = TenderPart(Tender.OWN_UPI, hold.total_paise, utr, account_id=account_id)
    request = TakePaymentRequest(hold.booking_id, RequestKey(counter.key()), (part,))
    TakePayment(counter.database, FACTS, counter.publish)(request, actor=counter.actor)


def test_the_only_account_is_chosen_by_itself_and_stands_everywhere(any_counter: Counter) -> None:
    counter = any_counter
    account_id = keep(counter, UPI)
    assert keep(counter, UPI) == account_id  # the same again is there already
    hold = counter.hold()
    take(counter, hold, None)
    (payment,) = counter.booking(hold).payments
    assert payment.account == "SBI counter"
    assert [part.account for part in counter.booking(hold).paid_parts] == ["SBI counter"]
    assert tender_text(paid_by(counter.booking(hold))[0]) == f"UPI, own QR code  SBI counter  {UTR}"
    lines = list(ExportBookings(counter.database, ZONE)(ReviewFilter()))
    assert "own_upi,SBI counter," in lines[1]
    assert counter.faults() == []


def test_of_several_one_has_to_be_chosen_and_takes_its_tender(any_counter: Counter) -> None:
    counter = any_counter
    first, second = keep(counter, UPI), keep(counter, replace(UPI, name="ICICI", vpa="desk@icici"))
    bank = keep(counter, BANK)
    hold = counter.hold()
    before = counter.rows()
    for chosen in (None, bank, HouseAccountId("nobody's")):
        with pytest.raises(BadRequest):
            take(counter, hold, chosen)
    assert counter.rows() == before
    ChangeHouseAccount(counter.database)(
        first, is_active=False, upi_limit_paise=1_00_000_00, actor=counter.actor
    )
    with pytest.raises(BadRequest):
        take(counter, hold, first)
    take(counter, hold, second)
    assert [one.account for one in counter.booking(hold).payments] == ["ICICI"]


def test_a_tender_put_right_takes_its_account_with_it(any_counter: Counter) -> None:
    counter = any_counter
    keep(counter, UPI)
    keep(counter, BANK)
    hold = counter.hold()
    take(counter, hold, None)
    (payment,) = counter.booking(hold).payments
    act = CorrectTender(counter.database, counter.publish)
    act(payment.id, Tender.BANK_TRANSFER, UTR, "by IMPS", actor=counter.actor)
    assert [one.account for one in counter.booking(hold).payments] == ["HDFC"]
    act(payment.id, Tender.CASH, "", "cash after all", actor=counter.actor)
    assert [one.account for one in counter.booking(hold).payments] == [""]
    assert counter.faults() == []


def test_only_who_keeps_the_house_enters_and_changes_accounts(any_counter: Counter) -> None:
    counter = any_counter
    staff = keep_staff(counter.database)
    with pytest.raises(NotPermitted):
        KeepHouseAccount(counter.database)(UPI, actor=staff.clerk)
    account_id = KeepHouseAccount(counter.database)(UPI, actor=staff.manager)
    change = ChangeHouseAccount(counter.database)
    with pytest.raises(NotPermitted):
        change(account_id, is_active=False, upi_limit_paise=1_00_000_00, actor=staff.clerk)
    change(account_id, is_active=False, upi_limit_paise=5_00_000_00, actor=staff.manager)
    (account,) = ListHouseAccounts(counter.database)()
    assert (account.is_active, account.upi_limit_paise) == (False, 5_00_000_00)
    tags = [tag for tag, _content in counter.told()]
    assert (tags.count("HOUSE_ACCOUNT_OPENED"), tags.count("HOUSE_ACCOUNT_CHANGED")) == (1, 1)


@pytest.mark.parametrize(
    ("account", "field"),
    [
        (replace(UPI, name="  "), "account_name"),
        (replace(UPI, name="x" * 41), "account_name"),
        (replace(UPI, vpa="not an address"), "account_vpa"),
        (replace(UPI, vpa=""), "account_vpa"),
        (replace(UPI, payee_name=""), "account_payee"),
        (replace(BANK, last_four="482"), "account_last_four"),
        (replace(BANK, last_four="00112233444821"), "account_last_four"),
        (replace(BANK, bank=""), "account_bank"),
        (replace(UPI, upi_limit_paise=0), "account_limit"),
        (replace(UPI, upi_limit_paise=10_00_000_01), "account_limit"),
        (replace(UPI, tender=Tender.CASH), "account_tender"),
        (replace(UPI, tender=Tender.RAZORPAY), "account_tender"),
    ],
)
def test_an_account_that_can_not_be_is_refused(counter: Counter, account: HouseAccount, field: str) -> None:
    with pytest.raises(BadRequest) as refused:
        keep(counter, account)
    assert refused.value.field == field
    assert ListHouseAccounts(counter.database)() == ()


def test_another_account_of_the_tender_has_another_name(counter: Counter) -> None:
    keep(counter, UPI)
    with pytest.raises(BadRequest):
        keep(counter, replace(UPI, name="sbi COUNTER", vpa="other@sbi"))
    assert account_fault(plain_account(BANK)) is None


def test_the_code_carries_payee_amount_and_reference() -> None:
    assert upi_link(UPI, 3_400_50, "BK-7F3K2Q") == (
        "upi://pay?pa=sahyadri.desk@sbi&pn=Sahyadri%20%26%20Sons&am=3400.50&cu=INR&tn=BK-7F3K2Q"
    )
    assert UPI.can_draw(1_00_000_00)
    assert not UPI.can_draw(1_00_000_01)
    assert not replace(UPI, vpa="").can_draw(100)
    assert not UPI.can_draw(0)
