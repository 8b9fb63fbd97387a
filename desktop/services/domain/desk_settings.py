"""What a use case needs to know of the desk it runs for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """`practice` marks every document; `grace_seconds` is what a live gateway payment may add to a hold."""

    time_zone: str
    practice: bool
    grace_seconds: int = 0
