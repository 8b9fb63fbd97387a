"""What is typed about a house, field by field: each mistake is a BadRequest that names its field."""

from desktop.services.domain.desk_code import normal_desk_code
from desktop.services.domain.figures import holds_card_number, plain_figures
from desktop.services.domain.gstin import STATES, find_state
from desktop.services.domain.house import ADDRESS_LINES, Business
from desktop.services.domain.seen_text import seen_text
from desktop.services.domain.staff import is_code, is_guessed_first, is_pin
from desktop.services.errors import BadRequest

NAME_MAX = 80
LINE_MAX = 100
# No house lies there.
NOWHERE = ("96", "97")


def checked_text(field: str, text: str, most: int = NAME_MAX) -> str:
    """Return a text as it is seen. Raises BadRequest: blank, too_long, card_number."""
    seen = seen_text(text)
    if not seen:
        raise BadRequest(field, "blank")
    if len(seen) > most:
        raise BadRequest(field, "too_long", most=most)
    if holds_card_number(seen):
        raise BadRequest(field, "card_number")
    return seen


def checked_address(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines that are not empty; the first must be one of them."""
    first, *others = (*lines, "")[: ADDRESS_LINES + 1]
    kept = [checked_text("address", first, LINE_MAX)]
    kept += [checked_text("address", line, LINE_MAX) for line in others if seen_text(line)]
    if len(kept) > ADDRESS_LINES:
        raise BadRequest("address", "too_long", most=ADDRESS_LINES)
    return tuple(kept)


def checked_state(text: str) -> str:
    """Return the two digits of a State that is told by them, its name or the beginning of it."""
    if not seen_text(text):
        raise BadRequest("house_state", "blank")
    found = find_state(seen_text(text))
    if found is None or found in NOWHERE or "before" in STATES[found]:
        raise BadRequest("house_state", "unknown", text=seen_text(text))
    return found


def checked_business(name: str, address: tuple[str, ...], state: str) -> Business:
    """Return the business. Raises BadRequest for its first mistake."""
    return Business(checked_text("business", name), checked_address(address), checked_state(state))


def checked_desk_code(text: str) -> str:
    """Return a desk's code in capitals: one to four letters or figures."""
    code = normal_desk_code(text)
    if code is None:
        raise BadRequest("desk_code", "malformed")
    return code


def checked_person_code(text: str) -> str:
    """Return a person's code: two figures."""
    code = seen_text(plain_figures(text))
    if not is_code(code):
        raise BadRequest("code", "malformed")
    return code


def checked_new_pin(pin: str) -> str:
    """Return a PIN that may be given to a person: six figures that nobody tries first."""
    plain = plain_figures(pin).strip()
    if not is_pin(plain):
        raise BadRequest("pin", "malformed")
    if is_guessed_first(plain):
        raise BadRequest("pin", "guessed")
    return plain
