"""import: read CSV files into the catalogue, or say every fault they have."""

from pathlib import Path

from db.errors import DatabaseTrouble
from db.mode import is_practice
from desktop.bootstrap import open_database
from desktop.commands.trouble import explain_trouble
from desktop.commands.which_database import say_which_database
from desktop.commands.who_acts import NobodyActs, ask_who, may_act
from desktop.config import Config
from desktop.services.catalogue.import_catalogue import ImportCatalogue
from desktop.services.domain.catalogue_import import ImportReport
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.permission import ManagerAct


def run_import(config: Config, files: tuple[Path, ...], *, dry_run: bool, retire: bool) -> int:
    """Print faults or changes; return 1 when there is a fault. Nothing is changed then."""
    say_which_database(config)
    try:
        opened = open_database(config)
        database = opened.database
        with database.read() as session:
            # New tickets are of the database's own mode, however it was named.
            desk = DeskSettings(config.time_zone, is_practice(session.connection))
        importing = ImportCatalogue(database, lambda _event: None, desk)
        actor = opened.at_desk()
        if not dry_run:
            actor = ask_who(database, actor, as_system=config.as_system)
            named = ",".join(file.name for file in files)
            may_act(database, actor, ManagerAct.IMPORT_CATALOGUE, "import", named)
        report = importing(files, dry_run, actor=actor, retire=retire)
        database.close()
    except DatabaseTrouble as trouble:
        print(explain_trouble(trouble))
        return 1
    except NobodyActs as nobody:
        print(nobody)
        return 1
    print("\n".join(_lines(report, dry_run=dry_run)))
    return 1 if report.faults else 0


def _lines(report: ImportReport, *, dry_run: bool) -> list[str]:
    if report.faults:
        places = [
            f"{fault.file}:{fault.line}" + (f" {fault.column}" if fault.column else "")
            for fault in report.faults
        ]
        told = [f"{place}: {fault.reason}" for place, fault in zip(places, report.faults, strict=True)]
        return [*told, f"{len(told)} faults; nothing was changed."]
    changes = [
        f"{table:12} {added:>6} added {changed:>6} changed {same:>6} unchanged"
        for table, added, changed, same in report.changes
    ]
    hits = [f"{hit.reference} {hit.kind}: {hit.what}, was {hit.old}, now {hit.new}" for hit in report.hits]
    retired = [f"{one.offering} retired: {', '.join(one.unit_names) or 'off sale'}" for one in report.retired]
    end = "Written." if report.written else "Nothing changed."
    return [*changes, *retired, *hits, "Nothing was written (dry run)." if dry_run else end]
