"""The keys of the open page, and when the numbers on the screen were read."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.ui.theme import scaled, theme
from desktop.ui.widgets.key_hints import KeyHints


class Footer(QFrame):
    """The desk's own keys; a page shows its own beside its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self.keys = KeyHints()
        self.keys.setProperty("role", "plain")
        self.fresh = QLabel()
        self.fresh.setProperty("role", "caption")
        self.fresh.setAccessibleName(self.tr("When the numbers were read"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.keys, 1)
        self._row.addWidget(self.fresh)
        theme.changed.connect(self._fit)
        self.show_page("home", attached=False)
        self._fit()

    def show_page(self, name: str, *, attached: bool = True) -> None:
        """Show the keys that do something while this page is open."""
        home = name == "home"
        self.keys.set_hints(
            (
                ("F1", self.tr("keys"), attached),
                ("F2", self.tr("customer"), attached),
                ("F3", self.tr("what"), attached),
                ("F4", self.tr("promo"), attached),
                ("F8", self.tr("park"), attached),
                ("F9", self.tr("pay"), attached),
                ("F10", self.tr("cancel"), attached),
                ("F11", self.tr("stock"), attached),
                ("F12", self.tr("review"), attached),
                ("Esc", self.tr("back"), attached and not home),
            )
        )

    def show_fresh(self, text: str) -> None:
        """Show when the numbers were read."""
        self.fresh.setText(text)

    def _fit(self) -> None:
        self._row.setContentsMargins(0, 0, scaled(14), 0)
