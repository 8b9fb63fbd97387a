"""How whom an import hits is told: by offering, days and booking, at the line of the files that does it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from db.ids import OfferingId
from db.states import Kind
from desktop.services.catalogue.write_rows import CatalogueWriter
from desktop.services.domain.catalogue_import import ImportFault

T = TypeVar("T")
G = TypeVar("G")

UNITS_COLUMN = {Kind.ROOM: "room_numbers", Kind.BUS: "coach", Kind.TOUR: "places"}
HOUR_COLUMN = {Kind.ROOM: "check_in", Kind.BUS: "departs", Kind.TOUR: "starts"}


def grouped(things: Iterable[T], key: Callable[[T], G]) -> dict[G, list[T]]:
    """Return the things by their key, both in the order in which they come."""
    groups: dict[G, list[T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return groups


def what(code: str, days: Iterable[date]) -> str:
    """Return "GOA21 2026-11-29" or "DLX 2026-11-29 to 2026-12-01"."""
    known = sorted(set(days))
    return f"{code} {known[0]}" if len(known) == 1 else f"{code} {known[0]} to {known[-1]}"


def code_of(writer: CatalogueWriter, offering_id: OfferingId) -> str:
    """Return an offering's code."""
    return next(code for code, one in writer.ids.items() if one == offering_id)


def kind_of(writer: CatalogueWriter, offering_id: OfferingId) -> Kind:
    """Return what an offering is."""
    code = code_of(writer, offering_id)
    stored = writer.known.offerings.get(code)
    return stored.kind if stored else next(row.kind for row in writer.parsed.offerings if row.code == code)


def fault_at(
    writer: CatalogueWriter, offering_id: OfferingId, columns: Mapping[Kind, str], reason: str
) -> ImportFault:
    """Return a fault at the offering's own line, or at the files where none of them is about it."""
    code = code_of(writer, offering_id)
    for row in writer.parsed.offerings:
        if row.code == code:
            return ImportFault(row.file, row.line, columns[row.kind], reason)
    return ImportFault(writer.parsed.rows[0].file, 0, "", f"{code} {reason}")
