"""Whatever keys come, on any page, at any pace: what changed in the books stood there before the key."""

from __future__ import annotations

import os
import random
from dataclasses import fields
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.services.application import Services
from tests.ui.hand import HINDI
from tests.ui.keys.busy_desk import ACTS, KINDS
from tests.ui.keys.shown_before import MONEY, OTHER_WRITES

if TYPE_CHECKING:
    from tests.ui.keys.busy_desk import BusyDesk

Key = Qt.Key
PACES = {"hand": (0.09, 0.7), "scanner": (0.002, 0.06), "held": (0.03, 0.04)}
LINE_ENDS = ((Key.Key_Return,), (Key.Key_Enter,), (Key.Key_Return, Key.Key_Enter))
SCANS = ("KA2907", "6291041500213", "BK-7F3K2Q", "1111")
KEYS: tuple[Key | str, ...] = (
    *"abcdfghklmnopstuvwxyz 1234590",
    *(Key.Key_Return,) * 8,
    *(Key.Key_Enter, Key.Key_Escape, Key.Key_Delete, Key.Key_Backspace),
    *(Key.Key_Tab, Key.Key_Tab, Key.Key_Space, Key.Key_Space),
    *(Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right),
    *(Key.Key_F2, Key.Key_F3, Key.Key_F4, Key.Key_F5, Key.Key_F6, Key.Key_F7, Key.Key_F8),
    *(Key.Key_F9,) * 4,
    *(Key.Key_F10, Key.Key_F11),
)
IS_LONG = os.environ.get("COUNTERFOIL_LONG") == "1"
SEEDS, TURNS = range(10 if IS_LONG else 1), 14 if IS_LONG else 5


# The long run takes as many minutes as the short one takes seconds.
@pytest.mark.timeout(3600 if IS_LONG else 300)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_done_that_was_not_seen(busy_desk: BusyDesk, kind: str) -> None:
    for seed in SEEDS:
        for name, pace in product(KINDS[kind], PACES):
            chance = random.Random(f"{name} {pace} {seed}")
            busy_desk.hand.layout = chance.choice([{}, HINDI])
            busy_desk.open(name)
            for _ in range(TURNS):
                _strike_something(busy_desk, chance, pace, ACTS[name][0])
            busy_desk.hand.rest()
            assert busy_desk.shown.faults == [], (name, pace, seed)


def _strike_something(desk: BusyDesk, chance: random.Random, pace: str, act: Key | str) -> None:
    hand, slow = desk.hand, PACES[pace]
    turn = chance.random()
    if turn < 0.15:
        hand.rest(chance.uniform(0.1, 0.9))
    elif turn < 0.25 and pace != "held":
        hand.scan(chance.choice(SCANS), chance.choice(LINE_ENDS), pause=chance.choice((0.002, 0.02, 0.06)))
    elif turn < 0.35:
        hand.busy()
        for _ in range(chance.randint(1, 4)):
            hand.strike(chance.choice((act, *KEYS)), pause=chance.uniform(*slow))
        hand.free(0.6)
    elif pace == "held":
        key = chance.choice((act, act, Key.Key_Return, chance.choice(KEYS)))
        hand.strike(key, pause=chance.uniform(0.1, 0.5))
        for _ in range(chance.randint(2, 6)):
            hand.strike(key, pause=chance.uniform(*slow), repeat=chance.random() < 0.5)
    else:
        key = act if chance.random() < 0.25 else chance.choice(KEYS)
        hand.strike(key, pause=chance.uniform(*slow))


def test_every_use_case_is_known_to_write_or_only_to_read() -> None:
    reads = {"actor", "audit", "export_bookings", "unusual_top_up_paise", "read_drawer", "read_condition"}
    reads.add("why_unavailable")
    reads |= {"explain_difference"}
    reads |= {"drawer_holds", "read_shift", "read_day_sheet"}
    reads |= {"drawer_holds", "read_shift"}
    reads |= {"read_return", "read_vouchers"}
    reads |= {"read_cash_room"}
    reads |= {"export_day_list", "write_day_list_workbook"}
    reads |= {"drawer_holds", "read_shift"}
    reads |= {"read_cash_room", "read_mail_server"}
    reads |= {"read_cash_room", "read_portal_file", "export_e_invoices"}
    # The first changes nothing, the second hides a line of this screen.
    reads |= {"check_books_again", "read_adopted", "sign_out", "is_locked", "follow_person"}
    reads |= {one.name for one in fields(Services) if one.type in ("str", "bool")}
    told = MONEY | OTHER_WRITES | reads
    looks = ("find_", "list_", "show_", "get_", "name_", "tell_", "preview_")
    unknown = [
        one.name for one in fields(Services) if one.name not in told and not one.name.startswith(looks)
    ]
    assert unknown == [], "say in shown_before.py whether it takes, holds or gives back"
