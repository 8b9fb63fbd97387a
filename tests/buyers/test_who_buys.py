"""Who buys is written down with name, address, PIN and State; what can't be is refused with its reason."""

import pytest

from db.states import BuyerKind
from desktop.services.domain.people import Billing
from desktop.services.errors import BadRequest
from tests.buyers.buyers_at_hand import AT_HOME, KARNATAKA, MAHARASHTRA, gstin, save
from tests.counter import Counter


def test_everything_that_papers_bear_is_kept_and_read_again(any_counter: Counter) -> None:
    saved = save(any_counter, any_counter.customer(), KARNATAKA, billing=AT_HOME, kind=BuyerKind.SEZ)
    assert (saved.buyer.gstin, saved.buyer.state, saved.buyer.kind) == (KARNATAKA, "29", BuyerKind.SEZ)
    assert saved.billing == AT_HOME


def test_lines_are_kept_as_they_are_seen_and_empty_ones_go(counter: Counter) -> None:
    told = Billing(" Asha\u202e  Rao ", ("12 Lake Road\t", "  ", "Baner"), "4११ 0४5")
    assert save(counter, counter.customer(), "", "27", told).billing == AT_HOME


def test_the_same_again_writes_nothing(counter: Counter) -> None:
    who = save(counter, counter.customer(), KARNATAKA, billing=AT_HOME)
    before = counter.rows()
    assert save(counter, who, KARNATAKA, billing=AT_HOME) == who
    assert counter.rows() == before


@pytest.mark.parametrize("first", ["01AAACB1234C1Z", "38AAACB1234C1Z", "97AAACB1234C1Z", "96AAACB1234C1Z"])
def test_every_state_of_the_list_registers(counter: Counter, first: str) -> None:
    assert save(counter, counter.customer(), gstin(first)).buyer.state == first[:2]


@pytest.mark.parametrize(
    ("number", "state", "billing", "kind", "field", "reason"),
    [
        ("29AAACB1234C1Z0", "", AT_HOME, None, "gstin", "not_a_number"),
        (gstin("39AAACB1234C1Z"), "", AT_HOME, None, "gstin", "not_a_number"),
        (gstin("00AAACB1234C1Z"), "", AT_HOME, None, "gstin", "not_a_number"),
        (gstin("98AAACB1234C1Z"), "", AT_HOME, None, "gstin", "not_a_number"),
        (gstin("27AAAAA0000A1Z"), "", AT_HOME, None, "gstin", "our_own"),
        # The same owner's next registration in the same State is the house itself, too.
        (gstin("27AAAAA0000A2Z"), "", AT_HOME, None, "gstin", "our_own"),
        ("", "Poona", AT_HOME, None, "state", "unknown"),
        ("", "27", Billing("A", ("B",), "41104"), None, "pin_code", "malformed"),
        ("", "27", Billing("A", ("B",), "011045"), None, "pin_code", "malformed"),
        ("", "27", Billing("A", ("B",), "41104a"), None, "pin_code", "malformed"),
        ("", "27", Billing("A" * 121, ("B",)), None, "name", "too_long"),
        ("", "27", Billing("A", ("B" * 101,)), None, "address", "too_long"),
        ("", "27", Billing("A", ("B",) * 5), None, "address", "too_long"),
        ("", "27", Billing("A", ("4111 1111 1111 1111",)), None, "address", "card_number"),
        ("", "27", AT_HOME, BuyerKind.SEZ, "gstin", "zone_without"),
        ("", "", AT_HOME, BuyerKind.SEZ_UNDER_LUT, "gstin", "zone_without"),
        (KARNATAKA, "", AT_HOME, BuyerKind.FOREIGNER, "gstin", "of_foreigner"),
    ],
)
def test_what_cant_be_is_refused_and_nothing_is_written(
    counter: Counter,
    number: str,
    state: str,
    billing: Billing,
    kind: BuyerKind | None,
    field: str,
    reason: str,
) -> None:
    who = counter.customer()
    before = counter.rows()
    with pytest.raises(BadRequest) as refusal:
        save(counter, who, number, state, billing, kind)
    assert (refusal.value.field, refusal.value.reason) == (field, reason)
    assert counter.rows() == before


def test_the_own_pan_in_another_state_is_a_buyer(counter: Counter) -> None:
    assert save(counter, counter.customer(), gstin("30AAAAA0000A1Z")).buyer.state == "30"


def test_the_journal_names_no_address(counter: Counter) -> None:
    save(counter, counter.customer(), MAHARASHTRA, billing=AT_HOME)
    (said,) = [content for tag, content in counter.told() if tag == "BUYER_SAVED"]
    assert "Lake Road" not in said
