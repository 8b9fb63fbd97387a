"""doctor: one line for each thing that the desk rests on, and what to do where it is not well."""

import sys
import textwrap
from collections.abc import Mapping
from functools import partial

from db.engine import database_file
from db.examined_file import last_record
from db.node_clock import wall_clock
from desktop.commands.which_database import say_which_database
from desktop.config import Config
from desktop.services.domain.examination import Examined, Verdict
from desktop.services.keeping import examine_beside, examine_books, examine_machine
from desktop.services.keeping.examine import Examination, Examine

BESIDE = (sys.executable, "-m", "desktop.commands.beside")
SIGNS = {Verdict.OK: "ok", Verdict.NOTICE: "NOTE", Verdict.WRONG: "WRONG"}
WIDTH = 100
INDENT = " " * 17


def run_doctor(config: Config) -> int:
    """Print what every examination has found; return 1 when something is wrong. Nothing is changed."""
    say_which_database(config)
    found = []
    for one in Examine(examinations(config))():
        found.append(one)
        print(_line(f"{SIGNS[one.verdict]:6} {one.name:9} ", one.sentence), flush=True)
        if one.remedy:
            print(_line(INDENT, one.remedy), flush=True)
    wrong = sum(one.verdict is Verdict.WRONG for one in found)
    notes = sum(one.verdict is Verdict.NOTICE for one in found)
    print("All is well." if not wrong + notes else f"{wrong} wrong, {notes} to note.")
    sys.stdout.flush()
    return 1 if wrong else 0


def examinations(config: Config) -> Mapping[str, Examination]:
    """Return what is examined of this start, in the order in which it is told."""
    folder, practice = config.paths.data_dir, config.practice
    ask = partial(examine_beside.ask_beside, BESIDE)
    file = database_file(config.url)

    def books() -> Examined:
        if file is None:
            return examine_books.examine_server_books(config.url, wall_clock())
        return examine_books.examine_books(file)

    def clock() -> Examined:
        last = None if file is None else last_record(file)
        return examine_machine.examine_clock(wall_clock(), last, config.time_zone)

    return {
        "database": books,
        "clock": clock,
        "disk": partial(examine_machine.examine_disk, folder),
        "rights": partial(examine_machine.examine_rights, folder),
        "printer": partial(examine_beside.examine_printer, ask),
        "keyring": partial(examine_beside.examine_keyring, ask, practice=practice),
        "gateway": partial(examine_beside.examine_gateway, ask, practice=practice),
        "fonts": partial(examine_beside.examine_fonts, ask),
    }


def _line(head: str, text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=head, subsequent_indent=INDENT, break_on_hyphens=False)
