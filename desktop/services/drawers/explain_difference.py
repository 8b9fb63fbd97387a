"""ExplainDifference: the likeliest causes of what a closed shift differs by, linked to its acts."""

from db import shift_figures, shift_list
from db.actor import Actor
from db.database import Database
from db.ids import ShiftId
from desktop.services.domain.difference import explain
from desktop.services.domain.shift_review import Explained
from desktop.services.drawer_errors import NotClosed
from desktop.services.errors import NotFound
from desktop.services.records.shift_acts import read_facts
from desktop.services.steps.shift_sight import check_sight

CAUSES = 5


class ExplainDifference:
    """After the seal only: before it, whoever counts shall know nothing of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, shift_id: ShiftId, actor: Actor) -> Explained:
        """Return the differences with their causes, at most five; none where nothing differs.

        Raises NotFound, NotPermitted, and NotClosed while it is open.
        """
        with self._database.read() as session:
            row = shift_list.find(session, shift_id)
            if row is None:
                raise NotFound("shift", shift_id)
            check_sight(session, row, actor)
            if row.closed_at is None:
                raise NotClosed(row.clerk, row.opened_at)
            by_card = shift_figures.by_card_paise(session, shift_id)
            facts = read_facts(session, row, row.closed_at, by_card)
        counted = row.card_counted_paise
        return Explained(
            shift_id,
            (row.counted_paise or 0) - (row.expected_paise or 0),
            None if counted is None else counted - by_card,
            explain(facts, CAUSES),
        )
