"""Which books stood at a path or address when this user's programs last looked."""

import hashlib
import json
from pathlib import Path


class MarkPlaces:
    """One small file for each place, beside the marks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def home_at(self, place: str) -> str:
        """Return the home of the books that stood there, "" where none is known."""
        try:
            found = json.loads(self._file(place).read_bytes())
        except (OSError, ValueError):
            return ""
        home = found.get("home") if isinstance(found, dict) else None
        return home if isinstance(home, str) else ""

    def keep(self, place: str, home: str) -> None:
        """Write down which books stand there now. Raises OSError."""
        if self.home_at(place) == home:
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = self._file(place)
        new = file.with_name(f"{file.name}.new")
        new.write_text(json.dumps({"place": place, "home": home}), encoding="utf-8")
        new.chmod(0o600)
        new.replace(file)

    def _file(self, place: str) -> Path:
        return self._folder / f"{hashlib.sha256(place.encode()).hexdigest()[:32]}.json"
