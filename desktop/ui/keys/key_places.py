"""Which Latin letter or figure stands on a key, by the key's place: so that keys work under every layout.

The program's keys are printed in Latin. Under a layout of another script the key of C types "म"; its place on
the keyboard is still that of C, and the place is what the platform tells with the event.
"""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

# Rows of a keyboard by the scan code of their first key, as the kernel and the PC's set 1 number them.
ROWS = ((2, "1234567890"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
SET_1 = {first + place: sign for first, signs in ROWS for place, sign in enumerate(signs)}
# X11 and Wayland count from 8.
EVDEV = {code + 8: sign for code, sign in SET_1.items()}
# The virtual key codes of a Mac are places too, in an order of their own.
MAC = dict(zip((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11), "ASDFHGZXCVB", strict=True))
MAC |= dict(zip((12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23), "QWERYT123465", strict=True))
MAC |= dict(zip((25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 45, 46), "9780OUIPLJKNM", strict=True))

# Letters, vowel signs and figures of any script; a sign such as AltGr types is none.
WRITTEN = "LMN"
# A field with this property takes figures; letters are keys of the page around it.
LETTERS_ARE_KEYS = "letters_are_keys"
TEXT_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def sign_at(scan_code: int, virtual_key: int, system: str = sys.platform) -> str:
    """Return the capital letter or figure printed on the key at this place; empty where none is."""
    if system == "darwin":
        return MAC.get(virtual_key, "")
    if system == "win32":
        return SET_1.get(scan_code, "")
    return EVDEV.get(scan_code, "")


def latin_sign(event: QKeyEvent) -> str:
    """Return the capital letter or figure that a key means: what it types, or its place if that isn't Latin.

    Empty for every other key, and for a letter of another script whose place is not known.
    """
    text = event.text()
    if text.isascii() and text.isalnum():
        return text.upper()
    if text and unicodedata.category(text[0])[0] in WRITTEN and not text.isascii():
        return sign_at(event.nativeScanCode(), event.nativeVirtualKey())
    key = event.key()
    is_latin = (
        Qt.Key.Key_A.value <= key <= Qt.Key.Key_Z.value or Qt.Key.Key_0.value <= key <= Qt.Key.Key_9.value
    )
    return chr(key) if is_latin and not text else ""


def alt_sign(event: QKeyEvent) -> str:
    """Return what is printed on a key that types a letter of another script with Alt, else nothing."""
    alt, with_it = Qt.KeyboardModifier.AltModifier, event.modifiers() & ~TEXT_MODIFIERS
    key = event.key()
    if with_it != alt or not 0x7F < key < Qt.Key.Key_Escape.value:
        return ""
    is_written = unicodedata.category(chr(key))[0] in WRITTEN
    return sign_at(event.nativeScanCode(), event.nativeVirtualKey()) if is_written else ""


def typed_text(event: QKeyEvent) -> str:
    """Return the text that a key types by itself, without Ctrl, Alt or Meta; empty where it types none."""
    text = event.text()
    is_text = bool(text) and text.isprintable() and not event.modifiers() & ~TEXT_MODIFIERS
    return text if is_text else ""


def is_letter(event: QKeyEvent) -> bool:
    """Whether a key types a letter or a vowel sign of any script, and no part of an amount."""
    return bool(typed_text(event)) and (event.text().isalpha() or latin_sign(event).isalpha())
