"""No secret stays in the list of programs, in a log, in a sentence or in what a fault shows."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db.engine import open_engine
from db.errors import DatabaseUnavailable
from desktop.commands.trouble import explain_trouble
from desktop.config import Config
from desktop.logs import redact
from desktop.paths import Paths
from desktop.secrets_away import DATABASE_VARIABLE, SECRET_VARIABLE, masked, without_secrets

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "postgresql://desk:hunter2@server:5432/books?sslmode=require"


@pytest.mark.parametrize("words", [["--database", ADDRESS], [f"--database={ADDRESS}"], ["--databa", ADDRESS]])
def test_an_address_with_a_password_leaves_the_command_line(words: list[str]) -> None:
    kept, found = without_secrets(["audit", *words, "--desk", "D2"])
    assert kept == ["audit", "--desk", "D2"]
    assert found == {DATABASE_VARIABLE: ADDRESS}


@pytest.mark.parametrize("words", [["--secret", "s"], ["--secret=s"], ["--sec", "s"]])
def test_the_practice_secret_leaves_it_too(words: list[str]) -> None:
    assert without_secrets(["practice", *words]) == (["practice"], {SECRET_VARIABLE: "s"})


@pytest.mark.parametrize(
    "words",
    [
        ["--database", "postgresql://desk@server/books"],
        ["--database=postgresql://server:5432/books"],
        ["--database", "sqlite:////home/a:b/c.sqlite3"],
        ["--data-dir", "here"],
        ["import", "--dry-run", "a=b.csv"],
        ["--database"],
    ],
)
def test_what_holds_no_secret_stays(words: list[str]) -> None:
    assert [one for one in without_secrets(words)[0] if one] == words
    assert not without_secrets(words)[1]


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS,
        "postgresql://desk:hunter2@a,b/books",
        "postgresql://desk@server/books?password=hunter2",
        "postgresql://desk@server/books?sslmode=require&password=hunter2",
        "postgresql://desk:hun/ter2hunter2@server/books",
    ],
)
def test_no_password_is_shown_or_logged(address: str) -> None:
    assert "hunter2" not in masked(f"could not open {address} today")
    assert "hunter2" not in repr(redact(None, "error", {"event": f"lost {address}", "said": [address]}))
    assert "hunter2" not in repr(Config(Paths(), database_url=address))
    assert "hunter2" not in explain_trouble(DatabaseUnavailable(f"no route to {address}"))


def test_the_engine_shows_no_password() -> None:
    engine = open_engine(ADDRESS)
    assert "hunter2" not in f"{engine!r} {engine.url}"
    engine.dispose()


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="no list of programs to look into")
def test_a_running_practice_gateway_shows_no_secret_in_the_list_of_programs(tmp_path: Path) -> None:
    words = ["practice", "--secret", "hunter2hunter2", "--data-dir", str(tmp_path)]
    running = subprocess.Popen(
        [sys.executable, "-m", "desktop", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    try:
        begun = time.monotonic()
        assert running.stdout.readline().startswith("http://127.0.0.1:")
        shown = Path(f"/proc/{running.pid}/cmdline").read_bytes()
        assert b"practice" in shown
        assert b"hunter2" not in shown
        assert time.monotonic() - begun < 60
    finally:
        running.terminate()
        said = running.communicate(timeout=30)[1]
    assert SECRET_VARIABLE in said
    assert "hunter2" not in said


def test_a_command_says_what_to_do_instead_and_goes_on(tmp_path: Path) -> None:
    words = [
        "audit",
        "--database",
        "postgresql://nobody:hunter2@127.0.0.1:9/none",
        "--data-dir",
        str(tmp_path),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    assert ".pgpass" in done.stderr
    assert "The database can't be opened" in done.stdout
    assert "hunter2" not in done.stdout + done.stderr
