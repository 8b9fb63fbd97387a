"""Words have one meaning: names of modules and classes avoid those that docs/glossary.md retires."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GLOSSARY = ROOT / "docs/glossary.md"


def rows_below(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, without its head."""
    section = GLOSSARY.read_text(encoding="utf-8").split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def retired() -> list[tuple[str, str]]:
    """Each retired word with a folder in which it is retired."""
    return [
        (word, folder)
        for words, folders, _ in rows_below("Retired words")
        for word in words.split(", ")
        for folder in folders.split(", ")
    ]


def names() -> Iterator[tuple[str, str]]:
    """Name and file of every module, folder and class of the program."""
    for folder in ("db", "desktop"):
        for path in (ROOT / folder).rglob("*.py"):
            place = path.relative_to(ROOT).as_posix()
            if "migrations/versions" in place:
                continue
            yield path.parent.name if path.stem == "__init__" else path.stem, place
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef):
                    yield node.name, place


def words_of(name: str) -> set[str]:
    """`MoneyMonitor` and `money_monitor` are the words money and watch."""
    return set(re.findall(r"[a-z0-9]+", re.sub(r"([A-Z])", r"_\1", name).lower()))


def test_no_name_uses_a_retired_word() -> None:
    words = retired()
    assert len(words) >= 9
    found = [
        f"{place}: {name}"
        for name, place in names()
        for word, folder in words
        if place.startswith(f"{folder}/") and word in words_of(name)
    ]
    assert found == []


def test_a_word_is_explained_once() -> None:
    headings = ("At the desk", "Reading", "The gateway", "How the program works")
    words = [word for heading in headings for cells in rows_below(heading) for word in cells[0].split(", ")]
    assert sorted(words) == sorted(set(words))
