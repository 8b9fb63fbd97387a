"""The tour: the desk sells, is paid, prints and cancels by itself, where nobody sees a window."""

import contextlib
import json
import re
import tempfile
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.config import Config

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Payment
    from desktop.services.events import Publish

# The practice gateway writes its own QR code's id into the text that the customer's telephone reads.
QR_ID = re.compile(r"tr=RZP(\w+?)qrv2")
PAY_SECONDS = 10


def run_tour(config: Config, out: Path) -> int:
    """Do the tour, leave pictures and receipts in `out`, say what happened, return the exit status.

    Only for practice: it makes customers and bookings of its own in the data folder.
    """
    if not config.practice:
        print("The tour sells to customers who do not exist, so it only practises: leave --live out.")
        return 2
    # Pictures that can't be kept are found out before anything is sold. Raises OSError.
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=out):
        pass
    from db.errors import DatabaseTrouble
    from desktop.commands.window import explain_start
    from desktop.ui import tour

    with contextlib.ExitStack() as stack:
        practice_url: list[str] = []

        def open_services(publish: "Publish") -> "Services":
            from desktop.bootstrap import open_desk
            from desktop.logs import open_log

            open_log(config.paths.log)
            desk = stack.enter_context(open_desk(config, publish))
            desk.scheduler.start()
            practice_url.append(desk.practice_url)
            return desk.services

        try:
            return tour.run_tour(
                open_services,
                out,
                pay_qr=lambda payment: _approve(practice_url[0], payment),
                say=print,
            )
        except DatabaseTrouble as trouble:
            print(explain_start(trouble))
            return 1


def _approve(practice_url: str, payment: "Payment") -> None:
    """Pay like the customer's telephone. Raises ValueError when the code is not the practice gateway's."""
    found = QR_ID.search(payment.instrument_content)
    if found is None or not practice_url.startswith("http://127.0.0.1:"):
        raise ValueError("this code can't be paid on the practice gateway")
    content = json.dumps({"target": f"qr_{found[1]}", "outcome": "approve"}).encode()
    request = urllib.request.Request(  # noqa: S310 - the address was checked: this machine, http
        f"{practice_url}/__practice/pay", content, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=PAY_SECONDS):  # noqa: S310 - as above
        pass
