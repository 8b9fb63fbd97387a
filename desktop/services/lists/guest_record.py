"""Entries of the register as rows and as the screen has them, and what is checked before one is kept."""

from dataclasses import fields

from db.database import Session
from db.guests import GuestRow, Particulars
from desktop.services.domain.figures import holds_card_number
from desktop.services.domain.guest_register import (
    MOST,
    GuestEntry,
    GuestTold,
    holds_aadhaar,
    holds_twelve_figures,
)
from desktop.services.errors import BadRequest
from desktop.services.list_errors import RegisterOff, WholeNumber
from desktop.services.lists.list_rules import read_list_rules

ID_NUMBER = "id_last"


def checked_guest(told: GuestTold) -> GuestTold:
    """Return what is kept. Raises BadRequest (blank, too long), WholeNumber (an Aadhaar or card number)."""
    seen = told.seen()
    if not seen.name:
        raise BadRequest("guest_name", "blank")
    for name, text in seen.texts.items():
        if holds_aadhaar(text) or (name == ID_NUMBER and holds_twelve_figures(text)):
            raise WholeNumber(name, is_card=False)
        if holds_card_number(text):
            raise WholeNumber(name, is_card=True)
        if len(text) > MOST[name]:
            raise BadRequest(f"guest_{name}", "too_long", most=MOST[name])
    for name in ("nationality", "passport") if seen.is_foreign else ():
        if not seen.texts[name]:
            raise BadRequest(f"guest_{name}", "blank")
    return seen


def check_kept(session: Session) -> None:
    """Raise RegisterOff where the house keeps no register."""
    if not read_list_rules(session).keeps_register:
        raise RegisterOff


def particulars_of(told: GuestTold) -> Particulars:
    """Return the row's columns of what a guest told."""
    return Particulars(**{one.name: getattr(told, one.name) for one in fields(Particulars)})


def entry_of(row: GuestRow) -> GuestEntry:
    """Return an entry as the screen has it."""
    told = GuestTold(**{one.name: getattr(row, one.name) for one in fields(Particulars)})
    return GuestEntry(
        row.id,
        row.booking_id,
        row.reference,
        row.number,
        told,
        row.arrived_at,
        row.departed_at,
        row.sent_at,
        row.departure_sent_at,
        row.clerk,
        row.changed_at,
    )
