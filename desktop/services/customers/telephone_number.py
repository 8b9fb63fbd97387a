"""Telephone numbers as people say them at a desk in India: the one reader of them."""

from dataclasses import dataclass

from desktop.services.domain.figures import bare_number
from desktop.services.errors import BadRequest

REGION = "IN"


@dataclass(frozen=True, slots=True)
class TelephoneNumber:
    """A number in E.164 and whether messages reach it."""

    e164: str
    is_mobile: bool


def read_number(text: str) -> TelephoneNumber:
    """Return a whole number; without a plus it is one of India. Raises BadRequest for what is none."""
    import phonenumbers  # not before the first frame

    try:
        number = phonenumbers.parse(bare_number(text), REGION)
    except phonenumbers.NumberParseException:
        raise BadRequest("mobile", "not_a_number") from None
    if not phonenumbers.is_valid_number(number):
        raise BadRequest("mobile", "not_a_number")
    kinds = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    return TelephoneNumber(
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        phonenumbers.number_type(number) in kinds,
    )
