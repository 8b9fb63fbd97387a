"""The stock: claims against cells, capacity, booking lines and deadlines."""

from sqlalchemy import inspect

from db.audits.check import Check
from db.database import Session

CELL = ["unit_id", "slot_id"]


def _primary_key_of_claim(session: Session) -> list[str]:
    """The key is what refuses the second claim: a table without it proves nothing by being clean."""
    found = inspect(session.connection).get_pk_constraint("claim")["constrained_columns"]
    return [] if sorted(found) == sorted(CELL) else ["claim=no_primary_key"]


CELLS_CLAIMED_ONCE = Check(
    "cells_claimed_once",
    "SELECT count(*) FROM claim",
    """SELECT unit_id AS unit, slot_id AS slot, count(*) AS claims
    FROM claim GROUP BY unit_id, slot_id HAVING count(*) > 1""",
    _primary_key_of_claim,
)

# To come: what has begun, a coach on the road, no longer depends on the catalogue; a night in use still does.
# Whoever has a unit, a retired one too, takes a place of those on sale.
CLAIMS_WITHIN_CAPACITY = Check(
    "claims_within_capacity",
    "SELECT count(DISTINCT slot_id) FROM claim",
    """WITH taken AS (
        SELECT slot_id, count(*) AS claims FROM claim
        WHERE claim.expires_at IS NULL OR claim.expires_at > :now GROUP BY slot_id),
    capacity AS (SELECT offering_id, count(*) AS units FROM unit WHERE active = 1 GROUP BY offering_id)
    SELECT offering.code AS offering, slot.day AS day, taken.claims AS claims,
        coalesce(capacity.units, 0) AS units
    FROM taken JOIN slot ON slot.id = taken.slot_id JOIN offering ON offering.id = slot.offering_id
    LEFT JOIN capacity ON capacity.offering_id = slot.offering_id
    WHERE taken.claims > coalesce(capacity.units, 0) AND slot.cancelled = 0
        AND (slot.starts_at > :now OR (offering.kind = 'room' AND slot.ends_at > :now))""",
)

# One room behind one door of a site, whatever it is or was sold under.
ROOMS_HAVE_ONE_CLAIM = Check(
    "rooms_have_one_claim",
    """SELECT count(*) FROM claim JOIN slot ON slot.id = claim.slot_id
    JOIN offering ON offering.id = slot.offering_id
    WHERE offering.kind = 'room' AND (claim.expires_at IS NULL OR claim.expires_at > :now)""",
    """SELECT site.code AS site, lower(unit.name) AS room, slot.day AS day, count(*) AS claims,
        min(offering.code) AS offering, max(offering.code) AS other
    FROM claim JOIN slot ON slot.id = claim.slot_id JOIN unit ON unit.id = claim.unit_id
    JOIN offering ON offering.id = unit.offering_id JOIN site ON site.id = offering.site_id
    WHERE offering.kind = 'room' AND slot.ends_at > :now
        AND (claim.expires_at IS NULL OR claim.expires_at > :now)
    GROUP BY site.code, lower(unit.name), slot.day HAVING count(DISTINCT unit.id) > 1""",
)

ROOMS_HAVE_ONE_OWNER = Check(
    "rooms_have_one_owner",
    "SELECT count(*) FROM unit JOIN offering ON offering.id = unit.offering_id WHERE offering.kind = 'room'",
    """SELECT site.code AS site, lower(unit.name) AS room, count(*) AS owners,
        min(offering.code) AS offering, max(offering.code) AS other
    FROM unit JOIN offering ON offering.id = unit.offering_id JOIN site ON site.id = offering.site_id
    WHERE offering.kind = 'room' AND offering.active = 1 AND unit.active = 1
    GROUP BY site.code, lower(unit.name) HAVING count(*) > 1""",
)

PEOPLE_HAVE_UNITS = Check(
    "people_have_units",
    """SELECT count(*) FROM claim
    WHERE booking_id IS NOT NULL AND (claim.expires_at IS NULL OR claim.expires_at > :now)""",
    """SELECT booking.reference AS booking, unit.name AS unit, offering.code AS offering, slot.day AS day
    FROM claim JOIN booking ON booking.id = claim.booking_id JOIN unit ON unit.id = claim.unit_id
    JOIN slot ON slot.id = claim.slot_id JOIN offering ON offering.id = slot.offering_id
    WHERE unit.active = 0 AND booking.state IN ('held', 'confirmed')
        AND (claim.expires_at IS NULL OR claim.expires_at > :now)
        AND slot.cancelled = 0
        AND (slot.starts_at > :now OR (offering.kind = 'room' AND slot.ends_at > :now))""",
)

CLAIMS_IN_OWN_OFFERING = Check(
    "claims_in_own_offering",
    "SELECT count(*) FROM claim",
    """SELECT unit.name AS unit, slot.day AS day, slot.id AS slot
    FROM claim JOIN unit ON unit.id = claim.unit_id JOIN slot ON slot.id = claim.slot_id
    WHERE unit.offering_id <> slot.offering_id""",
)

# A hold past its deadline may have lost its cells to the next customer; nobody else may.
LINES_HAVE_CLAIMS = Check(
    "lines_have_claims",
    """SELECT count(*) FROM booking JOIN booking_line ON booking_line.booking_id = booking.id
    WHERE booking_line.cancelled_at IS NULL AND (booking.state IN ('confirmed', 'completed')
        OR (booking.state = 'held' AND booking.expires_at > :now))""",
    """SELECT booking.reference AS booking, booking.state AS state, line.number AS line
    FROM booking JOIN booking_line AS line ON line.booking_id = booking.id
    LEFT JOIN claim ON claim.unit_id = line.unit_id AND claim.slot_id = line.slot_id
        AND claim.booking_id = booking.id
    WHERE (booking.state IN ('confirmed', 'completed')
        OR (booking.state = 'held' AND booking.expires_at > :now))
        AND line.cancelled_at IS NULL AND claim.unit_id IS NULL""",
)

CLAIMS_HAVE_LINES = Check(
    "claims_have_lines",
    "SELECT count(*) FROM claim WHERE expires_at IS NULL OR expires_at > :now",
    """SELECT claim.unit_id AS unit, claim.slot_id AS slot, booking.reference AS booking,
        booking.state AS state, claim.closure_id AS closure
    FROM claim LEFT JOIN booking ON booking.id = claim.booking_id
    LEFT JOIN booking_line AS line ON line.booking_id = claim.booking_id
        AND line.unit_id = claim.unit_id AND line.slot_id = claim.slot_id AND line.cancelled_at IS NULL
    LEFT JOIN closure ON closure.id = claim.closure_id
    WHERE (claim.expires_at IS NULL OR claim.expires_at > :now)
        AND ((claim.booking_id IS NOT NULL AND (booking.id IS NULL OR line.booking_id IS NULL
            OR booking.state NOT IN ('held', 'confirmed', 'completed')))
        OR (claim.closure_id IS NOT NULL AND (closure.id IS NULL OR closure.lifted_at IS NOT NULL)))""",
)

# Whatever the time: a held booking's claims end with it, a sold one's never do.
CLAIMS_END_WITH_HOLDS = Check(
    "claims_end_with_holds",
    "SELECT count(*) FROM claim WHERE booking_id IS NOT NULL",
    """SELECT booking.reference AS booking, booking.state AS state, claim.unit_id AS unit,
        claim.expires_at AS claim_expires_at, booking.expires_at AS expires_at
    FROM claim JOIN booking ON booking.id = claim.booking_id
    WHERE (booking.state = 'held' AND claim.expires_at IS DISTINCT FROM booking.expires_at)
        OR (booking.state IN ('confirmed', 'completed') AND claim.expires_at IS NOT NULL)""",
)

# A closure is an intent over days: the slots in them show it, whenever they were born, and nothing else does.
CLOSURES_HOLD = Check(
    "closures_hold",
    "SELECT count(*) FROM closure WHERE lifted_at IS NULL",
    """SELECT 'on_sale' AS fault, closure.id AS closure, slot.day AS day, '' AS unit
    FROM closure JOIN slot ON slot.offering_id = closure.offering_id
        AND slot.day BETWEEN closure.first_day AND closure.last_day
    WHERE closure.kind = 'stop' AND closure.lifted_at IS NULL AND slot.stopped = 0 AND slot.cancelled = 0
    UNION ALL SELECT 'no_stop', slot.id, slot.day, '' FROM slot
    WHERE slot.stopped = 1 AND slot.cancelled = 0 AND NOT EXISTS (SELECT 1 FROM closure
        WHERE closure.kind = 'stop' AND closure.lifted_at IS NULL AND closure.offering_id = slot.offering_id
        AND slot.day BETWEEN closure.first_day AND closure.last_day)
    UNION ALL SELECT 'not_kept', closure.id, slot.day, unit.name
    FROM closure JOIN closure_unit ON closure_unit.closure_id = closure.id
    JOIN unit ON unit.id = closure_unit.unit_id
    JOIN slot ON slot.offering_id = closure.offering_id
        AND slot.day BETWEEN closure.first_day AND closure.last_day
    LEFT JOIN claim ON claim.slot_id = slot.id AND claim.unit_id = closure_unit.unit_id
        AND claim.closure_id = closure.id
    WHERE closure.kind = 'block' AND closure.lifted_at IS NULL AND slot.cancelled = 0
        AND slot.ends_at > :now AND unit.active = 1 AND claim.slot_id IS NULL
    UNION ALL SELECT 'not_of_block', closure.id, slot.day, unit.name
    FROM claim JOIN closure ON closure.id = claim.closure_id JOIN slot ON slot.id = claim.slot_id
    JOIN unit ON unit.id = claim.unit_id
    LEFT JOIN closure_unit ON closure_unit.closure_id = closure.id AND closure_unit.unit_id = claim.unit_id
    WHERE closure.lifted_at IS NULL AND (closure_unit.unit_id IS NULL OR closure.kind <> 'block'
        OR slot.day NOT BETWEEN closure.first_day AND closure.last_day)""",
)

CHECKS = (
    CELLS_CLAIMED_ONCE,
    CLAIMS_WITHIN_CAPACITY,
    ROOMS_HAVE_ONE_CLAIM,
    ROOMS_HAVE_ONE_OWNER,
    PEOPLE_HAVE_UNITS,
    CLAIMS_IN_OWN_OFFERING,
    LINES_HAVE_CLAIMS,
    CLAIMS_HAVE_LINES,
    CLAIMS_END_WITH_HOLDS,
    CLOSURES_HOLD,
)
