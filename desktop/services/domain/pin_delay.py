"""How long a desk waits after wrong PINs before it compares another one."""

from datetime import timedelta

FREE_OF_PERSON = 3
"""So many wrong PINs of a person cost nothing: fingers slip."""
FREE_AT_DESK = 10
"""At a desk, whosever they are: a queue of people who change over mistypes more."""
FIRST = timedelta(seconds=5)
LONGEST = timedelta(minutes=15)


def delay_after(failures: int, free: int) -> timedelta:
    """Return the wait after so many wrong PINs in a row: none at first, then 5 s, doubled up to 15 minutes.

    A million PINs at one in 15 minutes take 28 years.
    """
    beyond = failures - free
    if beyond < 0:
        return timedelta(0)
    return min(FIRST * (1 << min(beyond, 12)), LONGEST)
