"""Every refusal has its own clear sentence."""

from __future__ import annotations

import ast
import inspect
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.halt import Halt, HaltKind, NotBooks
from db.print_words import PrintState
from desktop.services import errors
from desktop.services.backup_failed import BackupFailed
from desktop.services.domain.payment_plan import GatewayCannotTake
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.domain.tenders import BY_HAND, TENDERS, ReferenceFault
from desktop.services.halted import ClockRefused, NotReopened
from desktop.ui.crash_dialog import CrashDialog, report_text
from desktop.ui.failures import explain, is_refusal
from desktop.ui.request_failures import knows_request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

SERVICES = Path(__file__).resolve().parents[3] / "desktop" / "services"
MOMENT = datetime(2026, 11, 22, 5, 12, tzinfo=UTC)
FACTS: dict[str, object] = {
    "registration": "MH",
    "begin": "D1-R-2627-",
    "line": 3,
    "field": "first_day",
    "reason": "past",
    "print_state": PrintState.PRINTED,
    "names": ["203", "204"],
    "name": "Deluxe",
    "day": date(2026, 11, 24),
    "made_at": MOMENT,
    "kind": "room",
    "reference": "BK-7F3K2Q",
    "expires_at": MOMENT,
    "state": "confirmed",
    "what": "booking",
    "text": "BK-7F3K2Q",
    "needed_paise": 236_000,
    "available_paise": 100_000,
    "due_paise": 340_000,
    "offered_paise": 300_000,
    "shown_paise": 420_000,
    "now_paise": 400_000,
    "payment_id": "p1",
    "amount_paise": 50_000,
    "practice": True,
    "customer_id": "c1",
    "known": "Asha Rao",
    "act": "import_catalogue",
    "numbers": [1, 2],
    "slip": "A2907",
    "at": MOMENT,
    "found": NotBooks.HALF,
    "place": "desk.sqlite3",
    "halt": Halt(HaltKind.CLOCK),
    "count": 3,
    "because": "same",
    "kept": "27AAPFU0939F1ZV",
    "gone": "29AAGCB7383J1Z4",
    "said": "no room on the disk",
    "newest_record": MOMENT,
    "wait_seconds": 5,
    "until": MOMENT,
    "seconds": 5,
    "counter": "day",
    "limit_paise": 2_00_000_00,
    "counted_paise": 1_50_000_00,
    "most_paise": 49_999_99,
    "code": "11",
    "clerk": "Ravi",
    "closed_by": "Meena",
    "opened_at": MOMENT,
    "closed_at": MOMENT,
    "accepted_by": "Meena",
    "has_left": False,
    "starts_at": MOMENT,
    "is_card": False,
    "month": "2026-10",
    "number": "D1-I-2627-000017",
    "told": "D1-I-2627-000018",
}
UNTOLD = ("{", "}", "None", "_", "Error", "Exception", "Traceback")


def every_kind(root: type[errors.DeskError]) -> Iterator[type[errors.DeskError]]:
    for kind in root.__subclasses__():
        yield kind
        yield from every_kind(kind)


def made(kind: type[errors.DeskError]) -> errors.DeskError:
    wanted = inspect.signature(kind).parameters.values()
    reasons: dict[type[errors.DeskError], str] = {
        errors.NotVoidable: "too_late",
        errors.NotCorrectable: "other_drawer",
        NotReopened: "used_up",
        BackupFailed: "place",
        ClockRefused: "changed",
    }
    own = {"reason": reasons[kind]} if kind in reasons else {}
    return kind(**{fact.name: FACTS[fact.name] for fact in wanted if fact.default is fact.empty} | own)


@pytest.mark.parametrize("kind", list(every_kind(errors.DeskError)), ids=str)
def test_every_refusal_has_a_sentence_of_its_own(kind: type[errors.DeskError]) -> None:
    sentence = explain(made(kind))
    assert sentence != explain(ValueError())
    assert sentence[0].isupper() or sentence[0].isdigit()
    assert sentence.endswith(".")
    assert [word for word in UNTOLD if word in sentence] == []


@pytest.mark.parametrize("reason", PromoReason)
def test_every_reason_to_refuse_a_promo_has_its_own(reason: PromoReason) -> None:
    sentences = {explain(PromoRefused("UTSAV10", other, 200_000)) for other in PromoReason}
    assert len(sentences) == len(PromoReason)
    assert "{" not in explain(PromoRefused("UTSAV10", reason, 200_000))


def test_amounts_are_written_as_the_desk_writes_them() -> None:
    assert explain(errors.WalletTooLow(needed_paise=236_000, available_paise=100_000)) == (
        "The wallet holds ₹1,000.00, and ₹2,360.00 were asked of it. Take less from it or top it up."
    )
    assert "₹2,000.00" in explain(PromoRefused("UTSAV10", PromoReason.BELOW_MINIMUM, 200_000))
    assert "₹0.50" in explain(GatewayCannotTake(50))


def test_names_and_days_are_in_the_sentence() -> None:
    assert explain(errors.SlotTaken(names=["203", "204"])).startswith("203, 204: somebody else")
    assert "Tue 24 Nov" in explain(errors.NotOnSale(name="Kaas", day=date(2026, 11, 24)))


def requests() -> Iterator[tuple[str, str]]:
    """Field and reason of every BadRequest that the services raise, either word of a choice too."""
    for path in SERVICES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "BadRequest":
                field, reason = node.args
                if isinstance(field, ast.JoinedStr):
                    yield from of_tenders()
                    continue
                for why in (reason.body, reason.orelse) if isinstance(reason, ast.IfExp) else (reason,):
                    # Where the field is worked out, the reason's own sentence has to do.
                    name = str(field.value) if isinstance(field, ast.Constant) else ""
                    assert isinstance(why, ast.Constant), ast.unparse(node)
                    yield name, str(why.value)


def of_tenders() -> Iterator[tuple[str, str]]:
    """Field and reason of what each tender taken by hand can refuse: its reference, and what was received."""
    for tender in BY_HAND:
        if TENDERS[tender].reference is not None:
            yield from ((f"{tender}_reference", fault.value) for fault in ReferenceFault)
        if TENDERS[tender].has_change:
            yield f"{tender}_received", "too_low"


def test_every_entry_that_can_not_be_has_a_sentence() -> None:
    found = set(requests())
    assert len(found) > 10
    assert {("units", "none"), ("units", "twice"), ("key_id", "not_a_key"), ("", "unknown")} <= found
    assert sorted(pair for pair in found if not knows_request(*pair)) == []


def test_an_unknown_entry_still_says_which_field() -> None:
    assert explain(errors.BadRequest("boots", "muddy")) == "boots: this can't be. Correct it and try again."


def test_a_fault_of_the_program_is_not_explained_by_its_own_words() -> None:
    assert not is_refusal(KeyError("secret"))
    assert "secret" not in explain(KeyError("secret"))


def test_the_crash_report_names_places_and_no_values(qtbot: QtBot) -> None:
    def fail(mobile: str) -> None:
        raise ValueError(f"bad {mobile}")

    try:
        fail("9876504321")
    except ValueError as error:
        dialog = CrashDialog(error)
        text = report_text(error)
    qtbot.addWidget(dialog)
    assert dialog.report.toPlainText() == text
    assert re.search(r"fail, line \d+ of test_failures\.py", text)
    assert "98765" not in text
