"""The lines of an audit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One check: what was looked at, how many, and which of them break the rule."""

    name: str
    checked_count: int
    faults: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing breaks the rule."""
        return not self.faults
