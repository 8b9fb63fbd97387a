"""What was written for the accountant."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Saved:
    """A folder with these files. `is_checked`: what is in them was compared, and agrees."""

    folder: Path
    files: tuple[str, ...]
    is_checked: bool = True
