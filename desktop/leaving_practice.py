"""The first live start: what it has to be told, and what becomes of it."""

from contextlib import suppress

from db import house
from db.engine import database_file, open_engine, place_of
from db.folders import refuse_shared
from db.house import NOTHING_KNOWN, Known
from db.look_at_file import look_at_file
from db.troubles import translated
from desktop.bootstrap import Desk
from desktop.config import Config, kept_desk_code
from desktop.services.domain.house import Asked, HouseTold, HouseWanted
from desktop.services.house.found_house import FoundHouse
from desktop.services.keeping.mark_places import MarkPlaces


def ask_first(config: Config) -> None:
    """Raise HouseWanted where a live start has to be told something first. Nothing is written by the look.

    Raises DatabaseTrouble. Books that are in the place of others, as the mark knows, are asked nothing: the
    desk opens and says so.
    """
    if config.practice:
        return
    known, is_other = _look(config)
    asked = Asked.NOTHING
    if known.is_new and not is_other:
        asked = Asked.HOUSE
    elif known.has_business and not known.has_desk:
        asked = Asked.DESK
    if asked is not Asked.NOTHING:
        raise HouseWanted(asked, config.desk_code)


def _look(config: Config) -> tuple[Known, bool]:
    """Return what the books know, and whether others were at their place."""
    file = database_file(config.url)
    if file is not None:
        refuse_shared(file.parent)
        is_there = look_at_file(file) is not None
    else:
        is_there = True
    engine = open_engine(config.url)
    try:
        place = place_of(engine)
        found = NOTHING_KNOWN
        if is_there:
            with (
                translated(engine),
                engine.connect().execution_options(reads_only=True) as connection,
            ):
                found = house.known(connection, config.desk_code)
    finally:
        engine.dispose()
    remembered = MarkPlaces(config.paths.marks / "places").home_at(place)
    return found, bool(remembered) and remembered != found.home


def found_house(desk: Desk, told: HouseTold) -> None:
    """Write down what the form was told; the first manager acts at the desk from now on."""
    # What the mark compares must not be changed meanwhile.
    desk.wait_for_look()
    actor = FoundHouse(desk.database)(told, actor=desk.at_desk())
    if actor.person_id is not None:
        desk.at_desk.sign_in(actor.person_id, actor.person)


def keep_desk_code(config: Config) -> None:
    """Let the next live start without --desk be the same desk."""
    if not config.practice and config.desk_code != kept_desk_code(config.paths):
        with suppress(OSError):
            config.paths.live_desk.write_text(f"{config.desk_code}\n", encoding="utf-8")
