"""Every module can be imported where the names that only POSIX has are absent, as on Windows."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Standard library and packages decide by sys.platform themselves and are loaded first; then the names go.
WITHOUT_POSIX = """
import importlib, os, pkgutil, signal, socket, sys, time
from pathlib import Path

MODULES = "fcntl grp posix pwd readline resource syslog termios tty pty curses"
ABSENT = {
    os: "chown fchmod fchown fork forkpty getegid geteuid getgid getgroups getloadavg getpgid getsid getuid"
    " initgroups killpg lchown mkfifo nice openpty posix_fadvise posix_fallocate posix_spawn pread pwrite"
    " sched_getaffinity setgid setsid setuid statvfs sync sysconf uname wait wait3 wait4"
    " O_CLOEXEC O_DIRECTORY O_NOFOLLOW O_NONBLOCK O_SYNC SEEK_DATA WNOHANG",
    signal: "SIGALRM SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGQUIT SIGSTOP SIGUSR1 SIGUSR2 SIGWINCH alarm"
    " pause pthread_kill pthread_sigmask setitimer sigwait",
    time: "CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_REALTIME clock_gettime clock_gettime_ns"
    " clock_settime tzset",
    socket: "AF_UNIX SO_REUSEPORT",
}
OURS = ("db", "desktop", "resources")


def modules():
    for name in OURS:
        package = importlib.util.find_spec(name)
        yield name
        for found in pkgutil.walk_packages(package.submodule_search_locations, name + "."):
            if found.name != "desktop.__main__" and ".migrations.env" not in found.name:
                yield found.name


names = list(modules())
for name in names:
    importlib.import_module(name)
for name in [name for name in sys.modules if name.split(".")[0] in OURS]:
    del sys.modules[name]
sys.modules.update(dict.fromkeys(MODULES.split()))
for module, absent in ABSENT.items():
    for name in filter(vars(module).__contains__, absent.split()):
        delattr(module, name)
sys.platform = "win32"
failed = []
for name in [*names, "desktop.__main__"]:
    try:
        importlib.import_module(name)
    except Exception as error:
        failed.append(f"{name}: {type(error).__name__}: {error}")
print(len(names), *failed, sep="\\n")
from db.gate import Gate
with Gate(Path(sys.argv[1])).turn():
    print("a turn")
"""


def test_every_module_is_imported_without_the_names_that_only_posix_has(tmp_path: Path) -> None:
    """And the first write's way into the file is open, which it once was not."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_POSIX, str(tmp_path / "desk")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    count, *failed, turn = done.stdout.splitlines()
    assert (failed, turn) == ([], "a turn")
    assert int(count) > 300
