"""The colours of both themes and the sizes of text and space. Nothing else in the ui names a colour."""

from collections.abc import Mapping

# Text sizes in pixels at 100 %, and the step that every gap is a multiple of.
CAPTION, BODY, HEADING, TITLE = 12, 14, 17, 24
STEP = 4

# ink and muted are text; line divides, edge bounds a control (3:1); *_soft are fills behind ink.
# free, held, sold and blocked draw stock and are always told by a shape or a word as well.
LIGHT: Mapping[str, str] = {
    "window": "#eef0ed",
    "surface": "#ffffff",
    "panel": "#f7f8f6",
    "ink": "#17201d",
    "muted": "#55605b",
    "line": "#d5dad6",
    "edge": "#74807a",
    "accent": "#0a6558",
    "accent_strong": "#084f45",
    "on_accent": "#ffffff",
    "accent_soft": "#dcede8",
    "ok": "#17652f",
    "ok_soft": "#e1f1e5",
    "warning": "#854700",
    "warning_soft": "#fdefd6",
    "danger": "#b0231b",
    "danger_soft": "#fbe6e4",
    "band": "#f2b24a",
    "on_band": "#3a2400",
    "free": "#0a6558",
    "free_soft": "#ffffff",
    "held": "#854700",
    "held_soft": "#fdefd6",
    "sold": "#5d6863",
    "sold_soft": "#e0e4e1",
    "blocked": "#6b5560",
    "blocked_soft": "#eee6ea",
    "ladies": "#a02c72",
    "paper": "#ffffff",
    "print": "#111614",
}
DARK: Mapping[str, str] = {
    "window": "#121615",
    "surface": "#1b211f",
    "panel": "#171c1a",
    "ink": "#e6ebe8",
    "muted": "#a2ada8",
    "line": "#313936",
    "edge": "#76827d",
    "accent": "#5cc6b1",
    "accent_strong": "#84d9c8",
    "on_accent": "#04211b",
    "accent_soft": "#173a34",
    "ok": "#7fd096",
    "ok_soft": "#17301f",
    "warning": "#efb75e",
    "warning_soft": "#392a10",
    "danger": "#f59a92",
    "danger_soft": "#40201d",
    "band": "#d99a35",
    "on_band": "#241600",
    "free": "#5cc6b1",
    "free_soft": "#1b211f",
    "held": "#efb75e",
    "held_soft": "#392a10",
    "sold": "#94a09b",
    "sold_soft": "#2a312e",
    "blocked": "#bda3b0",
    "blocked_soft": "#2f262b",
    "ladies": "#f09acb",
    "paper": "#ffffff",
    "print": "#111614",
}
