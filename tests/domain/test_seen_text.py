"""Names, reasons and slips keep what people see and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.states import Tender
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.domain.quote import Guest
from desktop.services.domain.seen_text import seen_text
from desktop.services.domain.tenders import plain_reference
from desktop.services.errors import BadRequest
from desktop.services.steps.checked_reason import checked_reason
from tests.counter import Counter

PASTED = "As\x00ha\u202e  \u200bRao\n\ud83d"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Asha \t Rao ", "Asha Rao"),
        ("Asha\nRao", "Asha Rao"),
        ("\u202eevil", "evil"),
        ("\u200b", ""),
        ("\u200d", ""),
        ("क्‍ष 👩‍👧", "क्‍ष 👩‍👧"),
        ("<b>Asha</b> & sons", "<b>Asha</b> & sons"),
        ("\ud83d", ""),
    ],
)
def test_only_what_people_see_is_kept(typed: str, kept: str) -> None:
    assert seen_text(typed) == kept


@given(st.text(st.characters()))
def test_every_database_can_keep_it_and_it_stays_as_it_is(text: str) -> None:
    kept = seen_text(text)
    kept.encode()
    assert not any(unicodedata.category(sign) == "Cc" for sign in kept)
    assert seen_text(kept) == kept


def test_a_pasted_name_is_kept_by_both_databases(any_counter: Counter) -> None:
    customer = any_counter.customer(name=PASTED)
    quote = any_counter.quote(any_counter.item("GOA21", "4A", guests=(Guest(PASTED),)))
    hold = any_counter.hold(quote, customer)
    assert customer.name == "As ha Rao"
    assert any_counter.booking(hold).lines[0].guest_name == "As ha Rao"


def test_a_name_that_nobody_sees_is_no_name(counter: Counter) -> None:
    with pytest.raises(BadRequest) as refused:
        SaveCustomer(counter.database)("", "\u200b", actor=counter.actor)
    assert (refused.value.field, refused.value.reason) == ("name", "blank")


def test_a_reason_and_a_slip_are_kept_without_it() -> None:
    assert checked_reason("plans\x00 changed\u202e") == "plans changed"
    assert plain_reference(Tender.CARD, "A29\x00\u202e07") == "A29 07"
