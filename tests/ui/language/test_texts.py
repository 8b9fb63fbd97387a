"""Every text of the program stands in the Hindi file, translated, and what is compiled is that file."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[3]
TEXTS = ROOT / "resources" / "translations" / "counterfoil_hi.ts"
REFRESH = "python packaging/translate.py"
DEVANAGARI = re.compile("[\u0900-\u097f]")
# What must be the same on both sides: the places of facts, and the names of keys.
KEPT = re.compile(r"\{\w+\}|%n|\b(?:Ctrl|Alt)\+\w+|\bF\d{1,2}\b|   Enter\b|\bEsc\b|   (?:[A-Z]|Del)$")
# Codes, examples of what is typed, and a name: the same in every language.
SAME = {"{reason} ({clerk})", "Razorpay", "GST", "DLX, pune goa, Sinhagad …", "24 nov, 24-26 nov, sat, +3 …"}
SAME |= {"24 nov, sat, +3 …", "{count} of {all}", "UPI", "UPI QR", "qr", "SAC", "IRN", "24-11-2026 10:20"}


def texts(path: Path) -> Iterator[tuple[str, str, ET.Element]]:
    """Context, source and translation of every message."""
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of our own
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None:
                yield context.findtext("name", ""), message.findtext("source", ""), translation


def forms(translation: ET.Element) -> list[str]:
    """The translation, or its form for one and its form for many."""
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts of the sources as they are now, merged with the translations as the command does it."""
    target = tmp_path_factory.mktemp("texts") / TEXTS.name
    target.write_bytes(TEXTS.read_bytes())
    code = (
        "import runpy, pathlib, sys;"
        "command = runpy.run_path(sys.argv[1]);"
        "texts = pathlib.Path(sys.argv[2]);"
        "command['collect'](texts);"
        "command['compile_texts'](texts, texts.with_suffix('.qm'))"
    )
    command = [sys.executable, "-c", code, str(ROOT / "packaging" / "translate.py"), str(target)]
    subprocess.run(command, check=True, timeout=280)
    return target


def test_the_file_holds_every_text_of_the_sources_and_no_other(collected: Path) -> None:
    now = {(context, source) for context, source, _ in texts(collected)}
    kept = {(context, source) for context, source, _ in texts(TEXTS)}
    assert sorted(now ^ kept) == [], f"refresh it: {REFRESH}"


def test_no_text_is_left_untranslated() -> None:
    assert [
        (context, source)
        for context, source, translation in texts(TEXTS)
        if translation.get("type") or not all(form.strip() for form in forms(translation))
    ] == []


def test_every_translation_is_in_devanagari() -> None:
    assert [
        source
        for _, source, translation in texts(TEXTS)
        if source not in SAME and not all(DEVANAGARI.search(form) for form in forms(translation))
    ] == []


def test_one_thing_has_one_word() -> None:
    """UPI stays UPI, the paper of the card machine is a पर्ची, what staff decide a निर्णय."""
    others = re.compile("यूपीआई|स्लिप|फ\u093c?ैसल|\u095eैसल")
    found = [form for _, _, translation in texts(TEXTS) for form in forms(translation)]
    assert [form for form in found if others.search(form)] == []


def test_facts_and_keys_are_the_same_on_both_sides() -> None:
    differ = [
        (source, form)
        for _, source, translation in texts(TEXTS)
        for form in forms(translation)
        if sorted(KEPT.findall(source)) != sorted(KEPT.findall(form))
    ]
    assert differ == []


def test_an_access_key_stays_one() -> None:
    differ = []
    for _, source, translation in texts(TEXTS):
        lone = re.search(r"(?<!&)&([A-Za-z])", source)
        for form in forms(translation):
            found = re.search(r"(?<!&)&([A-Za-z])", form)
            # Qt's own words in the menus of fields need none: their keys stand beside them.
            if found and (lone is None or lone[1].lower() != found[1].lower()):
                differ.append((source, form))
            if lone and not found and ("(" in form or "   " in source):
                differ.append((source, form))
    assert differ == []


def test_what_is_loaded_is_what_is_written(collected: Path) -> None:
    shipped, fresh = QTranslator(), QTranslator()
    assert shipped.load(str(TEXTS.with_suffix(".qm")))
    assert fresh.load(str(collected.with_suffix(".qm")))
    stale = []
    for context, source, translation in texts(TEXTS):
        number = 2 if translation.find("numerusform") is not None else -1
        told = shipped.translate(context, source, None, number)
        if told != fresh.translate(context, source, None, number) or told not in forms(translation):
            stale.append((context, source))
    assert stale == [], f"refresh it: {REFRESH}"


def test_no_place_of_a_machine_stands_in_the_file() -> None:
    assert "<location" not in TEXTS.read_text(encoding="utf-8")
