"""A quote that is open while the catalogue changes: it is made anew, never held as it was."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from db.catalogue_words import Gender
from desktop.services.domain.quote import Guest
from desktop.services.errors import QuoteOutdated
from tests.catalogue.changes import bring_in, coach, lines_of
from tests.counter import Counter

STOPS = "service,direction,stop,after_minutes\n"
OTHER = {"services": lines_of("services.csv", {"GOA21": {"coach": "OTHER"}})}


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(OTHER | {"seats": coach("OTHER", 10, ladies="1A")}, id="a ladies' seat"),
        pytest.param(OTHER | {"seats": coach("OTHER", 10, berth="sleeper")}, id="a berth"),
        pytest.param({"stops": f"{STOPS}GOA21,boarding,Swargate,0\n"}, id="a stop that is gone"),
        pytest.param({"promos": lines_of("promos.csv", {"UTSAV10": {"active": "no"}})}, id="a promo"),
    ],
)
def test_what_became_something_else_under_an_open_quote_is_not_held(
    any_counter: Counter, tmp_path: Path, clock: Any, files: Mapping[str, Any]
) -> None:
    clock.advance(seconds=86_400)  # the sample's own record is of the day after
    man = (Guest(name="Ravi", gender=Gender.MALE),)
    seat = any_counter.item("GOA21", "1A", guests=man, boarding="Satara bypass")
    quote = any_counter.quote(seat, any_counter.item("DLX"), promo="UTSAV10")
    clock.advance(seconds=1)
    assert bring_in(any_counter.database, tmp_path, **files).written
    with pytest.raises(QuoteOutdated):
        any_counter.hold(quote)
    assert any_counter.free("GOA21") == 40
    assert any_counter.faults() == []


def test_an_import_that_changes_nothing_leaves_quotes_as_they_are(
    counter: Counter, tmp_path: Path, clock: Any
) -> None:
    quote = counter.quote()
    clock.advance(seconds=1)
    text = lines_of("promos.csv", {"UTSAV10": {"active": "no"}})
    bring_in(counter.database, tmp_path, dry_run=True, promos=text)
    assert not bring_in(counter.database, tmp_path, promos=lines_of("promos.csv", {"UTSAV10": {}})).written
    assert counter.hold(quote)
