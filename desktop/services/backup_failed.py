"""The refusal of a backup."""

from dataclasses import dataclass
from typing import Literal

from desktop.services.errors import DeskError


@dataclass(eq=False)
class BackupFailed(DeskError):
    """No backup was made. `reason`: place (nothing can be written there), second (the second place took no
    copy; the first one stands), damaged (the copy is: so are the books, or the disk). `said`: by the system.
    """

    reason: Literal["place", "second", "damaged"]
    said: str
