"""python -m desktop: the window, or one of the commands."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop import keeping_options, return_options, staff_options
from desktop.common_options import common_options
from desktop.config import USUAL_DESK, Config, kept_desk_code
from desktop.output import open_output
from desktop.paths import Paths
from desktop.rights import keep_to_oneself
from desktop.secrets_away import DATABASE_VARIABLE, SECRET_VARIABLE, start_without_secrets
from desktop.services.domain.desk_code import normal_desk_code

PRACTICE_KEY = "rzp_test_practice00000"
PRINT_COMMAND = "print-paper"
"""The window's own errand; nobody types it, so that the help does not name it."""
PICTURES_COMMAND = "paper-pictures"
DISPLAY_NEEDED = "linux"


OF_AREAS = {
    "staff": staff_options.run,
    **dict.fromkeys(return_options.COMMANDS, return_options.run),
}
KEEPING = ("audit", "backup", "restore", "doctor", "move", "desk")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 refused or failed, 2 called wrongly."""
    open_output()
    keep_to_oneself()
    if arguments is None:
        start_without_secrets()
    try:
        given = sys.argv[1:] if arguments is None else arguments
        if given[:1] == [PICTURES_COMMAND] and not any(one.startswith("-") for one in given[1:]):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
            from desktop.ui.papers.paper_pictures import run_paper_pictures

            return run_paper_pictures(given[1:])
        if len(given) == 2 and given[0] == PRINT_COMMAND:
            from desktop.ui.errand_paper import built_paper
            from desktop.ui.papers.print_worker import run_print

            return run_print(Path(given[1]), built_paper)
        return _run(arguments)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(
            f"{where}{error.strerror or error}. Choose another file or folder, or ask who may use this one."
        )
        return 1


def _run(arguments: Sequence[str] | None) -> int:
    parser = build_parser()
    options = parser.parse_args(arguments)
    options.database = options.database or os.environ.get(DATABASE_VARIABLE)
    if options.command == "practice":
        from desktop.commands.practice import run_practice

        return run_practice(options.port, options.key, options.secret, _paths(options).practice)
    config = _config(options)
    if options.command in KEEPING:
        return _keep(parser, options, config)
    if options.command == "import":
        from desktop.commands.import_files import run_import

        return run_import(config, tuple(options.files), dry_run=options.dry_run, retire=options.retire)
    if (area := OF_AREAS.get(options.command)) is not None:
        return area(config, options)
    if options.command == "tour":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from desktop.commands.tour import books_of_its_own, run_tour

        if options.data_dir or options.database:
            return run_tour(config, options.out)
        # Nobody's practice is sold out, and no rule of it changed, by looking at a tour.
        with books_of_its_own(config) as its_own:
            return run_tour(its_own, options.out)
    if options.command == "pictures":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from desktop.commands.tour import run_pictures
        from desktop.ui.tour_album import looks_of

        looks = looks_of(options.themes, options.zooms, options.widths)
        return run_pictures(
            config, options.out, languages=options.languages, looks=looks, pages=options.pages
        )
    if _no_display():
        print(
            "There is no display. To see the desk at work in pictures, type: python -m desktop tour --out out"
        )
        return 1
    if options.command == "review":
        from desktop.commands.review import run_review

        return run_review(config, options.book)
    from desktop.commands.window import run_window

    return run_window(config)


def _keep(parser: argparse.ArgumentParser, options: argparse.Namespace, config: Config) -> int:
    """Run a command that keeps the books sound."""
    if options.command == "audit":
        from desktop.commands.audit import run_audit

        return run_audit(config, options.book or options.file)
    if options.command == "backup":
        from desktop.commands.backup import run_backup

        return run_backup(config, options.file)
    if options.command == "restore":
        from desktop.commands.restore import run_restore

        return run_restore(config, options.file)
    if options.command == "doctor" and options.adopt_pages:
        from desktop.commands.adopt_pages import run_adopt_pages

        return run_adopt_pages(config)
    if options.command == "doctor":
        from desktop.commands.doctor import run_doctor

        return run_doctor(config)
    if options.command == "desk":
        from desktop.commands.take_desk import run_take_desk

        return run_take_desk(replace(config, desk_code=_desk_code(options.code)))
    if options.to is None and not options.undo:
        parser.error("move needs --to or --undo")
    from desktop.commands.move import run_move

    return run_move(config, options.to, undo=options.undo)


def build_parser() -> argparse.ArgumentParser:
    """Return the command line's own description of itself."""
    common = common_options(argparse.SUPPRESS)
    parser = argparse.ArgumentParser(
        prog="counterfoil",
        parents=[common_options(None)],
        description="Sells rooms, bus seats and tour places at a walk-in desk. Without a command it opens the"
        " desk's window; it practises with sample data and takes no real money unless --live is given.",
    )
    parser.set_defaults(clerk="clerk", grace=0, live=False, as_system=False, cash_drawer="")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    tour = commands.add_parser(
        "tour", parents=[common], help="sell, pay, print and cancel by itself, with pictures"
    )
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="where pictures and receipts go")
    pictures = commands.add_parser(
        "pictures", parents=[common], help="take every page in both languages and themes, at every size"
    )
    pictures.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures go")
    for name, kind, choices in (
        ("languages", str, ("en", "hi")),
        ("themes", str, ("light", "dark")),
        ("zooms", int, (75, 100, 125, 150, 200)),
        ("widths", int, (1366, 1920)),
    ):
        said = f"only these of {', '.join(map(str, choices))}"
        pictures.add_argument(f"--{name}", type=kind, nargs="+", choices=choices, default=choices, help=said)
    pictures.add_argument(
        "--pages", nargs="+", default=(), metavar="PAGE", help="only these, as the files name them"
    )
    keeping_options.add_keeping(commands, common)
    return_options.add_returns(commands, common)
    load = commands.add_parser(
        "import", parents=[common], help="read rooms, rates, services and tours from CSV files"
    )
    load.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="CSV files; docs/import.md has their forms"
    )
    load.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")
    load.add_argument(
        "--retire",
        action="store_true",
        help="take off sale more than half of an offering, or what somebody has bought",
    )
    staff_options.add_staff(commands, common)
    practice = commands.add_parser("practice", parents=[common], help="run the practice gateway alone")
    practice.add_argument(
        "--port", type=int, default=0, metavar="N", help="its port on this machine (default: a free one)"
    )
    practice.add_argument(
        "--key", default=PRACTICE_KEY, metavar="K", help="its key id; begins with rzp_test_"
    )
    practice.add_argument(
        "--secret",
        default=os.environ.get(SECRET_VARIABLE, "practice-secret"),
        metavar="S",
        help=f"its key secret; better given in {SECRET_VARIABLE}",
    )
    return parser


def _config(options: argparse.Namespace) -> Config:
    if not 0 <= options.grace <= 300:
        build_parser().error("--grace takes 0 to 300 seconds")
    kept = kept_desk_code(_paths(options)) if options.live else USUAL_DESK
    return Config(
        paths=_paths(options),
        database_url=options.database,
        desk_code=_desk_code(options.desk) if options.desk is not None else kept,
        clerk=options.clerk,
        practice=not options.live,
        grace_seconds=options.grace,
        cash_drawer=options.cash_drawer,
        as_system=bool(options.as_system),
    )


def _desk_code(text: str) -> str:
    code = normal_desk_code(text)
    if code is None:
        build_parser().error(f"a desk's code has one to four letters or figures, such as D1, not {text!r}")
    return code


def _paths(options: argparse.Namespace) -> Paths:
    return Paths(options.data_dir)


def _no_display() -> bool:
    if not sys.platform.startswith(DISPLAY_NEEDED) or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
