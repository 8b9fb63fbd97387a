"""What this person set on this machine: theme, zoom, language, the window's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from desktop.ui.language import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.language import Language
    from desktop.ui.theme import Scheme

KEPT = ("scheme", "zoom", "language", "scanner", "lock_minutes", "geometry")
LOCK_MINUTES, LOCK_MINUTES_MAX = 5, 240
SCHEMES: tuple[Scheme, ...] = ("light", "dark", "system")


class Preferences:
    """Kept in one small file; without a path they are forgotten with the program."""

    def __init__(self, path: Path | None = None) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat) if path else None
        self._held: dict[str, object] = {}

    @classmethod
    def of_user(cls) -> Preferences:
        """Return those in the place where the system keeps this user's settings."""
        preferences = cls()
        preferences._file = QSettings("Counterfoil", "Counterfoil")
        return preferences

    def forgotten_at_the_end(self) -> Preferences:
        """Return the same, of which nothing that is set from now on is kept."""
        held = Preferences()
        held._held = {name: self._get(name) for name in KEPT}
        return held

    @property
    def scheme(self) -> Scheme:
        """The theme last chosen; what the system says when none was."""
        kept = self._get("scheme")
        return next((scheme for scheme in SCHEMES if scheme == kept), "system")

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._set("scheme", scheme)

    @property
    def zoom(self) -> float:
        """The size of text and controls last chosen; 1 when none was or it is no number."""
        try:
            return float(str(self._get("zoom") or 1.0))
        except ValueError:
            return 1.0

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._set("zoom", zoom)

    @property
    def language(self) -> Language:
        """The language last chosen; English when none was."""
        kept = self._get("language")
        return next((language for language in LANGUAGES if language == kept), "en")

    @language.setter
    def language(self, language: Language) -> None:
        self._set("language", language)

    @property
    def reads_scans(self) -> bool:
        """Whether a text as fast as from a scanner is one; "off" in the file for tools that type."""
        return str(self._get("scanner") or "on") != "off"

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without a key the desk is locked; 5 where nothing is set, 0 for never."""
        kept = str(self._get("lock_minutes") or "")
        return min(int(kept), LOCK_MINUTES_MAX) if kept.isascii() and kept.isdigit() else LOCK_MINUTES

    @property
    def geometry(self) -> QByteArray:
        """Where the window was; empty the first time."""
        kept = self._get("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._set("geometry", geometry)

    def _get(self, name: str) -> object:
        return self._file.value(name) if self._file else self._held.get(name)

    def _set(self, name: str, value: object) -> None:
        if self._file:
            self._file.setValue(name, value)
        else:
            self._held[name] = value
