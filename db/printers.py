"""The printers of desks. A printer that was taken off stays a row: papers of before name it."""

from dataclasses import dataclass

from sqlalchemy import insert, update

from db.database import Session
from db.ids import PrinterId
from db.keys import new_key
from db.print_words import PaperLanguage, PaperSize, PrinterWay
from db.record import Shape
from db.schema import printer


@dataclass(frozen=True, slots=True)
class PrinterRow:
    """A printer as stored: see the table for each column."""

    id: PrinterId
    name: str
    way: PrinterWay
    address: str
    paper: PaperSize
    language: PaperLanguage
    is_usual: bool


PRINTER = Shape(PrinterRow, printer)


def of_desk(session: Session, desk_id: str) -> list[PrinterRow]:
    """Return the printers of a desk that are there, its usual one first."""
    wanted = PRINTER.select().where(printer.c.desk_id == desk_id, printer.c.removed_at.is_(None))
    return PRINTER.list(session.execute(wanted.order_by(printer.c.is_usual.desc(), printer.c.id)))


def find(session: Session, printer_id: PrinterId) -> PrinterRow | None:
    """Return a printer that is there, of the acting desk."""
    here = (printer.c.desk_id == session.actor.desk_id) & printer.c.removed_at.is_(None)
    return PRINTER.first(session.execute(PRINTER.select().where(printer.c.id == printer_id, here)))


def usual(session: Session) -> PrinterRow | None:
    """Return the acting desk's usual printer."""
    here = (printer.c.desk_id == session.actor.desk_id) & printer.c.removed_at.is_(None)
    return PRINTER.first(session.execute(PRINTER.select().where(here, printer.c.is_usual == 1)))


def add(session: Session, values: dict[str, object]) -> PrinterId:
    """Write down a printer of the acting desk; return its id. It is not the usual one yet."""
    printer_id = PrinterId(new_key())
    row = {"id": printer_id, "desk_id": session.actor.desk_id, **values, "home": session.home}
    session.execute(insert(printer), row)
    return printer_id


def change(session: Session, row: PrinterRow, values: dict[str, object]) -> bool:
    """Change a printer that is as `row` has it; False when it was changed or taken off meanwhile."""
    known = (printer.c.id == row.id) & printer.c.removed_at.is_(None)
    for name in ("name", "way", "address", "paper", "language"):
        known &= printer.c[name] == getattr(row, name)
    known &= printer.c.is_usual == int(row.is_usual)
    return session.execute(update(printer).where(known).values(values)).rowcount == 1


def remove(session: Session, row: PrinterRow) -> bool:
    """Take a printer off; False when that was done before."""
    return change(session, row, {"removed_at": session.now, "is_usual": False})


def make_usual(session: Session, printer_id: PrinterId | None) -> None:
    """Let the papers of the acting desk go to this printer from now on; None: to the system's own."""
    here = (printer.c.desk_id == session.actor.desk_id) & (printer.c.is_usual == 1)
    session.execute(update(printer).where(here, printer.c.id != (printer_id or "")).values(is_usual=False))
    if printer_id is not None:
        session.execute(update(printer).where(printer.c.id == printer_id).values(is_usual=True))
