"""Slips of the hand that mypy must report at the doors, each beside its correct spelling."""

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Everything that the slips below name.
OPENING = """\
from datetime import date
from db import payments
from db.actor import Actor
from db.ids import BookingId, CustomerId, PaymentId, QuoteId, RequestKey
from db.session import Session
from db.states import InstrumentKind
from db.database import Session
from db.catalogue_words import Gender
from db.states import InstrumentKind
from desktop.services import errors
from desktop.services.application import Services
from desktop.services.domain.quote import Guest
"""


class Slip(NamedTuple):
    """`given` are the parameters of a function in which either line stands alone."""

    given: str
    right: str
    wrong: str


SLIPS = {
    "three texts in another order": Slip(
        "services: Services, actor: Actor, quote_id: QuoteId, customer_id: CustomerId, key: RequestKey",
        "services.place_hold(quote_id, customer_id, key, actor=actor)",
        "services.place_hold(customer_id, key, quote_id, actor=actor)",
    ),
    "a kind of instrument that is none": Slip(
        "services: Services, actor: Actor, booking_id: BookingId, key: RequestKey",
        "services.begin_gateway_payment(booking_id, 0, InstrumentKind.QR, key, actor=actor)",
        'services.begin_gateway_payment(booking_id, 0, "qrcode", key, actor=actor)',
    ),
    "a kind of instrument that is misspelt": Slip(
        "services: Services, actor: Actor, booking_id: BookingId, key: RequestKey",
        "services.begin_gateway_payment(booking_id, 0, InstrumentKind.QR, request_key=key, actor=actor)",
        "services.begin_gateway_payment(booking_id, 0, InstrumentKind.QR_CODE, request_key=key, actor=actor)",
    ),
    "a refusal with a misspelt fact": Slip(
        "day: date",
        'raise errors.NotOnSale(name="Kaas", day=day)',
        'raise errors.NotOnSale(name="Kaas", date=day)',
    ),
    "a fact that no refusal of this kind has": Slip(
        "error: errors.SlotTaken",
        "print(error.names)",
        "print(error.name)",
    ),
    "a column that the row of a payment does not have": Slip(
        "session: Session, payment_id: PaymentId",
        "print(payments.get(session, payment_id).amount_paise)",
        "print(payments.get(session, payment_id).amount_rupees)",
    ),
    "a plain text where a key belongs": Slip(
        "services: Services, actor: Actor, booking_id: BookingId",
        "services.release_hold(booking_id, actor=actor)",
        'services.release_hold("BK-7F3K2Q", actor=actor)',
    ),
    "a gender that is none": Slip(
        "name: str",
        "Guest(name, Gender.FEMALE)",
        'Guest(name, "Q")',
    ),
}


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> frozenset[int]:
    """Run mypy once over every spelling, right and wrong, and return the lines that it reports."""
    file = tmp_path_factory.mktemp("slips") / "slips.py"
    file.write_text(program(), encoding="utf-8")
    child = [sys.executable, "-m", "mypy", "--no-error-summary", str(file)]
    answer = subprocess.run(child, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.stderr == ""
    errors = [line for line in answer.stdout.splitlines() if ": error: " in line]
    lines = [re.search(r"slips\.py:(\d+): error: ", line) for line in errors]
    assert all(lines), answer.stdout  # a fault of the program itself is told by its own run
    return frozenset(int(found.group(1)) for found in lines if found)


def program() -> str:
    """Each spelling stands in a function of its own."""
    lines = [(slip.given, line) for slip in SLIPS.values() for line in (slip.right, slip.wrong)]
    functions = (f"def f{n}({given}) -> None:\n    {line}\n" for n, (given, line) in enumerate(lines))
    return OPENING + "".join(functions)


def line_of(spelling: str) -> int:
    """Return where a spelling stands in the program."""
    return program().splitlines().index(f"    {spelling}") + 1


@pytest.mark.parametrize("slip", SLIPS.values(), ids=list(SLIPS))
def test_a_slip_is_reported_and_its_correct_spelling_is_not(slip: Slip, reported: frozenset[int]) -> None:
    assert line_of(slip.wrong) in reported
    assert line_of(slip.right) not in reported


def test_nothing_else_is_reported(reported: frozenset[int]) -> None:
    assert reported == {line_of(slip.wrong) for slip in SLIPS.values()}
