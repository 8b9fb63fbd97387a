"""What a changed catalogue does to those who have bought: carried, moved along, or a reason to refuse it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from db import bookings, catalogue, holders, lines
from db.catalogue_words import Gender
from db.database import Session
from db.holders import HolderRow, StoredUnit
from db.ids import BookingId, OfferingId, SlotId, UnitId
from desktop.services.catalogue.hits import UNITS_COLUMN, code_of, fault_at, grouped, kind_of, what
from desktop.services.catalogue.room_owners import Followers
from desktop.services.catalogue.write_rows import CatalogueWriter
from desktop.services.domain.carrying import LineKey, Party, Rider, Spot, Stay, house_stays, seat_parties
from desktop.services.domain.catalogue_import import HitKind, ImportFault, ImportHit
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.kinds import TRAITS
from desktop.services.steps.move_lines import LineTarget, move_lines

# A night or a departure that has begun may be of the day before, at its site.
BEFORE_TODAY = timedelta(days=2)
REASON = "the catalogue changed"


@dataclass(frozen=True, slots=True)
class Move:
    """A line's way: to another unit, and with its room maybe to the slot of another offering."""

    holder: HolderRow
    kind: HitKind
    unit_id: UnitId
    unit_name: str
    slot_id: SlotId
    # What is told of it.
    old: str
    new: str


@dataclass(slots=True)
class CarryBookings:
    """Works on what the writer has written, in its transaction. With a fault nothing is carried."""

    session: Session
    writer: CatalogueWriter
    followers: Followers
    desk: DeskSettings
    faults: list[ImportFault] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    taken: set[tuple[UnitId, SlotId]] = field(default_factory=set)

    def __call__(self) -> tuple[list[ImportFault], list[ImportHit]]:
        """Return whom the change would leave without a place, or who was carried and where to."""
        followers = self.followers
        touched = set(self.writer.touched) | {old.offering_id for old, _ in followers.values()}
        touched |= {new.offering_id for _, new in followers.values()}
        if not touched:
            return [], []
        holders.lock(self.session, touched)
        self.taken = holders.live_cells(self.session, touched)
        from_day = self.session.now.date() - BEFORE_TODAY
        found = holders.list_holders(self.session, touched, from_day)
        self._follow_rooms([one for one in found if one.unit_id in followers], from_day)
        self._carry([one for one in found if one.unit_id not in followers])
        if self.faults:
            return self.faults, []
        for booking_id, moves in grouped(self.moves, lambda move: move.holder.booking_id).items():
            self._move(booking_id, moves)
        return [], told(self.moves, self.writer)

    def _follow_rooms(self, found: Sequence[HolderRow], from_day: date) -> None:
        offering_ids = {self.followers[one.unit_id][1].offering_id for one in found}
        slots = {
            (slot.offering_id, slot.day): slot
            for slot in catalogue.slots_from(self.session, offering_ids, from_day)
            if not slot.cancelled
        }
        for one in found:
            old, new = self.followers[one.unit_id]
            if not self._is_to_come(one):
                continue
            slot = slots.get((new.offering_id, one.day))
            if slot is None or (new.id, slot.id) in self.taken:
                why = "has no rate" if slot is None else "has given it to another booking"
                reason = (
                    f"has room {new.name}, which {one.reference} has as {old.offering_code} on {one.day}, and"
                    f" {new.offering_code} {why} that day"
                )
                self.faults.append(fault_at(self.writer, new.offering_id, UNITS_COLUMN, reason))
                continue
            self.taken.add((new.id, slot.id))
            is_at = f"{new.offering_code} {new.name}"
            if slot.starts_at != one.starts_at:
                is_at += f" from {slot.starts_at.astimezone(ZoneInfo(one.time_zone)):%H:%M}"
            was_at = f"{old.offering_code} {one.unit_name}"
            self.moves.append(Move(one, HitKind.ROOM_MOVED, new.id, new.name, slot.id, was_at, is_at))

    def _carry(self, found: Sequence[HolderRow]) -> None:
        units = {unit.id: unit for unit in holders.list_units(self.session, self.writer.touched)}
        kept = [one for one in found if one.unit_id in units and self._is_to_come(one)]
        homeless = [one for one in kept if self._is_gone(one, units[one.unit_id])]
        spots = grouped([unit for unit in units.values() if unit.active], lambda unit: unit.offering_id)
        ways: dict[LineKey, Spot] = {}
        for offering_id, those in grouped(homeless, lambda one: one.offering_id).items():
            free = [spot_of(unit) for unit in spots.get(offering_id, [])]
            if TRAITS[kind_of(self.writer, offering_id)].has_nights:
                ways |= house_stays(self._stays(those, units), free, self.taken)
            else:
                mates = [one for one in kept if one.offering_id == offering_id]
                ways |= self._seats(those, mates, units, free)
        left = [one for one in homeless if _key(one) not in ways]
        for (_, offering_id), those in grouped(left, lambda one: (one.booking_id, one.offering_id)).items():
            self._refuse(offering_id, those)
        for one in homeless:
            if (spot := ways.get(_key(one))) is not None:
                move = Move(one, HitKind.CARRIED, spot.id, spot.name, one.slot_id, one.unit_name, spot.name)
                self.moves.append(move)

    def _stays(self, found: Sequence[HolderRow], units: Mapping[UnitId, StoredUnit]) -> list[Stay]:
        stays = grouped(found, lambda one: (one.booking_id, one.stay, one.unit_id))
        return [
            Stay(
                tuple((_key(one), one.slot_id) for one in sorted(nights, key=lambda one: one.day)),
                spot_of(units[unit_id]),
            )
            for (_, _, unit_id), nights in stays.items()
        ]

    def _seats(
        self,
        found: Sequence[HolderRow],
        mates: Sequence[HolderRow],
        units: Mapping[UnitId, StoredUnit],
        spots: Sequence[Spot],
    ) -> dict[LineKey, Spot]:
        homeless = {_key(one) for one in found}
        sitting = grouped(
            [one for one in mates if _key(one) not in homeless], lambda one: (one.slot_id, one.booking_id)
        )
        ways: dict[LineKey, Spot] = {}
        for slot_id, those in grouped(found, lambda one: one.slot_id).items():
            parties = [
                Party(
                    tuple(self._rider(one, units) for one in party),
                    tuple(spot_of(units[one.unit_id]) for one in sitting.get((slot_id, booking_id), [])),
                )
                for booking_id, party in grouped(those, lambda one: one.booking_id).items()
            ]
            way = seat_parties(parties, [spot for spot in spots if (spot.id, slot_id) not in self.taken])
            self.taken |= {(spot.id, slot_id) for spot in way.values()}
            ways |= way
        return ways

    def _rider(self, one: HolderRow, units: Mapping[UnitId, StoredUnit]) -> Rider:
        was = self.writer.before.get(one.unit_id) or units[one.unit_id]
        return Rider(_key(one), spot_of(was), one.guest_gender is Gender.FEMALE)

    def _is_gone(self, one: HolderRow, unit: StoredUnit) -> bool:
        """Whether the unit is retired, or has become something else than what was bought."""
        was = self.writer.before.get(unit.id, unit)
        for_others = unit.ladies_only and not was.ladies_only and one.guest_gender is not Gender.FEMALE
        return not unit.active or unit.berth != was.berth or for_others

    def _is_to_come(self, one: HolderRow) -> bool:
        """Whether the catalogue can still do something to it: a night in use, no coach on the road."""
        lasts = TRAITS[kind_of(self.writer, one.offering_id)].has_physical_rooms
        return (one.ends_at if lasts else one.starts_at) > self.session.now

    def _refuse(self, offering_id: OfferingId, those: Sequence[HolderRow]) -> None:
        traits = TRAITS[kind_of(self.writer, offering_id)]
        thing = "seat" if traits.has_seats else "room" if traits.has_physical_rooms else "place"
        gone = ", ".join(
            f"{names} on {day}"
            for day, names in {
                day: " ".join(one.unit_name for one in at_once)
                for day, at_once in grouped(those, lambda one: one.day).items()
            }.items()
        )
        reason = f"would leave {those[0].reference} without a {thing} (it has {gone})"
        self.faults.append(fault_at(self.writer, offering_id, UNITS_COLUMN, reason))

    def _move(self, booking_id: BookingId, moves: Sequence[Move]) -> None:
        booking = bookings.lock_known(self.session, booking_id)
        own = {line.number: line for line in lines.of_booking(self.session, booking_id)}
        targets = [
            LineTarget(own[move.holder.number], move.unit_id, move.unit_name, move.slot_id) for move in moves
        ]
        move_lines(self.session, booking, targets, REASON, self.desk)


def told(moves: Iterable[Move], writer: CatalogueWriter) -> list[ImportHit]:
    """Return what is said of the moves: a stay as one, a party on one departure as one."""
    groups = grouped(moves, lambda move: (move.holder.booking_id, move.holder.offering_id, move.kind))
    return [
        ImportHit(
            booking_id,
            those[0].holder.reference,
            kind,
            what(code_of(writer, offering_id), (move.holder.day for move in those)),
            _in_order(move.old for move in those),
            _in_order(move.new for move in those),
        )
        for (booking_id, offering_id, kind), those in groups.items()
    ]


def _in_order(names: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(names))


def spot_of(unit: StoredUnit) -> Spot:
    """Return where a unit is."""
    place = unit.deck or 0, unit.row_number or 0, unit.column_number or 0
    return Spot(unit.id, unit.name, unit.rank, *place, unit.berth, unit.by_window, unit.ladies_only)


def _key(one: HolderRow) -> LineKey:
    return one.booking_id, one.number
