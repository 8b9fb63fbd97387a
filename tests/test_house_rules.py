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
LINES_OF_A_FUNCTION = 70
# A migration is a list of statements, kept as it ran: nobody edits it, and its order is its meaning.
MIGRATIONS = "db/migrations/versions/"
# Put together here, so that this file does not hold what it forbids.
HOSTS = (("pypi", "org"), ("pythonhosted", "org"), ("deb", "debian", "org"), ("registry", "npmjs"))
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


def test_no_file_of_the_program_is_too_long_to_read() -> None:
    ends = {name: tree.body[-1].end_lineno or 0 for name, tree in sources(*PROGRAM) if tree.body}
    long = {name: lines for name, lines in ends.items() if lines > LINES_OF_A_FILE}
    assert [name for name in long if not name.startswith(MIGRATIONS)] == []


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
