"""The short form of the killed desks, on both engines, and an act that was lost."""

from tests.counter import Counter
from tests.trust.kill_desks import carry_out
from tests.trust.killed_desk import faults_of


def test_desks_that_are_killed_lose_nothing_acknowledged(empty_url: str) -> None:
    figures = carry_out(empty_url, kills=6, desks=2, seed=2)
    assert figures.faults == []
    assert figures.kills == 6


def test_a_sale_that_was_told_and_is_not_there_is_found(counter: Counter) -> None:
    hold = counter.hold()
    url = counter.database.engine.url.render_as_string(hide_password=False)
    (fault,) = faults_of(url, {hold.booking_id: "confirmed"})
    assert fault.startswith(f"{hold.booking_id}: told confirmed, found ")
