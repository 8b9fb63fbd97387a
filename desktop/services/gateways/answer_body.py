"""Reads the body of an answer: so much of it and no more, and only JSON that means one thing."""

import json
import math
import zlib
from collections.abc import Sequence

from requests import Response

from desktop.services.gateways.port import Unknown
from desktop.services.gateways.razorpay_answers import Answer

BYTES_MAX = 4_000_000
"""A page of a hundred payments, each with fifteen long notes, is below one million."""
BLOCK = 65_536
ENCODED = 32 + zlib.MAX_WBITS
"""Lets zlib find out itself whether it is gzip or deflate."""


def read_body(response: Response) -> bytes:
    """Return the body, unpacked. Raises Unknown: too_long, or answer_broken where it can't be unpacked."""
    parts, size = [], 0
    while part := response.raw.read(BLOCK):
        size += len(part)
        if size > BYTES_MAX:
            raise Unknown("too_long")
        parts.append(part)
    body = b"".join(parts)
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding in ("", "identity") or not body:
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Unknown("answer_broken")
    return _unpacked(body)


def _unpacked(body: bytes) -> bytes:
    unpacking = zlib.decompressobj(ENCODED)
    try:
        found = unpacking.decompress(body, BYTES_MAX + 1)
    except zlib.error:
        raise Unknown("answer_broken") from None
    if len(found) > BYTES_MAX:
        raise Unknown("too_long")
    if not unpacking.eof or unpacking.unused_data:
        raise Unknown("answer_broken")
    return found


def read_object(body: bytes) -> Answer:
    """Return the JSON object. Raises Unknown where it is none, is not UTF-8, names a thing twice or holds
    what is no number of JSON's (NaN, 1e400)."""
    try:
        read: object = json.loads(
            body.decode("utf-8-sig"),
            object_pairs_hook=_members,
            parse_constant=_no_number,
            parse_float=_finite,
        )
    except (ValueError, RecursionError):
        raise Unknown("not_json") from None
    if not isinstance(read, dict):
        raise Unknown("not_an_object")
    return read


def _members(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    members = {_plain(name): _plain_value(value) for name, value in pairs}
    if len(members) != len(pairs):
        raise ValueError("a name comes twice")
    return members


def _plain_value(value: object) -> object:
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, list):
        return [_plain(one) if isinstance(one, str) else one for one in value]
    return value


def _plain(text: str) -> str:
    """Return the text without what neither database nor file takes: halves of a sign, and NUL."""
    return text.encode("utf-8", "replace").decode().replace("\0", "?")


def _no_number(_word: str) -> object:
    raise ValueError("no number of JSON's")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("larger than any number here")
    return value
