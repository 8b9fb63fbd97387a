"""The portal's answer to an e-invoice, as it is typed or as its file says it."""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from desktop.services.domain.figures import plain_figures

INDIA = ZoneInfo("Asia/Kolkata")
IRN = re.compile(r"[0-9a-f]{64}")
ACK = re.compile(r"[0-9]{1,20}")
QR_MAX = 4_000
# As the portal writes it, and as its own pages show it.
MOMENTS = (
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d",
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y",
    "%d-%m-%Y %H:%M:%S",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y",
)
FILE_ANSWERS_MAX = 10_000
NESTED_MAX = 6


@dataclass(frozen=True, slots=True)
class PortalAnswer:
    """What the portal says of one paper, as it was typed or read: nothing of it is checked yet."""

    number: str
    irn: str
    ack_number: str
    acked_at: str
    signed_qr: str


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """An answer whose form is right; `told`: the paper that its signed text names, empty where it can't be
    read."""

    number: str
    irn: str
    ack_number: str
    acked_at: datetime
    signed_qr: str
    told: str


def checked(answer: PortalAnswer, issued_on: date, now: datetime) -> CheckedAnswer | str:
    """Return the answer to a paper in its normal form, or the name of the field that is wrong."""
    irn = "".join(answer.irn.split()).lower()
    ack = "".join(plain_figures(answer.ack_number).split())
    acked_at = read_moment(answer.acked_at)
    signed = "".join(answer.signed_qr.split())
    if not IRN.fullmatch(irn):
        return "irn"
    if not ACK.fullmatch(ack):
        return "ack_number"
    if acked_at is None or not _is_likely(acked_at, issued_on, now):
        return "acked_at"
    if not 0 < len(signed) <= QR_MAX or not signed.isprintable() or not signed.isascii():
        return "signed_qr"
    said = said_of(signed)
    named = str(said.get("Irn", irn)).lower()
    if named != irn:
        return "signed_qr"
    return CheckedAnswer(answer.number, irn, ack, acked_at, signed, str(said.get("DocNo", "")))


def _is_likely(acked_at: datetime, issued_on: date, now: datetime) -> bool:
    """Whether it was acknowledged between the day of the paper and now; a day is the PCs' difference."""
    return issued_on <= acked_at.astimezone(INDIA).date() and acked_at <= now + timedelta(days=1)


def read_moment(text: str) -> datetime | None:
    """Return the portal's time, which is India's; None for what is none."""
    plain = " ".join(plain_figures(text).replace("T", " ").split())
    for form in MOMENTS:
        try:
            return datetime.strptime(plain, form).replace(tzinfo=INDIA)
        except ValueError:
            continue
    return None


def said_of(signed: str) -> dict[str, Any]:  # the portal's own JSON
    """Return what a signed text says, without looking at its signature; nothing where it can't be read."""
    parts = signed.split(".")
    if len(parts) != 3:
        return {}
    try:
        body = base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4))
        said = json.loads(body)
        data = said.get("data", said) if isinstance(said, dict) else {}
        found = json.loads(data) if isinstance(data, str) else data
    except (ValueError, binascii.Error, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    document = found.get("DocDtls")
    return {"DocNo": document.get("No", ""), **found} if isinstance(document, dict) else found


def read_answers(text: str) -> tuple[PortalAnswer, ...] | None:
    """Return the answers in the portal's JSON: of one paper or of many; None for another text.

    A paper whose answer is an error is left out: it goes on waiting.
    """
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    found = tuple(_answers(said, 0))
    return found if 0 < len(found) <= FILE_ANSWERS_MAX else None


def _answers(said: Any, depth: int) -> Iterator[PortalAnswer]:  # the portal's own JSON
    if depth > NESTED_MAX:
        return
    if isinstance(said, list):
        for one in said:
            yield from _answers(one, depth + 1)
        return
    if isinstance(said, str) and said[:1] in ("{", "["):
        try:
            yield from _answers(json.loads(said), depth + 1)
        except (ValueError, RecursionError):
            return
    if not isinstance(said, dict):
        return
    told = {str(name).casefold(): value for name, value in said.items()}
    if told.get("irn"):
        yield _answer(told)
        return
    for one in told.values():
        if isinstance(one, list | dict | str):
            yield from _answers(one, depth + 1)


def _answer(told: dict[str, Any]) -> PortalAnswer:  # the portal's own JSON
    def first(*names: str) -> str:
        return next((str(told[name]) for name in names if told.get(name) not in (None, "")), "")

    signed = first("signedqrcode", "signedqr", "qrcode")
    said = said_of(signed) or said_of(first("signedinvoice"))
    number = first("docno", "documentnumber", "no", "invno") or str(said.get("DocNo", ""))
    return PortalAnswer(
        number=number,
        irn=first("irn"),
        ack_number=first("ackno", "acknowledgementnumber"),
        acked_at=first("ackdt", "ackdate", "acknowledgementdate"),
        signed_qr=signed,
    )
