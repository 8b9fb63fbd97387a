"""Turns an answer that is not a success into one of the gateway's troubles."""

import re

from requests import Response

from desktop.services.gateways.answer_body import read_object
from desktop.services.gateways.port import Busy, GatewayTrouble, Misconfigured, Rejected, Unknown
from desktop.services.gateways.razorpay_answers import Answer, child

SAID_NOTHING = ("", "NA", "input_validation_failed")
SENTENCES = (
    # Razorpay gives most refusals no reason of their own, so a word for the screen can only be read from
    # the sentence. What is done about the refusal depends on it only where a wrong guess can't cost money.
    ("requested url was not found", "url_not_found"),
    ("close_by", "close_by"),
    ("close by", "close_by"),
    ("expire_by", "expire_by"),
    ("minutes in future", "expire_by"),
    ("exceeds maximum amount", "amount_above_limit"),
    ("must be at least inr", "amount_below_minimum"),
    ("less than minimum amount", "amount_below_minimum"),
    ("already attempted", "already_attempted"),
    ("enough balance", "insufficient_balance"),
    ("fully refunded already", "fully_refunded"),
    ("greater than amount captured", "above_captured"),
    ("should be captured", "not_captured"),
    ("months old", "too_old"),
    ("does not exist", "unknown_id"),
)
LONGEST_WAIT_SECONDS = 3600.0
MOST_DESCRIPTION = 300
WORD = re.compile(r"\w{1,60}")
LONG_NUMBER = re.compile(r"\+?\d(?:[ -]?\d){6,}")


def check_status(response: Response) -> None:
    """Raise the GatewayTrouble that the status alone tells, whatever the body says or fails to say."""
    status = response.status_code
    if status == 429:
        raise Busy(_retry_after(response))
    if status >= 500:
        raise Unknown(f"http_{status}")
    if 300 <= status < 400:
        raise Unknown("redirect")
    if status == 204:
        raise Unknown("no_content")


def check_answer(response: Response, body: bytes) -> Answer:
    """Return the API's own success: a JSON object without an error. Raises a GatewayTrouble for all else."""
    status = response.status_code
    answer = read_object(body)
    if 200 <= status < 300:
        if "error" in answer:
            raise Unknown("error_in_success")
        return answer
    error = child(answer, "error")
    if error is None or error.get("code") != "BAD_REQUEST_ERROR":
        # Something on the way said no, or the gateway's own trouble came with an unusual status.
        raise Unknown(f"http_{status}")
    raise _refusal(status, error, _retry_after(response))


def _refusal(status: int, error: Answer, retry_after_seconds: float | None) -> GatewayTrouble:
    if status == 409:
        return Busy(retry_after_seconds)
    description = masked(str(error.get("description") or ""))[:MOST_DESCRIPTION]
    if status == 401:
        return Misconfigured(status, "keys", description)
    return Rejected(status, _reason(error), description)


def masked(text: str) -> str:
    """Return the text with every number of seven digits or more reduced to its last four."""
    return LONG_NUMBER.sub(lambda match: "..." + match[0][-4:], text)


def _reason(error: Answer) -> str:
    hints = f"{error.get('field') or ''} {error.get('description') or ''}".casefold()
    for fragment, word in SENTENCES:
        if fragment in hints:
            return word
    reason = error.get("reason")
    is_word = isinstance(reason, str) and WORD.fullmatch(reason) is not None
    return str(reason) if is_word and reason not in SAID_NOTHING else "refused"


def _retry_after(response: Response) -> float | None:
    text = response.headers.get("Retry-After", "").strip()
    if not text.isascii() or not text.isdecimal():
        return None
    return min(float(text), LONGEST_WAIT_SECONDS)
