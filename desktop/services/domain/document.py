"""Papers as screens and use cases see them."""

from dataclasses import dataclass
from datetime import date, datetime

from db.ids import DocumentId
from db.states import DocumentKind
from desktop.services.domain.paper import PaperContent


@dataclass(frozen=True, slots=True)
class Irn:
    """The portal's answer to an invoice: its number, when it was acknowledged, and what the QR code says."""

    number: str
    ack_number: str
    acked_at: datetime
    signed_qr: str


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as it was made; `copies` is how often it has been printed before.

    `irn`: what the portal answered, for a paper that waits for it or has it.
    """

    id: DocumentId
    kind: DocumentKind
    number: str
    made_at: datetime
    issued_on: date
    practice: bool
    copies: int
    time_zone: str
    content: PaperContent
    irn: Irn | None = None
