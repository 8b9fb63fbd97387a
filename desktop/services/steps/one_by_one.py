"""One row after the other: one that can't be worked on does not keep the others from their turn."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from db.errors import DatabaseTrouble

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def one_by_one(
    items: Iterable[Item], work: Callable[[Item], Answer], *, ends: tuple[type[Exception], ...] = ()
) -> list[Answer]:
    """Do `work` with each item and return the answers.

    A fault in one is raised at the end, as an ExceptionGroup. DatabaseTrouble and what `ends` names are
    everybody's, so they end the run at once.
    """
    everybodys: tuple[type[Exception], ...] = (DatabaseTrouble, *ends)
    answers: list[Answer] = []
    faults: list[Exception] = []
    for item in items:
        try:
            answers.append(work(item))
        except everybodys:
            raise
        except Exception as fault:  # noqa: BLE001  whatever it is: the next row is not to blame
            faults.append(fault)
    if faults:
        raise ExceptionGroup("some rows could not be worked on", faults)
    return answers
