"""What an import would take off sale, and whether that needs the manager's word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from db import retiring
from db.database import Session
from db.ids import BookingReference, OfferingId, UnitId
from db.retiring import UnitOnSale
from desktop.services.catalogue import wanted_rows
from desktop.services.catalogue.known import Known
from desktop.services.catalogue.parsing import Parsed
from desktop.services.catalogue.room_owners import door, owners_after
from desktop.services.catalogue.row_form import Row
from desktop.services.catalogue.row_kinds import RoomRow, SeatRow, ServiceRow, TourRow
from desktop.services.domain.catalogue_import import ImportFault, Retired

NAMES_MAX = 20


@dataclass(frozen=True, slots=True)
class Retiring:
    """What one offering would lose: some of its units, or (without names) its place on sale."""

    row: Row
    column: str
    code: str
    unit_names: tuple[str, ...]
    units_count: int
    references: tuple[BookingReference, ...]

    @property
    def needs_word(self) -> bool:
        """More than half of an offering goes, or something that somebody has bought."""
        return bool(self.references) or len(self.unit_names) * 2 > self.units_count

    @property
    def retired(self) -> Retired:
        """What the report says of it."""
        return Retired(self.code, self.unit_names)

    def fault(self) -> ImportFault:
        """Return what must be said with a word."""
        what = f"takes {self.code} off sale"
        if self.unit_names:
            what = f"retires {len(self.unit_names)} of {self.units_count} of {self.code}: "
            what += _listed(self.unit_names)
        bought = f", booked by {_listed(self.references)}" if self.references else ""
        return ImportFault(
            self.row.file, self.row.line, self.column, f"{what}{bought}; say --retire if that is meant"
        )


def find_retired(session: Session, parsed: Parsed, known: Known) -> list[Retiring]:
    """Return what the files take off sale, offering by offering."""
    ids = {code: offering.id for code, offering in known.offerings.items()}
    codes = {offering_id: code for code, offering_id in ids.items()}
    owners = owners_after(parsed, known)
    sites = {code: site.id for code, site in known.sites.items()}
    wanted: dict[OfferingId, set[str]] = {}
    for unit in wanted_rows.units_of_files(parsed, known, ids, sites, owners):
        wanted.setdefault(unit.offering_id, set()).add(unit.name)
    touched = {*wanted, *(ids[row.code] for row in parsed.offerings if row.code in ids)}
    if not touched:
        return []
    active = retiring.active_offerings(session)
    closed = {ids[row.code] for row in parsed.offerings if not row.active and ids.get(row.code) in active}
    on_sale: dict[OfferingId, list[UnitOnSale]] = {one: [] for one in touched}
    for found in retiring.units_on_sale(session, sorted(touched)):
        on_sale[found.offering_id].append(found)
    buyers = retiring.buyers(session, sorted(touched))
    places = _places(parsed, known)
    result = []
    for offering_id, units in sorted(on_sale.items(), key=lambda one: codes[one[0]]):
        code, names = codes[offering_id], wanted.get(offering_id)
        row, column = places[code]
        if offering_id in closed:
            result.append(Retiring(row, "active", code, (), len(units), _bookings(units, buyers)))
        # A room that another type sells from now on does not go off sale.
        site_code = known.offerings[code].site_code
        gone = [
            unit
            for unit in units
            if names is not None and unit.name not in names and door(site_code, unit.name) not in owners
        ]
        if gone:
            unit_names = tuple(unit.name for unit in gone)
            result.append(Retiring(row, column, code, unit_names, len(units), _bookings(gone, buyers)))
    return result


def find_moved_sites(session: Session, parsed: Parsed, known: Known) -> Iterator[ImportFault]:
    """Yield a fault for each offering that would go to another site while somebody has bought it there."""
    for row in parsed.offerings:
        stored = known.offerings.get(row.code)
        if stored is None or stored.site_code == row.site:
            continue
        buyers = retiring.buyers(session, [stored.id])
        if found := tuple(sorted({reference for those in buyers.values() for reference in those})):
            reason = f"takes {row.code} from {stored.site_code} to {row.site}, booked by {_listed(found)}"
            yield ImportFault(row.file, row.line, "site", f"{reason}; give it another code there")


def _bookings(
    units: Iterable[UnitOnSale], buyers: Mapping[UnitId, list[BookingReference]]
) -> tuple[BookingReference, ...]:
    return tuple(sorted({reference for unit in units for reference in buyers.get(unit.id, ())}))


def _places(parsed: Parsed, known: Known) -> dict[str, tuple[Row, str]]:
    """Return the row and the column that speak of each offering's units."""
    places: dict[str, tuple[Row, str]] = {}
    for seat in parsed.of(SeatRow):
        for code, offering in known.offerings.items():
            if offering.coach == seat.coach:
                places.setdefault(code, (seat, "coach"))
    columns = {RoomRow: "room_numbers", ServiceRow: "coach", TourRow: "places"}
    return places | {row.code: (row, columns[type(row)]) for row in parsed.offerings}


def find_wordless(retirings: Iterable[Retiring]) -> Iterator[ImportFault]:
    """Yield a fault for each that needs the word."""
    return (one.fault() for one in retirings if one.needs_word)


def _listed(names: tuple[str, ...]) -> str:
    more = len(names) - NAMES_MAX
    return ", ".join(names[:NAMES_MAX]) + (f" and {more} more" if more > 0 else "")
