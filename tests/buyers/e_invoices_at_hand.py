"""A house that needs e-invoices, a paper of it that waits, and what the portal answers."""

import base64
import json
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from db.schema import document, registration
from db.states import BuyerKind
from desktop.services.domain.e_invoice import PortalAnswer
from desktop.services.domain.people import NOT_TOLD, Billing
from tests.actors import actor_of
from tests.buyers.buyers_at_hand import MAHARASHTRA, save
from tests.counter import Counter

INDIA = ZoneInfo("Asia/Kolkata")


def need_e_invoices(counter: Counter) -> None:
    """Let every registration of the sample be above the limit."""
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(registration).values(e_invoice=True))


def waiting_paper(
    counter: Counter,
    code: str = "HERI",
    billing: Billing = NOT_TOLD,
    kind: BuyerKind | None = None,
    ahead: int = 5,
) -> str:
    """Sell to a registered buyer and return the number of the paper that waits."""
    need_e_invoices(counter)
    buyer = save(counter, counter.customer(), MAHARASHTRA, "", billing, kind)
    counter.pay(counter.hold(counter.quote(counter.item(code, ahead=ahead), customer=buyer), buyer))
    return numbers(counter)[-1]


def numbers(counter: Counter) -> list[str]:
    """Return the numbers of all tickets and invoices, the first one first."""
    with counter.database.read() as session:
        kinds = ("tax_invoice", "ticket_invoice")
        found = select(document.c.number).where(document.c.kind.in_(kinds)).order_by(document.c.id)
        return list(session.execute(found).scalars())


def signed(number: str, irn: str) -> str:
    """Return what the portal would sign for the QR code."""
    said = json.dumps({"DocNo": number, "Irn": irn})
    body = base64.urlsafe_b64encode(json.dumps({"data": said}).encode()).decode().rstrip("=")
    return f"eyJhbGciOiJSUzI1NiJ9.{body}.c2lnbmF0dXJl"


def answer(counter: Counter, number: str, figure: str = "a") -> PortalAnswer:
    """Return the portal's answer, with an IRN of one figure."""
    irn = figure * 64
    acked = (counter.now() + timedelta(minutes=1)).astimezone(INDIA)
    return PortalAnswer(
        number, irn, "112010036563310", f"{acked:%Y-%m-%d %H:%M:%S}", signed(number, irn.lower())
    )
