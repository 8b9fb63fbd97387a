"""One line when a database stops answering, one when it answers again; a bug is told each time."""

from datetime import UTC, datetime

import pytest
import structlog

from db.errors import DatabaseUnavailable
from db.reach import Reach, ServerState
from desktop.outage_log import AGAIN_SECONDS, OutageLog

MOMENT = datetime(2026, 11, 23, 5, 12, tzinfo=UTC)
ANSWERS, SILENT = Reach(ServerState.ANSWERS, MOMENT), Reach(ServerState.SILENT, MOMENT)


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def outages(clock: Clock) -> OutageLog:
    return OutageLog(clock)


def test_an_outage_is_two_lines_however_often_jobs_fail(outages: OutageLog, clock: Clock) -> None:
    with structlog.testing.capture_logs() as lines:
        outages.changed(None, ANSWERS)
        outages.changed(ANSWERS, SILENT)
        for _ in range(500):
            outages.job_failed("poll_open_payments", DatabaseUnavailable("silent"))
        clock.now += 30
        outages.changed(SILENT, ANSWERS)
    assert [(line["event"], line.get("seconds"), line.get("refused")) for line in lines] == [
        ("DATABASE_OUTAGE_BEGAN", None, None),
        ("DATABASE_OUTAGE_ENDED", 30.0, 500),
    ]


def test_trouble_that_no_watch_has_found_is_told_once_a_minute(outages: OutageLog, clock: Clock) -> None:
    with structlog.testing.capture_logs() as lines:
        for _ in range(3):
            outages.job_failed("send_refunds", DatabaseUnavailable("x" * 5_000))
        clock.now += AGAIN_SECONDS
        outages.job_failed("send_refunds", DatabaseUnavailable("x" * 5_000))
    assert [line["refused_before"] for line in lines] == [0, 2]
    assert max(len(str(line)) for line in lines) < 500


def test_a_bug_is_told_each_time_in_an_outage_too(outages: OutageLog) -> None:
    with structlog.testing.capture_logs() as lines:
        outages.changed(ANSWERS, SILENT)
        for _ in range(2):
            outages.job_failed("send_refunds", KeyError("bug"))
    assert [line["event"] for line in lines] == ["DATABASE_OUTAGE_BEGAN", "JOB_FAILED", "JOB_FAILED"]
