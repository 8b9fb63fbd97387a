"""The options that every command takes: which books, which desk, who is at it."""

import argparse
from pathlib import Path

from desktop.secrets_away import DATABASE_VARIABLE


def common_options(default: str | None) -> argparse.ArgumentParser:
    """Return the options that stand before a command or after it; `default` is what an absent one gives.

    After the command an absent option must give nothing at all, or it would undo the one before it.
    """
    common = argparse.ArgumentParser(add_help=False, argument_default=default)
    common.add_argument(
        "--database",
        metavar="URL",
        help="a database of several desks, such as postgresql://desk@server/counterfoil;"
        " without it, one file in the data folder; a password belongs into ~/.pgpass,"
        f" or the whole address into {DATABASE_VARIABLE}",
    )
    common.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep data, logs and settings in this folder"
    )
    common.add_argument("--desk", metavar="CODE", help="this desk's short code (default D1)")
    common.add_argument("--clerk", metavar="NAME", help="who is at the desk (default clerk)")
    common.add_argument("--cash-drawer", metavar="WHERE", help="opened through HOST:9100, or a device's file")
    common.add_argument(
        "--grace",
        type=int,
        metavar="SECONDS",
        help="let a hold live on while money is moving, up to 300",
    )
    common.add_argument(
        "--as-system",
        action="store_true",
        default=default,
        help="let a command that writes ask nobody who acts: it is listed under the system's login",
    )
    common.add_argument(
        "--live",
        action="store_true",
        default=default,
        help="take real money, with the keys in the system's keyring and in a database of its own",
    )
    return common
