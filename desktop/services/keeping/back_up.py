"""BackUp: a checked copy of the books, beside them and in a second place."""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from db.copying import check_copy, copy_books, put_in_place
from db.database import Database
from db.halt import HaltKind
from db.leases import turn_taken_at
from db.reading import last_record_at
from db.troubles import translated
from desktop.services.backup_failed import BackupFailed
from desktop.services.domain.backups import HOME_SIGNS, OLD_AFTER, PART, Backup, BackupsKnown, name_of
from desktop.services.events import ConditionChanged, Publish
from desktop.services.keeping.backup_places import (
    BackupPlaces,
    carry_over,
    clear_out,
    newest_sound,
)

JOB = "back_up"
DUE_AFTER = timedelta(hours=6)
NICE = 10
REACH_SECONDS_MAX = 5.0
CARRY_SECONDS_MAX = 300.0
WRONG_BOOKS = (HaltKind.DAMAGED, HaltKind.FOREIGN, HaltKind.SCHEMA, HaltKind.BEHIND)
T = TypeVar("T")


class BackUp:
    """Copies while desks sell; nothing half ever stands under a backup's name.

    `known` is what was seen at the last look at both places.
    """

    def __init__(self, database: Database, places: BackupPlaces, publish: Publish) -> None:
        self._database = database
        self._places = places
        self._publish = publish
        self._turn = threading.Lock()
        self._hanging: threading.Thread | None = None
        self.known: BackupsKnown = BackupsKnown(places.folder, second=places.second)

    def __call__(self, tell: Callable[[str], None] = lambda _step: None) -> Backup:
        """Make a backup now, in both places where the second is there; return it.

        `tell` hears copy, check and carry as they begin. Raises BackupFailed and DatabaseTrouble.
        """
        try:
            with self._turn:
                backup = _gently(lambda: self._make(tell))
                tell("carry")
                self._carry(backup.home)
        finally:
            self.look()
        return backup

    def is_due(self) -> bool:
        """Whether anything was written since the last backup and that is six hours ago.

        Looks at both places, and carries to the second what it lacks. Raises BackupFailed where that fails.
        """
        home, now, written = self._moments()
        last = newest_sound(self._places.folder, home)
        try:
            with self._turn:
                self._carry(home)
        finally:
            self.look()
        has_new = written is not None and (last is None or written > last.moment)
        is_time = last is None or now - last.moment >= DUE_AFTER
        return has_new and is_time and not self._in_question

    def has_unsaved(self) -> bool:
        """Whether anything was written since the last good backup, and the books are not in question."""
        return self.look().unsaved_since is not None and not self._in_question

    @property
    def _in_question(self) -> bool:
        """Copies of books that may be the wrong ones must not push the good backups out."""
        return any(halt.kind in WRONG_BOOKS for halt in self._database.halts.current)

    def choose_second(self, place: Path) -> BackupsKnown:
        """Keep a second place, and carry the newest backup there. Raises BackupFailed."""
        try:
            self._within(CARRY_SECONDS_MAX, lambda: self._places.choose_second(place))
        except OSError as error:
            raise BackupFailed("place", str(error.strerror or error)) from error
        with self._turn:
            self._carry(self._moments()[0])
        return self.look()

    def look(self) -> BackupsKnown:
        """Look at both places, and tell whoever shows them."""
        home, now, written = self._moments()
        last = newest_sound(self._places.folder, home)
        second = self._places.second
        has_new = written is not None and (last is None or written > last.moment)
        has_new = has_new and not self._made_elsewhere(now)
        reached = self._reach(second, home)
        known = BackupsKnown(
            self._places.folder,
            last,
            second,
            reached is not None,
            reached[0] if reached is not None else None,
            written if has_new else None,
        )
        if known.second_last is None and second == self.known.second and not known.second_is_there:
            # It is away: what it held when it was last seen is still true.
            known = replace(known, second_last=self.known.second_last)
        is_other, self.known = known != self.known, known
        if is_other:
            self._publish(ConditionChanged())
        return known

    def _made_elsewhere(self, now: datetime) -> bool:
        """Whether another PC on the same server has made a backup of less than a day ago."""
        with self._database.read() as session:
            taken = turn_taken_at(session, JOB) if session.on_server else None
        return taken is not None and now - taken < OLD_AFTER

    def _moments(self) -> tuple[str, datetime, datetime | None]:
        with self._database.read() as session:
            return session.home, session.now, last_record_at(session)

    def _make(self, tell: Callable[[str], None]) -> Backup:
        home, now, _written = self._moments()
        folder = self._places.folder
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise BackupFailed("place", str(error.strerror or error)) from error

        def named(is_sound: bool) -> Path:
            return folder / name_of(home, now, is_sound=is_sound)

        file, faults = _write(self._database, named, tell)
        clear_out(folder, home)
        return Backup(file, home[:HOME_SIGNS], now.replace(microsecond=0), not faults)

    def _carry(self, home: str) -> None:
        """Bring the second place up to the first; where it is away this waits for the next time."""
        second = self._places.second
        last = newest_sound(self._places.folder, home)
        if second is None or last is None or self._reach(second, home) is None:
            return

        def carry() -> None:
            carry_over(last, second)
            clear_out(second, home)

        try:
            self._within(CARRY_SECONDS_MAX, carry)
        except OSError as error:
            raise BackupFailed("second", str(error.strerror or error)) from error

    def _reach(self, second: Path | None, home: str) -> tuple[Backup | None] | None:
        """Return the newest good backup in the second place; None where that is away or does not answer."""
        if second is None:
            return None
        try:
            is_there, newest = self._within(
                REACH_SECONDS_MAX, lambda: (second.is_dir(), newest_sound(second, home))
            )
        except OSError:
            return None
        return (newest,) if is_there else None

    def _within(self, seconds_max: float, work: Callable[[], T]) -> T:
        """Do what waits for the second place: a share whose server is gone holds whoever asks it, for ever.

        Raises what the work raises, and TimeoutError; while a question before hangs, at once.
        """
        if self._hanging is not None and self._hanging.is_alive():
            raise TimeoutError(errno.ETIMEDOUT, "the second place does not answer")
        outcome: Future[T] = Future()

        def run() -> None:
            try:
                outcome.set_result(work())
            except Exception as error:  # noqa: BLE001  raised again where the caller waits
                outcome.set_exception(error)

        self._hanging = threading.Thread(target=run, name="second-place", daemon=True)
        self._hanging.start()
        try:
            return outcome.result(seconds_max)
        except TimeoutError:
            raise TimeoutError(errno.ETIMEDOUT, "the second place does not answer") from None


def back_up_into(database: Database, file: Path) -> tuple[str, ...]:
    """Make one backup under a name of the caller's; return what the audit finds in it.

    Raises BackupFailed and DatabaseTrouble.
    """
    if file.exists():
        raise BackupFailed("place", f"there is a file {file} already")
    return _write(database, lambda _is_sound: file, lambda _step: None)[1]


def _write(
    database: Database, named: Callable[[bool], Path], tell: Callable[[str], None]
) -> tuple[Path, tuple[str, ...]]:
    """Copy, check, and give the file the name that it has earned; nothing stays of one that failed."""
    begun = named(True)
    part = begun.with_name(begun.name + PART)
    try:
        part.unlink(missing_ok=True)
        tell("copy")
        with translated(database.engine):
            copy_books(database.engine, part)
        tell("check")
        checked = check_copy(part)
        if checked.damage:
            raise BackupFailed("damaged", checked.damage[0])
        file = named(not checked.faults)
        put_in_place(part, file)
    except OSError as error:
        raise BackupFailed("place", str(error.strerror or error)) from error
    finally:
        for end in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):  # what can't be removed is no backup either: its name says so
                part.with_name(part.name + end).unlink(missing_ok=True)
    return file, checked.faults


def _gently(work: Callable[[], T]) -> T:
    """Do the work in a thread of its own, behind the sales: there a thread has its own rank on Linux."""
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
        try:
            done.append(work())
        except BaseException as error:  # noqa: BLE001  raised again below, where the caller waits
            failed.append(error)

    thread = threading.Thread(target=run, name="back-up", daemon=True)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]
    return done[0]
