"""ListPrinters, SavePrinter, RemovePrinter: where the papers of this desk go."""

from db import journal, printers
from db.actor import Actor
from db.database import Database, Session
from db.ids import PrinterId
from db.printers import PrinterRow
from desktop.services.domain.printing import Printer, plain_printer, printer_fault
from desktop.services.errors import BadRequest
from desktop.services.events import PrintQueueChanged, Publish
from desktop.services.printing_errors import PrinterChanged


class ListPrinters:
    """Read the printers of a desk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, actor: Actor) -> tuple[Printer, ...]:
        """Return the printers of the acting desk, the usual one first."""
        with self._database.read() as session:
            return tuple(shown(row) for row in printers.of_desk(session, actor.desk_id))


class SavePrinter:
    """Enter a printer or change one. It needs nobody's permission: paper is no money."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, new: Printer, before: Printer | None = None, *, actor: Actor) -> PrinterId:
        """Return its id; `before` is what it was when it was read. A desk's first printer is its usual one.

        Raises BadRequest for a field that can't be so or a name that is taken, PrinterChanged.
        """
        wanted = plain_printer(new)
        fault = printer_fault(wanted)
        if fault is not None:
            raise BadRequest(f"{fault[0]}", fault[1])
        with self._database.write(actor) as session:
            printer_id = _put(session, wanted, before)
            content = {"printer": printer_id, "name": wanted.name, "way": wanted.way}
            content |= {"paper": wanted.paper, "language": wanted.language}
            journal.record(session, "PRINTER_SAVED", content | {"is_usual": wanted.is_usual})
        self._publish(PrintQueueChanged())
        return printer_id


class RemovePrinter:
    """Take a printer off this desk. What waits for it is told that it is gone."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, printer: Printer, *, actor: Actor) -> None:
        """Raises PrinterChanged when it is not as it was read any more."""
        with self._database.write(actor) as session:
            if not printers.remove(session, _row_of(printer)):
                raise PrinterChanged(printer.name)
            journal.record(session, "PRINTER_REMOVED", {"printer": printer.id, "name": printer.name})
        self._publish(PrintQueueChanged())


def shown(row: PrinterRow) -> Printer:
    """Return a printer as the clerk knows it."""
    return Printer(row.name, row.way, row.address, row.paper, row.language, row.is_usual, row.id)


def _put(session: Session, wanted: Printer, before: Printer | None) -> PrinterId:
    others = [
        row
        for row in printers.of_desk(session, session.actor.desk_id)
        if before is None or row.id != before.id
    ]
    if any(row.name.casefold() == wanted.name.casefold() for row in others):
        raise BadRequest("printer_name", "taken")
    values: dict[str, object] = {
        "name": wanted.name,
        "way": wanted.way,
        "address": wanted.address,
        "paper": wanted.paper,
        "language": wanted.language,
    }
    is_usual = wanted.is_usual or (before is None and not others)
    if before is None:
        printer_id = printers.add(session, values)
    else:
        row = _row_of(before)
        printer_id = row.id
        if not printers.change(session, row, values):
            raise PrinterChanged(before.name)
    if is_usual:
        printers.make_usual(session, printer_id)
    elif before is not None and before.is_usual:
        printers.make_usual(session, None)
    return printer_id


def _row_of(printer: Printer) -> PrinterRow:
    if printer.id is None:
        raise PrinterChanged(printer.name)
    return PrinterRow(
        printer.id,
        printer.name,
        printer.way,
        printer.address,
        printer.paper,
        printer.language,
        printer.is_usual,
    )
