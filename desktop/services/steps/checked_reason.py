"""Why something is done, in the staff's words: asked of every act that a manager may ask about later."""

from desktop.services.domain.figures import holds_card_number
from desktop.services.domain.seen_text import seen_text
from desktop.services.errors import BadRequest

REASON_MAX = 300


def checked_reason(reason: str, most: int = REASON_MAX) -> str:
    """Return the reason as it is seen, on one line. Raises BadRequest: blank, too long, a card's number."""
    text = seen_text(reason)
    if not text:
        raise BadRequest("reason", "blank")
    if len(text) > most:
        raise BadRequest("reason", "too_long", most=most)
    if holds_card_number(text):
        raise BadRequest("reason", "card_number")
    return text
