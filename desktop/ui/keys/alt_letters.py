"""Alt and a letter under a layout of another script: the letter printed on the key counts.

Qt compares what a key types: under a Hindi layout Alt and the key of C are Alt and "म", which is no shortcut
and would be typed into a field. Where the key stands is still known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.ui.keys.key_places import alt_sign

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


def pressed_at_place(event: QKeyEvent) -> bool:
    """Do what Alt and the letter on this key do, once; False where the key types a Latin letter or none.

    Nothing is typed then, also where the letter has no use.
    """
    sign = alt_sign(event)
    window = QApplication.activeWindow()
    if not sign or window is None or QApplication.activePopupWidget() is not None:
        return False
    if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
        wanted = QKeySequence(f"Alt+{sign}")
        if not _run_shortcut(window, wanted):
            _follow_mnemonic(window, wanted)
    return True


def _run_shortcut(window: QWidget, wanted: QKeySequence) -> bool:
    focused = QApplication.focusWidget()
    for shortcut in window.findChildren(QShortcut):
        if shortcut.key() != wanted or not shortcut.isEnabled():
            continue
        parent = shortcut.parent()
        if not isinstance(parent, QWidget):
            continue
        is_near = focused is not None and (parent is focused or parent.isAncestorOf(focused))
        if is_near or (shortcut.context() == Qt.ShortcutContext.WindowShortcut and parent.isVisible()):
            shortcut.activated.emit()
            return True
    return False


def _follow_mnemonic(window: QWidget, wanted: QKeySequence) -> None:
    for label in window.findChildren(QLabel):
        buddy = label.buddy()
        if buddy is not None and label.isVisible() and QKeySequence.mnemonic(label.text()) == wanted:
            buddy.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.shortcut() == wanted:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.click()
            return
