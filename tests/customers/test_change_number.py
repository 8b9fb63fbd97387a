"""A customer has another mobile number: wallet and bookings stay theirs, the old number is nobody's."""

import pytest

from desktop.services.correcting.merge_customers import MergeCustomers, PreviewMerge
from desktop.services.correcting_errors import OtherThanShown
from desktop.services.customers.change_number import ChangeNumber
from desktop.services.customers.find_customers import FindCustomers
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.errors import BadRequest, NumberOfAnother
from tests.counter import Counter
from tests.staff import keep_staff

OLD, NEW = "9876543210", "9812345678"


def test_the_wallet_stays_and_the_old_number_finds_nobody(any_counter: Counter) -> None:
    counter = any_counter
    asha = counter.customer(wallet_paise=5_00)
    changed = ChangeNumber(counter.database)(asha.id, asha.mobile, NEW, actor=counter.actor)
    assert (changed.id, changed.mobile, changed.wallet_paise) == (asha.id, "+91" + NEW, 5_00)
    assert FindCustomers(counter.database)(OLD) == ()
    assert [one.id for one in FindCustomers(counter.database)(NEW)] == [asha.id]
    told = dict(counter.told())["NUMBER_CHANGED"]
    assert OLD not in told
    assert NEW not in told
    # A double press, and a stranger who has the old number now.
    assert ChangeNumber(counter.database)(asha.id, asha.mobile, NEW, actor=counter.actor) == changed
    assert SaveCustomer(counter.database)(OLD, "Somebody", actor=counter.actor).id != asha.id
    assert counter.faults() == []


def test_a_number_of_somebody_else_is_refused_by_name(any_counter: Counter) -> None:
    asha, _ravi = any_counter.customer(), any_counter.customer(mobile=NEW, name="Ravi")
    with pytest.raises(NumberOfAnother) as refusal:
        ChangeNumber(any_counter.database)(asha.id, asha.mobile, NEW, actor=any_counter.actor)
    assert refusal.value.known == "Ravi"


def test_the_number_of_a_merged_row_can_be_the_customers_own(any_counter: Counter) -> None:
    counter = any_counter
    asha, gone = counter.customer(), counter.customer(mobile=NEW, name="Asha V")
    plan = PreviewMerge(counter.database)(asha.id, gone.id)
    MergeCustomers(counter.database)(asha.id, gone.id, "one person", plan, actor=counter.actor)
    changed = ChangeNumber(counter.database)(asha.id, asha.mobile, NEW, actor=counter.actor)
    assert (changed.id, changed.mobile) == (asha.id, "+91" + NEW)
    assert FindCustomers(counter.database)(OLD) == ()


@pytest.mark.parametrize("number", ["", "12", "02228765432", "nonsense", "+91 98 76"])
def test_only_a_mobile_number_takes_its_place(counter: Counter, number: str) -> None:
    asha = counter.customer()
    with pytest.raises(BadRequest):
        ChangeNumber(counter.database)(asha.id, asha.mobile, number, actor=counter.actor)


def test_it_is_the_number_on_the_screen_that_changes(counter: Counter) -> None:
    asha, walk_in = counter.customer(), counter.customer(mobile="", name="Walk-in")
    with pytest.raises(OtherThanShown):
        ChangeNumber(counter.database)(asha.id, "+919800000000", NEW, actor=counter.actor)
    with pytest.raises(OtherThanShown):
        ChangeNumber(counter.database)(walk_in.id, "", NEW, actor=counter.actor)


def test_a_clerk_may_do_it(counter: Counter) -> None:
    asha = counter.customer()
    staff = keep_staff(counter.database)
    assert ChangeNumber(counter.database)(asha.id, asha.mobile, NEW, actor=staff.clerk).mobile.endswith(NEW)
