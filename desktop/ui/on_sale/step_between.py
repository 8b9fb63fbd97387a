"""Which cell an arrow key leads to, wherever the cells stand."""

from collections.abc import Mapping
from enum import Enum

from desktop.ui.on_sale.coach_layout import Box

ASIDE_WEIGHT = 2.5


class Direction(Enum):
    """An arrow key, as steps to the right and down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def step(boxes: Mapping[str, Box], here: str, direction: Direction) -> str:
    """Return the nearest cell in that direction, those straight ahead first; `here` itself at the edge."""
    start = boxes[here]
    best, best_cost = here, float("inf")
    for name, box in boxes.items():
        cost = _cost(start, box, direction)
        if cost is not None and cost < best_cost:
            best, best_cost = name, cost
    return best


def _cost(start: Box, box: Box, direction: Direction) -> float | None:
    right, down = direction.value
    across = (box.x + box.width / 2) - (start.x + start.width / 2)
    along = (box.y + box.height / 2) - (start.y + start.height / 2)
    ahead = across * right + along * down
    aside = abs(across * down + along * right)
    reach = (start.width + box.width) / 2 if right else (start.height + box.height) / 2
    if ahead < reach * 0.6:
        return None
    overlap = (start.height + box.height) / 2 if right else (start.width + box.width) / 2
    return ahead + ASIDE_WEIGHT * max(aside - overlap * 0.45, 0.0) + aside * 0.01
