"""Files that are right: what they change, and what they leave alone."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from db import house_rules
from db.database import Database
from db.house_rules import HouseRules
from db.schema import meal_plan, offering, promo, registration, site, slot, tax_rate, unit
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.catalogue.import_catalogue import ImportCatalogue
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.domain.catalogue import Offering
from desktop.services.domain.catalogue_import import ImportReport
from desktop.services.events import StockChanged
from resources import sample_file, sample_names
from tests.actors import actor_of
from tests.catalogue.small_files import RATES, ROOMS, SEATS, SERVICES, SMALL
from tests.catalogue.steps import every_row, tags, take
from tests.counter import FACTS

Import = Callable[..., ImportReport]
DEC_1 = date(2026, 12, 1)


def rows(database: Database, table: Any) -> list[Any]:
    with database.read() as session:
        return list(session.execute(select(table)))


def counts(report: ImportReport) -> dict[str, tuple[int, int, int]]:
    assert report.faults == ()
    return {table: (added, changed, same) for table, added, changed, same in report.changes}


def test_files_of_every_kind_come_in_together(
    empty: Database, bring_in: Import, events: list[object]
) -> None:
    report = bring_in(**SMALL)
    assert report.written
    assert counts(report) == {
        "site": (1, 0, 0),
        "policy": (1, 0, 0),
        "offering": (3, 0, 0),
        "unit": (3 + 2 + 16, 0, 0),
        "slot": (10 + 10 + 8, 0, 0),
        "meal_plan": (2, 0, 0),
        "stop_point": (2, 0, 0),
        "tax_class": (1, 0, 0),
        "tax_rate": (2, 0, 0),
        "promo": (1, 0, 0),
    }
    assert events == [StockChanged()]
    tag, content = tags(empty)[-1]
    assert (tag, content["changes"]["slot"]) == ("CATALOGUE_IMPORTED", [28, 0])


def test_what_came_in_can_be_sold(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    room = ListOfferings(empty)()[0]
    assert (room.code, room.city, room.time_zone) == ("TWIN", "Nashik", "Asia/Kolkata")
    seen = FindAvailability(empty)(room.id, DEC_1, DEC_1 + timedelta(days=2), 1)
    assert [(day.price_paise, day.free_count) for day in seen.days] == [(340_050, 3), (340_050, 3)]
    assert seen.days[0].starts_at == datetime(2026, 12, 1, 8, 30, tzinfo=UTC)


def test_the_same_files_again_change_nothing(empty: Database, bring_in: Import, events: list[object]) -> None:
    bring_in(**SMALL)
    before = every_row(empty)
    report = bring_in(**SMALL)
    assert not report.written
    assert {change[1:3] for change in report.changes} == {(0, 0)}
    assert every_row(empty) == before
    assert len(events) == 1


@pytest.mark.parametrize("first", [{}, SMALL])
def test_a_dry_run_counts_as_the_real_run_and_writes_nothing(
    empty: Database, bring_in: Import, events: list[object], first: dict[str, str]
) -> None:
    if first:
        bring_in(**first)
    events.clear()
    changed = SMALL | {"rates": RATES.replace("420", "440"), "rooms": ROOMS.replace("101-103", "102-104")}
    before = every_row(empty)
    dry = bring_in(dry_run=True, **changed)
    assert every_row(empty) == before
    assert (dry.written, events) == (False, [])
    real = bring_in(**changed)
    assert (real.changes, real.written) == (dry.changes, True)


def test_a_new_price_reaches_the_slots_and_nothing_else(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    report = bring_in(rates="offering,price,from_day,to_day\nTWIN,₹ 3500,2026-12-03,2026-12-04\n")
    assert counts(report) == {"slot": (0, 2, 0)}
    room = ListOfferings(empty)()[0]
    seen = FindAvailability(empty)(room.id, DEC_1, DEC_1 + timedelta(days=5), 1)
    assert [day.price_paise for day in seen.days] == [340_050, 340_050, 350_000, 350_000, 340_050]


def test_what_is_sold_stays_sold_when_prices_and_rooms_change(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    room = ListOfferings(empty)()[0]
    look = FindAvailability(empty)
    take(empty, look(room.id, DEC_1, DEC_1 + timedelta(days=1), 1), "101", until=None)
    kept = {name: every_row(empty)[name] for name in ("booking", "booking_line", "claim", "quote")}
    bring_in(retire=True, rates=RATES.replace("3,400.50", "9,999"), rooms=ROOMS.replace("101-103", "102-103"))
    assert {name: every_row(empty)[name] for name in kept} == kept
    assert [cell.unit.name for cell in look(room.id, DEC_1, DEC_1 + timedelta(days=1), 1).cells] == [
        "102",
        "103",
    ]


def test_a_stopped_slot_stays_stopped_when_its_price_changes(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    with empty.write(actor_of(empty)) as session:
        session.execute(update(slot).values(stopped=1, stop_reason="storm"))
    bring_in(rates=RATES.replace("420", "440"))
    assert {row.stopped for row in rows(empty, slot)} == {1}


def test_a_room_that_comes_back_is_the_same_room(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    before = {row.name: row.id for row in rows(empty, unit)}
    assert counts(bring_in(rooms=ROOMS.replace("101-103", "101 103")))["unit"] == (0, 2, 1)
    assert counts(bring_in(rooms=ROOMS))["unit"] == (0, 2, 1)
    assert {row.name: row.id for row in rows(empty, unit)} == before
    assert {row.active for row in rows(empty, unit)} == {1}


def test_an_offering_can_be_taken_off_and_put_back(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    header, line = ROOMS.splitlines()
    bring_in(rooms=f"{header},active\n{line},no\n")
    assert [found.code for found in ListOfferings(empty)()] == ["SUR07", "WINE"]
    bring_in(rooms=ROOMS)
    assert [found.code for found in ListOfferings(empty)()] == ["TWIN", "SUR07", "WINE"]


def test_a_new_departure_time_moves_the_departures_to_come(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    report = bring_in(services=SERVICES.replace("07:00,330", "08:15,330"), seats=SEATS)
    assert counts(report)["slot"] == (0, 10, 0)
    with empty.read() as session:
        statement = select(slot.c.starts_at).join(offering).where(offering.c.code == "SUR07")
        starts = {moment.time().isoformat() for moment in session.execute(statement).scalars()}
    assert starts == {"02:45:00"}


def test_a_service_may_keep_its_seats(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    report = bring_in(services=SERVICES.replace(",MINI", ",").replace("Surat,07", "Surat City,07"))
    assert counts(report) == {"offering": (0, 1, 0)}


def test_meal_plans_of_a_room_type_are_replaced(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    text = "room_type,meal_plan,meal_plan_name,supplement\nTWIN,AP,All meals,1900\n"
    assert counts(bring_in(meals=text)) == {"meal_plan": (1, 2, 0)}
    assert [row.code for row in rows(empty, meal_plan)] == ["AP"]


def test_an_import_does_not_forget_how_often_a_promo_was_used(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL)
    with empty.write(actor_of(empty)) as session:
        session.execute(update(promo).values(uses=3))
    bring_in(promos="promo,applies_to,percent,cap,uses_max\nriver10,room,12.5,500,3\n")
    assert [(row.uses, row.value_bp, row.uses_max) for row in rows(empty, promo)] == [(3, 1250, 3)]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
        lambda text: text.rstrip("\n").encode(),
        lambda text: ("\n" + text.replace("\n", "\n\n")).encode(),
    ],
)
def test_files_from_any_spreadsheet_are_read(
    empty: Database, bring_in: Import, change: Callable[[str], bytes]
) -> None:
    report = bring_in(**{name: change(text) for name, text in SMALL.items()})
    assert counts(report)["slot"] == (28, 0, 0)


def test_names_in_any_script_survive(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL | {"rooms": ROOMS.replace("Twin", "डीलक्स कक्ष ₹")})
    assert ListOfferings(empty)()[0].name == "डीलक्स कक्ष ₹"


def test_blank_days_mean_ninety_from_today_at_the_site(empty: Database, bring_in: Import, clock: Any) -> None:
    clock.now = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)  # half past midnight of the 23rd in India
    bring_in(**SMALL | {"rates": "offering,price\nTWIN,3400\n"})
    days = sorted(row.day for row in rows(empty, slot))
    # The night that has begun is a room's today.
    assert (days[0], len(days)) == (date(2026, 11, 22), 90)


@pytest.mark.parametrize(
    ("ends", "hour", "first"),
    [
        ("", "05:59", date(2026, 11, 22)),
        ("", "06:00", date(2026, 11, 23)),
        ("04:30", "04:29", date(2026, 11, 22)),
        ("04:30", "04:30", date(2026, 11, 23)),
        ("00:00", "00:00", date(2026, 11, 23)),
        ("11:59", "11:58", date(2026, 11, 22)),
    ],
)
def test_a_site_says_until_when_the_night_is_tonight(
    empty: Database, bring_in: Import, clock: Any, ends: str, hour: str, first: date
) -> None:
    clock.now = datetime.fromisoformat(f"2026-11-23T{hour}:00+05:45").astimezone(UTC)
    sites = f"site,site_name,city,time_zone,night_ends\nINN,Inn,Kathmandu,Asia/Kathmandu,{ends}\n"
    bring_in(**SMALL | {"sites": sites, "rates": "offering,price\nTWIN,3400\n"})
    assert min(row.day for row in rows(empty, slot)) == first


def test_a_rate_of_last_night_is_over_once_the_night_has_ended(
    empty: Database, bring_in: Import, clock: Any
) -> None:
    last_night = SMALL | {"rates": "offering,price,from_day,to_day\nTWIN,3400,2026-11-22,2026-11-22\n"}
    clock.now = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # 06:00 in India
    (fault,) = bring_in(**last_night).faults
    assert fault.reason == "is over; today is 2026-11-23"
    clock.now = datetime(2026, 11, 23, 0, 29, 59, tzinfo=UTC)
    assert bring_in(**last_night).written


def test_days_gone_by_are_passed_over(empty: Database, bring_in: Import) -> None:
    rates = "offering,price,from_day,to_day\nTWIN,3400,2026-11-01,2026-11-23\n"
    assert counts(bring_in(**SMALL | {"rates": rates}))["slot"] == (2, 0, 0)


def test_the_sample_files_themselves_can_be_imported(
    database: Database, offering: Callable[[str], Offering], tmp_path: Path
) -> None:
    paths = []
    for name in sample_names():
        (tmp_path / name).write_text(sample_file(name), encoding="utf-8")
        paths.append(tmp_path / name)
    report = ImportCatalogue(database, lambda _: None, FACTS)(tuple(paths), False, actor=actor_of(database))
    assert {(added, changed) for added, changed, _ in counts(report).values()} == {(0, 0)}


def test_every_example_of_the_description_is_right(bring_in: Import) -> None:
    text = (Path(__file__).parents[2] / "docs" / "import.md").read_text(encoding="utf-8")
    examples = [part.split("```")[0] for part in text.split("```csv\n")[1:]]
    assert len(examples) == 15
    report = bring_in(**{f"example{number}": example for number, example in enumerate(examples)})
    assert counts(report)["unit"] == (7 + 4 + 16, 0, 0)


def test_a_file_names_who_supplies_the_class_and_a_price_with_tax(empty: Database, bring_in: Import) -> None:
    bring_in(
        **SMALL,
        who="registration,state,legal_name,address,gstin\nMH,27,Inn LLP,Nashik,27AAAAA0000A1Z2\n",
        classes="tax_class,sac,percent,title\ntour_other,998555,18,Walk\n",
    )
    assert bring_in(places="site,site_name,city,registration,state\nINN,Riverside Inn,Nashik,MH,27\n").written
    (place,) = rows(empty, site)
    assert (place.registration, place.state_code) == ("MH", "27")
    # What a file of before says nothing of stays.
    bring_in(places="site,site_name,city\nINN,Riverside Inn and Spa,Nashik\n")
    (place,) = rows(empty, site)
    assert (place.name, place.registration) == ("Riverside Inn and Spa", "MH")


def test_the_house_sets_its_own_rules_by_a_file(empty: Database, bring_in: Import) -> None:
    assert counts(bring_in(**SMALL, house="cash_to_rupee,void_minutes\nyes,10\n"))["setting"] == (2, 0, 0)
    with empty.read() as session:
        assert house_rules.read(session) == HouseRules(void_minutes=10, cash_to_rupee=1)
    again = 'cash_to_rupee,unusual_top_up\nno,"50,000"\n'
    assert counts(bring_in(house=again)) == {"setting": (1, 1, 0)}
    with empty.read() as session:
        rules = HouseRules(void_minutes=10, unusual_top_up_paise=50_000_00, cash_to_rupee=0)
        assert house_rules.read(session) == rules
    assert counts(bring_in(house=again)) == {"setting": (0, 0, 2)}
    assert not bring_in(house="cash_to_rupee\nyes\nno\n").written


def test_the_house_says_when_invoices_are_made_and_from_when_they_name_the_buyer(
    empty: Database, bring_in: Import
) -> None:
    told = "cash_to_rupee,invoice_at_supply_room,invoice_at_supply_tour,small_sale,address_from\n"
    assert bring_in(**SMALL, house=f'{told}no,no,yes,200,"20,000"\n').written
    with empty.read() as session:
        rules = house_rules.read(session)
    assert (rules.invoice_at_supply_room, rules.invoice_at_supply_tour, rules.invoice_at_supply_bus) == (
        0,
        1,
        0,
    )
    assert (rules.small_sale_paise, rules.address_from_paise) == (200_00, 20_000_00)
    assert not bring_in(house=f'{told}no,no,yes,200,"9,999.99"\n').written
    assert not bring_in(house=f"{told}no,perhaps,yes,200,50000\n").written


def test_a_registration_tells_its_telephone_its_codes_and_whether_e_invoices_are_needed(
    empty: Database, bring_in: Import
) -> None:
    head = "registration,state,legal_name,address,gstin,telephone,sac_digits,e_invoice\n"
    line = "MH,27,Inn LLP,Nashik,27AAAAA0000A1Z2,0253 2570001,4,yes\n"
    assert bring_in(**SMALL, who=head + line).written
    (found,) = rows(empty, registration)
    assert (found.telephone, found.sac_digits, found.e_invoice) == ("0253 2570001", 4, True)
    assert not bring_in(who=head + line.replace(",4,", ",5,")).written
    assert not bring_in(who=head + line.replace("27AAAAA0000A1Z2", "")).written


def test_a_service_may_have_another_registration_than_its_site(empty: Database, bring_in: Import) -> None:
    bring_in(**SMALL, who="registration,state,legal_name,address\nMH,27,Inn LLP,Nashik\n")
    head, line = SMALL["services"].splitlines()
    assert bring_in(services=f"{head},registration\n{line},MH\n").written
    assert [row.registration for row in rows(empty, offering) if row.code == "SUR07"] == ["MH"]
    assert not bring_in(services=f"{head},registration\n{line},GOA\n").written


def test_the_slabs_of_a_day_replace_all_of_that_day(empty: Database, bring_in: Import) -> None:
    three = "tax_on,tax_percent,over,up_to\nroom,5,,1000\nroom,12,1000,7500\nroom,18,7500,\nbus,5,,\n"
    bring_in(**SMALL | {"taxes": three})
    later = "tax_on,tax_percent,effective_from\nroom,40,2027-04-01\n"
    assert counts(bring_in(taxes=later)) == {"tax_class": (0, 0, 1), "tax_rate": (1, 0, 0)}
    two = "tax_on,tax_percent,over,up_to\nroom,18,3000,\nroom,5,0,3000\n"
    dry = bring_in(dry_run=True, taxes=two)
    assert counts(bring_in(taxes=two)) == counts(dry) == {"tax_class": (0, 0, 1), "tax_rate": (1, 3, 0)}
    kept = {(row.tax_class, row.over_paise, row.up_to_paise, row.rate_bp) for row in rows(empty, tax_rate)}
    assert kept == {
        ("room", -1, 3_000_00, 500),
        ("room", 3_000_00, None, 1_800),
        ("room", -1, None, 4_000),
        ("bus_ac", -1, None, 500),
        ("bus_plain", -1, None, 500),
    }
    assert counts(bring_in(taxes=two)) == {"tax_class": (0, 0, 1), "tax_rate": (0, 0, 2)}


def test_the_limits_of_cash_are_rows(empty: Database, bring_in: Import) -> None:
    house = "cash_to_rupee,cash_stop,cash_deposit,cash_pan,gateway_upi,cash_near_percent\n"
    house += 'no,"1,50,000",10000,1,5,80\n'
    assert bring_in(**SMALL, house=house).written
    with empty.read() as session:
        rules = house_rules.read(session)
    assert (rules.cash_stop_paise, rules.cash_deposit_paise) == (1_50_000_00, 10_000_00)
    assert (rules.cash_pan_paise, rules.gateway_upi_paise, rules.cash_near_percent) == (100, 500, 80)
