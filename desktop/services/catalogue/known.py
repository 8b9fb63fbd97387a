"""What the database already knows, as far as an import must compare with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db import catalogue, rooms, taxes
from db.catalogue import OfferingRow, SiteRow
from db.database import Session
from db.rooms import RoomRow
from db.taxes import TaxClassRow
from desktop.services.domain.kinds import TRAITS

PHYSICAL = tuple(kind for kind, traits in TRAITS.items() if traits.has_physical_rooms)


@dataclass(frozen=True, slots=True)
class Known:
    """What needs no line in the files, by its code; offerings active or not."""

    sites: Mapping[str, SiteRow]
    policies: frozenset[str]
    offerings: Mapping[str, OfferingRow]
    promo_uses: Mapping[str, int]
    registrations: frozenset[str]
    tax_classes: Mapping[str, TaxClassRow]
    # Under every offering that has or had it.
    rooms: Sequence[RoomRow]


def read_known(session: Session) -> Known:
    """Read everything an import may refer to."""
    return Known(
        sites={row.code: row for row in catalogue.list_sites(session)},
        policies=frozenset(catalogue.policy_codes(session)),
        offerings={row.code: row for row in catalogue.list_known(session)},
        promo_uses=catalogue.promo_uses(session),
        registrations=frozenset(taxes.registration_codes(session)),
        tax_classes=taxes.classes(session),
        rooms=rooms.list_rooms(session, PHYSICAL),
    )
