"""Telephone numbers as people say them at a desk in India."""

import phonenumbers

from desktop.services.errors import BadRequest

REGION = "IN"


def read_mobile(text: str) -> str:
    """Return a number in E.164. Raises BadRequest for what can't be a mobile number."""
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        raise BadRequest("mobile", "not_a_number") from None
    kinds = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    if not phonenumbers.is_valid_number(number) or phonenumbers.number_type(number) not in kinds:
        raise BadRequest("mobile", "not_a_number")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
