"""move: the books to another place, with the proof that nothing changed on the way; or back from a trial."""

import contextlib
from datetime import datetime

from db.errors import DatabaseNewer, DatabaseReadsOnly, DatabaseTrouble
from db.moving_books import address, is_there
from desktop.commands.known_books import known_books
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.commands.who_acts import NobodyActs, ask_who, may_act
from desktop.config import Config
from desktop.secrets_away import masked
from desktop.services.domain.permission import ManagerAct
from desktop.services.keeping.move_books import MoveBooks, MoveRefused, MoveReport, Reason
from desktop.services.keeping.undo_move import UndoMove

TOLD_FROM_SECONDS = 1.0
STEPS = {"copied": "copied", "compared": "the same", "audited": "audited"}
SENTENCES = {
    Reason.NO_BOOKS: "There are no books yet: start the desk first.",
    Reason.SAME_PLACE: "The books are there already. Name another place.",
    Reason.NOT_EMPTY: (
        "{to} is not empty. Name an empty database or a new file; nothing was moved, and the books are still"
        " sold on where they are."
    ),
    Reason.ENCODING: (
        "{to} keeps its texts in {encoding} and can't hold every name. Make an empty database with the"
        " encoding UTF8; nothing was moved."
    ),
    Reason.OLDER_SCHEMA: (
        "The books are of an older version of Counterfoil. Start the desk once, which brings them up to this"
        " one; nothing was moved."
    ),
    Reason.MOVED_BEFORE: "These books were moved to {to} on {at}. Sell there.",
    Reason.CLOCKS_DIFFER: (
        "The clock there is {ahead}, and {holds} holds are running, which would end {ends}. Set the clocks"
        " right, or move when no hold is running; nothing was moved."
    ),
    Reason.NOT_EQUAL: "The table {table} came out different, so nothing was moved. Please report this.",
    Reason.AUDIT_DIFFERS: "The check {check} came out different, so nothing was moved. Please report this.",
    Reason.NOT_MOVED: "These books were not moved: there is nothing to take back.",
    Reason.WRITTEN_SINCE: (
        "Something was written at {to} since the move, and would be lost. To keep it, move those books to a"
        " new file with move --to. If it was only a trial, make an empty database of that name first, then"
        " take the move back again."
    ),
}


def run_move(config: Config, to: str | None, *, undo: bool) -> int:
    """Move the books of this start to `to` and print what was proved; return 1 when nothing was moved."""
    say_which_database(config)
    place = None if to is None else address(to)
    try:
        if undo or place is None:
            gone = UndoMove(config.url, place)()
            print(f"Taken back: these books are sold on here again, and no more at {gone.to}.")
            return 0
        _ask_who(config, place)
        print("Nobody can write in these books until the move has ended.")
        report = MoveBooks(config.url, place, _tell)()
    except MoveRefused as refused:
        print(explain_refusal(refused))
        return 1
    except NobodyActs as nobody:
        print(nobody)
        return 1
    except DatabaseTrouble as trouble:
        print(explain_trouble(trouble))
        return 1
    print("\n".join(_lines(report)))
    return 0


def _ask_who(config: Config, place: str) -> None:
    """Ask who moves the books; what can't be moved for another reason is refused by the move itself."""
    if not is_there(config.url):
        return
    with contextlib.suppress(DatabaseReadsOnly, DatabaseNewer), known_books(config) as (database, at_desk):
        actor = ask_who(database, at_desk, as_system=config.as_system)
        may_act(database, actor, ManagerAct.REPLACE_BOOKS, "move", masked(place))


def explain_refusal(refused: MoveRefused) -> str:
    """Return why nothing was moved and what to do."""
    facts = dict(refused.facts)
    if "at" in facts:
        facts["at"] = _day(facts["at"])
    if "ahead" in facts:
        seconds = facts["ahead"].total_seconds()
        facts["ends"] = "sooner" if seconds > 0 else "later"
        facts["ahead"] = _ahead(seconds)
    return SENTENCES[refused.reason].format(**facts)


def _ahead(seconds: float) -> str:
    return f"{abs(seconds):.1f} s {'ahead of' if seconds > 0 else 'behind'} the one here"


def _tell(step: str, name: str, rows: int) -> None:
    print(f"{STEPS[step]:10} {name:36} {rows:>9}", flush=True)


def _lines(report: MoveReport) -> list[str]:
    rows = sum(table.rows for table in report.tables)
    passed = sum(line.passed for line in report.audit)
    ahead = report.ahead.total_seconds()
    heads = [f"desk {end.desk_code}: journal {end.number}, {end.hash[:16]}" for end in report.heads]
    lines = [
        *heads,
        f"{len(report.tables)} tables with {rows} rows are the same on both sides, value by value.",
        f"The audit says the same on both sides: {passed} of {len(report.audit)} checks passed.",
    ]
    if abs(ahead) > TOLD_FROM_SECONDS:
        lines.append(
            f"The clock there is {abs(ahead):.1f} s {'ahead of' if ahead > 0 else 'behind'} this one."
        )
    if report.live_holds:
        lines.append(f"{report.live_holds} holds are running and keep their ends.")
    return [
        *lines,
        f"Moved to {report.to}: from now on start every desk with --database {address(report.to)}.",
        "Here the books can only be read. If this was a trial: move --undo.",
    ]


def _day(moment: datetime) -> str:
    return moment.astimezone().strftime("%d %b %Y")
