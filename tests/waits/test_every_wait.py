"""docs/waits.md lists every wait on something outside: its figures are the code's, and none is missing."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "waits.md"
OURS = "Gateway, keyring, printer, practice server, locks, end of the program"
ENDLESS = "Waits without an end of their own"
# A call by one of these names waits; it needs a first argument or a time-out that bounds it.
BY_METHOD = {"join", "wait", "acquire", "result", "get", "communicate", "exception", "waitForDone"}
QT_WAITS = {
    "waitForFinished",
    "waitForStarted",
    "waitForReadyRead",
    "waitForBytesWritten",
    "waitForConnected",
}
BY_TIMEOUT = {"urlopen", "run", "call", "check_call", "check_output", "create_connection", "select"}
OF_MODULES = {"urllib.request", "request", "subprocess", "socket", "select"}
ALWAYS = {"recv", "recv_into", "recvfrom", "accept_connection", "lockf", "flock"}
CONSTANT = re.compile(r"`([\w/]+\.py)` `([A-Z_]+)`")
NUMBER = re.compile(r"[\d.]+")


def section(heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading, without its head."""
    text = PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


@pytest.mark.parametrize("row", section(OURS), ids=lambda row: row[0])
def test_the_list_tells_the_seconds_that_the_code_waits(row: list[str]) -> None:
    _what, where, seconds, sentence = row
    assert sentence
    told = [float(one) for one in NUMBER.findall(seconds)]
    found: list[float] = []
    for path, name in CONSTANT.findall(where):
        value = getattr(importlib.import_module(path.removesuffix(".py").replace("/", ".")), name)
        values = value if isinstance(value, tuple) else (value,)
        found += [one / 1000 if name.endswith("_MS") else one for one in values]
    assert found, "no constant is named"
    assert told == found


def waits_of(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield each call that may wait for ever, as it is written, with its line."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        name, owner = call.func.attr, ast.unparse(call.func.value)
        is_bounded = any(word.arg in ("timeout", "seconds", "blocking") for word in call.keywords)
        is_patient = any(word.arg == "wait" and ast.unparse(word.value) == "True" for word in call.keywords)
        waits = (
            (name in BY_METHOD | QT_WAITS and not call.args and not is_bounded)
            or (name in BY_TIMEOUT and owner in OF_MODULES and not is_bounded)
            or name in ALWAYS
            or (name == "shutdown" and is_patient)
        )
        if waits:
            yield f"{owner}.{name}()", call.lineno


def found_in_code() -> Iterator[tuple[str, str, int]]:
    for top in ("desktop", "db"):
        for file in sorted((ROOT / top).rglob("*.py")):
            for written, line in waits_of(ast.parse(file.read_text(encoding="utf-8"))):
                yield file.relative_to(ROOT).as_posix(), written, line


def test_no_wait_without_an_end_is_missing_in_the_list() -> None:
    listed = {(row[0].strip("`"), row[1].strip("`")) for row in section(ENDLESS)}
    found = {(path, written) for path, written, _line in found_in_code()}
    new = [
        f"{path}:{line} {written}" for path, written, line in found_in_code() if (path, written) not in listed
    ]
    assert not new, "give these an end, or list them with the reason why they have one"
    assert listed <= found, f"no longer there: {listed - found}"
    assert all(row[2] for row in section(ENDLESS))


@pytest.mark.parametrize(
    "line",
    [
        "thread.join()",
        "event.wait()",
        "lock.acquire()",
        "future.result()",
        "queue.get()",
        "sock.recv(10)",
        "urllib.request.urlopen(url)",
        "subprocess.run(words)",
        "pool.shutdown(wait=True)",
        "process.waitForFinished()",
    ],
)
def test_a_wait_without_an_end_is_found(line: str) -> None:
    assert list(waits_of(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        "thread.join(3)",
        "event.wait(timeout=2)",
        "', '.join(words)",
        "found.get('name')",
        "subprocess.run(words, timeout=3)",
        "urllib.request.urlopen(url, timeout=3)",
        "pool.shutdown(wait=False)",
    ],
)
def test_a_wait_with_an_end_is_none_of_them(line: str) -> None:
    assert not list(waits_of(ast.parse(line)))


@pytest.mark.parametrize("path", ["db/gate.py", "desktop/log_file.py"])
def test_no_file_is_locked_without_trying(path: str) -> None:
    """A lock of a file is asked for and not waited for: who holds it may have been stopped."""
    for call in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "lock":
            assert ast.unparse(call.args[1]) == "TRIED"


def test_file_locks_are_asked_for_in_these_files_only() -> None:
    locking = re.compile(r"^(from|import) (portalocker|fcntl|msvcrt)|QLockFile", re.MULTILINE)
    using = {
        file.relative_to(ROOT).as_posix()
        for top in ("desktop", "db")
        for file in (ROOT / top).rglob("*.py")
        if locking.search(file.read_text(encoding="utf-8"))
    }
    assert using == {"db/gate.py", "db/open_desks.py", "desktop/log_file.py"}
