"""KeepMark: keeps the mark of this desk outside the data folder, and compares the books with it.

The mark is written after each commit: it may lag and never leads, unless the books have lost something.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from db import journal, mark
from db.actor import Actor
from db.database import Database, Session
from db.halt import Halt, HaltKind, Purpose
from db.ids import DeskId
from db.mark import Mark
from db.session import Head
from desktop.services.domain.loss import Adopted, Loss, MarkCondition
from desktop.services.keeping.find_loss import Seen, find_loss, numbers_lost
from desktop.services.keeping.mark_file import MarkFile, MarkUnreadable
from desktop.services.keeping.mark_places import MarkPlaces
from desktop.services.keeping.witnesses import Witnesses


@dataclass(frozen=True, slots=True)
class Marked:
    """Whose mark it is, and where it is kept: `place` is the file or server on which the books lie."""

    folder: Path
    place: str
    home: str
    code: str
    practice: bool

    def file_of(self, home: str) -> Path:
        """Return the file with this desk's mark in the books of `home`."""
        mode = "practice" if self.practice else "live"
        return self.folder / f"{home}.{quote(self.code, safe='')}.{mode}.mark"


class KeepMark:
    """One desk's mark. `failed` is told, once, of trouble in keeping it: that stops nothing."""

    def __init__(
        self,
        database: Database,
        actor: Actor,
        marked: Marked,
        witnesses: Witnesses,
        failed: Callable[[str, BaseException], None],
    ) -> None:
        self._database = database
        self._actor = actor
        self._marked = marked
        self._witnesses = witnesses
        self._failed = failed
        self._file = MarkFile(marked.file_of(marked.home))
        self._places = MarkPlaces(marked.folder / "places")
        self._lock = threading.RLock()
        self._numbers: dict[tuple[str, int], int] = {}
        self._must_adopt = False
        self._condition = MarkCondition()
        # What a desk needs that goes on after a loss was accepted.
        self.begun_anew: Callable[[], None] = lambda: None
        database.reached = self.note
        database.fell_behind = self.compare_again

    @property
    def condition(self) -> MarkCondition:
        """What is known of the mark now."""
        return self._condition

    def compare(self, written: Mark | None = None) -> bool:
        """Look at the books beside the mark; halt where they lack what was written. True: nothing is lost.

        `written`: what this program itself wrote last, should the mark lag behind it.
        """
        with self._lock:
            old_home = self._places.home_at(self._marked.place)
            marks = self._marks()
            if written and (not marks or marks[-1].number < written.number):
                marks = (*marks, written)
            with self._database.read() as session:
                found = mark.read(session, self._actor.desk_id)
                accepted = mark.newest_accepted(session, self._actor.desk_id)
                seen = Seen(found, marks, accepted, self._known_hashes(session, marks))
            if old_home and old_home != self._marked.home:
                return self._halt(self._other_books(old_home, found))
            loss = find_loss(seen, self._witnesses)
            if loss is not None:
                return self._halt(loss)
            self._numbers = dict(found.numbers)
            if marks or not found.number:
                self._write(found, anew=bool(marks) and marks[-1].number > found.number)
            else:
                self._must_adopt = True
            self._keep_place()
            return True

    def adopt(self) -> bool:
        """Tell once, and journal, that these books are seen here for the first time."""
        with self._lock:
            if not self._must_adopt:
                return True
            self._must_adopt = False
            with self._database.read() as session:
                paper = mark.newest_paper(session, self._marked.code)
        self._condition = replace(
            self._condition,
            adopted=Adopted(paper.number if paper else "", paper.made_at if paper else None),
        )
        with self._database.write(self._actor, Purpose.REMEDY) as session:
            found = mark.read(session, self._actor.desk_id)
            content = {"number": found.number, "hash": found.hash, "paper": paper.number if paper else ""}
            journal.record(session, mark.ADOPTED, content)
        return True

    def read_adopted(self) -> None:
        """The clerk has compared the last paper: the notice goes."""
        self._condition = replace(self._condition, adopted=None)
        self._database.halts.changed()

    def note(self, desk_id: DeskId, head: Head, at: datetime, numbers: Mapping[tuple[str, int], int]) -> None:
        """Keep how far a commit has brought this desk."""
        if desk_id != self._actor.desk_id:
            return
        with self._lock:
            self._numbers |= numbers
            self._write(Mark(head.number, head.hash, at, dict(self._numbers)))
            must_adopt = self._must_adopt
        if must_adopt:
            try:
                self.adopt()
            except Exception as error:  # noqa: BLE001  the sale before it is committed
                self._failed("mark", error)

    def compare_again(self, desk_id: DeskId, written: Head) -> None:
        """Find out what is missing after a write has met books that lack what this program wrote."""
        if desk_id == self._actor.desk_id:
            self.compare(Mark(written.number, written.hash, None, dict(self._numbers)))

    def accepted(self) -> None:
        """Begin the mark anew where the books end now, and lift the halts of the loss."""
        with self._lock:
            self._condition = replace(self._condition, loss=None)
            with self._database.read() as session:
                found = mark.read(session, self._actor.desk_id)
            self._numbers = dict(found.numbers)
            self._write(found, anew=True)
            self._keep_place()
        self._database.halts.lift(HaltKind.FOREIGN)
        self._database.halts.lift(HaltKind.BEHIND)

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def _marks(self) -> tuple[Mark, ...]:
        try:
            return self._file.read()
        except MarkUnreadable as torn:
            self._say(torn)
            try:
                self._file.set_aside()
            except OSError as error:
                self._say(error)
        except OSError as error:
            self._say(error)
        return ()

    def _known_hashes(self, session: Session, marks: tuple[Mark, ...]) -> dict[int, str]:
        """Return the books' hashes at the marks' numbers, from the newest back to the first that fits."""
        hashes: dict[int, str] = {}
        for one in reversed(marks):
            hashes[one.number] = journal.hash_at(session, self._actor.desk_id, one.number)
            if hashes[one.number] == one.hash:
                break
        return hashes

    def _other_books(self, old_home: str, found: Mark) -> Loss:
        """Return the loss where other books stand in the place of those that were here."""
        try:
            marks = MarkFile(self._marked.file_of(old_home)).read()
        except (MarkUnreadable, OSError):
            marks = ()
        last = marks[-1] if marks else Mark(0, "")
        return Loss(
            HaltKind.FOREIGN,
            last.number,
            last.hash,
            found.number,
            common_number=0,
            since=None,
            until=last.at,
            numbers=numbers_lost(found, marks),
            old_home=old_home,
        )

    def _halt(self, loss: Loss) -> bool:
        self._condition = replace(self._condition, loss=loss)
        facts = {
            "records": loss.lost_count,
            "since": loss.since,
            "until": loss.until,
            "is_other_history": loss.is_other_history,
            "place": self._marked.place,
        }
        self._database.halts.put(Halt(loss.kind, facts=facts))
        return False

    def _write(self, new: Mark, *, anew: bool = False) -> None:
        """Keep a mark; the mark's own trouble is said and stops nothing."""
        try:
            if anew:
                self._file.replace((new,))
            else:
                self._file.append(new)
        except Exception as error:  # noqa: BLE001  the sale is committed: nothing here may fail it
            self._say(error)
        else:
            self._say(None)

    def _keep_place(self) -> None:
        try:
            self._places.keep(self._marked.place, self._marked.home)
        except OSError as error:
            self._say(error)

    def _say(self, error: Exception | None) -> None:
        trouble = repr(error) if error else ""
        before = self._condition.trouble
        if bool(trouble) == bool(before):
            return
        self._condition = replace(self._condition, trouble=trouble)
        if error:
            self._failed("mark", error)
        self._database.halts.changed()
