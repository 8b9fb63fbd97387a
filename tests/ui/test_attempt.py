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
