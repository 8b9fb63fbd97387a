"""An open desk prints by itself: a paper is queued, and the real process takes it to the printer."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from db.ids import RequestKey
from db.print_words import PrintState
from desktop.bootstrap import open_desk
from desktop.config import Config
from desktop.paths import Paths
from desktop.services.domain.printing import TEST_PAGE, PrintRequest
from desktop.services.events import Event, PrintQueueChanged
from desktop.ui.papers.escpos import FEED_AND_CUT
from tests.printing import loopback
from tests.printing.desk_of_papers import slip
from tests.printing.loopback import Listener


class Moves:
    """Hears that papers moved, from whatever thread."""

    def __init__(self) -> None:
        self.heard = threading.Condition()

    def __call__(self, event: Event) -> None:
        if isinstance(event, PrintQueueChanged):
            with self.heard:
                self.heard.notify_all()


@pytest.mark.skipif(sys.platform == "win32", reason="the child's tests are of POSIX")
def test_a_queued_paper_comes_out_without_anybody_asking_again(tmp_path: Path) -> None:
    moves = Moves()
    with (
        Listener(loopback.tells_status(loopback.ONLINE, loopback.WITH_PAPER)) as printer,
        open_desk(Config(Paths(tmp_path / "data")), moves) as desk,
    ):
        services, actor = desk.services, desk.at_desk()
        services.save_printer(slip(address=printer.address), actor=actor)
        request = PrintRequest(report=TEST_PAGE, parameters='{"title": "Test page", "printer": "Slip"}')
        job_id = services.queue_print(request, RequestKey("test"), actor=actor)
        with moves.heard:
            assert moves.heard.wait_for(lambda: services.find_print_job(job_id).is_out, timeout=60)
        assert services.find_print_job(job_id).state is PrintState.PRINTED
        assert FEED_AND_CUT in printer.got
        assert services.list_stuck_papers(actor) == ()
