"""Where a database in a file may not lie: on a network, or where a sync program carries files about.

Several programs share its memory, which no network file system has, and a sync program copies one file
without the others that belong to it.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from db.errors import SharedFolder

# By mount(8) and the kernel's list of file systems; what runs through FUSE is named fuse.NAME.
NETWORK_TYPES = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "ncpfs",
        "ncp",
        "afs",
        "coda",
        "ceph",
        "glusterfs",
        "lustre",
        "beegfs",
        "gfs",
        "gfs2",
        "ocfs2",
        "9p",
        "webdav",
        "davfs",
        "davfs2",
        "afpfs",
        "ftp",
        "sshfs",
        "rclone",
    ]
)
NETWORK_FUSE = frozenset(
    [
        "sshfs",
        "rclone",
        "davfs",
        "davfs2",
        "curlftpfs",
        "s3fs",
        "gcsfuse",
        "goofys",
        "gvfsd-fuse",
        "glusterfs",
        "ceph",
        "cephfs",
        "smbnetfs",
        "google-drive-ocamlfuse",
        "onedriver",
        "juicefs",
    ]
)
# Beside or in the top folder of a sync program's tree.
SYNC_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync_journal.db": "Nextcloud",
    ".csync_journal.db": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".resilio": "Resilio Sync",
    ".SynologyWorkingDirectory": "Synology Drive",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
}
# Nextcloud and ownCloud put a random part into the name of their journal.
SYNC_MARKER_STARTS = {"._sync_": "Nextcloud", ".sync_": "Nextcloud", ".owncloudsync": "ownCloud"}
SYNC_NAMES = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "cloudstorage": "a cloud drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "onedrive": "OneDrive",
    "box sync": "Box",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "synologydrive": "Synology Drive",
}
# With the name of a firm or an account behind: "OneDrive - Sea View Hotels", "Dropbox (Sea View)".
SYNC_NAME_STARTS = {"onedrive - ": "OneDrive", "dropbox (": "Dropbox", "googledrive-": "Google Drive"}
DRIVE_REMOTE = 4
MNT_LOCAL = 0x1000


@dataclass(frozen=True, slots=True)
class FolderFacts:
    """What decides: the type of the file system, and the folder with those above it, each with its names."""

    file_system: str
    way_up: Sequence[tuple[str, frozenset[str]]]


def shared_by(facts: FolderFacts) -> tuple[str, str] | None:
    """Return network or sync with a name, None for a folder of this PC alone."""
    kind = facts.file_system.lower()
    base = kind.removeprefix("fuse.")
    if kind in NETWORK_TYPES or (kind.startswith("fuse.") and base in NETWORK_FUSE):
        return "network", facts.file_system
    for name, names in facts.way_up:
        program = _by_name(name.lower()) or _by_markers(names)
        if program:
            return "sync", program
    return None


def refuse_shared(folder: Path, read: Callable[[Path], FolderFacts] | None = None) -> None:
    """Raise SharedFolder for a folder on a network or in a sync program's tree; it need not exist yet."""
    found = shared_by((read or read_facts)(folder))
    if found is not None:
        raise SharedFolder(*found)


def read_facts(folder: Path) -> FolderFacts:
    """Look at a folder and those above it; what can't be looked at is taken for a plain one."""
    here = folder.resolve()
    while not here.exists() and here != here.parent:
        here = here.parent
    ways = [folder.resolve(), *folder.resolve().parents]
    return FolderFacts(_file_system(here), tuple((one.name, _names_in(one)) for one in ways))


def mounted_type(mounts: str, folder: PurePath) -> str:
    """Return the type of the file system that holds a folder, by the text of /proc/mounts."""
    found, length = "", -1
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        place = PurePath(
            parts[1].encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
        )
        # A later line is mounted over an earlier one.
        if (place == folder or place in folder.parents) and len(place.parts) >= length:
            found, length = parts[2], len(place.parts)
    return found


def _by_name(name: str) -> str:
    starts = (program for start, program in SYNC_NAME_STARTS.items() if name.startswith(start))
    return SYNC_NAMES.get(name) or next(starts, "")


def _by_markers(names: frozenset[str]) -> str:
    whole = (program for marker, program in SYNC_MARKERS.items() if marker in names)
    starts = (
        program
        for start, program in SYNC_MARKER_STARTS.items()
        if any(name.startswith(start) and name.endswith(".db") for name in names)
    )
    return next(whole, "") or next(starts, "")


def _names_in(folder: Path) -> frozenset[str]:
    try:
        return frozenset(one.name for one in folder.iterdir() if one.name.startswith("."))
    except OSError:
        return frozenset()


def _file_system(folder: Path) -> str:
    system = sys.platform
    try:
        if system == "linux":
            return mounted_type(Path("/proc/mounts").read_text(encoding="utf-8", errors="replace"), folder)
        if system == "win32":
            kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009  there is none elsewhere
            is_share = str(folder).startswith("\\\\")
            return "smb" if is_share or kernel.GetDriveTypeW(folder.anchor) == DRIVE_REMOTE else ""
        return _mac_type(folder) if system == "darwin" else ""
    except OSError:
        return ""


def _mac_type(folder: Path) -> str:
    """Return nfs for whatever macOS does not call local (statfs(2): f_flags at 64, f_fstypename at 72)."""
    buffer = ctypes.create_string_buffer(4096)
    name = ctypes.util.find_library("c")
    library = ctypes.CDLL(name)
    # Intel's older call has another form.
    statfs = getattr(library, "statfs$INODE64", None) or library.statfs
    failed = statfs(os.fsencode(folder), buffer)
    flags = int.from_bytes(buffer.raw[64:68], sys.byteorder)
    return "" if failed or flags & MNT_LOCAL else "nfs"
