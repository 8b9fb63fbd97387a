"""What an import found in its files, and what it changed or would change."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportFault:
    """One fault; the column is empty where the whole line is meant."""

    file: str
    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Retired:
    """What goes off sale: units of an offering; without names the offering itself."""

    offering: str
    unit_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """`faults` is empty whenever anything was changed. `changes` has one sentence-free row for each kind."""

    faults: tuple[ImportFault, ...]
    # (table, added, changed, unchanged)
    changes: tuple[tuple[str, int, int, int], ...]
    written: bool
    retired: tuple[Retired, ...] = ()
