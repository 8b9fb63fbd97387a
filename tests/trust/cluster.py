"""PostgreSQL servers of one's own on this machine: started, stopped dead, let go on, promoted, removed.

Only processes that were started here are ever signalled: those below the postmaster of one's own folder.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import pwd

OWNER = "postgres"
USER = "counterfoil"


def binaries() -> Path | None:
    """Return the folder of PostgreSQL's programs, the newest; None where there is none."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[-3].split(".")[0])
    )
    named = shutil.which("initdb")
    initdb = found[-1] if found else (Path(named) if named else None)
    if initdb is None or not (initdb.parent / "pg_ctl").exists():
        return None
    return initdb.parent if _has_owner() else None


@dataclass
class Server:
    """One server in `folder`, on `port` of this machine."""

    programs: Path
    folder: Path
    port: int

    @property
    def url(self) -> str:
        """Its address."""
        return f"postgresql+psycopg://{USER}@127.0.0.1:{self.port}/postgres"

    def start(self, **settings: str) -> None:
        """Start it and wait until it answers; each setting is the server's own."""
        given = {
            "port": str(self.port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": str(self.folder),
            "fsync": "off",
            **settings,
        }
        options = " ".join(f"-c {name}='{value}'" for name, value in given.items())
        # Its output goes to its log: whoever holds a pipe of ours open would be waited for.
        ended = ("-s", "-w", "-t", "60", "-o", options, "start")
        _as_owner([self.programs / "pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", *ended])

    def promote(self) -> None:
        """Let the standby take writes."""
        _as_owner([self.programs / "pg_ctl", "-D", self.folder / "data", "-s", "-w", "promote"])

    def follow(self, primary: Server | None, name: str = "") -> None:
        """Let the standby follow another server, as `name`; None: nobody."""
        source = f"{primary.source} application_name={name}" if primary else ""
        self.set("primary_conninfo", source)

    def set(self, setting: str, value: str) -> None:
        """Change one setting of it while it runs."""
        self.say(f"ALTER SYSTEM SET {setting} = '{value}'")
        self.say("SELECT pg_reload_conf()")

    @property
    def source(self) -> str:
        """What its standbys call it by."""
        return f"host=127.0.0.1 port={self.port} user={USER}"

    def say(self, sql: str) -> str:
        """Run one statement as the administrator and return what it says."""
        asked = ["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, "-d", "postgres", "-AtXqc", sql]
        return _as_owner([self.programs / asked[0], *asked[1:]]).strip()

    def freeze(self) -> None:
        """Stop every process of it where it stands; the machine goes on taking connections for it."""
        self._signal(signal.Signals["SIGSTOP"])

    def thaw(self) -> None:
        """Let all of it go on."""
        self._signal(signal.Signals["SIGCONT"])

    def kill(self) -> None:
        """End it as a power cut would."""
        self._signal(signal.Signals["SIGKILL"])

    def remove(self) -> None:
        """End it, whatever it is in the middle of."""
        if self._pids():
            self.thaw()
            self.kill()

    def _signal(self, number: int) -> None:
        for pid in self._pids():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

    def _pids(self) -> list[int]:
        """Return the postmaster and its children, as long as they are those of this folder."""
        try:
            postmaster = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
            command = Path(f"/proc/{postmaster}/cmdline").read_bytes().decode()
        except (OSError, ValueError, IndexError):
            return []
        if str(self.folder) not in command:
            return []
        return [postmaster, *_children(postmaster)]


@contextlib.contextmanager
def servers() -> Iterator[Servers]:
    """Give a maker of servers in a folder that is gone at the end, with all of them."""
    programs = binaries()
    if programs is None:
        raise RuntimeError("PostgreSQL's initdb and pg_ctl are not here")
    folder = Path(tempfile.mkdtemp(prefix="counterfoil-trust-"))
    if sys.platform != "win32" and not os.getuid():
        entry = pwd.getpwnam(OWNER)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    made = Servers(programs, folder, [])
    try:
        yield made
    finally:
        for server in made.all:
            server.remove()
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Servers:
    """Makes servers; all of them are ended at the end."""

    programs: Path
    folder: Path
    all: list[Server]

    def primary(self) -> Server:
        """Return a new server, not started."""
        server = self._place("a")
        how = ("-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        _as_owner([self.programs / "initdb", "-D", server.folder / "data", *how])
        return server

    def standby(self, primary: Server, name: str) -> Server:
        """Return a copy of a running server that follows it under `name`, not started."""
        server = self._place(name)
        how = ("-R", "-c", "fast", "-X", "stream", "-d", f"{primary.source} application_name={name}")
        _as_owner([self.programs / "pg_basebackup", "-D", server.folder / "data", *how])
        return server

    def _place(self, name: str) -> Server:
        place = self.folder / name
        _as_owner(["mkdir", "-m", "700", place])
        server = Server(self.programs, place, free_port())
        self.all.append(server)
        return server


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in listed.read_text().split()] if listed.exists() else []


def _has_owner() -> bool:
    """Whether this user can start a server: root hands it to somebody else."""
    can_start = False
    if sys.platform != "win32":
        can_start = os.getuid() != 0
        if not can_start:
            with contextlib.suppress(KeyError):
                can_start = bool(pwd.getpwnam(OWNER))
    return can_start


def _as_owner(command: list[str | Path]) -> str:
    """Run it as somebody whom PostgreSQL accepts: it refuses root."""
    words = [str(word) for word in command]
    if sys.platform != "win32" and not os.getuid():
        words = ["runuser", "-u", OWNER, "--", *words]
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(words, stdout=said, stderr=subprocess.STDOUT, cwd="/", timeout=120, check=False)
        said.seek(0)
        text = said.read().decode(errors="replace")
    if done.returncode:
        raise RuntimeError(f"{words[-1]}: {text}")
    return text
