"""The desk's books beside the gateway's: what matches and what does not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What matched and what did not. `is_complete` is False when the gateway could not be asked."""

    is_complete: bool
    open_asked_count: int
    captured_count: int
    captured_paise: int
    taken_in_count: int
    foreign_count: int
    refund_differences: tuple[str, ...]
