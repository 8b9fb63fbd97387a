"""A merchant with a session of its own, who also holds the customer's phone."""

from typing import Any

import requests

KEY_ID = "rzp_test_practice00000"
KEY_SECRET = "practice-secret"
PATIENCE_SECONDS = 60.0
QR_CODE: dict[str, Any] = {
    "type": "upi_qr",
    "usage": "single_use",
    "fixed_amount": True,
    "payment_amount": 340000,
    "name": "Desk 1",
    "description": "BK-7F3K2Q",
}


class Client:
    """Speaks real HTTP. What the gateway answers is returned as it came, or as JSON after a check for 200."""

    def __init__(self, base_url: str, *, key_id: str = KEY_ID, key_secret: str = KEY_SECRET) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.auth = (key_id, key_secret)

    def close(self) -> None:
        self.session.close()

    def send(self, method: str, path: str, body: object = None, **options: Any) -> requests.Response:
        return self.session.request(
            method,
            self.base_url + path,
            json=body,
            timeout=PATIENCE_SECONDS,
            allow_redirects=False,
            **options,
        )

    def get(self, address: str, **query: Any) -> Any:
        return self._good(
            self.send("GET", address, params={name.rstrip("_"): v for name, v in query.items()})
        )

    def post(self, path: str, body: object = None, **options: Any) -> Any:
        return self._good(self.send("POST", path, body, **options))

    def refused(self, method: str, path: str, body: object = None, **options: Any) -> dict[str, Any]:
        """The error of an answer that must be a 400."""
        response = self.send(method, path, body, **options)
        assert response.status_code == 400, response.text
        error: dict[str, Any] = response.json()["error"]
        return error

    def order(self, amount: int = 50000, **more: Any) -> Any:
        return self.post("/v1/orders", {"amount": amount, "currency": "INR", **more})

    def link(self, amount: int = 50000, **more: Any) -> Any:
        return self.post("/v1/payment_links", {"amount": amount, "currency": "INR", **more})

    def qr_code(self, **more: Any) -> Any:
        return self.post("/v1/payments/qr_codes", {**QR_CODE, **more})

    def pay(self, target: str, outcome: str = "approve", **more: Any) -> Any:
        return self.post("/__practice/pay", {"target": target, "outcome": outcome, **more})

    def paid_order(self, amount: int = 50000, **more: Any) -> Any:
        """The captured payment of a new order."""
        return self.payment(self.pay(self.order(amount)["id"], **more)["payment_id"])

    def payment(self, payment_id: str) -> Any:
        return self.get(f"/v1/payments/{payment_id}")

    def now(self) -> int:
        return int(self.get("/__practice/state")["now"])

    def advance(self, seconds: int) -> None:
        self.post("/__practice/clock", {"advance": seconds})

    def faults(self, *definitions: dict[str, Any]) -> None:
        self.post("/__practice/faults", {"faults": list(definitions)})

    def log(self, **query: Any) -> Any:
        return self.get("/__practice/log", **query)

    @staticmethod
    def _good(response: requests.Response) -> Any:
        assert response.status_code == 200, response.text
        return response.json()
