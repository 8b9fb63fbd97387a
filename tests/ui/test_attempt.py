"""One key for one attempt; after a lost answer the key stays whatever is pressed next."""

from desktop.services.errors import DatabaseLost, OtherContent
from desktop.ui.attempt import Attempt


def test_another_content_is_another_attempt() -> None:
    attempt = Attempt()
    first = attempt.key_for(500)
    assert attempt.key_for(500) == first
    attempt.failed(DatabaseLost())
    assert attempt.key_for(600) != first


def test_after_a_lost_answer_another_amount_goes_under_the_same_key() -> None:
    attempt = Attempt()
    first = attempt.key_for(500)
    assert attempt.failed(DatabaseLost(unknown=True))
    assert attempt.key_for(600) == first
    assert attempt.failed(DatabaseLost())  # the look at it failed too: still not known
    assert attempt.key_for(600) == first
    assert not attempt.failed(OtherContent(500))
    assert attempt.key_for(600) != first


def test_a_look_that_fails_as_well_does_not_say_that_nothing_was_written() -> None:
    attempt, away = Attempt(), DatabaseLost()
    attempt.key_for(500)
    assert attempt.still(away) is away
    attempt.failed(DatabaseLost(unknown=True))
    said = attempt.still(away)
    assert isinstance(said, DatabaseLost)
    assert said.unknown
    attempt.close()
    assert attempt.still(away) is away
