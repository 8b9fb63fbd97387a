"""A word of a state, kind or answer is a member of its enum; as a text it may be misspelt unseen."""

import ast
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from db import states

ROOT = Path(__file__).parents[1]
# The words' own layer: what is said there is what they mean.
MEANING = "desktop/services/domain/"
# The practice gateway and the adapter speak Razorpay's words, some of which are spelt like ours.
RAZORPAYS = ("desktop/practice/", "desktop/services/gateways/")
WORDS = frozenset(
    member.value
    for enum in vars(states).values()
    if isinstance(enum, type) and issubclass(enum, StrEnum)
    for member in enum
)
# What a value of these words is called, as an argument, a key or a variable.
NAMES = {"state", "kind", "tender", "answer", "proposal", "use", "back_to", "way", "link_sms", "resolution"}
NAMES |= {"instrument_kind", "old_status", "new_status", "among", "out_of", "gender", "guest_gender", "berth"}
# Spelt like ours: what the gateway says of its payments and refunds, the names of the program's commands, and
# what a widget is to the style sheet (its property "role").
OTHERS = {"status", "command", "property"}


def state_words(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and word of each text that stands where a member of an enum belongs.

    That is in a comparison, in a pattern, and as the value of something called by one of NAMES; elsewhere
    the same letters may be a widget's name, an entry's kind in the ledger or a fact of a journal's record.
    """
    for node in ast.walk(tree):
        for value in _values(node):
            for part in ast.walk(value):
                if isinstance(part, ast.Constant) and part.value in WORDS:
                    yield part.lineno, part.value


def _values(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left=left, comparators=comparators) if not _is_of_others(left):
            yield from (one for one in (left, *comparators) if isinstance(one, _TEXTS))
        case ast.MatchValue(value=value):
            yield value
        case ast.keyword(arg=str(name), value=value) if name in NAMES:
            yield from _texts(value)
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                if isinstance(key, ast.Constant) and key.value in NAMES:
                    yield from _texts(value)
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in NAMES:
            yield from _texts(value)
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if name in NAMES:
            yield from _texts(value)
        case ast.arguments():
            yield from _defaults(node)


_TEXTS = (ast.Constant, ast.Tuple, ast.List, ast.Set)


def _texts(value: ast.expr) -> Iterator[ast.expr]:
    """Yield what may become the value: of a choice both sides, but nothing that is only asked or called."""
    if isinstance(value, ast.IfExp):
        yield from _texts(value.body)
        yield from _texts(value.orelse)
    elif isinstance(value, _TEXTS):
        yield value


def _defaults(arguments: ast.arguments) -> Iterator[ast.expr]:
    plain = [*arguments.posonlyargs, *arguments.args]
    with_default = plain[len(plain) - len(arguments.defaults) :]
    pairs = [
        *zip(with_default, arguments.defaults, strict=True),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    for argument, default in pairs:
        if default is not None and argument.arg in NAMES:
            yield from _texts(default)


def _is_of_others(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        value = value.func
    return isinstance(value, ast.Attribute) and value.attr in OTHERS


def sources() -> list[Path]:
    left_out = (MEANING, *RAZORPAYS)
    files = sorted((ROOT / "desktop").rglob("*.py"))
    return [one for one in files if not one.relative_to(ROOT).as_posix().startswith(left_out)]


def test_no_word_of_a_state_is_a_text() -> None:
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {word!r}"
        for path in sources()
        for line, word in state_words(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    "slip",
    [
        'case.kind == "late"',
        '"late" != case.kind',
        'kind in ("qr", "link")',
        'change(state="captured")',
        'change(state="void" if ended else "captured")',
        'row = {"tender": "wallet"}',
        'kind = "late"',
        'kind: str = "late"',
        'def ask(kind="qr"): ...',
        'def ask(*, kind="qr"): ...',
        'match answer:\n    case "wallet": ...',
        'match answer:\n    case "wallet" | "cash": ...',
        'add(among=("planned", "sent"))',
    ],
)
def test_a_word_as_a_text_is_found(slip: str) -> None:
    assert list(state_words(ast.parse(slip)))


@pytest.mark.parametrize(
    "text",
    [
        "case.kind is CaseKind.LATE",
        'ledger.post(session, "refund", postings)',
        'add(kind=read("late"))',
        'money.status == "captured"',
        'options.command == "tour"',
        'part.property("role") == "card"',
        'frame.setObjectName("wallet")',
        'facts = {"refund": refund_id}',
        'kind == "someone"',
    ],
)
def test_other_texts_are_let_by(text: str) -> None:
    assert not list(state_words(ast.parse(text)))
