"""Collect the texts of the program and compile their translations.

    python packaging/translate.py

Run it with the interpreter of the environment: it uses lupdate and lrelease of PySide6. New texts come into
`resources/translations/counterfoil_hi.ts` as unfinished; translate them there and run it again. Translations
that are there stay, those of texts that are gone go. Status 1 while a text has no translation.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "desktop" / "ui"
TEXTS = ROOT / "resources" / "translations" / "counterfoil_hi.ts"


def tool(name: str) -> str:
    """The path of one of PySide6's tools in this environment."""
    folder = Path(sysconfig.get_path("scripts"))
    return str(folder / (f"{name}.exe" if sys.platform == "win32" else name))


def collect(texts: Path) -> None:
    """Bring a file of texts up to the sources. No place in a source is noted: lines move too often."""
    files = sorted(str(path.relative_to(ROOT)) for path in SOURCES.rglob("*.py"))
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en_IN", "-target-language", "hi_IN"]
    command = [tool("pyside6-lupdate"), *options, *files, "-ts", str(texts)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def compile_texts(texts: Path, compiled: Path) -> None:
    """Write the file that the program loads."""
    command = [tool("pyside6-lrelease"), "-silent", str(texts), "-qm", str(compiled)]
    subprocess.run(command, cwd=ROOT, check=True)


def open_texts(texts: Path) -> list[str]:
    """The texts that have no finished translation yet, with their contexts."""
    missing = []
    for context in ET.parse(texts).getroot().iter("context"):  # noqa: S314 - a file of our own
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") or not "".join(translation.itertext()).strip():
                missing.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return missing


def main() -> int:
    """Refresh both files and say what is left to translate."""
    TEXTS.parent.mkdir(parents=True, exist_ok=True)
    collect(TEXTS)
    compile_texts(TEXTS, TEXTS.with_suffix(".qm"))
    missing = open_texts(TEXTS)
    for text in missing:
        print(text)
    print(f"{len(missing)} texts without translation")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
