"""What a clerk means by a few letters."""

from __future__ import annotations

import pytest

from desktop.ui.typed.offering_match import Command, match_offerings, split_command
from tests.ui.quote.small_catalogue import CATALOGUE


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("dlx", ["DLX"]),
        ("DLX ", ["DLX"]),
        ("goa21", ["GOA21"]),
        ("goa", ["GOA21", "GOA22"]),
        ("pune goa", ["GOA21", "GOA22"]),
        ("pungoa", ["GOA21", "GOA22"]),
        ("pune to goa", ["GOA21", "GOA22"]),
        ("Pune-Mumbai", ["MUM06"]),
        ("heritage", ["HERI"]),
        ("old walk", ["HERI"]),
        ("deccan", ["DLX"]),
        ("zzz", []),
    ],
)
def test_code_route_name_and_place_are_understood(typed: str, codes: list[str]) -> None:
    assert [offering.code for offering in match_offerings(CATALOGUE, typed)] == codes


def test_nothing_typed_means_everything() -> None:
    assert match_offerings(CATALOGUE, " ") == CATALOGUE


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("dlx 2", Command("dlx", "", "2")),
        ("dlx", Command("dlx", "", "")),
        ("pune goa sat 2", Command("pune goa", "sat", "2")),
        ("heri 2a1c", Command("heri", "", "2a1c")),
        ("heri 29 nov 3", Command("heri", "29 nov", "3")),
        ("dlx 24 nov to 26 nov", Command("dlx", "24 nov to 26 nov", "")),
        ("goa 21:30 2", Command("goa 21:30", "", "2")),
        ("heri 5 dec 12", Command("heri", "5 dec", "12")),
        ("heri 5 दिस॰ 12", Command("heri", "5 दिस॰", "12")),
        ("dlx 30 nov-2 dec", Command("dlx", "30 nov-2 dec", "")),
        ("dlx 30 Dec – 2 Jan 2027 2r", Command("dlx", "30 Dec – 2 Jan 2027", "2r")),
        ("dlx शनि 28 नव॰ 2", Command("dlx", "शनि 28 नव॰", "2")),
        ("heri Sun 29 Nov x3", Command("heri", "Sun 29 Nov", "x3")),
        ("dlx २ रातें", Command("dlx", "", "२ रातें")),
        ("what is this", Command("what is this", "", "")),
        ("dlx 31 nov", Command("dlx", "31 nov", "", unread=True)),
        ("DLX 30/2 2", Command("DLX", "30/2 2", "", unread=True)),
        ("dlx sat two", Command("dlx", "sat", "two", unread=True)),
        ("dlx room 201", Command("dlx", "", "room 201", unread=True)),
        ("goa21 4a-5b", Command("goa21", "", "4a-5b", unread=True)),
        ("goa21 4a-4c", Command("goa21", "", "4a-4c")),
        ("heri Sun 29 Nov - Mon 30 Nov", Command("heri", "Sun 29 Nov - Mon 30 Nov", "")),
        ("Old 29 Nov", Command("Old", "29 Nov", "")),
        ("Sun 29 Nov – Mon 30 Nov", Command("Sun 29 Nov – Mon 30 Nov", "", "")),
    ],
)
def test_a_line_is_divided_into_what_when_and_how_many(line: str, command: Command) -> None:
    assert split_command(line, CATALOGUE) == command
