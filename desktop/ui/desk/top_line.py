"""The line at the top: which desk this is, whether it is practice, and whether the gateway answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.ui.theme import scaled, set_role, theme
from desktop.ui.widgets.practice_band import PracticeBand

if TYPE_CHECKING:
    from datetime import datetime

MARK = 22


class TopLine(QFrame):
    """Shows the program's name at once, the rest when it is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        # The reader of pictures is loaded after the first paint.
        self._drawn = False
        self._mark = QLabel()
        name = QLabel("Counterfoil")
        name.setProperty("role", "heading")
        self.band = PracticeBand(False)
        self.desk = QLabel()
        self.desk.setAccessibleName(self.tr("Desk and clerk"))
        self.reachable: bool | None = None
        self.gateway = QLabel()
        self.gateway.setAccessibleName(self.tr("Gateway"))
        self.clock = QLabel()
        self.clock.setProperty("role", "strong")
        self.clock.setAccessibleName(self.tr("Day and time"))
        self._row = QHBoxLayout(self)
        for part in (self._mark, name, self.band):
            self._row.addWidget(part)
        self._row.addStretch(1)
        for part in (self.desk, self.gateway, self.clock):
            self._row.addWidget(part)
        theme.changed.connect(self._fit)
        self._fit()

    def show_desk(self, desk_code: str, clerk: str, practice: bool) -> None:
        """Show who works where."""
        self._drawn = True
        self._fit()
        self.desk.setText(self.tr("Desk {desk} · {clerk}").format(desk=desk_code, clerk=clerk))
        self.band.setVisible(practice)
        self.show_gateway(None)

    def show_gateway(self, reachable: bool | None) -> None:
        """Show what the gateway did last; None while it was not asked."""
        self.reachable = reachable
        if reachable is None:
            self.gateway.setText(self.tr("○ gateway not asked yet"))
            set_role(self.gateway, "caption")
        elif reachable:
            self.gateway.setText(self.tr("● gateway answers"))
            set_role(self.gateway, "ok")
        else:
            self.gateway.setText(self.tr("▲ gateway does not answer: take cash, card slip or wallet"))
            set_role(self.gateway, "warning")

    def show_time(self, now: datetime, time_zone: str) -> None:
        """Show the database's day and time in the desk's zone."""
        from desktop.ui import formats

        text = f"{formats.day(formats.local_day(now, time_zone))}   {formats.clock(now, time_zone)}"
        if text != self.clock.text():
            self.clock.setText(text)

    def _fit(self) -> None:
        self._mark.setFixedSize(scaled(MARK), scaled(MARK))
        if self._drawn:
            from desktop.ui.icons import pixmap

            self._mark.setPixmap(pixmap("counterfoil", "accent", MARK))
        self._row.setContentsMargins(scaled(14), scaled(7), scaled(14), scaled(7))
        self._row.setSpacing(scaled(10))
