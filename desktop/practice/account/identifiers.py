"""Ids, reference numbers and random draws that depend on the seed and on nothing else."""

import hashlib
import re

from desktop.practice.account.storage import Storage

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ID_LENGTH = 14


def is_id(text: str, prefix: str) -> bool:
    """True if `text` has the form of an id: the prefix and 14 letters or digits."""
    return re.fullmatch(rf"{prefix}_[0-9A-Za-z]{{{ID_LENGTH}}}", text) is not None


class Identifiers:
    """Draws from numbered series; the same seed gives the same values in the same order, across restarts."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def seed(self) -> int:
        return int(self._storage.setting("seed", "1"))

    def next_id(self, prefix: str) -> str:
        return f"{prefix}_{self._letters(self._draw(prefix))}"

    def fixed_id(self, prefix: str, name: str) -> str:
        """An id that depends on `name` instead of on a series."""
        return f"{prefix}_{self._letters(self._number(f'{prefix}/{name}'))}"

    def digits(self, series: str, length: int) -> str:
        """A number of exactly `length` digits that does not begin with zero."""
        lowest = 10 ** (length - 1)
        return str(lowest + self._draw(series) % (9 * lowest))

    def hexadecimal(self, series: str, length: int) -> str:
        return f"{self._draw(series):064X}"[-length:]

    def fraction(self, series: str) -> float:
        """The next draw of a series, at least 0 and below 1."""
        return (self._draw(series) % 2**53) / 2**53

    def below(self, series: str, limit: int) -> int:
        return self._draw(series) % limit

    def _draw(self, series: str) -> int:
        return self._number(f"{series}/{self._storage.count_up(series)}")

    def _number(self, name: str) -> int:
        return int.from_bytes(hashlib.sha256(f"{self.seed()}/{name}".encode()).digest(), "big")

    def _letters(self, number: int) -> str:
        letters = []
        for _ in range(ID_LENGTH):
            number, index = divmod(number, len(ALPHABET))
            letters.append(ALPHABET[index])
        return "".join(letters)
