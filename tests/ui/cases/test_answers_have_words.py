"""Whatever staff may answer stands on the card, with a key, and is told afterwards."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from db.ids import BookingReference, CaseId
from db.states import CaseAnswer, CaseKind
from desktop.services.domain.review import OpenCase
from desktop.services.paying.list_open_cases import ANSWERS, FOR_STRANGERS
from desktop.ui.cases.case_card import OTHERS_MAX
from desktop.ui.cases.case_words import answer_text, facts_text, resolved_text

CHOICES = sorted({*ANSWERS.values(), *FOR_STRANGERS.values()})
ALL = sorted({answer for answers in CHOICES for answer in answers})


def case(**facts: str) -> OpenCase:
    """Return a case with these facts."""
    return OpenCase(
        id=CaseId("case-1"),
        kind=CaseKind.REFUND_FAILED,
        amount_paise=483_000,
        booking_reference=BookingReference("BK-7F3K2Q"),
        customer_name="Asha Verma",
        masked_mobile="...3210",
        proposal=CaseAnswer.GONE,
        answers=ANSWERS[CaseKind.REFUND_FAILED],
        opened_at=datetime(2026, 11, 23, tzinfo=UTC),
        facts=tuple(facts.items()),
    )


@pytest.mark.parametrize("answers", CHOICES)
def test_every_answer_has_a_key(answers: tuple[str, ...]) -> None:
    assert len(answers) <= OTHERS_MAX + 1


@pytest.mark.parametrize("answer", ALL)
def test_every_answer_is_told_in_words_of_its_own(answer: str) -> None:
    assert answer_text(answer) != answer.replace("_", " ").capitalize()
    assert answer_text(answer) not in resolved_text(case(), answer)


def test_a_failed_refund_says_why_and_what_has_gone() -> None:
    text = facts_text(case(reason="fully_refunded", refunded_paise="10000"))
    assert text == "reason given back in full already, given back 100.00"
