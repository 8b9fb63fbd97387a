"""Reads a request's body strictly: no unknown field, no float or boolean where an integer belongs."""

from collections.abc import Collection

from desktop.practice.answers.envelopes import ApiError, Document, invalid

MINIMUM_PAISE = 100
"""Razorpay Docs, "Create an Order", errors: at least INR 1.00."""
# Razorpay Docs, "Create an Order", `notes`.
NOTES_LIMIT = 15
NOTE_LENGTH = 256
MOST_PAISE = 50_000_000
"""The usual account limit, Rs 5,00,000; the fault `amount_limit` lowers it."""


class Fields:
    """One body. Every reader returns None for a field that is absent or null, unless it is required."""

    note_length = NOTE_LENGTH

    def __init__(self, body: Document, allowed: Collection[str], *, most_paise: int = MOST_PAISE) -> None:
        self._body = body
        self._most_paise = most_paise
        unknown = [name for name in body if name not in allowed]
        if unknown:
            # "is/are" stands in Razorpay's own text.
            raise self.refuse(f"{', '.join(unknown)} is/are not required and should not be sent", unknown[0])

    def refuse(self, description: str, field: str) -> ApiError:
        return invalid(description, field)

    def has(self, name: str) -> bool:
        return self._body.get(name) is not None

    def require(self, name: str) -> None:
        if not self.has(name):
            raise self.refuse(f"The {_spoken(name)} field is required.", name)

    def whole(self, name: str, *, required: bool = False) -> int | None:
        value = self._present(name, required=required)
        if value is None:
            return None
        if type(value) is not int:
            raise self.refuse(f"The {_spoken(name)} must be an integer.", name)
        return value

    def paise(self, name: str) -> int | None:
        """An amount of at least one rupee and at most the account's limit."""
        value = self.whole(name)
        if value is None:
            return None
        if value < MINIMUM_PAISE:
            raise self.refuse(f"The {_spoken(name)} must be at least INR 1.00", name)
        if value > self._most_paise:
            raise self.refuse(f"{_spoken(name).capitalize()} exceeds maximum amount allowed.", name)
        return value

    def required_paise(self, name: str) -> int:
        self.require(name)
        return self.paise(name) or 0

    def text(self, name: str, *, most: int | None = None, required: bool = False) -> str | None:
        value = self._present(name, required=required)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self.refuse(f"The {_spoken(name)} must be a string.", name)
        if most is not None and len(value) > most:
            raise self.refuse(f"The {_spoken(name)} may not be greater than {most} characters.", name)
        return value

    def choice(self, name: str, options: Collection[str], *, required: bool = False) -> str | None:
        value = self.text(name, required=required)
        if value is not None and value not in options:
            raise self.refuse(f"The selected {_spoken(name)} is invalid.", name)
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self._body.get(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.refuse(f"The {_spoken(name)} field must be true or false.", name)
        return value

    def group(self, name: str) -> Document:
        value = self._body.get(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise self.refuse(f"The {_spoken(name)} must be an array.", name)
        return value

    def currency(self, *, required: bool = True) -> str:
        if self.text("currency", required=required) not in ("INR", None):
            raise self.refuse("Currency is not supported", "currency")
        return "INR"

    def notes(self) -> dict[str, str | int]:
        value = self._body.get("notes")
        if value is None or value == []:
            return {}
        if not isinstance(value, dict):
            raise self.refuse("The notes must be an array.", "notes")
        if len(value) > NOTES_LIMIT:
            raise self.refuse(f"The notes may not have more than {NOTES_LIMIT} fields.", "notes")
        for key, note in value.items():
            if type(note) not in (str, int):
                raise self.refuse("The notes must hold text only.", "notes")
            if len(key) > self.note_length or len(str(note)) > self.note_length:
                raise self.long_note()
        return value

    def long_note(self) -> ApiError:
        return self.refuse(f"The notes may not be greater than {self.note_length} characters.", "notes")

    def _present(self, name: str, *, required: bool) -> object:
        if required:
            self.require(name)
        return self._body.get(name)


def shown_notes(notes: dict[str, str | int]) -> object:
    """Notes as the API gives them out: an empty set comes back as an empty list."""
    return notes or []


def _spoken(name: str) -> str:
    return name.replace("_", " ")
