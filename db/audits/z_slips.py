"""Every close has its slip, and the slip says what the journal was told of it."""

import hashlib
import json

from sqlalchemy import select

from db.audits.check import Finding, limited
from db.database import Session
from db.schema import document, journal, shift, z_slip

NAME = "z_slips_are_whole"


def check_z_slips(session: Session) -> Finding:
    """Compare closed shifts, their slips, their papers and the journal with each other."""
    closed = set(session.execute(select(shift.c.id).where(shift.c.seal_number.is_not(None))).scalars())
    told = {
        content["document"]: content
        for content in map(
            json.loads,
            session.execute(select(journal.c.content).where(journal.c.tag == "Z_SLIP_MADE")).scalars(),
        )
    }
    slips = session.execute(
        select(z_slip.c.shift_id, z_slip.c.document_id, z_slip.c.content, document.c.number).join(
            document, document.c.id == z_slip.c.document_id
        )
    ).all()
    faults = [f"shift={one} fault=no_slip" for one in sorted(closed - {row.shift_id for row in slips})]
    for row in slips:
        said = told.pop(row.document_id, {"shift": "", "number": "", "digest": ""})
        digest = hashlib.sha256(row.content.encode()).hexdigest()
        if (said["shift"], said["number"], said["digest"]) != (row.shift_id, row.number, digest):
            faults.append(f"slip={row.number} fault=not_as_told")
        if row.shift_id not in closed:
            faults.append(f"slip={row.number} fault=not_closed")
    faults += [f"slip={said['number']} fault=gone" for said in told.values()]
    return Finding(NAME, len(slips), limited(faults))
