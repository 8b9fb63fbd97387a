"""Where the lists of tomorrow go that are made by themselves: PDF files in a folder of this desk.

A printer's queue takes this function's place where there is one.
"""

from pathlib import Path

from desktop.services.domain.evening_lists import EveningLists, PutOnPaper


def into_folder(folder: Path) -> PutOnPaper:
    """Return what writes each list as a file into a folder of its day below `folder`."""

    def put(evening: EveningLists) -> None:
        from desktop.ui.lists.write_lists import write_lists  # not before the first list

        write_lists(evening, folder)

    return put
