"""Answers in place of the network, under the adapter's own session."""

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "razorpay-samples"


@dataclass
class StubTransport:
    """Gives the prepared answers in their order and keeps what was sent."""

    answers: list[Response | Exception] = field(default_factory=list)
    sent: list[PreparedRequest] = field(default_factory=list)

    def answer(self, body: object, status: int = 200, **headers: str) -> None:
        """Prepare an answer; a body of bytes goes out as it is."""
        response = Response()
        response.status_code = status
        response.raw = io.BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
        response.headers.update({name.replace("_", "-"): value for name, value in headers.items()})
        self.answers.append(response)

    def sample(self, name: str, **changed: Any) -> Any:
        """Prepare a documented answer, changed where wanted, and return it."""
        body = {**read_sample(name), **changed}
        self.answer(body)
        return body

    def send(self, _adapter: HTTPAdapter, request: PreparedRequest, **_options: Any) -> Response:
        self.sent.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        answer.request, answer.url = request, request.url or ""
        return answer


def read_sample(name: str) -> Any:
    """Return a documented answer, or skip the test when the samples are not beside the checkout."""
    file = SAMPLES / f"{name}.json"
    if not file.exists():
        pytest.skip("Razorpay's documented answers are not beside this checkout")
    return json.loads(file.read_text(encoding="utf-8"))
