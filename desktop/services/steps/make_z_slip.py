"""The Z slip of a close: numbered and kept in the transaction that seals it."""

import hashlib
from zoneinfo import ZoneInfo

from db import documents, journal, shift_list, taxes, z_slips
from db.database import Session
from db.document_kinds import kind_of, number_of
from db.documents import NewDocument
from db.ids import DocumentId
from db.session import to_json
from db.states import DocumentKind
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.financial_year import financial_year, issued_on
from desktop.services.domain.shift import ClosedShift
from desktop.services.domain.z_slip import ZFigures, ZOpen, days_of, to_content
from desktop.services.records.shift_acts import read_acts
from desktop.services.steps.numbers_left import numbers_left


def make_z_slip(session: Session, closed: ClosedShift, desk: DeskSettings) -> DocumentId:
    """Keep what the slip of a sealed close says and return its id.

    The journal tells its digest, so that a change shows.
    """
    row = shift_list.find(session, closed.shift_id)
    if row is None or row.closed_at is None:
        raise AssertionError("only a closed shift has a slip")
    zone = ZoneInfo(desk.time_zone)
    digits = taxes.series_digits(taxes.registrations(session))
    figures = ZFigures(
        desk_code=row.desk_code,
        clerk=row.clerk,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        closed_by=closed.closed_by,
        has_drawer=row.has_drawer,
        float_paise=row.float_paise,
        opening_difference_paise=row.opening_difference_paise,
        days=days_of(read_acts(session, row), zone),
        counted_paise=closed.counted_paise,
        expected_paise=closed.expected_paise,
        card_counted_paise=closed.card_counted_paise,
        card_expected_paise=closed.card_expected_paise,
        to_safe_paise=closed.to_safe_paise,
        left_paise=closed.left_paise,
        note=row.closing_note,
        still_open=tuple(ZOpen(one.kind, one.reference, one.amount_paise) for one in closed.still_open),
        seal_number=closed.seal_number,
        seal_hash=closed.seal_hash,
        series=tuple(
            number_of(row.desk_code, kind_of(name), year, last, digits.get(name.partition(":")[2], ""))
            for name, year, last in z_slips.last_numbers(session, row.desk_id)
        ),
        time_zone=desk.time_zone,
    )
    content = to_json(to_content(figures))
    day = issued_on(session.now)
    new = NewDocument(DocumentKind.Z_SLIP, financial_year(day), day, practice=desk.practice)
    with numbers_left():
        made = documents.make(session, new, documents.code_of_desk(session))
    z_slips.add(session, made.id, row.id, content)
    digest = hashlib.sha256(content.encode()).hexdigest()
    told = {"shift": row.id, "document": made.id, "number": made.number, "digest": digest}
    told["series"] = f"{new.kind} {new.year}"
    journal.record(session, "Z_SLIP_MADE", told)
    return made.id
