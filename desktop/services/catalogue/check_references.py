"""Codes that neither the files nor the database know, or know as something else."""

from collections.abc import Iterator

from db.states import Kind
from desktop.services.catalogue.check_duplicates import offering_code
from desktop.services.catalogue.known import Known
from desktop.services.catalogue.parsing import Parsed
from desktop.services.catalogue.row_kinds import (
    MealPlanRow,
    PolicyRow,
    RateRow,
    RoomRow,
    Row,
    SeatRow,
    ServiceRow,
    SiteRow,
    StopRow,
    TourRow,
)
from desktop.services.domain.catalogue_import import ImportFault

KIND_OF: dict[type[Row], Kind] = {RoomRow: Kind.ROOM, ServiceRow: Kind.BUS, TourRow: Kind.TOUR}


def find_unknown(parsed: Parsed, known: Known) -> Iterator[ImportFault]:
    """Yield a fault for each code that leads nowhere.

    A code whose own line has a fault is not complained of again; with a file that could not be read at
    all every code might be in it, so nothing is said.
    """
    if not parsed.complete:
        return
    sites = {row.site for row in parsed.of(SiteRow)} | set(known.sites) | parsed.codes_in_doubt(SiteRow)
    policies = {row.policy for row in parsed.of(PolicyRow)} | known.policies
    policies |= parsed.codes_in_doubt(PolicyRow)
    kinds = {code: {offering.kind} for code, offering in known.offerings.items()}
    for code, word in _codes_in_files(parsed):
        kinds.setdefault(code, set()).add(word)
    for row in parsed.rows:
        if isinstance(row, RoomRow | ServiceRow | TourRow):
            yield from _offering_faults(row, sites, policies, known)
        elif isinstance(row, MealPlanRow) and Kind.ROOM not in kinds.get(row.room_type, ()):
            yield _unknown(row, "room_type", row.room_type, "room type")
        elif isinstance(row, StopRow) and Kind.BUS not in kinds.get(row.service, ()):
            yield _unknown(row, "service", row.service, "bus service")
        elif isinstance(row, RateRow) and row.offering not in kinds:
            yield _unknown(row, "offering", row.offering, "room type, bus service or tour")
    yield from _coach_faults(parsed, known)


def _codes_in_files(parsed: Parsed) -> Iterator[tuple[str, Kind]]:
    for row in parsed.rows:
        if isinstance(row, RoomRow | ServiceRow | TourRow):
            yield offering_code(row), KIND_OF[type(row)]
    for kind, word in KIND_OF.items():
        yield from ((code, word) for code in parsed.codes_in_doubt(kind))


def _offering_faults(
    row: RoomRow | ServiceRow | TourRow, sites: set[str], policies: set[str], known: Known
) -> Iterator[ImportFault]:
    if row.site not in sites:
        yield _unknown(row, "site", row.site, "site")
    if row.policy not in policies:
        yield _unknown(row, "policy", row.policy, "cancellation policy")
    code = offering_code(row)
    stored = known.offerings.get(code)
    if stored is not None and stored.kind is not KIND_OF[type(row)]:
        column = {Kind.ROOM: "room_type", Kind.BUS: "service", Kind.TOUR: "tour"}[KIND_OF[type(row)]]
        yield ImportFault(
            row.file, row.line, column, f"is the code of a {stored.kind.value} already ({code})"
        )


def _coach_faults(parsed: Parsed, known: Known) -> Iterator[ImportFault]:
    coaches = {row.coach for row in parsed.of(SeatRow)} | parsed.codes_in_doubt(SeatRow)
    for row in parsed.of(ServiceRow):
        if row.coach and row.coach not in coaches:
            yield _unknown(row, "coach", row.coach, "coach with seats in these files")
        elif not row.coach and row.service not in known.offerings:
            yield ImportFault(row.file, row.line, "coach", "is empty, and the service has no seats yet")


def _unknown(row: Row, column: str, code: str, what: str) -> ImportFault:
    return ImportFault(row.file, row.line, column, f"is no known {what} ({code})")
