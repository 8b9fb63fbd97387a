"""Practice data and real money never meet: each has its own file, and a database is for one of them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db.engine import open_engine, sqlite_url
from db.errors import DatabaseOfOtherMode
from db.ids import RequestKey
from db.install import install
from db.migrate import migrate
from desktop import bootstrap
from desktop.__main__ import main
from desktop.bootstrap import open_desk
from desktop.commands import tour
from desktop.commands.window import explain_start
from desktop.config import Config
from desktop.paths import Paths
from desktop.services.domain.disturbance import GatewayAnswer
from desktop.services.events import Event
from desktop.services.gateways.live_keys import KeyStoreSilent, LiveKeys, NoKeyStore

ROOT = Path(__file__).resolve().parents[2]


def ignore(_event: Event) -> None:
    """Take an event."""


@pytest.fixture
def keys_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a keyring hold live keys; nothing is sent with them."""
    keys = LiveKeys("rzp_live_0123456789abcd", "a-secret-of-nobody")
    monkeypatch.setattr(bootstrap, "read_live_keys", lambda: keys)


@pytest.mark.usefixtures("keys_kept")
def test_who_practised_can_go_live_in_the_same_folder(tmp_path: Path) -> None:
    practice, live = Config(Paths(tmp_path)), Config(Paths(tmp_path), practice=False)
    with open_desk(practice, ignore) as desk:
        assert desk.services.find_customers("Asha")
    with open_desk(live, ignore) as desk:
        assert desk.services.find_customers("Asha") == ()
        assert desk.services.list_offerings() == ()
        desk.services.save_customer("9812345670", "Devika", actor=desk.services.actor())
    with open_desk(practice, ignore) as desk:
        assert desk.services.find_customers("Asha")
        assert desk.services.find_customers("Devika") == ()
    with open_desk(live, ignore) as desk:
        assert desk.services.find_customers("Devika")


@pytest.mark.usefixtures("keys_kept")
@pytest.mark.parametrize(
    ("first", "words"), [(True, ("for practice", "without --live")), (False, ("real money", "with --live"))]
)
def test_a_named_database_of_the_other_mode_is_refused(
    tmp_path: Path, first: bool, words: tuple[str, str]
) -> None:
    url = sqlite_url(tmp_path / "one.sqlite3")
    with open_desk(Config(Paths(tmp_path), url, practice=first), ignore):
        pass
    with (
        pytest.raises(DatabaseOfOtherMode) as refusal,
        open_desk(Config(Paths(tmp_path), url, practice=not first), ignore),
    ):
        pass
    told = explain_start(refusal.value)
    assert all(word in told for word in words)


def silent_keyring() -> LiveKeys:
    """Stand for a keyring that is locked."""
    raise KeyStoreSilent("no answer")


def no_keyring() -> LiveKeys:
    """Stand for a computer without one."""
    raise NoKeyStore("none")


@pytest.mark.parametrize(
    ("read", "answer"),
    [
        (lambda: None, GatewayAnswer.NO_KEYS),
        (silent_keyring, GatewayAnswer.NO_KEYRING),
        (no_keyring, GatewayAnswer.NO_KEYRING),
    ],
)
def test_a_live_desk_without_keys_sells_and_has_no_gateway(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    read: Callable[[], LiveKeys | None],
    answer: GatewayAnswer,
) -> None:
    monkeypatch.setattr(bootstrap, "read_live_keys", read)
    with open_desk(Config(Paths(tmp_path), practice=False), ignore) as desk:
        state = desk.services.show_gateway()
        assert (state.answer, state.is_there) == (answer, False)
        customer = desk.services.save_customer("9812345670", "Devika", actor=desk.services.actor())
        desk.services.top_up_wallet(customer.id, 500_00, RequestKey("k"), actor=desk.services.actor())
        assert desk.services.get_customer(customer.id).wallet_paise == 500_00


def test_keys_that_are_put_in_count_from_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config, kept = Config(Paths(tmp_path), practice=False), list[LiveKeys]()
    monkeypatch.setattr(bootstrap, "read_live_keys", lambda: kept[0] if kept else None)
    with open_desk(config, ignore) as desk:
        kept.append(LiveKeys("rzp_live_0123456789abcd", "a-secret-of-nobody"))
        assert not desk.services.show_gateway().is_there
    with open_desk(config, ignore) as desk:
        assert desk.services.show_gateway().is_there


def test_the_tour_says_in_one_line_that_it_does_not_sell_for_real(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "live.sqlite3")
    engine = open_engine(url)
    migrate(engine)
    install(engine, desk_code="D1", clerk="clerk", practice=False)
    engine.dispose()
    words = ["tour", "--out", str(tmp_path / "out"), "--database", url, "--data-dir", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 1
    assert "real money" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("named", [[], ["--data-dir", "here"], ["--database", "postgresql://desk@server/x"]])
def test_the_tour_leaves_the_books_of_whoever_practises_alone(
    named: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It rounds cash, moves the clock and sells things out: only where somebody named the place."""
    used: list[Config] = []

    def run_tour(config: Config, _out: Path) -> int:
        used.append(config)
        return 0

    monkeypatch.setattr(tour, "run_tour", run_tour)
    assert main(["tour", "--out", str(tmp_path), *named]) == 0
    (config,) = used
    usual = Paths(Path("here") if "--data-dir" in named else None).data_dir
    assert (config.paths.data_dir == usual) is bool(named)
    assert config.database_url == (named[1] if "--database" in named else None)


def test_commands_say_which_of_the_two_files_they_mean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "--data-dir", str(tmp_path)]) == 1  # there are none yet, and audit makes none
    assert capsys.readouterr().out.splitlines()[0] == (
        f"{tmp_path / 'counterfoil.sqlite3'} (practice; with --live the other one)"
    )
    files = [str(file) for file in sorted((ROOT / "resources" / "sample").glob("*.csv"))]
    assert main(["--live", "import", *files, "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"{tmp_path / 'counterfoil-live.sqlite3'} (real money)"
    live = sqlite_url(tmp_path / "counterfoil-live.sqlite3")
    assert main(["audit", "--database", live, "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("ok ")
