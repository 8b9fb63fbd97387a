"""One person who stands there twice becomes one, and a number changes: by keys, and shown first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.actor import Actor
from db.ids import CustomerId
from desktop.services.correcting_errors import OtherGstins
from desktop.services.domain.corrections import MergePlan
from desktop.services.domain.people import Customer
from desktop.ui.customer.put_right_card import PutRightCard
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

ASHA = Customer(CustomerId("c1"), "+919876504321", "Asha Rao", 500_000)
TWICE = Customer(CustomerId("c2"), "+919812345678", "Asha R", 30_000)


def seen(qtbot: QtBot, card: PutRightCard) -> None:
    card.show()
    qtbot.waitExposed(card)
    card.grab()
    QApplication.processEvents()


def test_what_moves_is_shown_and_two_gstins_are_asked_about_once(qtbot: QtBot, runner: Runner) -> None:
    asked: list[tuple[str, str, str, bool]] = []
    errors: list[Exception] = []

    def merge(
        kept: CustomerId,
        gone: CustomerId,
        reason: str,
        shown: MergePlan,
        *,
        actor: Actor,
        despite_gstins: bool = False,
    ) -> Customer:
        asked.append((kept, gone, reason, despite_gstins))
        if not despite_gstins:
            raise OtherGstins("27AAPFU0939F1ZV", "29AAGCB7383J1Z4")
        return replace(ASHA, wallet_paise=530_000)

    services = replace(
        sample_services(),
        find_customers=lambda _text: (TWICE,),
        preview_merge=lambda _kept, _gone: MergePlan(ASHA, TWICE, 30_000, 2, True),
        merge_customers=merge,
    )
    card = PutRightCard(services, runner)
    qtbot.addWidget(card)
    card.failed.connect(errors.append)
    card.show_of(ASHA)
    card.ask_merge()
    QTest.keyClicks(card.other.field, "9812")
    card.other.look()
    qtbot.waitUntil(lambda: card._plan is not None)
    for words in ("300.00", "2 bookings", "5,300.00", "Asha R"):
        assert words in card.said.text()
    card.reason.setText("one person")
    seen(qtbot, card)
    QTest.keyClick(card.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(errors))
    seen(qtbot, card)
    with qtbot.waitSignal(card.changed) as done:
        QTest.keyClick(card.reason, Qt.Key.Key_Return)
    assert done.args[0].wallet_paise == 530_000
    assert [one[3] for one in asked] == [False, True]


def test_another_number(qtbot: QtBot, runner: Runner) -> None:
    asked: list[Any] = []

    def change(customer_id: CustomerId, shown: str, mobile: str, *, actor: Actor) -> Customer:
        asked.append((customer_id, shown, mobile))
        return replace(ASHA, mobile="+919800000001")

    card = PutRightCard(replace(sample_services(), change_number=change), runner)
    qtbot.addWidget(card)
    card.show_of(ASHA)
    card.ask_number()
    card.number.setText("98000 00001")
    assert "98000 00001" in card.change.text()
    seen(qtbot, card)
    with qtbot.waitSignal(card.changed):
        QTest.keyClick(card.number, Qt.Key.Key_Return)
    assert asked == [(ASHA.id, ASHA.mobile, "98000 00001")]


def test_who_has_no_mobile_number_can_not_change_it(qtbot: QtBot, runner: Runner) -> None:
    card = PutRightCard(sample_services(), runner)
    qtbot.addWidget(card)
    card.show_of(replace(ASHA, mobile=""))
    card.ask_number()
    assert card.number_button.isHidden()
