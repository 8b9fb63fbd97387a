"""The table of tenders: complete, and in itself consistent."""

import pytest

from db.states import AccountKind, Tender
from desktop.services.domain.tenders import BY_HAND, TENDERS, reference_fault
from desktop.ui.tender_words import tender_words

# What the payment page offers with a key and a button: what is taken by hand, and what a company owes.
AT_DESK = (*BY_HAND, Tender.ON_ACCOUNT)


def test_every_tender_has_its_row_and_the_wallet_stands_first() -> None:
    assert set(TENDERS) == set(Tender)
    assert next(iter(TENDERS)) is Tender.WALLET
    assert [tender for tender, traits in TENDERS.items() if traits.keeps_balance] == [Tender.WALLET]


def test_each_tender_of_the_house_has_an_account_of_its_own() -> None:
    accounts = [traits.account for traits in TENDERS.values()]
    assert len(set(accounts)) == len(accounts)
    assert [tender for tender, traits in TENDERS.items() if traits.in_drawer] == [Tender.CASH]
    assert TENDERS[Tender.WALLET].account is AccountKind.WALLET


@pytest.mark.parametrize("tender", Tender)
def test_money_can_always_go_back_at_once(tender: Tender) -> None:
    traits = TENDERS[tender]
    assert any(not TENDERS[way].back_in_days for way in traits.ways_back)
    assert all(way in (tender, Tender.WALLET) or not TENDERS[way].by_gateway for way in traits.ways_back)
    assert traits.least_back_paise == 0 or len(traits.ways_back) > 1


@pytest.mark.parametrize("tender", Tender)
def test_what_is_taken_by_hand_has_its_words(tender: Tender) -> None:
    words = tender_words(tender)
    assert words.name
    assert words.printed
    goes_there = any(tender in traits.ways_back for traits in TENDERS.values())
    assert bool(words.back) is goes_there
    assert all([words.key, words.button, words.take, words.take_with_wallet]) is (tender in AT_DESK)
    assert (words.reference is not None) is (TENDERS[tender].reference is not None)
    assert (reference_fault(tender, " ") is not None) is (TENDERS[tender].reference is not None)


def test_no_two_tenders_share_a_key() -> None:
    keys = [tender_words(tender).key for tender in AT_DESK]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & {"U", "L", "N", "W", "S", "P"}
