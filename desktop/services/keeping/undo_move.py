"""UndoMove: the books are sold on at their old place again, because the move was a trial."""

from db import moved, moving_books
from db.migrate import current_revision
from desktop.services.keeping.move_books import MoveRefused, Reason, opened


class UndoMove:
    """Opens the books at the address `source` again. `target`: with what right the new place is opened."""

    def __init__(self, source: str, target: str | None = None) -> None:
        self._source = source
        self._target = target

    def __call__(self) -> moved.Moved:
        """Close the new place, open the old one, and return where the books had gone.

        Raises MoveRefused where anything was written at the new place: it would be lost. DatabaseTrouble
        when the new place can't be asked.
        """
        if not moving_books.is_there(self._source):
            raise MoveRefused(Reason.NO_BOOKS)
        with opened(self._source) as source, moving_books.locked(source) as old:
            gone = moved.find(old)
            if gone is None:
                raise MoveRefused(Reason.NOT_MOVED)
            address = self._target or moving_books.address(gone.to)
            if moving_books.is_there(address):
                self._close(address, old, moving_books.shown(source), gone)
            moved.unseal(old)
        return gone

    def _close(self, address: str, old: moving_books.Opened, back: str, gone: moved.Moved) -> None:
        """Let nobody write at the new place; nothing is to be done where nobody can."""
        with opened(address) as target, moving_books.locked(target) as new:
            if moving_books.shown(target) != gone.to:
                raise MoveRefused(Reason.MOVED_BEFORE, to=gone.to, at=gone.at)
            is_empty = current_revision(new) is None
            if is_empty or moving_books.is_unfinished(new) or moved.find(new) is not None:
                return
            here = {end.desk_code: end for end in moving_books.chain_ends(old)}
            there = moving_books.chain_ends(new)
            since = [end.desk_code for end in there if end.number and end != here.get(end.desk_code)]
            if since or moving_books.counts(old) != moving_books.counts(new):
                raise MoveRefused(Reason.WRITTEN_SINCE, to=gone.to, desks=since)
            moved.seal(new, moved.Moved(back, gone.at), home=moving_books.home(new))
