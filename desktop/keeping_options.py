"""The words of the commands that keep the books sound: looked at, copied, put back, moved."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_keeping(commands: "Commands", common: argparse.ArgumentParser) -> None:
    """Add the commands that look at books, copy them, put them back and move them."""
    audit = commands.add_parser(
        "audit",
        parents=[common],
        help="check that nothing was sold twice and no paisa is missing; status 1 if not; writes nothing",
    )
    backup = commands.add_parser(
        "backup",
        parents=[common],
        help="copy the books into a file of its own, while desks sell, and audit it",
    )
    backup.add_argument("file", type=Path, metavar="FILE", help="a file that is not there yet")
    restore = commands.add_parser(
        "restore",
        parents=[common],
        help="put a backup in the place of the books, after a copy of them; without FILE list the backups",
    )
    restore.add_argument("file", type=Path, nargs="?", metavar="FILE", help="the backup")
    review = commands.add_parser(
        "review", parents=[common], help="look at any books, backups and standbys included; writes nothing"
    )
    for reading in (audit, review):
        reading.add_argument("--book", type=Path, metavar="FILE", help="these books, not the desk's own")
    audit.add_argument("file", type=Path, nargs="?", metavar="FILE", help="the same as --book FILE")
    _add_doctor(commands, common)
    _add_move(commands, common)
    _add_desk(commands, common)


def _add_doctor(commands: "Commands", common: argparse.ArgumentParser) -> None:
    doctor = commands.add_parser(
        "doctor",
        parents=[common],
        help="look at database, clock, disk, rights, printer, keyring, gateway, fonts; status 1 if not well",
    )
    doctor.add_argument(
        "--adopt-pages",
        action="store_true",
        help="take over pages that another program was let write, if all makes sense; end every desk first",
    )


def _add_desk(commands: "Commands", common: argparse.ArgumentParser) -> None:
    desk = commands.add_parser(
        "desk", parents=[common], help="take over the code of a desk whose machine is gone"
    )
    desk.add_argument("act", choices=("take",), help="make it this machine's desk; a manager says so")
    desk.add_argument("code", metavar="CODE", help="the desk's code")


def _add_move(commands: "Commands", common: argparse.ArgumentParser) -> None:
    move = commands.add_parser(
        "move",
        parents=[common],
        help="move all books to another place, prove that nothing changed, and stop selling at the old one",
    )
    move.add_argument(
        "--to",
        metavar="PLACE",
        help="an empty database, such as postgresql://desk@server/books (password: PGPASSWORD) or a new file",
    )
    move.add_argument(
        "--undo",
        action="store_true",
        help="take a move back, when nothing was written at the new place since",
    )
