"""The name of a boot on each system: one for all programs of a boot, another for the next boot or machine."""

import contextlib
import ctypes
import subprocess
import sys
import time
import types
from pathlib import Path
from typing import Any

import pytest

from db import node_clock
from db.node_clock import boot_id, boot_nanoseconds

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> types.SimpleNamespace:
    """A Windows whose count of boots and whose machine's name the test sets."""
    count = ctypes.c_uint32(57)
    made = types.SimpleNamespace(count=count, machine="machine-a")
    winreg = types.ModuleType("winreg")
    vars(winreg).update(
        HKEY_LOCAL_MACHINE="HKLM",
        OpenKey=lambda root, path: contextlib.nullcontext((root, path)),
        QueryValueEx=lambda _key, name: ({"MachineGuid": made.machine}[name], 1),
    )
    monkeypatch.setitem(sys.modules, "winreg", winreg)
    monkeypatch.setattr(node_clock, "WINDOWS_BOOT_COUNT", ctypes.addressof(count))
    monkeypatch.setattr(sys, "platform", "win32")
    return made


def test_windows_names_a_boot_by_its_count_and_machine(windows: types.SimpleNamespace) -> None:
    first = boot_id()
    assert boot_id() == first == "machine-a 57"
    windows.count.value = 58
    assert boot_id() != first
    windows.count.value, windows.machine = 57, "machine-b"
    assert boot_id() != first


def test_windows_name_does_not_follow_the_clock(
    windows: types.SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = boot_id()
    moved = time.monotonic_ns() + 3_600_000_000_000
    monkeypatch.setattr(time, "monotonic_ns", lambda: moved)
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert boot_id() == first


@pytest.fixture
def mac(monkeypatch: pytest.MonkeyPatch) -> types.SimpleNamespace:
    """A macOS that answers sysctl by name."""
    values = {b"kern.bootsessionuuid": b"5E6FFEBE-0000-4000-8000-000000000001"}
    made = types.SimpleNamespace(values=values)

    def sysctlbyname(name: bytes, value: Any, size: Any, new: None, new_size: Any) -> int:
        assert size._obj.value == len(value)
        if name not in values:
            return -1
        value.value = values[name]
        return 0

    monkeypatch.setattr(ctypes, "CDLL", lambda _name: types.SimpleNamespace(sysctlbyname=sysctlbyname))
    monkeypatch.setattr(sys, "platform", "darwin")
    return made


def test_macos_names_a_boot_itself(mac: types.SimpleNamespace) -> None:
    assert boot_id() == "5E6FFEBE-0000-4000-8000-000000000001"


def test_macos_without_the_name_names_the_process(mac: types.SimpleNamespace) -> None:
    mac.values.clear()
    assert boot_id().startswith("process ")


def test_macos_counts_sleep(mac: types.SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "CLOCK_MONOTONIC_RAW", 4, raising=False)
    monkeypatch.setattr(time, "clock_gettime_ns", {4: 77}.__getitem__, raising=False)
    assert boot_nanoseconds() == 77


def test_a_system_without_a_name_names_the_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "freebsd14")
    monkeypatch.setattr(node_clock, "BOOT_ID", tmp_path / "none")
    assert boot_id().startswith("process ")
    assert boot_nanoseconds() <= time.monotonic_ns()


@pytest.mark.skipif(sys.platform not in ("linux", "win32", "darwin"), reason="no name of the boot there")
def test_two_programs_on_this_machine_name_one_boot() -> None:
    """And count from one moment: what the second one reads lies between two readings of the first."""
    code = "from db.node_clock import boot_id, boot_nanoseconds as count; print(count(), boot_id())"
    before = boot_nanoseconds()
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    counted, name = done.stdout.strip().split(" ", 1)
    assert before <= int(counted) <= boot_nanoseconds()
    assert name == boot_id()
