"""Many payments that are called not ours, some at a time: how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.services.domain.foreign_money import CalledNotOurs
from desktop.ui.cases.case_view import CaseGroup

if TYPE_CHECKING:
    from db.ids import CaseId
    from desktop.ui.cases.case_view import Entry

# One transaction takes no more, so that nobody at the desk waits for it and the clerk sees it go on.
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class NotOursRun:
    """`entry` is the row that was answered; `at` counts those that were asked for, `done` what came of it."""

    entry: Entry
    case_ids: tuple[CaseId, ...]
    keep_rule: bool
    at: int = 0
    done: CalledNotOurs = field(default_factory=lambda: CalledNotOurs(0, 0, 0))

    @classmethod
    def about(cls, entry: Entry, *, keep_rule: bool) -> NotOursRun:
        """Begin with all of what was answered."""
        cases = entry.cases if isinstance(entry, CaseGroup) else (entry,)
        return cls(entry, tuple(case.id for case in cases), keep_rule)

    @property
    def waiting(self) -> tuple[CaseId, ...]:
        """Those that were not asked for yet."""
        return self.case_ids[self.at :]

    def after(self, done: CalledNotOurs) -> NotOursRun:
        """Return how far it is when the next were called."""
        count, paise = self.done.count + done.count, self.done.paise + done.paise
        rules_count = self.done.rules_count + done.rules_count
        return replace(self, at=self.at + AT_ONCE, done=CalledNotOurs(count, paise, rules_count))
