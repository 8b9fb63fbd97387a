"""A page whose keys work wherever the focus is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop.ui.keys.key_places import LETTERS_ARE_KEYS, TEXT_MODIFIERS, latin_sign
from desktop.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyedPage(Page):
    """Runs the action of a key; its own keys come before the shortcuts of the window around it.

    A letter or digit is a key by its place on the keyboard. It works while no text field has the focus, and
    with Alt always; on a page where it has no use it does nothing. A key that is held down counts once. Enter
    presses the button that has the focus, and is the page's own key everywhere else.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions: dict[str, Callable[[], object]] = {}

    def add_key(self, key: str, action: Callable[[], object]) -> None:
        """Run `action` for a key such as "F9", "Ctrl+P", "Return" or "W"; each has one meaning on a page."""
        name = QKeySequence(key).toString()
        if name in self._actions:
            raise ValueError(f"{key} is a key of this page already")
        self._actions[name] = action
        if len(name) == 1:
            # A text field would type the letter, were it not a shortcut.
            shortcut = QShortcut(QKeySequence(f"Alt+{name}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(action)

    def nothing_to_do(self) -> str:
        """Return the sentence for a key that the footer names while there is nothing that it could do."""
        return QCoreApplication.translate("KeyedPage", "There is nothing here that this key could do now.")

    @property
    def may_take_focus(self) -> bool:
        """Whether the focus may be moved within the page: never away from what is typed elsewhere."""
        focused = QApplication.focusWidget()
        return focused is None or focused is self or self.isAncestorOf(focused)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll the area that holds the page, if it is lower than the page, until `widget` is seen."""
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        if holder is not None:
            holder.ensureWidgetVisible(widget)

    def event(self, event: QEvent) -> bool:
        """Claim the page's keys before any shortcut does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._action_of(event) is not None
            and event.key() not in ENTER
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the key's action, once however long it is held down."""
        action = self._action_of(event)
        if action is not None:
            event.accept()
            if not event.isAutoRepeat():
                action()
        elif not _sign_of(event):
            super().keyPressEvent(event)

    def _action_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key in ENTER:
            button = QApplication.focusWidget()
            if isinstance(button, QPushButton) and not button.isCheckable() and self.isAncestorOf(button):
                return button.click
            return self._actions.get("Return") if not modifiers else None
        if sign := _sign_of(event):
            field = QApplication.focusWidget()
            in_text = isinstance(field, TEXT_FIELDS)
            if in_text and field is not None and sign.isalpha():
                in_text = not field.property(LETTERS_ARE_KEYS)
            return None if in_text else self._actions.get(sign)
        return self._actions.get(QKeySequence(modifiers.value | key.value).toString())


def _sign_of(event: QKeyEvent) -> str:
    return latin_sign(event) if not event.modifiers() & ~TEXT_MODIFIERS else ""
