"""doctor --adopt-pages: take over pages that another program has written without checksums."""

from db.actor import Actor
from db.database import Database
from db.engine import database_file, open_engine
from db.errors import DatabaseTrouble
from db.node_clock import NodeClock
from db.open_desks import desk_at_work
from db.standby import find_installed
from db.troubles import translated
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.config import Config
from desktop.logs import tell_journal
from desktop.services.keeping.adopt_pages import AdoptPages


def run_adopt_pages(config: Config) -> int:
    """Say how many pages were taken over; return 1 where the books are damaged or a desk is open on them."""
    say_which_database(config)
    file = database_file(config.url)
    if file is None or not file.is_file():
        print("Only books in a file carry such pages, and there is none here. Name it with --data-dir.")
        return 1
    if (busy := desk_at_work(file)) is not None:
        print(explain_trouble(busy))
        return 1
    # The pages in question can be read by no other way.
    engine = open_engine(config.url, verify=False)
    try:
        with translated(engine):
            who = find_installed(engine, desk_code=config.desk_code)
        database = Database(engine, clock=NodeClock(engine), home=who.home, committed=tell_journal)
        count = AdoptPages(database)(actor=Actor(config.clerk, who.desk_id))
        database.close()
    except DatabaseTrouble as trouble:
        print(explain_trouble(trouble))
        return 1
    finally:
        engine.dispose()
    print(f"{count} pages were taken over; the journal says so." if count else "Every checksum is right.")
    return 0
