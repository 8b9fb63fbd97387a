"""What is told of an act whose page was left before it ended: nothing of it is lost."""

from __future__ import annotations

from dataclasses import dataclass

from db.ids import BookingId
from desktop.ui.desk.money_notice import About


@dataclass(frozen=True, slots=True)
class OutcomeNotice:
    """The sentence that would have stood on the page. It leads nowhere, and is put away."""

    text: str
    is_good: bool

    @property
    def about(self) -> About:
        """Where it leads."""
        return About.NOTHING

    @property
    def booking_id(self) -> BookingId:
        """No booking."""
        return BookingId("")

    @property
    def key(self) -> str:
        """The sentence itself."""
        return self.text

    @property
    def reference(self) -> str:
        """No reference."""
        return ""
