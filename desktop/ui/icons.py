"""Icons drawn for this program, in the colour of a token."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from desktop.ui.theme import RESOURCES, color, scaled

SIZE = 20
DRAWN_IN = "#000000"


def pixmap(name: str, colour: str = "ink", size: int = SIZE, ratio: float = 2.0) -> QPixmap:
    """Return the icon `size` long at 100 % zoom, sharp on screens of up to `ratio`."""
    text = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    side = round(scaled(size) * ratio)
    drawn = text.replace(DRAWN_IN, color(colour).name()).replace(
        'width="24" height="24"', f'width="{side}" height="{side}"'
    )
    picture = QPixmap()
    picture.loadFromData(drawn.encode(), "SVG")
    picture.setDevicePixelRatio(ratio)
    return picture
