"""What the set-up screen is told about an account."""

import socket
from typing import Any

import pytest

from desktop.services.gateways.port import Busy, Probe
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.conftest import MakeGateway
from tests.gateways.practice_driver import PracticeDriver


def open_things(practice: PracticeDriver) -> list[Any]:
    state = practice.state()
    return [one for one in state["qr_codes"] if one["status"] == "active"] + [
        one for one in state["payment_links"] if one["status"] == "created"
    ]


def test_a_whole_account_lacks_nothing_and_nothing_stays_open(
    gateway: RazorpayGateway, practice: PracticeDriver
) -> None:
    assert gateway.probe() == Probe(True, (), 0.0)
    assert open_things(practice) == []
    assert practice.state()["captured_paise"] == 0


@pytest.mark.parametrize(
    ("fault", "knobs", "lacks"),
    [
        ("qr_not_enabled", {}, ("qr",)),
        ("image_content_absent", {}, ("image_content",)),
        ("amount_limit", {"paise": 500_000, "count": None}, ("amount",)),
        ("unauthorized", {}, ("keys",)),
        ("unauthorized", {"method": "POST"}, ("keys",)),
    ],
)
def test_what_an_account_lacks_has_a_word(
    gateway: RazorpayGateway,
    practice: PracticeDriver,
    fault: str,
    knobs: dict[str, object],
    lacks: tuple[str, ...],
) -> None:
    practice.fault(fault, **knobs)
    probe = gateway.probe()
    assert (probe.reachable, probe.lacks) == (True, lacks)
    assert open_things(practice) == []


def test_wrong_keys_make_nothing(make_gateway: MakeGateway, practice: PracticeDriver) -> None:
    assert make_gateway(key_secret="another-secret").probe().lacks == ("keys",)
    assert practice.items() == []


@pytest.mark.parametrize("path", ["/qr_codes$", "/payment_links$"])
def test_what_was_made_is_closed_although_its_answer_was_lost(
    gateway: RazorpayGateway, practice: PracticeDriver, path: str
) -> None:
    practice.fault("drop_after_commit", method="POST", path=path)
    assert gateway.probe().lacks == ()
    assert open_things(practice) == []


def test_no_clear_answer_is_not_reachable(gateway: RazorpayGateway, practice: PracticeDriver) -> None:
    practice.fault("error_503", count=None)
    assert gateway.probe() == Probe(False, (), 0.0)


def test_nobody_listening_is_not_reachable(make_gateway: MakeGateway) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert not make_gateway(base_url=f"http://127.0.0.1:{taken.getsockname()[1]}").probe().reachable


def test_too_many_requests_say_nothing_about_the_account(
    gateway: RazorpayGateway, practice: PracticeDriver
) -> None:
    practice.fault("too_many_requests", count=None)
    with pytest.raises(Busy):
        gateway.probe()
