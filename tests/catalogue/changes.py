"""A catalogue that changes under what is sold: the sample's own files, a few lines of them changed."""

import csv
import io
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from db.catalogue_words import Gender
from db.database import Database
from desktop.services.catalogue.import_catalogue import ImportCatalogue
from desktop.services.domain.booking import Hold
from desktop.services.domain.catalogue_import import ImportReport
from desktop.services.domain.quote import Guest
from resources import sample_file
from tests.actors import actor_of
from tests.catalogue.steps import every_row
from tests.counter import FACTS, Counter


def lines_of(name: str, changes: Mapping[str, Mapping[str, str] | None]) -> str:
    """Return the sample file's lines with these codes, each with its changed cells."""
    rows = list(csv.DictReader(io.StringIO(sample_file(name))))
    code = next(iter(rows[0]))
    changed = [{**row, **(changes[row[code]] or {})} for row in rows if row[code] in changes]
    columns = list(dict.fromkeys(column for row in changed for column in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(changed)
    return out.getvalue()


def rooms(**types: Mapping[str, str] | str | None) -> str:
    """Return rooms.csv with some room types: DLX="201-211", or DLX={"active": "no"}."""
    cells = {code: {"room_numbers": one} if isinstance(one, str) else one for code, one in types.items()}
    return lines_of("rooms.csv", cells)


def coach(code: str, rows: int, *, ladies: str = "", berth: str = "seat", letters: str = "ABCD") -> str:
    """Return seats.csv with one coach of so many rows, two seats on either side of the aisle."""
    columns = dict(zip("ABCD", (1, 2, 4, 5), strict=True))
    lines = ["coach,seat,row,column,berth,window,ladies_only"]
    for row in range(1, rows + 1):
        for letter in letters:
            seat = f"{row}{letter}"
            window = "yes" if letter in "AD" else "no"
            for_ladies = "yes" if seat in ladies.split() else "no"
            lines.append(f"{code},{seat},{row},{columns[letter]},{berth},{window},{for_ladies}")
    return "\n".join(lines) + "\n"


def bring_in(database: Database, folder: Path, dry_run: bool = False, **texts: str) -> ImportReport:
    """Import files given as name=text, with the manager's word for what goes off sale."""
    paths = []
    for name, text in texts.items():
        paths.append(folder / f"{name}.csv")
        paths[-1].write_text(text, encoding="utf-8")
    run = ImportCatalogue(database, lambda _: None, FACTS)
    return run(tuple(paths), dry_run, actor=actor_of(database), retire=True)


def sell(counter: Counter, code: str, *names: str, paid: bool = True, **fields: Any) -> Hold:
    """Hold the named units, and pay for them in cash unless told otherwise."""
    hold = counter.hold(counter.quote(counter.item(code, *names, **fields)))
    if paid:
        counter.pay(hold)
    return hold


def women(count: int) -> tuple[Guest, ...]:
    """Return so many women."""
    return tuple(Guest(name="Meera", gender=Gender.FEMALE) for _ in range(count))


def units(counter: Counter, hold: Hold) -> list[str]:
    """Return the names of the units of a booking's live lines."""
    return [line.unit_name for line in counter.booking(hold).live_lines]


def told(report: ImportReport) -> list[tuple[str, str, str, str, str]]:
    """Return the hits in words."""
    assert report.faults == ()
    return [(hit.reference, str(hit.kind), hit.what, hit.old, hit.new) for hit in report.hits]


def stock_of(counter: Counter) -> Any:
    """Return the whole content, the order of its rows aside, to see that nothing changed."""
    return every_row(counter.database)


def nights(counter: Counter, ahead: int, count: int = 1) -> str:
    """Return the days of a stay as a report tells them."""
    first, last = counter.day(ahead), counter.day(ahead) + timedelta(days=count - 1)
    return str(first) if count == 1 else f"{first} to {last}"
