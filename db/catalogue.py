"""What is in the catalogue: offerings with their meals and stops, and the codes an import meets."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, and_, func, insert, select, update

from db.database import Session
from db.schema import meal_plan, offering, policy, promo, setting, site, slot, stop_point, unit

SAMPLE_SETTING = "sample_catalogue_from"


def list_offerings(session: Session) -> Sequence[Row[Any]]:
    """Return the active offerings with site and number of active units: rooms, buses, tours, each by code."""
    statement = (
        select(
            offering,
            site.c.name.label("site_name"),
            site.c.city,
            site.c.time_zone,
            func.count(unit.c.id).label("unit_count"),
        )
        .join(site, site.c.id == offering.c.site_id)
        .outerjoin(unit, and_(unit.c.offering_id == offering.c.id, unit.c.active == 1))
        .where(offering.c.active == 1)
        .group_by(offering.c.id, site.c.id)
    )
    order = {"room": 0, "bus": 1, "tour": 2}
    return sorted(session.execute(statement), key=lambda row: (order[row.kind], row.code))


def list_meal_plans(session: Session) -> Sequence[Row[Any]]:
    """Return all meal plans, each room type's default first."""
    return session.execute(select(meal_plan).order_by(meal_plan.c.rank, meal_plan.c.code)).all()


def list_stop_points(session: Session) -> Sequence[Row[Any]]:
    """Return all boarding and dropping points, the earliest first."""
    return session.execute(select(stop_point).order_by(stop_point.c.after_minutes, stop_point.c.name)).all()


def list_known(session: Session) -> Sequence[Row[Any]]:
    """Return every offering, active or not, with the time zone of its site."""
    return session.execute(
        select(offering, site.c.time_zone, site.c.code.label("site_code")).join(
            site, site.c.id == offering.c.site_id
        )
    ).all()


def list_sites(session: Session) -> Sequence[Row[Any]]:
    """Return every site."""
    return session.execute(select(site)).all()


def policy_codes(session: Session) -> set[str]:
    """Return the codes of all cancellation policies."""
    return set(session.execute(select(policy.c.code)).scalars())


def promo_uses(session: Session) -> dict[str, int]:
    """Return how often each promo is in use, by code."""
    return {row.code: row.uses for row in session.execute(select(promo.c.code, promo.c.uses))}


def slots_from(session: Session, offering_ids: Sequence[str], day: Any) -> Sequence[Row[Any]]:
    """Return these offerings' slots of `day` and later."""
    return session.execute(select(slot).where(slot.c.offering_id.in_(offering_ids), slot.c.day >= day)).all()


def is_empty(session: Session) -> bool:
    """Whether nothing is for sale and never was."""
    return session.execute(select(offering.c.id).limit(1)).first() is None


def sample_day(session: Session) -> str | None:
    """Return the ISO day from which the sample catalogue was last filled; None without a sample."""
    return session.execute(select(setting.c.value).where(setting.c.name == SAMPLE_SETTING)).scalar()


def save_sample_day(session: Session, iso_day: str) -> None:
    """Write down from which day the sample catalogue has been filled."""
    done = session.execute(update(setting).where(setting.c.name == SAMPLE_SETTING).values(value=iso_day))
    if done.rowcount == 0:
        session.execute(insert(setting), {"name": SAMPLE_SETTING, "value": iso_day, "home": session.home})
