"""How often the gateway is asked, and who goes first."""

import threading

import pytest

from desktop.services.gateways.rate_limit import RateLimit


class FakeTime:
    """A monotonic clock that only sleeping moves."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def now(self) -> float:
        return self.seconds

    def let_pass(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture
def time_() -> FakeTime:
    return FakeTime()


@pytest.fixture
def limit(time_: FakeTime) -> RateLimit:
    return RateLimit(per_second=2, burst=3, monotonic=time_.now, sleep=time_.let_pass)


def test_a_few_may_leave_at_once_and_then_two_a_second(limit: RateLimit, time_: FakeTime) -> None:
    left = []
    for _ in range(7):
        limit.wait_turn(urgent=False)
        left.append(time_.now() - 100)
    assert left == pytest.approx([0, 0, 0, 0.5, 1.0, 1.5, 2.0])


def test_a_clerk_does_not_wait_behind_polls_and_the_polls_wait_for_it(
    limit: RateLimit, time_: FakeTime
) -> None:
    for _ in range(3):
        limit.wait_turn(urgent=False)
    for _ in range(3):
        limit.wait_turn(urgent=True)
    assert time_.now() == 100
    limit.wait_turn(urgent=False)
    assert time_.now() == pytest.approx(102)


def test_clerks_too_can_not_borrow_without_end(limit: RateLimit, time_: FakeTime) -> None:
    for _ in range(16):
        limit.wait_turn(urgent=True)
    assert time_.now() - 100 == pytest.approx((16 - 6) / 2)


def test_an_idle_hour_saves_up_no_more_than_the_burst(limit: RateLimit, time_: FakeTime) -> None:
    time_.let_pass(3600)
    for _ in range(5):
        limit.wait_turn(urgent=False)
    assert time_.now() - 3700 == pytest.approx(1.0)


def test_threads_share_one_bucket() -> None:
    time_ = FakeTime()
    lock = threading.Lock()

    def sleep(seconds: float) -> None:
        with lock:
            time_.let_pass(seconds)

    limit = RateLimit(per_second=2, burst=3, monotonic=time_.now, sleep=sleep)

    def poll() -> None:
        for _ in range(10):
            limit.wait_turn(urgent=False)

    threads = [threading.Thread(target=poll) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # Sleeping threads move this clock one after the other, so it can only be later than in life.
    assert time_.now() - 100 >= (40 - 3) / 2 - 1e-6
