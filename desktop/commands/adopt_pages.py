"""doctor --adopt-pages: take over pages that another program has written without checksums."""

from db.engine import database_file
from db.errors import DatabaseTrouble
from db.halt import Purpose
from db.open_desks import desk_at_work
from desktop.commands.known_books import known_books
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.commands.who_acts import NobodyActs, ask_who, may_act
from desktop.config import Config
from desktop.services.domain.permission import ManagerAct
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
    try:
        # The pages in question can be read by no other way.
        with known_books(config, verify=False) as (database, at_desk):
            actor = ask_who(database, at_desk, as_system=config.as_system)
            may_act(database, actor, ManagerAct.REPLACE_BOOKS, "doctor", "--adopt-pages", Purpose.REMEDY)
            count = AdoptPages(database)(actor=actor)
    except DatabaseTrouble as trouble:
        print(explain_trouble(trouble))
        return 1
    except NobodyActs as nobody:
        print(nobody)
        return 1
    print(f"{count} pages were taken over; the journal says so." if count else "Every checksum is right.")
    return 0
