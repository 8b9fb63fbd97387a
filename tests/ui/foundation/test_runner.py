"""The runner brings outcomes home to the GUI thread."""

from __future__ import annotations

from concurrent.futures import Executor, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread

from desktop.services.errors import GatewayUnreachable
from desktop.ui.runner import Runner
from tests.ui.inline_executor import InlineExecutor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture(params=["pool", "inline"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    with ThreadPoolExecutor(2) if request.param == "pool" else InlineExecutor() as made:
        yield made


def on_gui_thread() -> bool:
    application = QCoreApplication.instance()
    return application is not None and QThread.currentThread() is application.thread()


def never(what: object) -> None:
    raise AssertionError(f"nobody should be told {what}")


def test_a_result_arrives_on_the_gui_thread(executor: Executor, qtbot: QtBot) -> None:
    owner, seen = QObject(), list[tuple[int, bool]]()
    runner = Runner(executor)
    runner.run(lambda: 42, owner=owner, done=lambda n: seen.append((n, on_gui_thread())), failed=never)
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, True)]


def test_a_refusal_arrives_in_failed_and_is_not_unexpected(executor: Executor, qtbot: QtBot) -> None:
    owner, seen, unexpected = QObject(), list[Exception](), list[Exception]()
    runner = Runner(executor)
    runner.unexpected.connect(unexpected.append)

    def refuse() -> None:
        raise GatewayUnreachable

    runner.run(refuse, owner=owner, done=never, failed=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], GatewayUnreachable)
    assert unexpected == []


def test_a_fault_of_the_program_is_told_to_the_crash_dialog_too(executor: Executor, qtbot: QtBot) -> None:
    owner, seen, unexpected = QObject(), list[Exception](), list[Exception]()
    runner = Runner(executor)
    runner.unexpected.connect(unexpected.append)
    runner.run(lambda: [][1], owner=owner, done=never, failed=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert unexpected == seen
    assert isinstance(seen[0], IndexError)


def test_a_deleted_owner_is_not_called(executor: Executor, qtbot: QtBot) -> None:
    runner, gone, stays, seen = Runner(executor), QObject(), QObject(), list[int]()
    runner.run(lambda: 1, owner=gone, done=never, failed=never)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, 52)  # DeferredDelete
    runner.run(lambda: 2, owner=stays, done=seen.append, failed=never)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [2]


def test_nothing_is_begun_once_the_program_ends(qtbot: QtBot) -> None:
    runner, begun = Runner(ThreadPoolExecutor(1)), list[int]()
    runner.close()
    runner.run(lambda: begun.append(1), owner=QObject(), done=never, failed=never)
    assert begun == []
