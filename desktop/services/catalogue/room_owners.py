"""Which offering has which room: behind one door of a site is one room, and one offering on sale has it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from db import rooms
from db.database import Session
from db.ids import OfferingId, UnitId
from db.rooms import RoomRow as RoomUnit
from desktop.services.catalogue.known import PHYSICAL, Known
from desktop.services.catalogue.parsing import Parsed
from desktop.services.catalogue.row_kinds import RoomRow
from desktop.services.domain.catalogue_import import ImportFault

# The site's code and the room's name, in whatever letters it is written.
Door = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Owner:
    """The code of an offering on sale, and where these files say so; None where only the database does."""

    code: str
    row: RoomRow | None


Owners = Mapping[Door, Owner]
Followers = Mapping[UnitId, tuple[RoomUnit, RoomUnit]]


def door(site_code: str, name: str) -> Door:
    """Return what a room is known by."""
    return site_code, name.casefold()


def owners_after(parsed: Parsed, known: Known) -> Owners:
    """Return who has each room after the import; the files must have passed `room_faults`."""
    return _stored_owners(parsed, known) | {
        door(row.site, name): Owner(row.code, row)
        for row in parsed.offerings
        if isinstance(row, RoomRow) and row.active
        for name in row.names
    }


def _stored_owners(parsed: Parsed, known: Known) -> dict[Door, Owner]:
    spoken_of = {row.code for row in parsed.offerings} | parsed.codes_in_doubt(RoomRow)
    return {
        door(room.site_code, room.name): Owner(room.offering_code, None)
        for room in known.rooms
        if room.active and room.offering_active and room.offering_code not in spoken_of
    }


def room_faults(parsed: Parsed, known: Known) -> Iterator[ImportFault]:
    """Yield a fault for each room that would be on sale twice, and for lines of one type that differ."""
    owners = _stored_owners(parsed, known) if parsed.complete else {}
    firsts: dict[str, RoomRow] = {}
    for row in parsed.of(RoomRow):
        first = firsts.setdefault(row.code, row)
        if first is not row and _without_rooms(first) != _without_rooms(row):
            reason = f"has other facts than {first.file} line {first.line}; only its building may differ"
            yield ImportFault(row.file, row.line, "room_type", reason)
        if not row.active:
            continue
        twice: dict[Owner, list[str]] = {}
        for name in row.names:
            owner = owners.setdefault(door(row.site, name), Owner(row.code, row))
            if owner.code != row.code:
                twice.setdefault(owner, []).append(name)
        for owner, names in twice.items():
            yield ImportFault(row.file, row.line, "room_numbers", _reason(" ".join(names), owner))


def rooms_that_follow(session: Session, touched: Collection[OfferingId]) -> Followers:
    """Return rooms under offerings that had them, each with the same room as a touched one sells it now."""
    there = rooms.list_rooms(session, PHYSICAL) if touched else []
    on_sale = {
        door(room.site_code, room.name): room for room in there if room.active and room.offering_active
    }
    pairs = [(room, on_sale.get(door(room.site_code, room.name))) for room in there]
    return {
        old.id: (old, new)
        for old, new in pairs
        if new is not None and new.id != old.id and new.offering_id in touched
    }


def _without_rooms(row: RoomRow) -> RoomRow:
    return replace(row, file="", line=0, building="", room_numbers=())


def _reason(names: str, owner: Owner) -> str:
    if owner.row is not None:
        return f"has {names}, which {owner.row.file} line {owner.row.line} has too ({owner.code})"
    return (
        f"has {names}, on sale as {owner.code}: import the line of {owner.code} without it together with this"
        f" one, or take {owner.code} off sale"
    )
