"""What is entered about a person of the staff, as it is kept."""

from desktop.services.domain.figures import holds_card_number
from desktop.services.domain.seen_text import seen_text
from desktop.services.domain.staff import is_code, is_guessed_first, is_pin
from desktop.services.errors import BadRequest

NAME_MAX = 60


def checked_code(code: str) -> str:
    """Return a code of two figures. Raises BadRequest."""
    if not is_code(code):
        raise BadRequest("code", "malformed")
    return code


def checked_name(name: str) -> str:
    """Return the name as it is seen, on one line. Raises BadRequest: blank, too long, a card's number."""
    text = seen_text(name)
    if not text:
        raise BadRequest("name", "blank")
    if len(text) > NAME_MAX:
        raise BadRequest("name", "too_long", most=NAME_MAX)
    if holds_card_number(text):
        raise BadRequest("name", "card_number")
    return text


def checked_pin(pin: str, code: str) -> str:
    """Return a new PIN. Raises BadRequest for one that is guessed first, and for the code repeated."""
    if not is_pin(pin):
        raise BadRequest("pin", "malformed")
    if is_guessed_first(pin) or pin.count(code) > 1:
        raise BadRequest("pin", "guessed_first")
    return pin
