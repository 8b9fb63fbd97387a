"""Where the seats of a coach stand."""

from __future__ import annotations

import pytest

from db.ids import UnitId
from desktop.services.domain.catalogue import Unit
from desktop.ui.on_sale.coach_layout import Box, CoachLayout, lay_out
from desktop.ui.on_sale.unit_map import Direction, step
from tests.ui.quote.small_catalogue import UNITS


def written(layout: CoachLayout, names: dict[UnitId, str]) -> str:
    """Draw the coach in letters, one line for each half unit."""
    lines = []
    for deck in layout.decks:
        rows: dict[float, list[tuple[float, str]]] = {}
        for seat in deck.seats:
            rows.setdefault(round(seat.box.y, 2), []).append((seat.box.x, names[seat.unit_id]))
        lines += [" ".join(name for _, name in sorted(row)) for _, row in sorted(rows.items())]
    return "\n".join(lines)


SEATER = UNITS["goa21"]
SLEEPER = UNITS["goa22"]
NAMES = {unit.id: unit.name for unit in (*SEATER, *SLEEPER)}


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("units", [SEATER, SLEEPER], ids=["seater", "sleeper"])
def test_no_two_seats_overlap_and_all_are_inside_their_deck(units: tuple[Unit, ...], turned: bool) -> None:
    layout = lay_out(units, turned)
    for deck in layout.decks:
        for seat in deck.seats:
            assert _inside(seat.box, deck.box)
            assert not _overlap(seat.box, deck.cabin)
    seats = layout.seat_boxes()
    assert len(seats) == len(units)
    for index, one in enumerate(seats):
        assert not any(_overlap(one.box, other.box) for other in seats[index + 1 :])


def test_the_front_row_is_first_and_the_back_row_fills_the_aisle() -> None:
    lines = written(lay_out(SEATER), NAMES).splitlines()
    assert lines[0] == "1A 1B 1C 1D"
    assert lines[-1] == "11A 11B 11C 11D 11E"


def test_there_is_an_aisle_between_b_and_c() -> None:
    boxes = {NAMES[seat.unit_id]: seat.box for seat in lay_out(SEATER).seat_boxes()}
    assert boxes["1C"].x - boxes["1B"].x > boxes["1B"].x - boxes["1A"].x + 0.5


def test_berths_are_twice_as_long_as_seats_and_never_wider() -> None:
    assert {(seat.box.width, seat.box.height) for seat in lay_out(SLEEPER).seat_boxes()} == {(1.0, 2.0)}
    assert {(seat.box.width, seat.box.height) for seat in lay_out(SEATER).seat_boxes()} == {(1.0, 1.0)}


def test_decks_stand_side_by_side_and_only_the_lower_one_has_a_driver() -> None:
    layout = lay_out(SLEEPER)
    lower, upper = layout.decks
    assert lower.box.x + lower.box.width < upper.box.x
    assert lower.box.y == upper.box.y
    assert (lower.has_driver, upper.has_driver) == (True, False)


def test_turned_the_front_is_at_the_left_and_the_drivers_side_above() -> None:
    boxes = {NAMES[seat.unit_id]: seat.box for seat in lay_out(SEATER, turned=True).seat_boxes()}
    assert boxes["1A"].x < boxes["2A"].x
    assert boxes["1D"].y < boxes["1A"].y


def test_an_aisle_is_made_where_the_numbers_leave_none() -> None:
    plain = tuple(
        unit
        for unit in SEATER
        if unit.row is not None and unit.row < 11 and unit.column is not None and unit.column < 3
    )
    boxes = {NAMES[seat.unit_id]: seat.box for seat in lay_out(plain).seat_boxes()}
    assert boxes["1B"].x - boxes["1A"].x == pytest.approx(1.7)


def test_windows_are_on_the_outer_sides_only() -> None:
    sides = {NAMES[seat.unit_id]: seat.window_side for seat in lay_out(SEATER).seat_boxes()}
    assert [sides[name] for name in ("1A", "1B", "1C", "1D")] == [-1, 0, 0, 1]


def test_nothing_to_draw_is_no_error() -> None:
    assert lay_out(()).decks == ()


def test_arrows_walk_straight_and_across_the_aisle() -> None:
    boxes = {UnitId(NAMES[seat.unit_id]): seat.box for seat in lay_out(SEATER).seat_boxes()}
    assert step(boxes, UnitId("1B"), Direction.RIGHT) == "1C"
    assert step(boxes, UnitId("1C"), Direction.LEFT) == "1B"
    assert step(boxes, UnitId("1B"), Direction.DOWN) == "2B"
    assert step(boxes, UnitId("10C"), Direction.DOWN) == "11D"
    assert step(boxes, UnitId("1A"), Direction.LEFT) == "1A"
    assert step(boxes, UnitId("1A"), Direction.UP) == "1A"


def test_every_seat_can_be_reached_by_arrows() -> None:
    for units in (SEATER, SLEEPER):
        boxes = {seat.unit_id: seat.box for seat in lay_out(units).seat_boxes()}
        reached, edge = {units[0].id}, [units[0].id]
        while edge:
            here = edge.pop()
            for direction in Direction:
                there = step(boxes, here, direction)
                if there not in reached:
                    reached.add(there)
                    edge.append(there)
        assert reached == set(boxes)


def _inside(inner: Box, outer: Box) -> bool:
    return (
        inner.x >= outer.x
        and inner.y >= outer.y
        and inner.x + inner.width <= outer.x + outer.width
        and inner.y + inner.height <= outer.y + outer.height
    )


def _overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width - 1e-6 and other.x < one.x + one.width - 1e-6
    return across and one.y < other.y + other.height - 1e-6 and other.y < one.y + one.height - 1e-6
