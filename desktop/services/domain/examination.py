"""What an examination of the desk's surroundings has found."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How it stands: nothing to do, worth knowing, or to be put right."""

    OK = "ok"
    NOTICE = "notice"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Examined:
    """One examination: what was found in a sentence, and what to do where it is not well. No secret in it."""

    name: str
    verdict: Verdict
    sentence: str
    remedy: str = ""
