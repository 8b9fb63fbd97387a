"""Blocks stay with their units: a room that is sold under another offering, a unit that comes back."""

from datetime import timedelta

from db import catalogue, claims, holders, standing_blocks
from db.database import Session
from db.ids import ClosureId, OfferingId
from desktop.services.catalogue.room_owners import Followers
from desktop.services.catalogue.write_rows import CatalogueWriter


def carry_blocks(session: Session, writer: CatalogueWriter, followers: Followers) -> None:
    """Bring the claims of blocks to where the units are now, before anybody is carried to free ones.

    A retired unit keeps its block but claims nothing; when it is on sale again, so is its block.
    """
    offerings = set(writer.touched) | {
        room.offering_id for old, new in followers.values() for room in (old, new)
    }
    from_day = session.now.date() - timedelta(days=1)
    blocks = standing_blocks.standing(session, offerings, from_day) if offerings else []
    if not blocks:
        return
    standing_blocks.free_retired(session, {block.unit_id for block in blocks if not block.active})
    copies: dict[tuple[ClosureId, OfferingId], ClosureId] = {}
    for block in blocks:
        if block.unit_id not in followers:
            continue
        _, room = followers[block.unit_id]
        key = block.closure_id, room.offering_id
        if key not in copies:
            copies[key] = standing_blocks.copy_to(session, block, room.offering_id)
        standing_blocks.free_retired(session, {block.unit_id})
        standing_blocks.move_unit(session, block, copies[key], room.id)
    taken = holders.live_cells(session, offerings)
    slots = catalogue.slots_from(session, offerings, from_day)
    for block in standing_blocks.standing(session, offerings, from_day):
        cells = [
            (block.unit_id, slot.id)
            for slot in slots
            if block.active
            and slot.offering_id == block.offering_id
            and block.first_day <= slot.day <= block.last_day
            and slot.ends_at > session.now
            and (block.unit_id, slot.id) not in taken
        ]
        if cells and not claims.block(session, cells, closure_id=block.closure_id):
            raise AssertionError(f"a cell of the block {block.closure_id} was free and is not")
        taken |= set(cells)
