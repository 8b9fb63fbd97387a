"""RemakeBooking: a booking that the books have lost, made anew from the note of its payment."""

from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from db import booking_notes, bookings, cases, customers, journal
from db.actor import Actor
from db.cases import CaseRow
from db.database import Database, Session
from db.ids import BookingId, BookingReference, CaseId, CustomerId, QuoteId, RequestKey
from db.states import CaseAnswer, CaseState
from desktop.services.domain.booking import Hold
from desktop.services.domain.booking_note import BookingNote, NotedItem, from_notes
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.quote import BasketItem, Quote, QuoteRequest
from desktop.services.errors import AlreadyDone, NotFound, SlotTaken, WrongState
from desktop.services.records.case_facts import facts_from_text
from desktop.services.steps.confirm_late import confirm_late
from desktop.services.steps.money_gone import gateway_payment_of


class MakeQuote(Protocol):
    """Prices a basket."""

    def __call__(self, request: QuoteRequest, *, actor: Actor) -> Quote: ...


class PlaceHold(Protocol):
    """Takes the units of a quote, under the reference that the customer knows."""

    def __call__(
        self,
        quote_id: QuoteId,
        customer_id: CustomerId,
        request_key: RequestKey,
        *,
        actor: Actor,
        reference: BookingReference | None = None,
    ) -> Hold: ...


class RemakeBooking:
    """Quote, hold and confirmation, each its own transaction: what breaks off leaves a hold that ends."""

    def __init__(
        self, database: Database, desk: DeskSettings, make_quote: MakeQuote, place_hold: PlaceHold
    ) -> None:
        self._database = database
        self._desk = desk
        self._make_quote = make_quote
        self._place_hold = place_hold

    def __call__(self, case_id: CaseId, *, actor: Actor) -> BookingId:
        """Make and confirm the booking with the case's money, and close the case.

        Raises AlreadyDone, NotFound (an offering of the note is gone), WrongState where what was paid is not
        what it costs, SlotTaken and what else a quote and a hold refuse; the case stays open then.
        """
        with self._database.read() as session:
            case = cases.find(session, case_id)
            if case is None:
                raise NotFound("case", case_id)
            if case.state is not CaseState.OPEN:
                raise AlreadyDone(what="case")
            note = from_notes(facts_from_text(case.facts).get("note", {}))
            items = tuple(self._item(session, item) for item in note.items)
        if note.wallet_paise and not case.has_wallet:
            raise WrongState(BookingReference(note.reference), "paid_otherwise")
        customer_id = case.customer_id or self._new_customer(case, note, actor=actor)
        quote = self._make_quote(QuoteRequest(items, note.promo_code, customer_id), actor=actor)
        if quote.total_paise != case.amount_paise + note.wallet_paise:
            raise WrongState(BookingReference(note.reference), "paid_otherwise")
        hold = self._place_hold(
            quote.id,
            customer_id,
            RequestKey(f"case:{case.id}:{quote.id}"),
            actor=actor,
            reference=BookingReference(note.reference) if note.reference else None,
        )
        self._confirm(case_id, hold.booking_id, customer_id, actor=actor)
        return hold.booking_id

    def _item(self, session: Session, item: NotedItem) -> BasketItem:
        offering_id, unit_ids = booking_notes.units_named(session, item.offering_code, item.unit_names)
        if not offering_id:
            raise NotFound("offering", item.offering_code)
        if not unit_ids:
            raise SlotTaken(names=item.unit_names)
        return BasketItem(offering_id, unit_ids, item.first_day, item.first_day + timedelta(days=item.days))

    def _new_customer(self, case: CaseRow, note: BookingNote, *, actor: Actor) -> CustomerId:
        """Make a customer whom the books have lost as well: name and number are written in when they come."""
        with self._database.write(actor) as session:
            current = cases.lock(session, case.id)
            if current.customer_id is not None:
                return current.customer_id
            made = customers.add(session, mobile=None, landline=None, name=note.reference or "?")
            if made is None:
                raise AssertionError("a customer without a number was refused")
            booking_notes.name_customer(session, case.id, made)
            journal.record(session, "CUSTOMER_SAVED", {"customer": made, "mobile": ""})
        return made

    def _confirm(
        self, case_id: CaseId, booking_id: BookingId, customer_id: CustomerId, *, actor: Actor
    ) -> None:
        with self._database.write(actor) as session:
            bookings.lock(session, booking_id)
            case = cases.lock(session, case_id)
            if not cases.resolve(session, case.id, CaseAnswer.CONFIRM):
                raise AlreadyDone(what="case")
            booking_notes.belong_to(
                session, case.id, gateway_payment_of(session, case), booking_id, customer_id
            )
            confirm_late(session, replace(case, booking_id=booking_id, customer_id=customer_id), self._desk)
            content = {
                "case": case.id,
                "kind": case.kind,
                "answer": CaseAnswer.CONFIRM,
                "amount_paise": case.amount_paise,
            }
            journal.record(session, "CASE_RESOLVED", content, booking_id=booking_id)
