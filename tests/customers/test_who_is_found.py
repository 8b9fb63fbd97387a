"""Whoever is known is found however they are typed, and nobody becomes somebody else."""

from typing import Any

import pytest

from db.ids import RequestKey
from db.search_key import search_key
from db.states import InstrumentKind
from desktop.services.customers.find_customers import FindCustomers
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.domain.people import Customer
from desktop.services.domain.review import ReviewFilter
from desktop.services.errors import BadRequest, KnownByOtherName
from desktop.services.paying.begin_gateway_payment import BeginGatewayPayment
from desktop.services.reviewing.list_bookings import ListBookings
from tests.actors import actor_of
from tests.counter import FACTS, Counter


def saved(counter: Counter, number: str, name: str, *, rename: bool = False) -> Customer:
    return SaveCustomer(counter.database)(number, name, actor=actor_of(counter.database), rename=rename)


def found(counter: Counter, text: str) -> list[str]:
    return [one.name for one in FindCustomers(counter.database)(text)]


@pytest.mark.parametrize(
    "typed", ["+44 7911 123456", "0044 7911 123456", "＋४४ ७९११ १२३४५६", "+44 (7911) 123-456"]
)
def test_a_number_of_another_country_is_nobodys_here(any_counter: Counter, typed: str) -> None:
    saved(any_counter, "7911123456", "Asha Rao")
    assert found(any_counter, typed) == []
    assert saved(any_counter, typed, "John Smith").mobile == "+447911123456"
    assert found(any_counter, typed) == ["John Smith"]
    assert found(any_counter, "7911123456") == ["Asha Rao"]
    assert found(any_counter, "447911123456") == ["John Smith"]


@pytest.mark.parametrize(
    "typed", ["९८७६५११०५०", "٩٨٧٦٥١١٠٥٠", "９８７６５ １１０５０", "৯৮৭৬৫১১০৫০", "98765 ११०५०"]
)
def test_figures_of_every_script_are_read_alike(any_counter: Counter, typed: str) -> None:
    asha = saved(any_counter, "9876511050", "Asha Rao")
    assert found(any_counter, typed) == ["Asha Rao"]
    assert saved(any_counter, typed, "").id == asha.id


def test_somebody_known_gets_another_name_only_on_purpose(any_counter: Counter) -> None:
    asha = saved(any_counter, "9876511050", "Asha Rao")
    with pytest.raises(KnownByOtherName) as question:
        saved(any_counter, "९८७६५११०५०", "Usha Rao")
    assert (question.value.known, question.value.name) == ("Asha Rao", "Usha Rao")
    assert saved(any_counter, "9876511050", "asha rao").name == "Asha Rao"
    assert saved(any_counter, "9876511050", "Usha Rao", rename=True) == Customer(
        asha.id, asha.mobile, "Usha Rao", 0
    )
    assert found(any_counter, "usha") == ["Usha Rao"]
    assert found(any_counter, "asha") == []


NAMES = (
    "Élodie Dupont",
    "Jörg MÜLLER",
    "Asha Verma",
    "24x7 Cabs",
    "Søren Ørsted",
    "Łukasz Đorđe",
    "O'Neil",
    "रवि",
    "राव",
    "फ़रहान",
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("elodie", ["Élodie Dupont"]),
        ("E\u0301LODIE", ["Élodie Dupont"]),
        ("müller", ["Jörg MÜLLER"]),
        ("Muller jorg", ["Jörg MÜLLER"]),
        ("Verma Asha", ["Asha Verma"]),
        ("24x7 Cabs", ["24x7 Cabs"]),
        ("२४x7", ["24x7 Cabs"]),
        ("orsted soren", ["Søren Ørsted"]),
        ("lukasz dorde", ["Łukasz Đorđe"]),
        ("oneil", ["O'Neil"]),
        ("O’Neil", ["O'Neil"]),
        ("रवि", ["रवि"]),
        ("राव", ["राव"]),
        ("फरहान", ["फ़रहान"]),
        ("Asha Dupont", []),
        ("%", []),
        ("__", []),
    ],
)
def test_a_name_is_found_however_it_is_written(any_counter: Counter, typed: str, names: list[str]) -> None:
    for number, name in enumerate(NAMES):
        saved(any_counter, f"98765432{number:02d}", name)
    assert found(any_counter, typed) == names


@pytest.mark.parametrize("name", NAMES)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert search_key(search_key(name)) == search_key(name)


def test_a_name_alone_buys_without_wallet_and_link(any_counter: Counter) -> None:
    counter = any_counter
    walk_in = saved(counter, "", "Gopal Das")
    assert (walk_in.mobile, walk_in.masked_mobile, walk_in.has_wallet) == ("", "", False)
    assert saved(counter, "", "Gopal Das").id != walk_in.id
    hold = counter.hold(customer=walk_in)
    with pytest.raises(BadRequest, match="no_mobile"):
        TopUpWallet(counter.database)(walk_in.id, 100, RequestKey("k"), actor=actor_of(counter.database))
    nothing: Any = None  # it is refused before anybody is asked
    begin = BeginGatewayPayment(counter.database, nothing, FACTS, nothing, nothing)
    for kind in (InstrumentKind.LINK, InstrumentKind.CARD_LINK):
        with pytest.raises(BadRequest, match="no_mobile"):
            begin(hold.booking_id, 0, kind, RequestKey("p"), actor=actor_of(counter.database))
    counter.pay(hold)
    listed = ListBookings(counter.database, "Asia/Kolkata")
    for text in ("gopal", "das gopal", hold.reference):
        assert [row.reference for row in listed(ReviewFilter(text=text), None, 9).rows] == [hold.reference]
    assert counter.faults() == []


def test_a_landline_names_nobody_alone(any_counter: Counter) -> None:
    first = saved(any_counter, "(022) 2345-6789", "Mehta & Sons")
    second = saved(any_counter, "+91 22 2345 6789", "Gopal Das")
    assert (first.landline, first.mobile, first.masked_mobile) == ("+912223456789", "", "...6789")
    assert first.id != second.id == saved(any_counter, "02223456789", "gopal das").id
    assert found(any_counter, "022 2345 6789") == ["Gopal Das", "Mehta & Sons"]
    with pytest.raises(BadRequest, match="blank"):
        saved(any_counter, "02223456789", "")


def test_nobody_is_written_down_without_a_name_and_a_number(any_counter: Counter) -> None:
    with pytest.raises(BadRequest, match="blank"):
        saved(any_counter, " ", " ")
