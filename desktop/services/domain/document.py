"""Papers as screens and use cases see them."""

from dataclasses import dataclass
from datetime import date, datetime

from db.ids import DocumentId
from db.states import DocumentKind
from desktop.services.domain.paper import PaperContent


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as it was made; `copies` is how often it has been printed before."""

    id: DocumentId
    kind: DocumentKind
    number: str
    made_at: datetime
    issued_on: date
    practice: bool
    copies: int
    time_zone: str
    content: PaperContent
