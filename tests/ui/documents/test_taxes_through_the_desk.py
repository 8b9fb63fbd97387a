"""Quote, hold, pay and paper of the field's cases of tax, all of it real."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from db.document_kinds import BILLS
from db.keys import new_key
from db.schema import fee_rule, offering, registration, site, slot, stop_point, unit
from desktop.services.customers.save_buyer import SaveBuyer
from desktop.services.documents.list_documents import ListDocuments
from desktop.services.documents.show_document import ShowDocument
from desktop.services.domain.booking import Hold
from desktop.services.domain.document import Document
from desktop.services.domain.gstin import check_character
from desktop.services.domain.money import parse_rupees
from desktop.services.domain.people import Customer
from desktop.ui.papers.document_lines import sold_rows
from desktop.ui.papers.lay_out import lay_out
from desktop.ui.papers.sum_rows import price_rows
from tests.actors import actor_of
from tests.counter import FACTS, Counter

KARNATAKA = "29AAACB1234C1Z" + check_character("29AAACB1234C1Z")
TAX_WORDS = ("GST", "CGST", "SGST", "UTGST", "IGST", "tax", "Tax")


def price_of_units(counter: Counter, paise: int) -> None:
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(slot).values(price_paise=paise))
        session.execute(update(unit).values(supplement_paise=0))


def fee_of(counter: Counter, kind: str, rate_bp: int) -> None:
    row = {"id": new_key(), "kind": kind, "rate_bp": rate_bp, "effective_from": counter.day(-30)}
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(insert(fee_rule), row | {"home": session.home})


def paid(counter: Counter, hold: Hold) -> list[Document]:
    """Pay all in cash and return the papers that the slip lists."""
    result = counter.pay(hold)
    assert result.document_id is not None
    assert counter.faults() == []
    *papers, slip = ListDocuments(counter.database, FACTS)(hold.booking_id)
    assert [one.id for one in papers] == [one.id for one in slip.content.listed]
    return papers


def paper_for(counter: Counter, hold: Hold) -> Document:
    """Pay all in cash and return the one paper that the slip lists."""
    (paper,) = paid(counter, hold)
    return paper


def sums(paper: Document) -> list[tuple[str, str]]:
    return [(row.word, row.amount) for row in price_rows(paper)]


def levies(paper: Document) -> list[str]:
    rows = sold_rows(paper.content.counted_lines, paper.made_at.date())
    return [text for row in rows for text in row.levies]


def added(rows: Sequence[tuple[str, str]]) -> int:
    """Add up what is printed, as a reader with a calculator does."""
    found = [(parse_rupees(amount.removeprefix("-")) or 0, amount.startswith("-")) for _, amount in rows]
    return sum(-paise if is_less else paise for paise, is_less in found)


def test_m4_a_fee_of_ten_per_cent_is_taxed_with_the_room(any_counter: Counter) -> None:
    counter = any_counter
    price_of_units(counter, 4_600_00)
    fee_of(counter, "room", 1_000)
    paper = paper_for(counter, counter.hold(counter.quote(counter.item("DLX"))))
    assert levies(paper) == ["5,060.00: CGST 2.5 % 126.50 + SGST 2.5 % 126.50"]
    assert sums(paper) == [
        ("Before tax", "4,600.00"),
        ("Fee", "460.00"),
        ("Value", "5,060.00"),
        ("CGST", "126.50"),
        ("SGST", "126.50"),
        ("Advance taken", "₹5,313.00"),
    ]


def test_m4_the_fee_lifts_a_room_over_the_edge_of_its_slab(any_counter: Counter) -> None:
    counter = any_counter
    price_of_units(counter, 7_400_00)
    fee_of(counter, "room", 1_000)
    paper = paper_for(counter, counter.hold(counter.quote(counter.item("DLX"))))
    assert levies(paper) == ["8,140.00: CGST 9 % 732.60 + SGST 9 % 732.60"]
    assert paper.content.total_paise == 9_605_20


def test_m4_a_meal_plan_counts_for_the_slab(counter: Counter) -> None:
    price_of_units(counter, 6_900_00)
    plan = next(one for one in counter.offering("DLX").meal_plans if one.supplement_paise)
    hold = counter.hold(counter.quote(counter.item("DLX", meal_plan=plan.code)))
    (line,) = counter.booking(hold).lines
    assert line.taxable_paise == 6_900_00 + plan.supplement_paise
    assert line.tax_rate_bp == (1_800 if line.taxable_paise > 7_500_00 else 500)


def test_m5_a_seat_in_the_own_state_bears_two_levies_that_are_each_rounded(any_counter: Counter) -> None:
    counter = any_counter
    price_of_units(counter, 1_455_30)
    paper = paper_for(counter, counter.hold(counter.quote(counter.item("GOA21"))))
    assert levies(paper) == ["1,455.30: CGST 2.5 % 36.38 + SGST 2.5 % 36.38"]
    assert paper.content.total_paise == 1_528_06


def test_m5b_a_seat_from_goa_of_a_house_in_pune_bears_one_levy(any_counter: Counter) -> None:
    counter = any_counter
    price_of_units(counter, 1_455_30)
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(stop_point).values(state_code="30"))
    paper = paper_for(counter, counter.hold(counter.quote(counter.item("GOA21"))))
    assert levies(paper) == ["1,455.30: IGST 5 % 72.77", "Place of supply: Goa (30)"]
    assert paper.content.total_paise == 1_528_07


def registered(counter: Counter) -> Customer:
    buyer = counter.customer()
    return SaveBuyer(counter.database)(buyer.id, KARNATAKA, actor=counter.actor)


def test_m5b_a_buyer_registered_in_karnataka_gets_igst_on_the_ride_and_his_gstin_on_the_paper(
    any_counter: Counter,
) -> None:
    counter = any_counter
    price_of_units(counter, 1_455_30)
    buyer = registered(counter)
    basket = counter.item("GOA21"), counter.item("DLX")
    ride, room = paid(counter, counter.hold(counter.quote(*basket, customer=buyer), buyer))
    assert levies(ride) == ["1,455.30: IGST 5 % 72.77", "Place of supply: Karnataka (29)"]
    assert levies(room) == ["1,455.30: CGST 2.5 % 36.38 + SGST 2.5 % 36.38"]
    assert f"GSTIN {KARNATAKA}" in lay_out(ride).toPlainText()
    # What he is later changes no paper.
    SaveBuyer(counter.database)(buyer.id, "", actor=counter.actor)
    again = ShowDocument(counter.database, FACTS)(ride.id)
    assert f"GSTIN {KARNATAKA}" in lay_out(again).toPlainText()


def test_m5c_a_fare_with_its_tax_inside_adds_up_on_the_paper(any_counter: Counter) -> None:
    counter = any_counter
    price_of_units(counter, 1_500_00)
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(offering).where(offering.c.code == "GOA21").values(price_with_tax=True))
    paper = paper_for(counter, counter.hold(counter.quote(counter.item("GOA21"))))
    assert levies(paper) == ["1,428.58: CGST 2.5 % 35.71 + SGST 2.5 % 35.71"]
    assert sums(paper)[-1] == ("Total", "₹1,500.00")
    assert added(sums(paper)[:-1]) == 1_500_00


@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize("code", ["GOA21", "DLX", "HERI"])
@pytest.mark.parametrize("promo", ["", "NAMASTE"])
def test_h9_every_printed_sum_can_be_made_anew(counter: Counter, code: str, inside: bool, promo: str) -> None:
    """Odd prices, a fee, a promo that is split, tax inside or on top: lines and sums add up to the total."""
    price_of_units(counter, 1_455_31)
    for kind in ("room", "bus", "tour"):
        fee_of(counter, kind, 333)
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(offering).values(price_with_tax=inside))
    units = {"GOA21": ("4A", "4B"), "DLX": (), "HERI": ()}[code]
    item = counter.item(code, *units, nights=2)
    paper = paper_for(counter, counter.hold(counter.quote(item, promo=promo)))
    rows = sums(paper)
    value = [row for row in rows if row[0] == "Value"]
    before = rows[: rows.index(value[0])]
    assert added(before) == added(value)
    assert added(value) + added(rows[rows.index(value[0]) + 1 : -1]) == paper.content.total_paise


@pytest.mark.parametrize("scheme", ["none", "composition"])
@pytest.mark.parametrize("code", ["DLX", "GOA21", "HERI"])
def test_who_is_not_registered_prints_no_line_and_no_word_of_tax(
    counter: Counter, code: str, scheme: str
) -> None:
    fee_of(counter, "room", 1_000)
    with counter.database.write(actor_of(counter.database)) as session:
        row = {
            "id": new_key(),
            "code": "SMALL",
            "valid_from": counter.day(-30),
            "state_code": "27",
            "legal_name": "Small House",
            "address": "Pune",
            "scheme": scheme,
            "home": session.home,
        }
        session.execute(insert(registration), row)
        session.execute(update(site).values(registration="SMALL"))
    paper = paper_for(counter, counter.hold(counter.quote(counter.item(code))))
    text = lay_out(paper).toPlainText()
    sentence = "Composition taxable person, not eligible to collect tax on supplies"
    assert (sentence in text) == (scheme == "composition" and paper.kind in BILLS)
    text = text.replace(sentence, "")
    assert [word for word in TAX_WORDS if word in text.replace("Amount", "")] == []
    assert paper.content.levies.tax_paise == 0


def test_a_basket_over_two_registrations_is_taxed_line_by_line(counter: Counter) -> None:
    """V34: a room in Goa, a seat there and a seat back, of a house in Pune; each by who supplies it where."""
    goa = {"code": "GA", "valid_from": counter.day(-30), "state_code": "30", "legal_name": "Goa House"}
    with counter.database.write(actor_of(counter.database)) as session:
        rest = {"id": new_key(), "address": "Panaji", "scheme": "regular", "home": session.home}
        session.execute(insert(registration), goa | rest)
        of_room = offering.c.code == "DLX"
        session.execute(update(offering).where(of_room).values(registration="GA"))
        site_id = select(offering.c.site_id).where(of_room).scalar_subquery()
        session.execute(update(site).where(site.c.id == site_id).values(state_code="30"))
        session.execute(update(slot).values(price_paise=1_455_30))
        session.execute(update(unit).values(supplement_paise=0))
        rooms = select(offering.c.id).where(of_room).scalar_subquery()
        session.execute(update(slot).where(slot.c.offering_id == rooms).values(price_paise=4_600_00))
        back = select(offering.c.id).where(offering.c.code == "MUM06").scalar_subquery()
        session.execute(update(stop_point).where(stop_point.c.offering_id == back).values(state_code="30"))
        session.execute(update(offering).where(offering.c.code == "MUM06").values(tax_class="bus_ac"))
    basket = counter.item("DLX"), counter.item("GOA21"), counter.item("MUM06", ahead=7)
    papers = paid(counter, counter.hold(counter.quote(*basket)))
    assert sum(paper.content.total_paise for paper in papers) == 7_886_13
    told = {paper.content.seller.state_code + paper.content.place_state: levies(paper) for paper in papers}
    assert told == {
        "3030": ["4,600.00: CGST 2.5 % 115.00 + SGST 2.5 % 115.00"],
        "2727": ["1,455.30: CGST 2.5 % 36.38 + SGST 2.5 % 36.38"],
        "2730": ["1,455.30: IGST 5 % 72.77", "Place of supply: Goa (30)"],
    }


def test_one_of_three_seats_comes_back_with_its_own_levies(any_counter: Counter) -> None:
    """V28: the levies of that line, to the paisa; the others are untouched."""
    counter = any_counter
    price_of_units(counter, 500_00)
    hold = counter.hold(counter.quote(counter.item("GOA21", "4A", "4B", "4C", ahead=20)))
    counter.pay(hold)
    plan = counter.plan(hold, [1])
    counter.cancel(hold, plan)
    first, *others = counter.booking(hold).lines
    assert (plan.paid_paise, first.refund_paise) == (525_00, plan.refund_paise)
    assert plan.tax_refund_paise * 21 == plan.refund_paise
    assert [(line.cgst_paise, line.sgst_paise) for line in others] == [(12_50, 12_50)] * 2
    assert counter.faults() == []


def test_rooms_in_different_slabs_are_each_taxed_by_their_own(counter: Counter) -> None:
    price_of_units(counter, 7_500_00)
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(unit).where(unit.c.name == "203").values(supplement_paise=1))
    hold = counter.hold(counter.quote(counter.item("DLX", "203"), counter.item("DLX", "204", ahead=6)))
    told = [(line.taxable_paise, line.tax_rate_bp) for line in counter.booking(hold).lines]
    assert told == [(7_500_01, 1_800), (7_500_00, 500)]


def test_a_stay_that_ends_later_than_its_slab_began_keeps_each_night_apart(counter: Counter) -> None:
    price_of_units(counter, 4_000_00)
    paper = paper_for(counter, counter.hold(counter.quote(counter.item("DLX", nights=2))))
    assert levies(paper) == ["2 × 4,000.00: each CGST 2.5 % 100.00 + SGST 2.5 % 100.00"]
    assert paper.content.total_paise == 8_400_00
    assert paper.content.lines[1].day - paper.content.lines[0].day == timedelta(days=1)
