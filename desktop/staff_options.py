"""The words of the command staff; what it needs is loaded when it is called."""

import argparse
from typing import TYPE_CHECKING

from desktop.config import Config

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

WANTED = ("recover", "list")


def add_staff(commands: "Commands", common: argparse.ArgumentParser) -> None:
    """Add the command to the others."""
    staff = commands.add_parser(
        "staff",
        parents=[common],
        help="list who works here; recover: set a manager's PIN anew, as the account that owns the books",
    )
    staff.add_argument("what", choices=WANTED, metavar="|".join(WANTED), help="what is wanted")
    staff.add_argument(
        "code",
        nargs="?",
        default="",
        metavar="CODE",
        help="the manager's two figures, where there are several",
    )


def run(config: Config, options: argparse.Namespace) -> int:
    """Do what was asked and return the exit status."""
    from desktop.commands.staff import run_staff

    return run_staff(config, options.what, options.code)
