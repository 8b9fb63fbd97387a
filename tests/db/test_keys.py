"""Keys sort in the order in which they were made."""

import uuid

from db.keys import new_key


def test_later_keys_sort_after_earlier_ones_inside_a_millisecond_too() -> None:
    keys = [new_key() for _ in range(5_000)]
    assert keys == sorted(set(keys))
    assert {uuid.UUID(key).version for key in keys} == {7}
    assert {uuid.UUID(key).variant for key in keys} == {uuid.RFC_4122}
