"""Where the lists of tomorrow go that are made by themselves: to the desk's printer, or into a folder."""

import json
from collections.abc import Callable
from pathlib import Path

from db.actor import Actor
from db.ids import RequestKey
from db.print_words import PaperLanguage
from desktop.services.domain.evening_lists import EveningLists, PutOnPaper
from desktop.services.domain.printing import Printer, PrintRequest, prints_sheets
from desktop.services.domain.report_papers import DAY_LIST, told_list
from desktop.services.printing_doors import QueuePrint


def into_folder(folder: Path) -> PutOnPaper:
    """Return what writes each list as a file into a folder of its day below `folder`."""

    def put(evening: EveningLists) -> None:
        from desktop.ui.lists.write_lists import write_lists  # not before the first list

        write_lists(evening, folder)

    return put


def to_printer(
    list_printers: Callable[[Actor], tuple[Printer, ...]],
    queue_print: QueuePrint,
    actor: Actor,
    without: PutOnPaper,
) -> PutOnPaper:
    """Return what lets each list wait for the desk's usual printer; `without` one of sheets takes them.

    `actor`: the desk itself.
    """

    def put(evening: EveningLists) -> None:
        if not any(prints_sheets(printer) for printer in list_printers(actor)):
            without(evening)
            return
        language = PaperLanguage.HINDI if evening.is_hindi else PaperLanguage.ENGLISH
        for found in evening.lists:
            told = json.dumps(told_list(found.query))
            # What a desk that was ended in the middle has queued, it does not queue again.
            key = RequestKey(f"evening {actor.desk_id} {told}")
            request = PrintRequest(report=DAY_LIST, parameters=told, language=language)
            queue_print(request, key, actor=actor)

    return put
