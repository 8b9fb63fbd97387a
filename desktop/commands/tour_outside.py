"""What happens beside the desk during the tour: customers' telephones, a web shop, time, the house."""

import base64
import json
import re
import secrets
import urllib.request
from datetime import timedelta
from typing import TYPE_CHECKING

from db import house_rules
from db.node_clock import wall_clock
from desktop.bootstrap import PRACTICE_KEY, PRACTICE_SECRET

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.bootstrap import Desk
    from desktop.services.domain.booking import Payment

# The practice gateway writes its own QR code's id into the text that the customer's telephone reads.
QR_ID = re.compile(r"tr=RZP(\w+?)qrv2")
PATIENCE_SECONDS = 10
SHOP_PAISE = 153_000


class TourOutside:
    """Works the practice gateway of the `desk`, which is given once it is open, and is its clock."""

    def __init__(self) -> None:
        self.desk: Desk | None = None
        self._later = timedelta(0)

    def now(self) -> "datetime":
        """Return the time at the desk."""
        return wall_clock() + self._later

    def pass_time(self, seconds: int) -> None:
        """Set the desk's clock forward."""
        self._later += timedelta(seconds=seconds)

    def pay(self, payment: "Payment") -> None:
        """Pay like the customer's telephone. Raises ValueError when the code is another gateway's."""
        found = QR_ID.search(payment.instrument_content)
        if found is None:
            raise ValueError("this code can't be paid on the practice gateway")
        self._send("__practice/pay", {"target": f"qr_{found[1]}", "outcome": "approve"})

    def pay_late(self, payment: "Payment") -> None:
        """Pay although the code is closed. Raises ValueError as `pay` does."""
        self._send("__practice/faults", {"faults": [{"kind": "pay_after_close", "count": 1}]})
        self.pay(payment)

    def other_program_sells(self, count: int) -> None:
        """Have a web shop on the same account take payments; another shop each time, not ruled out yet."""
        shop = f"shop_{secrets.token_hex(3)}_order_id"
        for number in range(count):
            content = {
                "amount": SHOP_PAISE + number * 10_000,
                "currency": "INR",
                "notes": {shop: str(7000 + number)},
            }
            order = self._send("v1/orders", content)
            self._send("__practice/pay", {"target": order["id"], "outcome": "approve"})

    def round_cash(self) -> None:
        """From now on the house rounds cash to the rupee."""
        desk = self._open_desk()
        with desk.database.write(desk.services.actor()) as session:
            house_rules.write(session, {"cash_to_rupee": 1}, change=True)

    def _send(self, path: str, content: dict[str, object]) -> dict[str, str]:
        url = self._open_desk().practice_url
        if not url.startswith("http://127.0.0.1:"):
            raise ValueError("only the practice gateway of this machine is paid")
        keys = base64.b64encode(f"{PRACTICE_KEY}:{PRACTICE_SECRET}".encode()).decode()
        request = urllib.request.Request(  # noqa: S310 - the address was checked: this machine, http
            f"{url}/{path}",
            json.dumps(content).encode(),
            {"Content-Type": "application/json", "Authorization": f"Basic {keys}"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310 - as above
            read: dict[str, str] = json.load(answer)
        return read

    def _open_desk(self) -> "Desk":
        if self.desk is None:
            raise RuntimeError("the desk is not open yet")
        return self.desk
