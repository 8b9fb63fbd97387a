"""Examination of the mark: whether the books go as far as this desk has written."""

from db import journal, mark
from db.database import Database
from db.ids import DeskId
from desktop.services.domain.examination import Examined, Verdict
from desktop.services.keeping.find_loss import Seen, find_loss
from desktop.services.keeping.keep_mark import Marked
from desktop.services.keeping.mark_file import MarkFile, MarkUnreadable
from desktop.services.keeping.witnesses import Witnesses

NAME = "mark"


def examine_mark(database: Database, marked: Marked, witnesses: Witnesses, desk_id: DeskId) -> Examined:
    """Compare books that are only read with the desk's mark. `desk_id`: the desk's own, "" for a new one."""
    if not desk_id:
        return Examined(NAME, Verdict.OK, f"Desk {marked.code} has written nothing in these books yet.")
    try:
        marks = MarkFile(marked.file_of(marked.home)).read()
    except (MarkUnreadable, OSError):
        return Examined(
            NAME,
            Verdict.NOTICE,
            "The mark of what this desk has written can't be read.",
            "The next start makes a new one: compare your last paper with the books.",
        )
    with database.read() as session:
        found = mark.read(session, desk_id)
        accepted = mark.newest_accepted(session, desk_id)
        hashes = {one.number: journal.hash_at(session, desk_id, one.number) for one in marks}
    loss = find_loss(Seen(found, marks, accepted, hashes), witnesses)
    if loss is not None:
        return Examined(
            NAME,
            Verdict.WRONG,
            f"The books lack {loss.lost_count} records that desk {marked.code} has written: it sells nothing"
            " in them.",
            "Put newer books back, or start the desk and read on the page Books (type books) what is"
            " missing; A there accepts it.",
        )
    if not marks:
        return Examined(NAME, Verdict.OK, "This computer has not seen these books before, so has no mark.")
    return Examined(
        NAME, Verdict.OK, f"The books go as far as desk {marked.code} has written: record {found.number}."
    )
