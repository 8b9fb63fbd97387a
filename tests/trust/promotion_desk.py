"""One desk of a proof, in a process of its own: sells until its input is closed, tells each sale in JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from desktop import bootstrap
from desktop.config import Config
from desktop.logs import open_log
from desktop.paths import Paths
from desktop.services.events import ConditionChanged, Event
from tests.trust.seller import Seller


def sell(folder: Path, url: str, number: int) -> None:
    """Open the desk, sell, and print a line for each sale and each state of the server."""
    desks: list[bootstrap.Desk] = []

    def tell(event: Event) -> None:
        if isinstance(event, ConditionChanged) and desks:
            server = desks[0].services.read_condition().server
            _say(state=server.state if server is not None else "")

    folder.mkdir(parents=True)
    open_log(folder / "log")
    paths = Paths(folder, given_marks=folder / "marks")
    config = Config(paths, database_url=url, desk_code=f"D{number + 1}")
    with bootstrap.open_desk(config, tell) as desk:
        desks.append(desk)
        desk.scheduler.start()
        seller = _Telling(desk.services, number)
        seller.start()
        sys.stdin.read()
        seller.stop()
        seller.join()


class _Telling(Seller):
    def sell(self) -> bool:
        is_sold = super().sell()
        if is_sold:
            _say(sold=self.acknowledged[-1][1], unknown=self.unknown)
        return is_sold


def _say(**facts: object) -> None:
    print(json.dumps({"at": time.monotonic(), **facts}), flush=True)


if __name__ == "__main__":
    sell(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
