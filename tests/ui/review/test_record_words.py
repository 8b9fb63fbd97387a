"""Every record that the program writes has words of its own, in both languages."""

from __future__ import annotations

import ast
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from db import bookings, mark
from db.states import PaymentState, RefundState
from desktop.services.domain.loss import LostAct
from desktop.services.domain.review import StoryStep
from desktop.services.drawers import move_cash
from desktop.services.lists import mark_arrival
from desktop.services.steps.put_clock import CLOCK_SET
from desktop.ui.books.mark_words import act_word
from desktop.ui.language import speak
from desktop.ui.review.review_view import facts_line
from desktop.ui.review.review_words import step_word
from tests.ui.devanagari import DEVANAGARI

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[3]
AT = datetime(2026, 11, 29, 3, 25, tzinfo=UTC)
TAG = re.compile(r"[A-Z]+(_[A-Z]+)+")
# What is written by a name instead of the word itself.
NAMED = {mark.ADOPTED, mark.ACCEPTED, mark.NUMBERS_LOST, bookings.HELD_AGAIN, CLOCK_SET}
NAMED |= set(move_cash.TAGS.values())
NAMED |= set(mark_arrival.TAGS.values())
NAMED |= {"BOOKING_LINES_CANCELLED", "CASE_REDUCED", "REFUND_PLANNED", "REFUND_MADE_ELSEWHERE"}
# What the story of a booking tells besides, from the rows of its money.
FROM_ROWS = {"PAYMENT_BEGUN", "REFUND_BEGUN", "GATEWAY_MONEY", "CASE_OPENED"}
FROM_ROWS |= {f"PAYMENT_{state.upper()}" for state in (PaymentState.CAPTURED, PaymentState.VOID)}
FROM_ROWS |= {f"REFUND_{state.upper()}" for state in (RefundState.DONE, RefundState.FAILED)}


def _calls(name: str, owner: str) -> list[ast.expr]:
    """The second argument of each `owner.name(...)` in the program."""
    found = []
    for folder in ("db", "desktop"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and len(node.args) > 1:
                    found += [node.args[1]] if ast.unparse(node.func) == f"{owner}.{name}" else []
    return found


def _written(name: str, owner: str) -> set[str]:
    return {str(one.value) for one in _calls(name, owner) if isinstance(one, ast.Constant)}


TAGS = sorted(_written("record", "journal") | NAMED | FROM_ROWS)
ENTRIES = sorted(_written("post", "ledger") | {kind for kind, _ in move_cash.ENTRIES.values()})


def test_the_scan_finds_them() -> None:
    assert {"BOOKING_REOPENED", "CLOCK_CONFIRMED", "WALLET_TOPPED_UP"} <= set(TAGS)
    assert all(TAG.fullmatch(tag) for tag in TAGS)
    assert {"sale", "wallet_top_up"} <= set(ENTRIES)


@pytest.mark.parametrize("tag", TAGS)
def test_a_record_has_words(tag: str, qapp: QApplication) -> None:
    assert "_" not in act_word(LostAct(1, AT, tag))
    speak(qapp, "hi")
    assert DEVANAGARI.search(act_word(LostAct(1, AT, tag)))


@pytest.mark.parametrize("kind", ENTRIES)
def test_an_entry_of_the_ledger_has_words(kind: str, qapp: QApplication) -> None:
    speak(qapp, "hi")
    before, _, word = step_word(StoryStep(AT, "", "", f"LEDGER_{kind.upper()}", ())).partition(": ")
    assert DEVANAGARI.search(before)
    assert DEVANAGARI.search(word)


def test_the_reason_of_a_clock_that_was_set_is_told_in_words() -> None:
    step = StoryStep(AT, "D1", "meena", "BOOKING_REOPENED", (("reason", CLOCK_SET),))
    assert step_word(step) == "Confirmed again after a wrong clock"
    assert facts_line(step, ZoneInfo("Asia/Kolkata")) == "reason the clock was set"
