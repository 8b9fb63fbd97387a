"""Set the program up and start it, or check it.

    bootstrap.py run [arguments]     the desk; without a display it does a desk's job by itself
    bootstrap.py test [arguments]    lint, types, layers and all tests; with arguments only pytest with them

Needs Python's standard library only. Installs what is missing into `.venv` beside the sources, exactly as the
lock files say. Status 1: something is missing that only the reader can install; the last line says how.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV, TOOLS = ROOT / ".venv", ROOT / ".tools"
STAMP = VENV / "counterfoil.stamp"
RUN_LOCK, DEV_LOCK = (ROOT / "packaging" / f"requirements{more}.lock" for more in ("", "-dev"))
QT_LIBRARIES = ROOT / "packaging" / "qt-libraries.txt"
UV_WANTED, UNFINISHED = "uv>=0.13,<0.14", "unfinished"
# What the program does without its window; options alone mean the window.
WITHOUT_WINDOW = frozenset(("tour", "audit", "import", "practice", "-h", "--help"))
SYSTEMS, MYPY = ("linux", "win32", "darwin"), ["-m", "mypy", "--platform"]  # each sees other branches
VERSION = sys.version_info[:2]
# The interpreter below any virtual environment: the environment itself may have to be built anew.
PYTHON = getattr(sys, "_base_executable", None) or sys.executable


class CannotGoOn(Exception):
    """Something is missing that this script may not or can not install; the text says what to do."""


def say(line: str) -> None:
    # No output at all or a sign that it doesn't know ends nothing; flushed before what the steps print.
    coding = getattr(sys.stdout, "encoding", None) or "utf-8"
    print(line.encode(coding, "replace").decode(coding), flush=True)


def has_display(environment: Mapping[str, str], system: str) -> bool:
    """Whether a window would be seen: on Linux a display is named and Qt is not told to draw elsewhere."""
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal"):
        return False
    return system != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def libraries_wanted(environment: Mapping[str, str], system: str) -> dict[str, str]:
    """The system libraries that Qt will load here, each with Debian's package; none outside Linux."""
    if system != "linux":
        return {}
    # An X display beside a Wayland one is the way that always works.
    screen = "xcb" if environment.get("DISPLAY") else "wayland"
    sets = {"offscreen", screen} if has_display(environment, system) else {"offscreen"}
    lines = (line.split() for line in QT_LIBRARIES.read_text(encoding="utf-8").splitlines())
    return {soname: package for when, soname, package, *_ in lines if when in sets}


def loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def answers(command: list[str]) -> bool:
    """Whether the command exists and works; a wrapper script without its program behind it does not."""
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0
    except OSError:
        return False


def done(command: list[str], **variables: str) -> bool:
    """Run a step in the foreground, its messages visible; True when it ended well."""
    # The last two wishes of a reader would collide with the folder that the command names.
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    ours = {"UV_PYTHON_DOWNLOADS": "never", **quiet, "PIP_REQUIRE_VIRTUALENV": "0", "PIP_USER": "0"}
    foreign = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    try:
        return subprocess.run(command, env={**kept, **ours, **variables}).returncode == 0
    except OSError:
        return False


def apt_line(packages: list[str], sudo: bool) -> str:
    """The one line that an ordinary user can paste to have the packages installed."""
    update, install = "apt-get update", f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    return f"sudo {update} && sudo {install}" if sudo else f'su -c "{update} && {install}"'


def root_prefix() -> list[str] | None:
    """What to put before a command so that root runs it without a question; None where that can't be had."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if answers(["sudo", "-n", "true"]) else None


def install_packages(packages: list[str]) -> None:
    """Install Debian packages as root, else raise CannotGoOn with the line that does it."""
    prefix = root_prefix()
    if prefix is None:
        line = apt_line(packages, sudo=shutil.which("sudo") is not None)
        raise CannotGoOn(f"System packages are missing. Install them like this and start again:\n{line}")
    say(f"Installing system packages: {' '.join(packages)} ...")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run([*apt, *step], stdout=subprocess.DEVNULL)


def missing_libraries() -> dict[str, str]:
    wanted = libraries_wanted(os.environ, sys.platform).items()
    return {soname: package for soname, package in wanted if not loads(soname)}


def ensure_system(packages: list[str]) -> None:
    """See that Qt finds its system libraries and that `packages` are there, or raise CannotGoOn."""
    libraries = missing_libraries()
    if libraries and not shutil.which("apt-get"):
        say(f"Qt may not start: install {', '.join(libraries)} with the system's package manager.")
    elif libraries or packages:
        install_packages(sorted({*libraries.values(), *packages}))
        if still := missing_libraries():
            raise CannotGoOn(f"apt-get did not bring {', '.join(still)}; its messages are above.")


def interpreter_of(folder: Path) -> str:
    return str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def stamp_for(lock: Path) -> str:
    """What the stamp says when the environment holds this lock for this Python on this machine."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{lock.name} {digest} {platform.machine()} {sys.platform} {VERSION[0]}.{VERSION[1]}"


def is_ready(lock: Path) -> bool:
    """Whether nothing need be installed. The development lock holds all of the other one."""
    there = STAMP.is_file() and Path(interpreter_of(VENV)).exists()
    return there and STAMP.read_text(encoding="utf-8") in {stamp_for(lock), stamp_for(DEV_LOCK)}


def clear_unusable() -> None:
    """Take away an environment whose installation was cut short, or whose Python is gone or another one."""
    same = f"import sys; sys.exit(sys.version_info[:2] != {VERSION})"
    cut_short = STAMP.is_file() and STAMP.read_text(encoding="utf-8") == UNFINISHED
    if VENV.exists() and (cut_short or not answers([interpreter_of(VENV), "-I", "-c", same])):
        say("The environment here is unfinished or for another Python: building it anew.")
        shutil.rmtree(VENV)


def pips() -> Iterator[list[str]]:
    """The pips that can be had: the interpreter's own, then one in a small environment from ensurepip."""
    if answers([PYTHON, "-m", "pip", "--version"]):
        yield [PYTHON, "-m", "pip"]
    if answers([PYTHON, "-c", "import ensurepip, venv"]):
        folder = TOOLS / "seed"
        pip = [interpreter_of(folder), "-m", "pip"]
        if answers([*pip, "--version"]) or done([PYTHON, "-m", "venv", "--clear", str(folder)]):
            yield pip


def own_uv() -> str | None:
    code = f"import sys; sys.path.insert(0, {str(TOOLS)!r}); import uv; print(uv.find_uv_bin())"
    return subprocess.run([PYTHON, "-c", code], capture_output=True, text=True).stdout.strip() or None


def present_uv() -> str | None:
    """A working uv: the one on PATH, else the one that an earlier start put into `.tools`."""
    candidates = (path for path in (shutil.which("uv"), own_uv()) if path)
    return next((path for path in candidates if answers([path, "--version"])), None)


def fetch_uv() -> str | None:
    """Put uv into `.tools` with whatever pip there is; None where that fails."""
    for pip in pips():
        say("Fetching uv, which installs the rest ...")
        # A folder of our own is allowed even where the system manages its Python.
        if done([*pip, "install", "--quiet", "--upgrade", "--target", str(TOOLS), UV_WANTED]):
            return present_uv()
    return None


def packages_for_pip() -> list[str]:
    """Debian's Python may come without pip and ensurepip: the package with them; CannotGoOn elsewhere."""
    if next(pips(), None):
        return []
    if not shutil.which("apt-get") or Path(PYTHON).resolve().parent != Path("/usr/bin"):
        raise CannotGoOn(f"{PYTHON} has neither pip nor ensurepip. Install pip for it, or put uv on PATH.")
    return [f"python{VERSION[0]}.{VERSION[1]}-venv"]


def make_environment(uv: str | None) -> bool:
    """See that `.venv` is there, marked as unfinished."""
    made = VENV.exists() or bool(uv and done([uv, "venv", "--quiet", "--python", PYTHON, str(VENV)]))
    if not made and not done([PYTHON, "-m", "venv", "--clear", "--without-pip", str(VENV)]):
        return False
    STAMP.write_text(UNFINISHED, encoding="utf-8")
    return True


def fill_environment(uv: str | None, lock: Path) -> bool:
    """Install the lock with uv, else with pip."""
    to, what = ["--python", interpreter_of(VENV)], ["--quiet", "--require-hashes"]
    if uv and done([uv, "pip", "sync", *to, *what, str(lock)]):
        return True
    say("uv could not do it; installing with pip, which takes longer ...")
    return any(done([*pip, *to, "install", *what, "-r", str(lock)]) for pip in pips())


def prepare(lock: Path) -> None:
    """Have all that the lock names, or raise CannotGoOn. Cut short, it is built anew at the next start."""
    ready = is_ready(lock)
    uv = None if ready else present_uv()
    ensure_system([] if ready or uv else packages_for_pip())
    if ready:
        return
    uv = uv or fetch_uv()
    clear_unusable()
    say(f"Installing {lock.name} into .venv (some 300 MB; seconds, or a minute) ...")
    if not (make_environment(uv) and fill_environment(uv, lock)):
        raise CannotGoOn("The packages could not be installed; the messages above say why.")
    STAMP.write_text(stamp_for(lock), encoding="utf-8")


def run(arguments: list[str]) -> int:
    """Start the program where the reader stands, so that the files they name are found."""
    prepare(RUN_LOCK)
    if not has_display(os.environ, sys.platform):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        if not WITHOUT_WINDOW.intersection(arguments):
            if "--live" in arguments:
                raise CannotGoOn("There is no display: real money is taken in a window only.")
            arguments = ["tour", "--out", str(ROOT / "out"), *arguments]
            say(f"No display: the desk's job runs by itself, its pictures and receipt go to {ROOT / 'out'}")
    os.environ.pop("PYTHONHOME", None)
    os.environ["PYTHONPATH"] = str(ROOT)
    # -P: a folder `desktop` where the reader happens to stand must not be taken for the program.
    command = [interpreter_of(VENV), "-P", "-m", "desktop", *arguments]
    if hasattr(os, "fork"):
        os.execv(command[0], command)  # noqa: S606  the program takes this process over, signals and all
    return subprocess.run(command).returncode


def checks(arguments: list[str]) -> dict[str, list[str]]:
    """The steps of `test` by name, tests last, on every core; only pytest when the reader said what."""
    ours = ["--extend-exclude", ".tools", "."]  # .gitignore counts only in a git checkout
    steps = {
        "ruff check": ["-m", "ruff", "check", *ours],
        "ruff format": ["-m", "ruff", "format", "--check", *ours],
        **{f"mypy for {on}": [*MYPY, on, "--cache-dir", f".mypy_cache/{on}"] for on in SYSTEMS},
        "import contracts": ["-c", "from importlinter.cli import lint_imports_command as check; check()"],
    }
    if arguments:
        return {"pytest": ["-m", "pytest", *arguments]}
    steps["pytest"] = ["-m", "pytest", "-n", "auto", "--dist", "worksteal", "--cov"]
    return {**steps, "pytest on two other days": ["tests/other_days.py"]}


def test(arguments: list[str]) -> int:
    """Run every check even after a fault, so that one run shows all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare(DEV_LOCK)
    os.chdir(ROOT)
    faults: list[str] = []
    for name, step in checks(arguments).items():
        say(f"== {name}")
        if not done([interpreter_of(VENV), *step], PYTHONPATH=str(ROOT)):
            faults.append(name)
    if faults:
        say(f"Faults found by: {', '.join(faults)}")
    return int(bool(faults))


def main(arguments: list[str]) -> int:
    if VERSION < (3, 11):
        say(f"Counterfoil needs Python 3.11 or newer; {sys.executable} is {platform.python_version()}.")
        return 1
    commands = {"run": run, "test": test}
    if not arguments or arguments[0] not in commands:
        say((__doc__ or "").strip())
        return 2
    try:
        return commands[arguments[0]](arguments[1:])
    except CannotGoOn as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
