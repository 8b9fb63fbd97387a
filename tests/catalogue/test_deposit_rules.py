"""Rules of deposits come with a file; what is asked of a booking follows the nearest of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.catalogue_words import BalanceDue
from desktop.services.catalogue.import_catalogue import ImportCatalogue
from desktop.services.deposits.deposit_rules import ListDepositRules, SaveDepositRules, ShowDepositTerms
from desktop.services.domain.deposits import DepositRule
from desktop.services.errors import BadRequest, NotPermitted
from tests.counter import FACTS, Counter
from tests.staff import keep_staff

HEAD = "deposit_for,deposit_percent,deposit_least,balance_due,balance_hours,balance_clock\n"


@pytest.fixture
def imports(counter: Counter, tmp_path: Path) -> Callable[[str], tuple[str, ...]]:
    """Import such a file; return what is wrong with it."""

    def read(rows: str) -> tuple[str, ...]:
        file = tmp_path / "deposits.csv"
        file.write_text(HEAD + rows, encoding="utf-8")
        done = ImportCatalogue(counter.database, counter.publish, FACTS)
        report = done((file,), False, actor=counter.actor)
        return tuple(f"{fault.column} {fault.reason}" for fault in report.faults)

    return read


def test_the_nearest_rule_counts(counter: Counter, imports: Callable[[str], tuple[str, ...]]) -> None:
    assert imports("any,50,,,,\nroom,20,500,by_clock,,18:00\nDLX,10,,before_start,24,\n") == ()
    hold = counter.hold()
    terms = ShowDepositTerms(counter.database)(hold.booking_id)
    assert terms is not None
    assert terms.least_paise == -(-hold.total_paise // 1000) * 100
    assert {rule.covers for rule in ListDepositRules(counter.database)()} == {"any", "room", "DLX"}


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("NOWHERE,20,,,,\n", "deposit_for is no known offering (NOWHERE)"),
        ("room,20,,by_clock,,\n", "balance_clock is told with by_clock, and only then"),
        ("room,20,,at_arrival,5,\n", "balance_hours is told with before_start, and only then"),
    ],
)
def test_what_is_no_rule_is_told(
    imports: Callable[[str], tuple[str, ...]], counter: Counter, rows: str, fault: str
) -> None:
    assert fault in imports(rows)
    assert ListDepositRules(counter.database)() == ()


@pytest.mark.parametrize(
    "rule",
    [
        DepositRule("any", -1),
        DepositRule("any", 100_01),
        DepositRule("any", 1, -1),
        DepositRule("any", 1, 0, BalanceDue.BY_CLOCK, 24 * 60),
        DepositRule("any", 1, 0, BalanceDue.AT_ARRIVAL, 1),
        DepositRule("NOWHERE", 1),
    ],
)
def test_a_rule_that_can_not_be_is_refused(counter: Counter, rule: DepositRule) -> None:
    with pytest.raises(BadRequest):
        SaveDepositRules(counter.database)([rule], actor=counter.actor)


def test_the_rules_are_a_managers(counter: Counter) -> None:
    keep_staff(counter.database)
    with pytest.raises(NotPermitted):
        SaveDepositRules(counter.database)([DepositRule("any", 20_00)], actor=counter.actor)
