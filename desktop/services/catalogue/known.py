"""What the database already knows, as far as an import must compare with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from db import catalogue
from db.database import Session
from db.ids import OfferingId, SiteId
from db.states import Kind


@dataclass(frozen=True, slots=True)
class KnownOffering:
    """An offering that is stored, active or not."""

    id: OfferingId
    kind: Kind
    site: str
    time_zone: str
    start_minute: int
    length_minutes: int


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A site that is stored."""

    id: SiteId
    time_zone: str


@dataclass(frozen=True, slots=True)
class Known:
    """Codes that need no line in the files."""

    sites: Mapping[str, KnownSite]
    policies: frozenset[str]
    offerings: Mapping[str, KnownOffering]
    promo_uses: Mapping[str, int]


def read_known(session: Session) -> Known:
    """Read everything an import may refer to."""
    return Known(
        sites={row.code: KnownSite(row.id, row.time_zone) for row in catalogue.list_sites(session)},
        policies=frozenset(catalogue.policy_codes(session)),
        offerings={
            row.code: KnownOffering(
                row.id, Kind(row.kind), row.site_code, row.time_zone, row.start_minute, row.length_minutes
            )
            for row in catalogue.list_known(session)
        },
        promo_uses=catalogue.promo_uses(session),
    )
