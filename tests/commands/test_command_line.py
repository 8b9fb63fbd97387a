"""The command line as a manager meets it: real processes, real files."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from db.engine import open_engine, sqlite_url
from desktop.__main__ import build_parser, main
from desktop.services.domain.desk_code import normal_desk_code
from tests.new_books import make_books

ROOT = Path(__file__).resolve().parents[2]


def desk(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one command on a data folder."""
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments, "--data-dir", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_audit_makes_no_books_where_there_are_none(tmp_path: Path) -> None:
    done = desk("audit", folder=tmp_path)
    assert done.returncode == 1
    assert "there is no file" in done.stdout
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [["--book"], []])
def test_any_file_of_books_is_audited_by_its_name(words: list[str], tmp_path: Path) -> None:
    file = make_books(tmp_path, "carried here.sqlite3")
    assert main(["audit", *words, str(file), "--data-dir", str(tmp_path / "none")]) == 0
    assert list(tmp_path.iterdir()) == [file]


def test_audit_of_a_new_database_passes_with_a_line_for_each_check(tmp_path: Path) -> None:
    make_books(tmp_path)
    done = desk("audit", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert re.fullmatch(r"(\d+) of \1 checks passed", lines[-1])
    assert all(re.match(r"ok    \w+ +\d+ checked", line) for line in lines[1:-1])


def test_audit_fails_with_status_1_and_names_the_row(tmp_path: Path) -> None:
    make_books(tmp_path)
    engine = open_engine(sqlite_url(tmp_path / "counterfoil.sqlite3"))
    with engine.begin() as connection:
        values = "'e1', 'broken', NULL, 0, (SELECT id FROM desk), NULL, 'here'"
        connection.exec_driver_sql(
            f"INSERT INTO entry (id, kind, booking_id, at, desk_id, request_key, home) VALUES ({values})"  # noqa: S608  constants
        )
        connection.exec_driver_sql(
            "INSERT INTO posting (entry_id, number, account_id, amount_paise, home)"
            " VALUES ('e1', 1, (SELECT id FROM account WHERE kind = 'sales'), 5, 'here')"
        )
    engine.dispose()
    done = desk("audit", folder=tmp_path)
    assert done.returncode == 1
    assert "FAIL  entries_sum_to_zero" in done.stdout
    assert "e1" in done.stdout


def test_a_newer_database_is_refused_in_one_sentence(tmp_path: Path) -> None:
    make_books(tmp_path)
    engine = open_engine(sqlite_url(tmp_path / "counterfoil.sqlite3"))
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    done = desk("audit", folder=tmp_path)
    assert done.returncode == 1
    assert "newer version of Counterfoil" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_database_that_can_not_be_reached_is_said_plainly(tmp_path: Path) -> None:
    done = desk("audit", "--database", "postgresql://nobody@127.0.0.1:9/none", folder=tmp_path)
    assert done.returncode == 1
    assert "The database can't be opened" in done.stdout
    assert "Traceback" not in done.stderr


def test_import_names_line_and_column_and_changes_nothing(tmp_path: Path) -> None:
    rates = tmp_path / "rates.csv"
    rates.write_text("offering,first_day,last_day,price\nNONE,2026-13-01,2026-12-01,many\n")
    done = desk("import", str(rates), folder=tmp_path)
    assert done.returncode == 1
    assert "nothing was changed" in done.stdout
    assert "rates.csv:" in done.stdout


def test_import_of_the_sample_files_can_be_rehearsed(tmp_path: Path) -> None:
    files = sorted(str(file) for file in (ROOT / "resources" / "sample").glob("*.csv"))
    rehearsed = desk("import", *files, "--dry-run", folder=tmp_path)
    assert rehearsed.returncode == 0, rehearsed.stdout
    assert "Nothing was written" in rehearsed.stdout
    written = desk("import", *files, folder=tmp_path)
    assert written.returncode == 0
    assert written.stdout.splitlines()[-1] == "Written."
    again = desk("import", *files, folder=tmp_path)
    assert again.stdout.splitlines()[-1] == "Nothing changed."


def test_rooms_go_off_sale_by_their_names_and_most_of_them_with_a_word(tmp_path: Path) -> None:
    sample = ROOT / "resources" / "sample"
    assert desk("import", *(str(file) for file in sample.glob("*.csv")), folder=tmp_path).returncode == 0
    header, *lines = (sample / "rooms.csv").read_text(encoding="utf-8").splitlines()
    deluxe = next(line for line in lines if line.startswith("DLX,"))
    rooms = tmp_path / "rooms.csv"
    rooms.write_text(f"{header}\n{deluxe.replace('201-212', '201-203')}\n", encoding="utf-8")
    refused = desk("import", str(rooms), folder=tmp_path)
    assert refused.returncode == 1
    assert "retires 9 of 12 of DLX: 204," in refused.stdout
    done = desk("import", str(rooms), "--retire", folder=tmp_path)
    assert done.returncode == 0
    assert "DLX retired: 204, 205, 206, 207, 208, 209, 210, 211, 212" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signal to one process alone")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_the_practice_gateway_answers_alone_and_ends_on_interrupt(
    tmp_path: Path, sent: signal.Signals
) -> None:
    """Also where its parent ignores SIGINT, as nohup and many CI systems do: children inherit that."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _practise_until(sent, tmp_path)
    finally:
        signal.signal(signal.SIGINT, before)


def _practise_until(sent: signal.Signals, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", "practice", "--data-dir", str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        page = requests.get(address, timeout=60)
        process.send_signal(sent)
        process.communicate(timeout=60)
    assert page.status_code == 200
    assert process.returncode == 0


def test_the_practice_gateway_refuses_a_live_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["practice", "--key", "rzp_live_0123456789abcd", "--data-dir", str(tmp_path)]) == 1
    assert "does not start" in capsys.readouterr().out


def test_without_a_display_the_way_to_the_pictures_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert "tour --out" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["tour", "audit", "import", "practice", "backup", "restore", "review"])
def test_every_command_is_in_the_help(command: str) -> None:
    assert f"    {command} " in build_parser().format_help()


@pytest.mark.parametrize("seconds", ["-1", "301"])
def test_a_grace_out_of_range_is_refused(seconds: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--grace", seconds, "audit", "--data-dir", str(tmp_path)])
    assert ended.value.code == 2


@pytest.mark.parametrize("words", [["--desk", "CODE", "audit"], ["desk", "take", "CODE"]])
@pytest.mark.parametrize("code", ["", " ", "D-1", "DESK1", "डे", "../D1", "d;"])
def test_a_desk_has_a_code_of_one_to_four_letters_or_figures(
    words: list[str], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*(code if word == "CODE" else word for word in words), "--data-dir", str(tmp_path)])
    assert ended.value.code == 2
    assert "one to four letters or figures" in capsys.readouterr().err


@pytest.mark.parametrize(("typed", "code"), [("d", "D"), ("D1", "D1"), ("goa", "GOA"), ("fr०2", "FR02")])
def test_a_desks_code_is_written_in_capitals(typed: str, code: str) -> None:
    assert normal_desk_code(typed) == code


@pytest.mark.parametrize("words", [["--desk", "D7", "audit"], ["audit", "--desk", "D7"]])
def test_options_stand_before_or_after_the_command(words: list[str]) -> None:
    options = build_parser().parse_args(words)
    assert (options.desk, options.clerk, options.grace, options.live) == ("D7", "clerk", 0, False)


@pytest.mark.parametrize("place", ["a file", "a file/below"])
def test_a_data_folder_that_can_not_be_made_is_said_plainly(place: str, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    done = desk("audit", folder=tmp_path / place)
    assert done.returncode == 1
    assert "The database can't be opened" in done.stdout
    assert "Traceback" not in done.stderr


def test_what_is_no_address_or_no_database_is_said_plainly(tmp_path: Path) -> None:
    nonsense = desk("audit", "--database", "nonsense", folder=tmp_path)
    (tmp_path / "counterfoil.sqlite3").write_text(
        "nothing that SQLite has written, and longer than its header\n" * 9
    )
    damaged = desk("audit", folder=tmp_path)
    for done, said in ((nonsense, "The database can't be opened"), (damaged, "no books of Counterfoil")):
        assert done.returncode == 1
        assert said in done.stdout
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["a b", "a%20b", "100%", "rooms?mode=ro", "desk#1", "राहुल"])
def test_a_data_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    """`%20`, `?` and `#` mean something in an address, and led to a neighbour's file once."""
    folder = tmp_path / name
    file = make_books(folder)
    assert main(["audit", "--data-dir", str(folder)]) == 0
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
    assert list(folder.iterdir()) == [file]
