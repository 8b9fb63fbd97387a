"""AcceptLoss: go on with books that lack what this desk has written, after that was read."""

from collections.abc import Callable

from db import journal, mark
from db.actor import Actor
from db.database import Database
from db.halt import Purpose
from desktop.services.domain.loss import Loss
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import AlreadyDone
from desktop.services.events import ConditionChanged, Publish
from desktop.services.keeping.keep_mark import KeepMark
from desktop.services.steps.check_permission import check_permission


class AcceptLoss:
    """Journal the loss, let the numbers go on after the highest that was printed, begin the mark anew.

    `look_for_money` is called afterwards: the gateway may hold money that these books know nothing of.
    """

    def __init__(
        self,
        database: Database,
        watch: KeepMark,
        publish: Publish,
        look_for_money: Callable[[Actor], object],
    ) -> None:
        self._database = database
        self._watch = watch
        self._publish = publish
        self._look_for_money = look_for_money

    def __call__(self, shown: Loss, *, actor: Actor) -> None:
        """Accept the loss that was shown. Raises NotPermitted, and AlreadyDone when it is another one now."""
        if self._watch.condition.loss != shown:
            raise AlreadyDone(what="loss")
        with self._database.write(actor, Purpose.REMEDY) as session:
            check_permission(session, ManagerAct.ACCEPT_LOSS, shown.marked_hash)
            books = mark.read(session, actor.desk_id)
            content = {
                "kind": shown.kind,
                "mark_number": shown.marked_number,
                "mark_hash": shown.marked_hash,
                "number": books.number,
                "hash": books.hash,
                "records_lost": shown.lost_count,
                "old_home": shown.old_home,
            }
            journal.record(session, mark.ACCEPTED, content)
            for lost in shown.numbers:
                first = books.numbers.get((lost.kind, lost.year), 0) + 1
                if first > lost.last:
                    continue
                mark.raise_series(session, lost.kind, lost.year, lost.last)
                gap = {"kind": lost.kind, "year": lost.year, "first": first, "last": lost.last}
                journal.record(session, mark.NUMBERS_LOST, gap)
        self._watch.accepted()
        # Other books in this place may be behind a mark of their own.
        is_whole = self._watch.compare()
        self._publish(ConditionChanged())
        if is_whole:
            self._watch.begun_anew()
            self._look_for_money(actor)
