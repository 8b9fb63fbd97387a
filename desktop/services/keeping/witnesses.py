"""Who else knows how far a desk has written: the log, and the newest backups and books beside the data."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from db import copies
from db.mark import ACCEPTED, Mark
from db.states import DocumentKind
from desktop.services.domain.loss import LostAct

COPIES_LOOKED_AT = 3
LETTERS = {
    "R": DocumentKind.RECEIPT,
    "V": DocumentKind.REFUND_VOUCHER,
    "T": DocumentKind.TICKET,
    "D": DocumentKind.DEPOSIT_RECEIPT,
}


@dataclass(frozen=True, slots=True)
class Told:
    """How far one witness saw the desk go, and what it knows of the records after the number asked for.

    The log keeps no hashes: its mark has "", and `hash_there` too.
    """

    mark: Mark
    hash_there: str
    acts: tuple[LostAct, ...]


class Witnesses:
    """Reads only. `log` is the file that is being written; older ones stand beside it."""

    def __init__(
        self, log: Path, copy_folders: tuple[Path, ...], *, home: str, desk_id: str, code: str
    ) -> None:
        self._log = log
        self._copy_folders = copy_folders
        self._home = home
        self._desk_id = desk_id
        self._code = code

    def ask(self, after: int) -> tuple[Told, ...]:
        """Return what each of them knows of the time after a record."""
        found = [self._copy(file, after) for file in self._newest_copies()]
        return tuple(one for one in (self._logged(after), *found) if one is not None)

    def _newest_copies(self) -> list[Path]:
        files = [file for folder in self._copy_folders for file in _files_below(folder)]
        return [file for _at, file in sorted(files, reverse=True)][:COPIES_LOOKED_AT]

    def _copy(self, file: Path, after: int) -> Told | None:
        copied = copies.read_copy(file, home=self._home, code=self._code, after=after)
        if copied is None:
            return None
        acts = tuple(_act(one.number, one.at, one.tag, one.reference, one.content) for one in copied.records)
        return Told(copied.mark, copied.hash_there, acts)

    def _logged(self, after: int) -> Told | None:
        """Return what the log tells since the last accepted loss: what came before that is settled."""
        acts: dict[int, LostAct] = {}
        references: dict[str, str] = {}
        numbers: dict[tuple[str, int], int] = {}
        newest, at = 0, None
        paper = re.compile(rf"\b{re.escape(self._code)}-([RVTD])-(20\d\d)-(\d{{6}})\b")
        for line, content in self._lines():
            booking = str(content.get("booking") or "")
            if reference := content.get("reference"):
                references[booking] = str(reference)
            for letter, year, number in paper.findall(line):
                kind = (LETTERS[letter], int(year))
                numbers[kind] = max(numbers.get(kind, 0), int(number))
            for series, last in _series(content):
                numbers[series] = max(numbers.get(series, 0), last)
            number = int(content["journal_number"])
            if content.get("event") == ACCEPTED:
                acts, newest = {}, 0
            if number > newest:
                newest, at = number, _moment(content["at"])
            if number > after and (made := _moment(content["at"])) is not None:
                known = str(content.get("reference") or references.get(booking, ""))
                acts[number] = _act(number, made, str(content.get("event", "")), known, content)
        if not newest:
            return None
        told = tuple(acts[number] for number in sorted(acts))
        return Told(Mark(newest, "", at, numbers), "", told)

    def _lines(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        files = [(at, file) for at, file in _files_in(self._log.parent, f"{self._log.stem}*")]
        for _at, file in sorted(files):
            try:
                with file.open(encoding="utf-8", errors="replace") as lines:
                    for line in lines:
                        content = self._of_desk(line)
                        if content is not None:
                            yield line, content
            except OSError:
                continue

    def _of_desk(self, line: str) -> Mapping[str, Any] | None:
        if '"journal_number"' not in line or self._desk_id not in line:
            return None
        try:
            content = json.loads(line)
        except ValueError:
            return None
        is_whole = isinstance(content, dict) and isinstance(content.get("journal_number"), int)
        is_ours = is_whole and content.get("desk") == self._desk_id and isinstance(content.get("at"), str)
        return content if is_ours else None


def _files_below(folder: Path) -> list[tuple[float, Path]]:
    return _files_in(folder, "**/*.sqlite3")


def _files_in(folder: Path, pattern: str) -> list[tuple[float, Path]]:
    try:
        return [(file.stat().st_mtime, file) for file in folder.glob(pattern) if file.is_file()]
    except OSError:
        return []


def _act(number: int, at: datetime, tag: str, reference: str, content: Mapping[str, Any]) -> LostAct:
    paise = content.get("total_paise", content.get("amount_paise"))
    amount = paise if isinstance(paise, int) else None
    papers = content.get("papers")
    paper = ", ".join(map(str, papers)) if isinstance(papers, list) else ""
    return LostAct(number, at, tag, str(content.get("reference") or reference), amount, paper)


def _series(content: Mapping[str, Any]) -> Iterator[tuple[tuple[str, int], int]]:
    """Yield the series of which a record tells that papers were made, each with the number that was taken."""
    told = content.get("told")
    for one in told if isinstance(told, list) else (content,):
        if isinstance(one, dict) and "series" in one and "number" in one:
            name, _, year = str(one["series"]).rpartition(" ")
            own = str(one["number"])[-6:]
            if year.isdecimal() and own.isdecimal():
                yield (name, int(year)), int(own)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
