"""The keys of the open page, and when the numbers on the screen were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.ui.routes import PageName
from desktop.ui.theme import scaled, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.widgets.key_hints import KeyHints

HEIGHT = 32
# In less room than this, in pixels at 100 %, the keys are so many that they would need a second line.
ALL_FROM = 880


class Footer(QFrame):
    """The desk's own keys; a page shows its own beside its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._keys: KeyHints | None = None
        self._page: PageName | None = None
        self._step: str | None = ""
        self._is_wide = True
        self.fresh = QLabel()
        self.fresh.setProperty("role", "caption")
        self.fresh.setAccessibleName(self.tr("When the numbers were read"))
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.fresh)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def keys(self) -> KeyHints:
        """The keys, made when there is something that they can do."""
        if self._keys is None:
            from desktop.ui.widgets.key_hints import KeyHints

            self._keys = KeyHints()
            self._keys.setProperty("role", "plain")
            self._row.takeAt(0)
            self._row.insertWidget(0, self._keys, 1)
        return self._keys

    def show_page(self, name: PageName, step: str | None = "") -> None:
        """Show the keys that do something while this page is open; in little room only the most used.

        `step`: what F9 does there at the moment, where that changes; None while it does nothing.
        """
        self._page, self._step, self._is_wide = name, step, self._has_room()
        home, wide = name is PageName.HOME, self._is_wide
        hints = (
            ("F1", self.tr("keys"), True, True),
            ("F2", self.tr("customer"), True, True),
            ("F3", self.tr("what"), True, True),
            ("F4", self.tr("promo"), True, wide),
            ("F8", self.tr("park"), True, True),
            ("F9", step or self._main_step(name), True, step is not None),
            ("F10", self.tr("cancel"), True, True),
            ("F11", self.tr("stock"), True, wide),
            ("F12", self._twelfth(name), True, True),
            ("Esc", self.tr("back"), not home, True),
        )
        self.keys.set_hints([(key, word, enabled) for key, word, enabled, shown in hints if shown])

    def _main_step(self, name: PageName) -> str:
        """What F9 does on a page."""
        words = {
            PageName.CASES: self.tr("decide"),
            PageName.CANCELLATION: self.tr("cancel it"),
            PageName.DEPARTURE_REFUNDS: self.tr("give back"),
            PageName.MOVE: self.tr("move"),
            PageName.CUSTOMER: self.tr("go on"),
            PageName.DOCUMENT: self.tr("print"),
            PageName.STOCK: self.tr("do it"),
            PageName.SETUP: self.tr("do it"),
            PageName.SHIFT: self.tr("do it"),
            PageName.TAX_PAPERS: self.tr("do it"),
        }
        return words.get(name, self.tr("pay"))

    def _twelfth(self, name: PageName) -> str:
        return self.tr("customer's screen") if name is PageName.PAYMENT else self.tr("review")

    def show_fresh(self, text: str) -> None:
        """Show when the numbers were read."""
        self.fresh.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_keys()

    def _has_room(self) -> bool:
        return self.width() >= scaled(ALL_FROM)

    def _choose_keys(self) -> None:
        if self._page is not None and self._is_wide != self._has_room():
            self.show_page(self._page, self._step)

    def _fit(self) -> None:
        self._choose_keys()
        self._row.setContentsMargins(0, 0, scaled(14), 0)
        self.setMinimumHeight(scaled(HEIGHT))
