"""Saves a list as a file that is either whole or not there; its name is never taken from another file."""

from __future__ import annotations

import contextlib
import secrets
from typing import TYPE_CHECKING

from desktop.ui.lists.write_lists import list_name, write_list_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from desktop.services.application import Services
    from desktop.services.domain.day_lists import DayList
    from desktop.ui.papers.list_paper import ListPaper


def save_csv(services: Services, found: DayList, folder: Path) -> Path | OSError:
    """Return the file. A full disk or a folder without rights is no fault of the program: it is told."""
    lines = list(services.export_day_list(found.query, services.actor()))
    return save_new(folder, f"{found.query.day} {list_name(found)}", "csv", lambda path: _write(path, lines))


def save_lines_as(lines: Sequence[str], folder: Path, name: str) -> Path | OSError:
    """Return the file of lines of CSV."""
    return save_new(folder, name, "csv", lambda path: _write(path, lines))


def save_workbook(services: Services, found: DayList, folder: Path) -> Path | OSError:
    """Return the file."""
    write = services.write_day_list_workbook
    actor = services.actor()
    name = f"{found.query.day} {list_name(found)}"
    return save_new(folder, name, "xlsx", lambda path: write(found.query, actor, path))


def save_pdf(paper: ListPaper, folder: Path) -> Path | OSError:
    """Return the file."""
    name = f"{paper.found.query.day} {list_name(paper.found)}"
    return save_new(folder, name, "pdf", lambda path: write_list_pdf(paper, path))


def save_new(folder: Path, name: str, ending: str, write: Callable[[Path], object]) -> Path | OSError:
    """Write a file of this name, with a number behind it where the name is taken."""
    written = folder / f".saving-{secrets.token_hex(4)}.{ending}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write(written)
        target, number = folder / f"{name}.{ending}", 1
        while target.exists():
            number += 1
            target = folder / f"{name} {number}.{ending}"
        written.replace(target)
    except OSError as error:
        return error
    finally:
        with contextlib.suppress(OSError):
            written.unlink(missing_ok=True)
    return target


def _write(path: Path, lines: Iterable[str]) -> None:
    # A mark by which spreadsheets know UTF-8.
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        file.writelines(lines)
