"""The short form of tests/trust/damage.py: some pages, in all four ways."""

from tests.trust.damage import main


def test_no_damage_that_changes_anything_is_sold_on() -> None:
    assert main(["--every", "17"]) == 0
