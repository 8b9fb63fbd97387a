"""The same slip twice is said before it is taken: a second payment, or the same one entered again."""

from datetime import timedelta

from db import slips
from db.database import Session
from db.states import Tender
from desktop.services.domain.tenders import TENDERS
from desktop.services.errors import SlipSeen


def check_slip(session: Session, tender: Tender, slip: str | None, *, but: str = "") -> None:
    """Raise SlipSeen where a payment or refund of this tender has the same reference; `but` is not asked.

    How long that counts, and whether at this desk only, are traits of the tender.
    """
    form = TENDERS[tender].reference
    if form is None or not slip:
        return
    since = session.now - timedelta(days=form.unlike_days)
    desk_id = session.actor.desk_id if form.of_desk else None
    # What has a form is kept in capitals; of a machine beside the desk only a day is read.
    any_case = form.pattern is None
    seen = slips.find_slip(session, tender, slip, since=since, desk_id=desk_id, but=but, any_case=any_case)
    if seen is not None:
        raise SlipSeen(slip, seen.reference, seen.at)
