"""SaveVouchers: a day's postings as files, CSV and Tally's XML."""

from datetime import date
from pathlib import Path

from db.actor import Actor
from db.database import Database
from desktop.services.domain.exported import Saved
from desktop.services.domain.voucher import DayVouchers
from desktop.services.returns.note_export import note_export
from desktop.services.returns.read_vouchers import ReadVouchers
from desktop.services.returns.tally_xml import masters_xml, vouchers_xml
from desktop.services.returns.voucher_csv import day_csv, vouchers_csv
from desktop.services.returns.written_folder import write_folder


class SaveVouchers:
    """Write the vouchers of a day into a folder of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read = ReadVouchers(database)

    def __call__(self, day: date, place: Path, *, actor: Actor) -> Saved:
        """Return what was written. Raises NotPermitted and OSError."""
        note_export(self._database, "vouchers", day.isoformat(), actor)
        return write_vouchers(self._read(day), place)


def write_vouchers(day: DayVouchers, place: Path) -> Saved:
    """Write vouchers that were read; the number in a file's name tells which is imported first.

    Raises OSError.
    """
    files: dict[str, str | bytes] = {
        "1 ledgers.xml": masters_xml(day.ledgers.values(), day.company),
        "2 vouchers.xml": vouchers_xml(day),
        "vouchers.csv": vouchers_csv(day),
        "day.csv": day_csv(day),
    }
    return Saved(write_folder(place, f"Vouchers {day.day.isoformat()}", files), tuple(files))
