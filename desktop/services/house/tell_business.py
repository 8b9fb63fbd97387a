"""TellBusiness: another name or address of the business, for the papers that are made from now on."""

from db import house, journal
from db.actor import Actor
from db.database import Database, Session
from desktop.services.domain.house import Business
from desktop.services.domain.permission import ManagerAct
from desktop.services.events import HouseChanged, Publish
from desktop.services.house.checked_house import checked_business
from desktop.services.records.business_record import business_of
from desktop.services.steps.check_permission import check_permission


class TellBusiness:
    """Write down whose business it is; papers that were made before keep what they say."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, name: str, address: tuple[str, ...], state: str, *, actor: Actor) -> Business:
        """Return the business from now on; the same as before is no change.

        Raises BadRequest and NotPermitted.
        """
        told = checked_business(name, address, state)
        with self._database.write(actor) as session:
            # Locked by its own rows alone: who comes second writes a newer row.
            if told != business_of(house.find(session)):
                subject = " ".join((told.name, *told.address, told.state_code))
                check_permission(session, ManagerAct.KEEP_HOUSE, subject)
                write_business(session, told)
        self._publish(HouseChanged())
        return told


class ShowBusiness:
    """Read whose business it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> Business | None:
        """Return it as it is known now; None while it was not told."""
        with self._database.read() as session:
            return business_of(house.find(session))


def write_business(session: Session, told: Business) -> None:
    """Write it down, and into the journal beside what was known before."""
    before = business_of(house.find(session))
    house.add(session, name=told.name, address="\n".join(told.address), state_code=told.state_code)
    content = {"old": _content(before), "new": _content(told)}
    journal.record(session, "BUSINESS_TOLD", content)


def _content(business: Business | None) -> list[str]:
    return [] if business is None else [business.name, *business.address, business.state_code]
