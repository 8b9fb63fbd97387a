"""The rules of the house that no ready-made tool checks, read from the files that git knows."""

import ast
import re
import shutil
import subprocess
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ("desktop", "db", "resources", "packaging")
LINES_OF_A_FILE = 300
LINES_OF_A_SCREEN = 400
LINES_OF_A_FUNCTION = 70
# A migration is a list of statements, kept as it ran: nobody edits it, and its order is its meaning.
MIGRATIONS = "db/migrations/versions/"
# Put together here, so that this file does not hold what it forbids.
HOSTS = (("pypi", "org"), ("pythonhosted", "org"), ("deb", "debian", "org"), ("registry", "npmjs"))
TABLE_OF_KINDS = "desktop/services/domain/kinds.py"
FOREIGN = {
    "a folder of one machine": r"/(?:home|Users)/[a-z]\w*/|/(?:root|work)/|[A-Z]:\\Users\\",
    "a package registry's address": "|".join(re.escape(".".join(host)) for host in HOSTS),
}


@cache
def tracked() -> tuple[Path, ...]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: nothing says which files are the project's")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def sources(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """Name and syntax tree of every Python file below the folders."""
    for path in tracked():
        name = path.relative_to(ROOT)
        if path.suffix == ".py" and name.parts[0] in folders:
            yield name.as_posix(), parsed(path)


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """Calls of a function or method of one of these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in names:
                yield node


def owns_a_screen(name: str, tree: ast.Module) -> bool:
    """Whether a file of the ui has one public class, which is the window that the file is named for."""
    public = [node.name for node in tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
    window = "".join(word.capitalize() for word in Path(name).stem.split("_"))
    return name.startswith("desktop/ui/") and window.endswith("Window") and public == [window]


def test_no_file_of_the_program_is_too_long_to_read() -> None:
    """What owns a screen may be longer, for its widgets and what they do are read together."""
    long = [
        name
        for name, tree in sources(*PROGRAM)
        if tree.body
        if (tree.body[-1].end_lineno or 0)
        > (LINES_OF_A_SCREEN if owns_a_screen(name, tree) else LINES_OF_A_FILE)
    ]
    assert [name for name in long if not name.startswith(MIGRATIONS)] == []


@pytest.mark.parametrize(
    ("name", "content", "owns"),
    [
        ("desktop/ui/review/review_window.py", "class ReviewWindow: ...\nclass _Row: ...", True),
        ("desktop/ui/review/review_window.py", "class ReviewWindow: ...\nclass Row: ...", False),
        ("desktop/ui/review/review_window.py", "def read(): ...", False),
        ("desktop/ui/review/filter_bar.py", "class FilterBar: ...", False),
        ("desktop/services/review_window.py", "class ReviewWindow: ...", False),
    ],
)
def test_a_screen_is_owned_by_one_window_of_the_ui(name: str, content: str, owns: bool) -> None:
    assert owns_a_screen(name, ast.parse(content)) is owns


def test_no_function_is_too_long_to_see_at_once() -> None:
    long = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in sources(*PROGRAM)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > LINES_OF_A_FUNCTION
    ]
    assert [place for place in long if not place.startswith(MIGRATIONS)] == []


def test_there_is_one_way_to_commit() -> None:
    found = [
        f"{name}:{call.lineno}"
        for name, tree in sources(*PROGRAM)
        if name != "db/database.py"
        for call in calls(tree, "commit")
    ]
    assert found == []


def kinds_compared_with(tree: ast.AST) -> Iterator[int]:
    """Lines of comparisons with, and of cases for, a member of Kind."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [part for side in (node.left, *node.comparators) for part in ast.walk(side)]
        elif isinstance(node, ast.MatchValue):
            sides = [node.value]
        else:
            continue
        for side in sides:
            if (
                isinstance(side, ast.Attribute)
                and isinstance(side.value, ast.Name)
                and side.value.id == "Kind"
            ):
                yield node.lineno if isinstance(node, ast.Compare) else side.lineno


def test_what_sets_kinds_apart_is_asked_of_their_traits() -> None:
    found = [
        f"{name}:{line}"
        for name, tree in sources("desktop")
        if name != TABLE_OF_KINDS
        for line in kinds_compared_with(tree)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("offering.kind is Kind.ROOM", 1),
        ("offering.kind in (Kind.ROOM, Kind.BUS)", 2),
        ("match kind:\n    case Kind.TOUR: ...", 1),
        ("{Kind.ROOM: 'room'}[offering.kind]", 0),
        ("stored.kind is not row.kind", 0),
    ],
)
def test_a_comparison_with_a_kind_is_found(code: str, count: int) -> None:
    assert len(list(kinds_compared_with(ast.parse(code)))) == count


def test_modules_are_named_for_what_they_do() -> None:
    vague = re.compile(r"(^|_)(helpers?|utils?|managers?|misc)(_|$)")
    names = [name for name, _ in sources(*PROGRAM, "tests")]
    assert [name for name in names if any(vague.search(part) for part in name[:-3].split("/"))] == []


def test_what_is_shown_is_not_asserted_by_what_happens_to_be_on_the_screen() -> None:
    """`isVisible()` is False below every window not shown yet; `isHidden()` says what was meant."""
    found = [
        f"{name}:{node.lineno}"
        for name, tree in sources("tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.Assert) and any(calls(node.test, "isVisible"))
    ]
    assert found == []


def test_no_test_waits_for_time_to_pass() -> None:
    found = [
        f"{name}:{call.lineno}" for name, tree in sources("tests") for call in calls(tree, "sleep", "qWait")
    ]
    assert found == []


def test_what_a_checker_is_told_to_overlook_has_a_reason_beside_it() -> None:
    told = re.compile(r"#\s*(?:type:\s*ignore(?:\[[\w\-, ]+\])?|noqa(?::\s*[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*)?)")
    bare = []
    for path in (path for path in tracked() if path.suffix == ".py"):
        with path.open("rb") as file:
            comments = [token for token in tokenize.tokenize(file.readline) if token.type == tokenize.COMMENT]
        for comment in comments:
            rest = told.sub("", comment.string)
            if rest != comment.string and not re.search(r"[^\W\d_]{3,}", rest):
                bare.append(f"{path.relative_to(ROOT)}:{comment.start[0]}")
    assert bare == []


@pytest.mark.parametrize("kind", FOREIGN)
def test_nothing_in_the_repository_belongs_to_one_machine(kind: str) -> None:
    found = []
    for path in tracked():
        content = path.read_bytes()
        if b"\0" in content[:8192]:
            continue  # a picture, a font
        for number, line in enumerate(content.decode("utf-8", errors="replace").splitlines(), 1):
            if re.search(FOREIGN[kind], line):
                found.append(f"{path.relative_to(ROOT)}:{number}")
    assert found == []
