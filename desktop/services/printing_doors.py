"""The signatures of the use cases about printers and papers on their way, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.actor import Actor
    from db.ids import PrinterId, PrintJobId, RequestKey
    from db.print_words import MailServer, PrintAnswer
    from desktop.services.domain.printing import Printer, PrintRequest


class SavePrinter(Protocol):
    """A printer of this desk is entered or changed."""

    def __call__(self, new: Printer, before: Printer | None = None, *, actor: Actor) -> PrinterId: ...


class RemovePrinter(Protocol):
    """A printer is taken off this desk."""

    def __call__(self, printer: Printer, *, actor: Actor) -> None: ...


class QueuePrint(Protocol):
    """A paper begins to wait for its printer, or for the mail."""

    def __call__(self, request: PrintRequest, request_key: RequestKey, *, actor: Actor) -> PrintJobId: ...


class ReprintLast(Protocol):
    """The paper that this desk made last goes to the printer once more."""

    def __call__(self, request_key: RequestKey, *, actor: Actor) -> PrintJobId: ...


class AnswerPrint(Protocol):
    """Somebody looked whether a paper came out."""

    def __call__(self, job_id: PrintJobId, answer: PrintAnswer, *, actor: Actor) -> None: ...


class MovePrint(Protocol):
    """A paper that has not come out waits once more, or is wanted no more."""

    def __call__(self, job_id: PrintJobId, *, actor: Actor) -> None: ...


class KeepMailServer(Protocol):
    """By which server papers are mailed; `password` None: the kept one stays."""

    def __call__(self, server: MailServer, password: str | None, *, actor: Actor) -> None: ...
