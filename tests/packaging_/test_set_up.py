"""Which way of installing is taken; every program that would be started is a fake."""

import sys
from pathlib import Path
from types import ModuleType

import pytest


class Machine:
    """Stands in for the programs of a machine: says which commands work, and notes what was started."""

    def __init__(self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        self.working: set[str] = set()
        self.on_path: set[str] = set()
        self.started: list[str] = []
        self.fails: set[str] = set()
        self.venv: Path = bootstrap.VENV
        monkeypatch.setattr(bootstrap, "PYTHON", "/usr/bin/python3")
        monkeypatch.setattr(bootstrap, "answers", self.answers)
        monkeypatch.setattr(bootstrap, "done", self.done)
        monkeypatch.setattr(bootstrap.shutil, "which", lambda name: name if name in self.on_path else None)
        monkeypatch.setattr(bootstrap, "own_uv", lambda: ".tools/uv" if ".tools/uv" in self.working else None)
        monkeypatch.setattr(bootstrap, "missing_libraries", dict)

    def answers(self, command: list[str]) -> bool:
        return any(word in " ".join(command) for word in self.working)

    def done(self, command: list[str], **_: str) -> bool:
        line = " ".join(command)
        self.started.append(line)
        if any(word in line for word in self.fails):
            return False
        if "--target" in line:
            self.working.add(".tools/uv")
        if "venv" in command:
            Path(command[-1]).mkdir(parents=True, exist_ok=True)
        return True


@pytest.fixture
def machine(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(bootstrap, monkeypatch)


def test_uv_on_the_path_does_it_all(bootstrap: ModuleType, machine: Machine) -> None:
    machine.on_path = machine.working = {"uv"}
    bootstrap.prepare(bootstrap.RUN_LOCK)
    made, filled = machine.started
    assert made == f"uv venv --quiet --python /usr/bin/python3 {machine.venv}"
    assert filled.startswith("uv pip sync --python ")
    assert "--require-hashes" in filled
    assert filled.endswith("requirements.lock")


def test_a_uv_that_does_not_answer_counts_as_none(bootstrap: ModuleType, machine: Machine) -> None:
    machine.on_path, machine.working = {"uv"}, {"-m pip"}
    bootstrap.prepare(bootstrap.RUN_LOCK)
    fetched, made, _ = machine.started
    assert fetched.startswith("/usr/bin/python3 -m pip install --quiet --upgrade --target ")
    assert fetched.endswith(" uv>=0.13,<0.14")
    assert made.startswith(".tools/uv venv")


def test_without_pip_an_environment_of_ensurepip_brings_uv(bootstrap: ModuleType, machine: Machine) -> None:
    machine.working = {"import ensurepip"}
    bootstrap.prepare(bootstrap.RUN_LOCK)
    assert machine.started[0] == f"/usr/bin/python3 -m venv --clear {bootstrap.TOOLS / 'seed'}"
    assert any("seed" in line and "--target" in line for line in machine.started)
    assert machine.started[-1].startswith(".tools/uv pip sync")


def test_where_uv_can_not_be_had_pip_installs_the_same(bootstrap: ModuleType, machine: Machine) -> None:
    machine.working, machine.fails = {"-m pip"}, {"--target"}
    bootstrap.prepare(bootstrap.RUN_LOCK)
    assert f"/usr/bin/python3 -m venv --clear --without-pip {machine.venv}" in machine.started
    assert " -m pip --python " in machine.started[-1]
    assert " install --quiet --require-hashes -r " in machine.started[-1]


def test_where_uv_fails_half_way_pip_goes_on(bootstrap: ModuleType, machine: Machine) -> None:
    machine.on_path, machine.working, machine.fails = {"uv"}, {"uv", "-m pip"}, {"pip sync"}
    bootstrap.prepare(bootstrap.RUN_LOCK)
    assert " install --quiet --require-hashes -r " in machine.started[-1]
    assert bootstrap.STAMP.read_text() == bootstrap.stamp_for(bootstrap.RUN_LOCK)


def test_a_failed_installation_is_said_and_leaves_the_mark(bootstrap: ModuleType, machine: Machine) -> None:
    machine.working, machine.fails = {"-m pip"}, {" install "}
    with pytest.raises(bootstrap.CannotGoOn, match="could not be installed"):
        bootstrap.prepare(bootstrap.RUN_LOCK)
    assert bootstrap.STAMP.read_text() == "unfinished"


def test_debians_python_without_pip_asks_for_its_own_package(
    bootstrap: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.on_path = {"apt-get", "sudo"}
    monkeypatch.setattr(bootstrap, "root_prefix", lambda: None)
    monkeypatch.setattr(bootstrap, "missing_libraries", lambda: {"libGL.so.1": "libgl1"})
    with pytest.raises(bootstrap.CannotGoOn) as stopped:
        bootstrap.prepare(bootstrap.RUN_LOCK)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert str(stopped.value).splitlines()[-1] == (
        f"sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 python{version}-venv"
    )
    assert machine.started == []


def test_another_python_without_pip_is_told_so(
    bootstrap: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "PYTHON", "/opt/python/bin/python3")
    machine.on_path = {"apt-get"}
    with pytest.raises(bootstrap.CannotGoOn, match="/opt/python/bin/python3 has neither pip nor ensurepip"):
        bootstrap.prepare(bootstrap.RUN_LOCK)


@pytest.mark.parametrize(
    ("sudo", "line"),
    [
        (True, "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"),
        (False, 'su -c "apt-get update && apt-get install -y --no-install-recommends libegl1 libgl1"'),
    ],
)
def test_the_line_to_paste_is_complete(bootstrap: ModuleType, sudo: bool, line: str) -> None:
    assert bootstrap.apt_line(["libegl1", "libgl1"], sudo) == line


def test_libraries_without_apt_are_named_and_the_start_goes_on(
    bootstrap: ModuleType,
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    machine.on_path = machine.working = {"uv"}
    monkeypatch.setattr(bootstrap, "missing_libraries", lambda: {"libGL.so.1": "libgl1"})
    bootstrap.prepare(bootstrap.RUN_LOCK)
    assert "install libGL.so.1 with the system's package manager" in capsys.readouterr().out
    assert bootstrap.STAMP.is_file()


def test_libraries_that_apt_does_not_bring_stop_the_start(
    bootstrap: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.on_path, machine.working = {"uv", "apt-get"}, {"uv"}
    monkeypatch.setattr(bootstrap, "missing_libraries", lambda: {"libGL.so.1": "libgl1"})
    asked: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "install_packages", asked.append)
    with pytest.raises(bootstrap.CannotGoOn, match=r"did not bring libGL\.so\.1"):
        bootstrap.prepare(bootstrap.RUN_LOCK)
    assert asked == [["libgl1"]]
