"""The yes of a manager on its way into an act that is done again."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from db.actor import Actor

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.ids import ApprovalId

T = TypeVar("T")

_given: ContextVar[ApprovalId | None] = ContextVar("given_yes", default=None)


def by_yes(yes: ApprovalId, work: Callable[[], T]) -> T:
    """Do a piece of work again: whoever acts in it has this yes."""
    before = _given.set(yes)
    try:
        return work()
    finally:
        _given.reset(before)


def carries_yes(use_case: Callable[..., T]) -> Callable[..., T]:
    """Return the use case so that its actor has the yes by which a piece of work is done again."""

    def with_yes(value: object, yes: ApprovalId) -> object:
        return replace(value, approval_id=yes) if isinstance(value, Actor) else value

    @wraps(use_case, updated=())
    def call(*args: object, **kwargs: object) -> T:
        yes = _given.get(None)
        if yes is None:
            return use_case(*args, **kwargs)
        known = tuple(with_yes(value, yes) for value in args)
        named = {name: with_yes(value, yes) for name, value in kwargs.items()}
        return use_case(*known, **named)

    return call
