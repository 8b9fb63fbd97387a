"""FreezeOldPapers: papers that were made before papers kept what they say keep it from now on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from db import documents, journal
from db.actor import Actor
from db.database import Database, Session
from db.documents import DocumentRow
from db.ids import DocumentId
from db.states import DocumentKind
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.financial_year import issued_on
from desktop.services.records.paper_record import content_to_text, digest_of
from desktop.services.steps.content_of_before import content_of_before

PAPERS_A_BATCH = 25
BATCHES_A_RUN = 2


class FreezeOldPapers:
    """Work out what papers of before say, from what is still known, and keep it: each paper once.

    A batch is read outside its write, so that the desk waits for a few small updates only. A program that
    is ended in between has frozen whole batches; what is left is found again.
    """

    def __init__(self, database: Database, desk: DeskSettings) -> None:
        self._database = database
        self._desk = desk

    def is_due(self) -> bool:
        """Whether a paper of before is left."""
        with self._database.read() as session:
            return bool(documents.not_frozen(session, 1))

    def __call__(self, *, actor: Actor) -> int:
        """Freeze a few batches, and return how many papers were frozen here."""
        return sum(self._freeze_batch(actor) for _ in range(BATCHES_A_RUN))

    def _freeze_batch(self, actor: Actor) -> int:
        with self._database.read() as session:
            rows = documents.not_frozen(session, PAPERS_A_BATCH)
            found = [_frozen(session, row, self._desk.time_zone) for row in rows]
        if not found:
            return 0
        with self._database.write(actor) as session:
            papers = _keep(session, found)
            if papers:
                journal.record(session, "PAPERS_FROZEN", {"count": len(papers), "told": papers})
        return len(papers)


_Frozen = tuple[DocumentId, str, date, str]


def _frozen(session: Session, row: DocumentRow, time_zone: str) -> _Frozen:
    content = ""
    if row.kind is not DocumentKind.Z_SLIP:  # what that says is kept beside it, and told
        content = content_to_text(replace(content_of_before(session, row), time_zone=time_zone))
    return row.id, row.number, issued_on(row.made_at), content


def _keep(session: Session, found: Sequence[_Frozen]) -> list[dict[str, str]]:
    """Write what was worked out, and return what the journal tells of it: the day alone has no digest."""
    return [
        {"number": number, "digest": digest_of(content) if content else ""}
        for document_id, number, day, content in found
        if documents.freeze(session, document_id, day, content)
    ]
