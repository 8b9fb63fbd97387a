"""The set-up page: keys are tried before they are kept, and the secret never stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from db.actor import Actor
from desktop.services.application import Services
from desktop.services.domain.account_report import AccountReport
from desktop.services.domain.disturbance import GatewayAnswer, GatewayState
from desktop.services.domain.house import Business
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.reconciliation import Comparison, Reconciliation
from desktop.services.errors import BadRequest, GatewayUnreachable, NoKeyring, NotPermitted
from desktop.ui.runner import Runner
from desktop.ui.setup.setup_window import SetupWindow
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
KEY_ID, SECRET = "rzp_live_Ab12Cd34Ef56Gh", "a-secret-of-the-account"
GOOD = AccountReport(True, True, (), 0.4)
EVEN = Comparison(14, 62_145_00, 62_145_00, 0, 0, (), ())
BOOKS = Reconciliation(True, 1, 0, 0, 0, (), EVEN)


@dataclass
class FakeAccount:
    """What the gateway and the keyring would say, and what reached them."""

    report: AccountReport = GOOD
    kept: str = ""
    calls: list[tuple[str, ...]] = field(default_factory=list)
    failure: Exception | None = None
    reconcile: Callable[[], Reconciliation] = lambda: BOOKS

    def services(self) -> Services:
        return replace(
            sample_services(),
            try_live_keys=self.try_keys,
            keep_live_keys=self.keep,
            forget_live_keys=self.forget,
            name_live_keys=lambda: self.kept,
            reconcile=lambda *, actor: self.reconcile(),
        )

    def try_keys(self, key_id: str, key_secret: str) -> AccountReport:
        self._record("try", key_id, key_secret)
        return self.report

    def keep(self, key_id: str, key_secret: str, *, actor: Actor) -> None:
        self._record("keep", key_id, key_secret)
        self.kept = key_id[-4:]

    def forget(self, *, actor: Actor) -> None:
        self._record("forget")
        self.kept = ""

    def _record(self, *call: str) -> None:
        self.calls.append(call)
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure


@pytest.fixture
def account() -> FakeAccount:
    return FakeAccount()


@pytest.fixture
def window(qtbot: QtBot, runner: Runner, account: FakeAccount) -> Iterator[SetupWindow]:
    shown = SetupWindow(account.services(), runner)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.setFocus()
    settle()
    yield shown
    shown.hide()


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def press(window: QWidget, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    settle()


def enter(window: QWidget, *texts: str) -> None:
    for text in texts:
        QTest.keyClicks(QApplication.focusWidget() or window, text)
        press(window, Key.Key_Return)


def test_keys_are_tried_then_kept_by_enter_alone(window: SetupWindow, account: FakeAccount) -> None:
    enter(window, KEY_ID, SECRET)
    assert account.calls == [("try", KEY_ID, SECRET)]
    assert window.keys.report.lines[0] == "✓  The keys are accepted. They are live keys: real money moves."
    press(window, Key.Key_Return)
    assert account.calls[1:] == [("keep", KEY_ID, SECRET)]
    assert window.keys.kept.text() == "Kept in this computer's keyring: the key ending in 56Gh."


def test_the_secret_is_hidden_and_gone_after_keeping(
    window: SetupWindow, snapshot: Callable[[QWidget], str]
) -> None:
    enter(window, KEY_ID, SECRET)
    edit = window.keys.secret.edit
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    assert SECRET not in edit.displayText()
    assert SECRET not in snapshot(window).replace(f"field 'Key secret' = \"{SECRET}\"", "")
    press(window, Key.Key_F9)
    edit.setEchoMode(QLineEdit.EchoMode.Normal)
    edit.undo()
    assert edit.text() == ""
    assert SECRET not in snapshot(window)


def test_the_secret_goes_when_the_page_goes(window: SetupWindow) -> None:
    enter(window, KEY_ID, SECRET)
    window.hide()
    assert window.keys.secret.text == ""
    assert window.keys.report.isHidden()


@pytest.mark.parametrize(
    ("lacks", "sentence"),
    [
        (("keys",), "✕  The gateway does not accept these keys. Copy both anew from its dashboard."),
        (("qr",), "✕  UPI QR is not enabled for this account."),
    ],
)
def test_keys_that_cannot_sell_are_never_kept(
    window: SetupWindow, account: FakeAccount, lacks: tuple[str, ...], sentence: str
) -> None:
    account.report = replace(GOOD, lacks=lacks)
    enter(window, KEY_ID, SECRET)
    assert any(line.startswith(sentence) for line in window.keys.report.lines)
    assert window.keys.keep_button.isHidden()
    press(window, Key.Key_F9)
    assert [call[0] for call in account.calls] == ["try", "try"]


def test_an_account_with_lesser_lacks_can_be_kept_and_is_warned_of(
    window: SetupWindow, account: FakeAccount
) -> None:
    account.report = replace(GOOD, lacks=("image_content", "amount"), clock_offset_seconds=-95.0)
    enter(window, KEY_ID, SECRET)
    assert not window.keys.keep_button.isHidden()
    text = " ".join(window.keys.report.lines)
    assert "image_content" in text
    assert "less than ₹1,00,000" in text
    assert "95 s ahead" in text


def test_a_changed_key_has_to_be_tried_again(window: SetupWindow, account: FakeAccount) -> None:
    enter(window, KEY_ID, SECRET)
    window.keys.secret.edit.setFocus()
    QTest.keyClicks(window.keys.secret.edit, "x")
    assert window.keys.keep_button.isHidden()
    press(window, Key.Key_F9)
    assert account.calls == [("try", KEY_ID, SECRET), ("try", KEY_ID, f"{SECRET}x")]


def test_an_empty_field_is_asked_for(window: SetupWindow, account: FakeAccount) -> None:
    enter(window, KEY_ID, "")
    assert account.calls == []
    assert window.keys.secret.is_wrong


def test_what_is_no_key_is_told_at_the_field(window: SetupWindow, account: FakeAccount) -> None:
    account.failure = BadRequest("key_id", "not_a_key")
    enter(window, "hello", SECRET)
    assert "rzp_live_" in window.keys.key_id.note
    assert QApplication.focusWidget() is window.keys.key_id.edit


def test_no_network_is_told_and_nothing_is_offered(window: SetupWindow, account: FakeAccount) -> None:
    account.failure = GatewayUnreachable()
    enter(window, KEY_ID, SECRET)
    assert "gateway" in window.errors.text
    assert window.keys.keep_button.isHidden()


def test_without_a_keyring_the_keys_stay_in_their_fields(window: SetupWindow, account: FakeAccount) -> None:
    enter(window, KEY_ID, SECRET)
    account.failure = NoKeyring()
    press(window, Key.Key_F9)
    assert "keyring" in window.errors.text
    assert window.keys.secret.text == SECRET
    assert not window.keys.keep_button.isHidden()


def test_a_key_is_forgotten_in_two_steps(window: SetupWindow, account: FakeAccount) -> None:
    account.kept = "6Gh7"
    window.refresh()
    settle()
    press(window, Key.Key_F, ALT)
    assert account.calls == []
    assert "6Gh7" in window.keys.forget_button.text()
    press(window, Key.Key_Escape)
    press(window, Key.Key_F, ALT)
    press(window, Key.Key_F, ALT)
    assert account.calls == [("forget",)]
    assert window.keys.kept.text() == "No key is kept on this computer."
    assert window.keys.forget_button.isHidden()


def test_it_says_how_live_mode_starts_and_that_practice_needs_no_keys(
    window: SetupWindow, snapshot: Callable[[QWidget], str]
) -> None:
    text = snapshot(window)
    assert "--live" in text
    assert "practice needs no keys" in text
    assert "Here it asks the practice gateway." in text


def test_the_books_are_compared_beside_the_window_with_a_sign_of_work(
    qtbot: QtBot, account: FakeAccount
) -> None:
    may_answer = Event()

    def slow() -> Reconciliation:
        assert may_answer.wait(60)
        return BOOKS

    account.reconcile = slow
    with ThreadPoolExecutor(1) as pool:
        window = SetupWindow(account.services(), Runner(pool))
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        press(window, Key.Key_C, ALT)
        assert window.compare.button.busy
        assert not window.compare.working.isHidden()
        press(window, Key.Key_C, ALT)
        may_answer.set()
        qtbot.waitUntil(lambda: not window.compare.button.busy)
        assert window.compare.working.isHidden()
        assert "✓  Every refund matches." in window.compare.report.lines


def test_escape_leads_back(window: SetupWindow) -> None:
    left: list[bool] = []
    window.back.connect(lambda: left.append(True))
    press(window, Key.Key_Escape)
    assert left == [True]


def test_without_a_gateway_nothing_is_compared_and_the_page_says_from_when_keys_count(
    qtbot: QtBot, runner: Runner, account: FakeAccount
) -> None:
    none = GatewayState(GatewayAnswer.NO_KEYS, ())
    window = SetupWindow(replace(account.services(), practice=False, show_gateway=lambda: none), runner)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.setFocus()
    settle()
    assert "from its next start" in window.about.text()
    assert window.compare.button.isHidden()
    assert not window.compare.away.isHidden()
    press(window, Key.Key_C, ALT)
    assert not window.compare.button.busy
    window.keys.key_id.take_focus()
    enter(window, KEY_ID, SECRET)
    press(window, Key.Key_Return)
    assert window.errors.text.endswith("They count from the next start of this desk.")


LODGE = Business("Sahyadri Stays", ("12 MG Road",), "30")


@dataclass
class FakeHouse:
    """Whose business it is, and what was told."""

    told: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)
    failure: Exception | None = None

    def tell(self, name: str, address: tuple[str, ...], state: str, *, actor: Actor) -> Business:
        self.told.append((name, address, state))
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure
        return Business(name, address, "30")


@pytest.fixture
def house(qtbot: QtBot, runner: Runner, account: FakeAccount) -> Iterator[tuple[SetupWindow, FakeHouse]]:
    fake = FakeHouse()
    services = replace(account.services(), show_business=lambda: LODGE, tell_business=fake.tell)
    shown = SetupWindow(services, runner)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
    settle()
    yield shown, fake
    shown.hide()


def test_name_and_address_are_shown_and_changed_by_enter_alone(house: tuple[SetupWindow, FakeHouse]) -> None:
    window, fake = house
    assert [box.text for box in window.house.boxes] == ["Sahyadri Stays", "12 MG Road", "", "", "Goa"]
    window.house.name.take_focus()
    enter(window, "Konkan Stays", "1 Beach Road", "", "Panaji", "goa")
    assert fake.told == [("Konkan Stays", ("1 Beach Road", "Panaji"), "goa")]
    assert window.errors.text.endswith("Konkan Stays stands on every paper from now on.")
    assert [box.text for box in window.house.boxes] == ["Konkan Stays", "1 Beach Road", "Panaji", "", "Goa"]


@pytest.mark.parametrize(
    ("mistake", "place"),
    [
        (BadRequest("business", "blank"), 0),
        (BadRequest("address", "blank"), 1),
        (BadRequest("house_state", "blank"), 4),
    ],
)
def test_a_mistake_is_told_at_its_field_and_nothing_typed_is_lost(
    house: tuple[SetupWindow, FakeHouse], mistake: BadRequest, place: int
) -> None:
    window, fake = house
    window.house.name.take_focus()
    QTest.keyClicks(window.house.name.edit, "Other")
    fake.failure = mistake
    press(window, Key.Key_B, ALT)
    assert window.house.boxes[place].is_wrong
    assert window.house.boxes[place].edit.hasFocus()
    window.refresh()
    settle()
    assert window.house.name.text == "Other"


def test_a_clerk_is_told_that_it_needs_a_manager(house: tuple[SetupWindow, FakeHouse]) -> None:
    window, fake = house
    fake.failure = NotPermitted(ManagerAct.KEEP_HOUSE, "Other", 0, 0, None)
    press(window, Key.Key_B, ALT)
    assert "needs a manager" in window.errors.text
