"""Blocks stay with their units: a room that is sold under another offering, a unit that comes back."""

from datetime import timedelta

from db import standing_blocks, stock
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
    stock.keep_closed(session, offerings)
