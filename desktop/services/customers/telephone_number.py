"""Telephone numbers as people say them at a desk in India: the one reader of them."""

import re
from dataclasses import dataclass

from desktop.services.domain.figures import plain_figures
from desktop.services.errors import BadRequest

REGION = "IN"
SIGNS = re.compile(r"[\s().\-\u2010-\u2015\u2212/\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069]+")
NUMBER = re.compile(r"\+?[0-9]+")


@dataclass(frozen=True, slots=True)
class TelephoneNumber:
    """A number in E.164 and whether messages reach it."""

    e164: str
    is_mobile: bool


def bare_number(text: str) -> str:
    """Return the figures of a number, with its plus, without what people write between them; else nothing."""
    bare = SIGNS.sub("", plain_figures(text).replace("\uff0b", "+"))
    return bare if NUMBER.fullmatch(bare) else ""


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
