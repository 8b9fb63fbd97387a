"""The customer's phone, the clock and the faults of a running practice gateway."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import requests

from db.ids import GatewayPaymentId

PATIENCE_SECONDS = 60.0


class PracticeDriver:
    """Speaks to the control paths, never through the code under test."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self._session = requests.Session()
        self._session.trust_env = False

    def close(self) -> None:
        self._session.close()

    def reset(self) -> None:
        """Forget everything and stop the clock."""
        self._post("reset", {"seed": 1})
        self._post("clock", {"frozen": True})

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.state()["now"], UTC)

    def advance(self, seconds: int) -> None:
        self._post("clock", {"advance": seconds})

    def fault(self, kind: str, **knobs: Any) -> None:
        self._post("faults", {"faults": [{"kind": kind, **knobs}]})

    def pay(self, target: str, outcome: str = "approve", **more: Any) -> str:
        return str(self._post("pay", {"target": target, "outcome": outcome, **more})["payment_id"])

    def late(self, payment_id: GatewayPaymentId) -> None:
        self._post("late", {"payment_id": payment_id})

    def end_refund(self, refund_id: str, status: str) -> None:
        self._post(f"refunds/{refund_id}", {"status": status})

    def state(self) -> Any:
        return self._get("state")

    def items(self, method: str = "POST") -> list[Any]:
        """The requests to the API that were seen, oldest first."""
        log = self._get("log", method=method)
        return [item for item in log["items"] if item["path"].startswith("/v1/")]

    def posts(self) -> dict[tuple[str, str | None], int]:
        """How many POSTs came to each path for each intent."""
        return dict(Counter((item["path"], item["intent"]) for item in self.items()))

    def _get(self, path: str, **query: str) -> Any:
        return self._read(
            self._session.get(f"{self.base_url}/__practice/{path}", params=query, timeout=PATIENCE_SECONDS)
        )

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        return self._read(
            self._session.post(f"{self.base_url}/__practice/{path}", json=body, timeout=PATIENCE_SECONDS)
        )

    @staticmethod
    def _read(response: requests.Response) -> Any:
        assert response.status_code == 200, response.text
        return response.json()


class MachineClock:
    """The desk's own clock: stands still until it is set."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)

    def after(self, seconds: float) -> datetime:
        return self.moment + timedelta(seconds=seconds)
