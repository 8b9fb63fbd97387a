"""When there is a display, and which system libraries Qt wants then."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

X11 = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}
needs_ldd = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("ldd"), reason="ldd reads Linux libraries only"
)
PLUGINS = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"


@pytest.mark.parametrize(
    ("environment", "system", "seen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        (X11, "linux", True),
        (WAYLAND, "linux", True),
        ({**X11, "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({**X11, "QT_QPA_PLATFORM": "offscreen:configfile=two.json"}, "linux", False),
        ({**X11, "QT_QPA_PLATFORM": "minimal"}, "linux", False),
        ({**X11, "QT_QPA_PLATFORM": "xcb"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "win32", False),
    ],
)
def test_a_window_is_opened_only_where_somebody_sees_it(
    bootstrap: ModuleType, environment: dict[str, str], system: str, seen: bool
) -> None:
    assert bootstrap.has_display(environment, system) is seen


def test_without_a_display_no_display_libraries_are_asked_for(bootstrap: ModuleType) -> None:
    wanted = bootstrap.libraries_wanted({}, "linux")
    assert wanted["libGL.so.1"] == "libgl1"
    assert not [soname for soname in wanted if "xcb" in soname or "wayland" in soname]


def test_each_kind_of_display_adds_its_own_libraries(bootstrap: ModuleType) -> None:
    x11 = bootstrap.libraries_wanted(X11, "linux")
    wayland = bootstrap.libraries_wanted(WAYLAND, "linux")
    assert x11["libxcb-cursor.so.0"] == "libxcb-cursor0"
    assert "libxcb-cursor.so.0" not in wayland
    assert wayland["libwayland-cursor.so.0"] == "libwayland-cursor0"
    assert bootstrap.libraries_wanted({**X11, **WAYLAND}, "linux") == x11


def test_windows_and_macos_need_no_system_libraries(bootstrap: ModuleType) -> None:
    assert bootstrap.libraries_wanted({}, "win32") == {}
    assert bootstrap.libraries_wanted(X11, "darwin") == {}


def _needed(library: Path | str) -> dict[str, str]:
    """Every library that this one pulls in, and where it is; the system's only."""
    shown = subprocess.run(["ldd", library], capture_output=True, text=True, check=True).stdout
    found = dict(re.findall(r"^\s*(\S+) => (.+?)(?: \(0x|$)", shown, re.MULTILINE))
    return {
        soname: path for soname, path in found.items() if "PySide6" not in path and "shiboken6" not in path
    }


@needs_ldd
@pytest.mark.parametrize(
    ("plugin", "environment"),
    [("libqoffscreen.so", {}), ("libqxcb.so", X11), ("libqwayland.so", WAYLAND)],
)
def test_the_list_covers_all_that_the_wheel_leaves_to_the_system(
    bootstrap: ModuleType, plugin: str, environment: dict[str, str]
) -> None:
    """What no listed library brings along, and Python does not either, would be missing on a bare machine."""
    needed = _needed(PLUGINS / plugin)
    listed = [soname for soname in bootstrap.libraries_wanted(environment, "linux") if soname in needed]
    if absent := [soname for soname in listed if needed[soname] == "not found"]:
        pytest.skip(f"not installed here, so that ldd can't follow them: {', '.join(absent)}")
    brought = {name for soname in listed for name in _needed(needed[soname])}
    python_and_c = {"libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libz.so.1"}
    compiler = {"libstdc++.so.6", "libgcc_s.so.1"}
    assert set(needed) - {*listed, *brought} - python_and_c - compiler == set()


@needs_ldd
def test_no_library_is_listed_that_qt_does_not_load(bootstrap: ModuleType) -> None:
    needed = {name for plugin in ("libqxcb.so", "libqwayland.so") for name in _needed(PLUGINS / plugin)}
    listed = {**bootstrap.libraries_wanted(X11, "linux"), **bootstrap.libraries_wanted(WAYLAND, "linux")}
    assert set(listed) - needed == set()


def test_a_library_that_is_there_loads_and_one_that_is_not_does_not(bootstrap: ModuleType) -> None:
    assert sys.platform != "linux" or bootstrap.loads("libc.so.6")
    assert not bootstrap.loads("libno-such-library.so.0")
