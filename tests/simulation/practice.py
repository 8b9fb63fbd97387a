"""The practice gateway's control paths, and a foreign merchant's questions, which faults may strike too."""

from typing import Any

import requests

from tests.gateways.practice_driver import PracticeDriver
from tests.practice.client import Client


class StepPractice(PracticeDriver):
    """A driver for a clock that stands still between steps."""

    def freeze(self) -> None:
        """Stop the clock."""
        self._post("clock", {"frozen": True})

    def faults(self, faults: list[dict[str, Any]]) -> None:
        """Replace all faults."""
        self._post("faults", {"faults": faults})

    def log(self) -> Any:
        """Return every request but the control paths' own questions."""
        return self._get("log")


def ask_quietly(account: Client, method: str, path: str, body: object = None) -> Any:
    """Ask as a merchant; None when a fault took the answer."""
    try:
        response = account.send(method, path, body)
        answer = response.json() if response.status_code == 200 else None
    except (requests.RequestException, ValueError):
        return None
    return None if answer is None or "error" in answer else answer
