"""The locks hold what pyproject.toml asks for, in range, with hashes and without addresses."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


@dataclass(frozen=True)
class Locked:
    """One entry of a lock: its version, when it applies, and how many hashes guard it."""

    version: str
    marker: str
    hashes: int


def read_lock(name: str) -> dict[str, Locked]:
    entries = re.sub(r"\\\n\s+", " ", (ROOT / "packaging" / name).read_text(encoding="utf-8"))
    locked: dict[str, Locked] = {}
    for line in entries.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            wanted, *hashes = line.split(" --hash=sha256:")
            requirement = Requirement(wanted)
            (pinned,) = requirement.specifier
            assert pinned.operator == "=="
            locked[canonicalize_name(requirement.name)] = Locked(
                pinned.version, str(requirement.marker or ""), len(hashes)
            )
    return locked


def read_in(name: str) -> set[str]:
    lines = (ROOT / "packaging" / name).read_text(encoding="utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith(("#", "-r"))}


def declared(group: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run: list[str] = project["project"]["dependencies"]
    dev: list[str] = project["dependency-groups"]["dev"]
    return run if group == "run" else dev


@pytest.mark.parametrize(("name", "group"), [("requirements.in", "run"), ("requirements-dev.in", "dev")])
def test_what_is_locked_is_what_the_project_declares(name: str, group: str) -> None:
    assert read_in(name) == set(declared(group))


@pytest.mark.parametrize(("name", "groups"), [(LOCKS[0], ["run"]), (LOCKS[1], ["run", "dev"])])
def test_every_dependency_is_locked_in_range(name: str, groups: list[str]) -> None:
    lock = read_lock(name)
    for line in (line for group in groups for line in declared(group)):
        wanted = Requirement(line)
        locked = lock[canonicalize_name(wanted.name)]
        assert wanted.specifier.contains(locked.version), f"{line}: {name} has {locked.version}"
        assert not locked.marker, f"{line} is wanted everywhere; {name} has it only where {locked.marker}"


@pytest.mark.parametrize("name", LOCKS)
def test_every_entry_is_guarded_by_hashes(name: str) -> None:
    assert [package for package, locked in read_lock(name).items() if locked.hashes == 0] == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_says_where_to_download_from(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links", text)


def test_the_development_lock_holds_all_of_the_other() -> None:
    run, dev = (read_lock(name) for name in LOCKS)
    assert {package: locked for package, locked in dev.items() if package in run} == run


def test_the_optional_parts_that_we_ask_for_are_locked() -> None:
    assert read_lock(LOCKS[0])["psycopg-binary"].version == read_lock(LOCKS[0])["psycopg"].version


def test_the_folder_never_hides_the_library_of_its_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert not (ROOT / "tests" / "packaging").exists()
