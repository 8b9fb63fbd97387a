"""One running gateway for the folder; every test begins with an empty one and a clock that stands still."""

from collections.abc import Iterator

import pytest

from desktop.practice.server import PracticeServer
from tests.practice.client import Client


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeServer]:
    with PracticeServer(tmp_path_factory.mktemp("practice") / "practice.sqlite3") as server:
        yield server


@pytest.fixture
def merchant(running: PracticeServer) -> Iterator[Client]:
    client = Client(running.base_url)
    client.post("/__practice/reset", {"seed": 1})
    client.post("/__practice/clock", {"frozen": True})
    yield client
    client.close()
