"""doctor: one line for each thing that the desk rests on, and what to do where it is not well."""

import sys
import textwrap
from collections.abc import Mapping
from contextlib import ExitStack
from functools import partial

from db import mark
from db.engine import database_file, place_of
from db.errors import DatabaseTrouble, NotTheBooks
from db.examined_file import last_record
from db.look_at_file import look_at_header
from db.mode import is_practice
from db.node_clock import wall_clock
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.config import Config
from desktop.reading import read_books
from desktop.services.domain.examination import Examined, Verdict
from desktop.services.keeping import examine_beside, examine_books, examine_machine
from desktop.services.keeping.examine import Examination, Examine
from desktop.services.keeping.examine_mark import examine_mark
from desktop.services.keeping.keep_mark import Marked
from desktop.services.keeping.witnesses import Witnesses

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
        try:
            look_at_header(file)
        except NotTheBooks as trouble:
            return Examined("database", Verdict.WRONG, explain_trouble(trouble))
        return examine_books.examine_books(file)

    def clock() -> Examined:
        last = None if file is None else last_record(file)
        return examine_machine.examine_clock(wall_clock(), last, config.time_zone)

    return {
        "database": books,
        "mark": partial(_examine_mark, config),
        "clock": clock,
        "disk": partial(examine_machine.examine_disk, folder),
        "rights": partial(examine_machine.examine_rights, folder),
        "printer": partial(examine_beside.examine_printer, ask),
        "keyring": partial(examine_beside.examine_keyring, ask, practice=practice),
        "gateway": partial(examine_beside.examine_gateway, ask, practice=practice),
        "fonts": partial(examine_beside.examine_fonts, ask),
    }


def _examine_mark(config: Config) -> Examined:
    """Read the books as `audit` does, and what lies beside them: nothing is written."""
    try:
        with ExitStack() as stack:
            database = read_books(config, None, stack).database
            place = place_of(database.engine)
            with database.read() as session:
                home, desk_id = session.home, mark.desk_of(session, config.desk_code)
                practice = is_practice(session.connection)
            marked = Marked(config.paths.marks, place, home, config.desk_code, practice)
            whose = {"home": home, "desk_id": desk_id, "code": config.desk_code}
            witnesses = Witnesses(config.paths.log, config.paths.copies, **whose)
            return examine_mark(database, marked, witnesses, desk_id)
    except DatabaseTrouble:
        return Examined("mark", Verdict.NOTICE, "Not compared: see the database.")


def _line(head: str, text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=head, subsequent_indent=INDENT, break_on_hyphens=False)
