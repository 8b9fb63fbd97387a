"""The signatures of the use cases about cases and the account's payments, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.actor import Actor
    from db.ids import CaseId, ForeignRuleId
    from db.states import CaseAnswer
    from desktop.services.domain.foreign_money import CalledNotOurs
    from desktop.services.domain.reconciliation import Reconciliation


class CallNotOurs(Protocol):
    """One answer for many cases of a stranger's money; `keep_rule`: those that come like them make none."""

    def __call__(
        self, case_ids: Sequence[CaseId], *, actor: Actor, keep_rule: bool = False
    ) -> CalledNotOurs: ...


class RevokeForeignRule(Protocol):
    """The rule ends; how many payments wait for a decision again."""

    def __call__(self, rule_id: ForeignRuleId, *, actor: Actor) -> int: ...


class ResolveCase(Protocol):
    """One of the case's own answers."""

    def __call__(self, case_id: CaseId, answer: CaseAnswer, *, actor: Actor) -> None: ...


class Reconcile(Protocol):
    """What matches with the gateway and what does not; asks the gateway."""

    def __call__(self, *, actor: Actor) -> Reconciliation: ...
