"""A database in a file lies on this PC alone: never on a network, never where a sync program copies."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from db.errors import SharedFolder
from db.folders import FolderFacts, mounted_type, read_facts, refuse_shared, shared_by
from desktop.bootstrap import open_database
from desktop.commands.trouble import explain_trouble
from desktop.config import Config
from desktop.paths import Paths

MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/srv /srv nfs4 rw 0 0
/dev/sdb1 /srv/local ext4 rw 0 0
//nas/books /media/the\\040books cifs rw 0 0
asha@server: /srv/asha/server fuse.sshfs rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
"""


def plain(*names: str, markers: tuple[str, ...] = (), file_system: str = "ext4") -> FolderFacts:
    """Return a folder below these, of which the topmost has these markers."""
    ways = [(name, frozenset[str]()) for name in names]
    return FolderFacts(file_system, [*ways, ("asha", frozenset(markers)), ("home", frozenset())])


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/counterfoil", "ext4"),
        ("/srv/asha", "nfs4"),
        ("/srv/local/desk", "ext4"),
        ("/media/the books/desk", "cifs"),
        ("/media/the booksellers", "ext4"),
        ("/srv/asha/server/x", "fuse.sshfs"),
        ("/srvs", "ext4"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(folder: str, kind: str) -> None:
    assert mounted_type(MOUNTS, PurePosixPath(folder)) == kind


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "fuse.rclone", "SMB", "afpfs"]
)
def test_a_network_is_refused(kind: str) -> None:
    assert shared_by(plain("desk", file_system=kind)) == ("network", kind)


@pytest.mark.parametrize(
    "kind", ["", "ext4", "btrfs", "ntfs", "fuseblk", "fuse.portal", "overlay", "tmpfs", "apfs"]
)
def test_a_disk_of_this_pc_is_taken(kind: str) -> None:
    assert shared_by(plain("desk", file_system=kind)) is None


@pytest.mark.parametrize(
    ("name", "program"),
    [
        *(("Dropbox", "Dropbox"), ("Dropbox (Sea View)", "Dropbox"), ("OneDrive", "OneDrive")),
        *(("OneDrive - Sea View Hotels", "OneDrive"), ("Google Drive", "Google Drive")),
        *(
            ("com~apple~CloudDocs", "iCloud Drive"),
            ("Nextcloud", "Nextcloud"),
            ("iCloudDrive", "iCloud Drive"),
        ),
    ],
)
def test_the_folder_of_a_sync_program_is_refused_by_its_name(name: str, program: str) -> None:
    assert shared_by(plain("data", "Counterfoil", name)) == ("sync", program)


@pytest.mark.parametrize(
    ("marker", "program"),
    [
        *((".dropbox", "Dropbox"), (".stfolder", "Syncthing"), (".sync_8af2.db", "Nextcloud")),
        *(("._sync_8af2.db", "Nextcloud"), (".tmp.drivedownload", "Google Drive")),
    ],
)
def test_or_by_what_the_program_keeps_there(marker: str, program: str) -> None:
    assert shared_by(plain("data", markers=(marker,))) == ("sync", program)


@pytest.mark.parametrize("name", ["Dropbox reports", "onedrives", "my driver", "cloud", "sync"])
def test_a_name_that_only_sounds_alike_is_taken(name: str) -> None:
    assert shared_by(plain(name, markers=(".bashrc", ".sync", ".config"))) is None


def test_a_real_tree_is_looked_at_up_to_the_top(tmp_path: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    below = tmp_path / "shared" / "not yet" / "there"
    with pytest.raises(SharedFolder) as refused:
        refuse_shared(below)
    assert (refused.value.kind, refused.value.name) == ("sync", "Syncthing")
    assert shared_by(read_facts(tmp_path / "alone")) is None


def test_a_desk_does_not_open_there_and_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "Counterfoil"
    with pytest.raises(SharedFolder) as refused:
        open_database(Config(Paths(folder)))
    assert "sync program (Dropbox)" in explain_trouble(refused.value)
    assert list(tmp_path.iterdir()) == []
