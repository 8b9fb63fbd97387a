"""The cash drawer opens by a pulse for cash only; one that does not open is told and keeps nobody waiting."""

import contextlib
import os
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.ids import DeskId, RequestKey
from db.states import Tender
from desktop import cash_drawer
from desktop.cash_drawer import PULSE, CashDrawer, send_pulse
from desktop.services.customers.list_top_ups import ListTopUps
from desktop.services.customers.reverse_top_up import ReverseTopUp
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.domain.booking import Hold
from desktop.services.paying.correct_tender import CorrectTender
from tests.counter import Counter


class Told:
    """Hears that the drawer is silent."""

    def __init__(self) -> None:
        self.event = threading.Event()

    def __call__(self) -> None:
        self.event.set()

    def heard(self) -> bool:
        return self.event.wait(timeout=5)


def fill(pipe: int) -> None:
    """Write until nothing more goes in."""
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(pipe, bytes(65536))


def test_the_pulse_goes_to_the_printer_on_the_network() -> None:
    told = Told()
    with socket.create_server(("127.0.0.1", 0)) as printer:
        printer.settimeout(5)
        CashDrawer(f"127.0.0.1:{printer.getsockname()[1]}", told).open()
        connection, _address = printer.accept()
        with connection:
            connection.settimeout(5)
            assert connection.recv(64) == PULSE == bytes((0x1B, 0x70, 0, 25, 250))
    assert not told.event.is_set()


def test_the_pulse_goes_to_a_device(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    send_pulse(str(device))
    assert device.read_bytes() == PULSE


def test_a_device_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    told = Told()
    CashDrawer(str(tmp_path / "lp0"), told).open()
    assert told.heard()
    assert not (tmp_path / "lp0").exists()


def test_a_printer_that_is_switched_off_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        where = f"127.0.0.1:{server.getsockname()[1]}"
    told = Told()
    CashDrawer(where, told).open()
    assert told.heard()


def test_a_printer_that_takes_nothing_is_told_within_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cash_drawer, "SECONDS", 0.1)
    pipe = tmp_path / "lp0"
    if sys.platform != "win32":
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        writer = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        try:
            fill(writer)
            told = Told()
            CashDrawer(str(pipe), told).open()
            assert told.heard()
        finally:
            os.close(writer)
            os.close(reader)


def test_without_a_setting_nothing_is_opened() -> None:
    told = Told()
    CashDrawer("", told).open()
    assert not told.event.is_set()
    assert "cash-drawer" not in {thread.name for thread in threading.enumerate()}


@pytest.fixture
def opened(counter: Counter) -> Callable[[], list[DeskId]]:
    """Hear for which desk a drawer is opened."""
    heard: list[DeskId] = []
    counter.database.drawer_opens = heard.append

    def since() -> list[DeskId]:
        found = list(heard)
        heard.clear()
        return found

    return since


Opened = Callable[[], list[DeskId]]


def sold(counter: Counter, **tenders: Any) -> Hold:
    hold = counter.hold()
    counter.pay(hold, **tenders)
    return hold


def test_a_sale_in_cash_opens_the_drawer_of_its_desk(counter: Counter, opened: Opened) -> None:
    sold(counter)
    assert opened() == [counter.actor.desk_id]


def test_a_sale_by_card_opens_nothing(counter: Counter, opened: Opened) -> None:
    hold = counter.hold()
    counter.pay(hold, card_paise=hold.total_paise, card_reference="0042")
    assert opened() == []


def test_money_back_in_cash_opens_it(counter: Counter, opened: Opened) -> None:
    hold = sold(counter)
    opened()
    counter.cancel(hold)
    assert opened() == [counter.actor.desk_id]


def test_a_tender_that_is_corrected_opens_nothing(counter: Counter, opened: Opened) -> None:
    hold = sold(counter)
    opened()
    (paid,) = counter.booking(hold).payments
    correct = CorrectTender(counter.database, counter.publish)
    correct(paid.id, Tender.CARD, "0042", "it was a card", actor=counter.actor)
    assert opened() == []


def test_a_top_up_and_its_reversal_open_it(counter: Counter, opened: Opened) -> None:
    customer = counter.customer()
    opened()
    TopUpWallet(counter.database)(customer.id, 500_00, RequestKey("up"), actor=counter.actor)
    assert len(opened()) == 1
    (row,) = ListTopUps(counter.database)(customer.id)
    ReverseTopUp(counter.database)(row.id, "wrong customer", RequestKey("down"), actor=counter.actor)
    assert len(opened()) == 1


def test_the_same_payment_again_opens_nothing_more(counter: Counter, opened: Opened) -> None:
    customer = counter.customer()
    opened()
    for _ in range(2):
        TopUpWallet(counter.database)(customer.id, 500_00, RequestKey("up"), actor=counter.actor)
    assert len(opened()) == 1
