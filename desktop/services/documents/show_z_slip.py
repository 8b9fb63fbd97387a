"""ShowZSlip: the slip of a closed shift as it was when it was sealed."""

import json

from db import documents, shift_list, z_slips
from db.actor import Actor
from db.database import Database
from db.ids import DocumentId
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.z_slip import ZSlip, from_content
from desktop.services.errors import NotFound
from desktop.services.steps.shift_sight import check_sight


class ShowZSlip:
    """It is read from what was kept: nothing that happened since stands on it."""

    def __init__(self, database: Database, desk: DeskSettings) -> None:
        self._database = database
        self._desk = desk

    def __call__(self, document_id: DocumentId, actor: Actor) -> ZSlip:
        """Return the slip. Raises NotFound; NotPermitted to whoever may not see the close."""
        with self._database.read() as session:
            row = documents.find(session, document_id)
            kept = z_slips.find(session, document_id)
            shift = shift_list.find(session, kept.shift_id) if kept else None
            if row is None or kept is None or shift is None:
                raise NotFound("document", document_id)
            check_sight(session, shift, actor)
        figures = from_content(json.loads(kept.content))
        zone = figures.time_zone or self._desk.time_zone
        return ZSlip(row.id, row.number, row.made_at, row.practice, row.copies, zone, figures)
