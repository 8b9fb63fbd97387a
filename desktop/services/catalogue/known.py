"""What the database already knows, as far as an import must compare with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from db import catalogue
from db.catalogue import OfferingRow, SiteRow
from db.database import Session


@dataclass(frozen=True, slots=True)
class Known:
    """What needs no line in the files, by its code; offerings active or not."""

    sites: Mapping[str, SiteRow]
    policies: frozenset[str]
    offerings: Mapping[str, OfferingRow]
    promo_uses: Mapping[str, int]


def read_known(session: Session) -> Known:
    """Read everything an import may refer to."""
    return Known(
        sites={row.code: row for row in catalogue.list_sites(session)},
        policies=frozenset(catalogue.policy_codes(session)),
        offerings={row.code: row for row in catalogue.list_known(session)},
        promo_uses=catalogue.promo_uses(session),
    )
