"""The line at the top: which desk this is, whether it is practice, and whether server and gateway answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.services.domain.disturbance import NO_GATEWAY, GatewayAnswer
from desktop.ui.theme import RESOURCES, color, scaled, set_role, theme
from desktop.ui.widgets.practice_band import PracticeBand

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPixmap, QResizeEvent

    from db.reach import Reach
    from desktop.services.domain.disturbance import Disturbance

MARK = 22
MARK_RATIO = 2.0
DRAWN_IN = "#000000"
# In less room than this, in pixels at 100 %, the longest words do not fit.
WORDS_FROM = 960
BUSINESS_WIDTH = 200


class TopLine(QFrame):
    """Shows the program's name at once, the rest when it is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        # The reader of pictures is loaded after the first paint.
        self._drawn = False
        self._business = ""
        self._mark = QLabel()
        self.name = QLabel("Counterfoil")
        self.name.setProperty("role", "heading")
        self.band = PracticeBand(False)
        self.desk = QLabel()
        self.desk.setAccessibleName(self.tr("Desk and clerk"))
        self.answer: GatewayAnswer | None = None
        self.gateway = QLabel()
        self.gateway.setAccessibleName(self.tr("Gateway"))
        self.server = QLabel()
        self.server.setAccessibleName(self.tr("Server"))
        self.server.hide()
        self._is_server_well = True
        self.disturbed = QLabel(self.tr("▲ UPI disturbed"))
        self.disturbed.setProperty("role", "warning")
        self.disturbed.hide()
        self._upi: Disturbance | None = None
        self.clock = QLabel()
        self.clock.setProperty("role", "strong")
        self.clock.setAccessibleName(self.tr("Day and time"))
        self._row = QHBoxLayout(self)
        for part in (self._mark, self.name, self.band):
            self._row.addWidget(part)
        self._row.addStretch(1)
        for part in (self.desk, self.server, self.gateway, self.disturbed, self.clock):
            self._row.addWidget(part)
        theme.changed.connect(self._fit)
        self._fit()

    def show_desk(self, desk_code: str, clerk: str, practice: bool) -> None:
        """Show who works where; without a desk the books are only read."""
        self._drawn = True
        self._fit()
        self.show_person(desk_code, clerk)
        self.band.setVisible(practice)
        self.show_gateway(None)

    def show_person(self, desk_code: str, clerk: str) -> None:
        """Show who has signed in."""
        works = self.tr("Desk {desk} · {clerk}").format(desk=desk_code, clerk=clerk)
        self.desk.setText(works if desk_code else self.tr("Read only"))

    @property
    def has_gateway(self) -> bool:
        """Whether this desk has a gateway, as far as it is known."""
        return self.answer not in NO_GATEWAY

    def show_business(self, name: str) -> None:
        """Show whose business it is, in place of the program's name; as much of it as there is room for."""
        self._business = name
        self._say_business()

    def _say_business(self) -> None:
        whole = self._business or "Counterfoil"
        metrics = self.name.fontMetrics()
        wide = self.window().width() >= scaled(WORDS_FROM)
        room = scaled(BUSINESS_WIDTH) if wide else metrics.horizontalAdvance("Counterfoil")
        shown = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room)
        if shown != self.name.text():
            self.name.setText(shown)
        self.name.setToolTip(whole if shown != whole else "")
        self.name.setAccessibleName(whole)

    def show_gateway(self, answer: GatewayAnswer | None) -> None:
        """Show what the gateway did last; None while it was not asked."""
        self.answer = answer
        self._say()

    def show_server(self, reach: Reach | None, time_zone: str) -> None:
        """Show whether the server answers; None where there is none."""
        from desktop.ui.server_words import server_label

        role, text = server_label(reach, time_zone) if reach is not None else ("caption", "")
        self._is_server_well = role != "warning"
        if text != self.server.text():
            set_role(self.server, role)
            self.server.setText(text)
        self._say()

    def show_disturbed(self, disturbances: tuple[Disturbance, ...]) -> None:
        """Show whether UPI is disturbed. Cards and banks that fail one by one are not worth the line."""
        self._upi = next((one for one in disturbances if one.method == "upi"), None)
        self._say()

    def show_time(self, now: datetime, time_zone: str) -> None:
        """Show the database's day and time in the desk's zone."""
        from desktop.ui import formats

        text = f"{formats.day(formats.local_day(now, time_zone))}   {formats.clock(now, time_zone)}"
        if text != self.clock.text():
            self.clock.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()
        self._say_business()

    def _say(self) -> None:
        """Say in words as long as there is room for what is known of the gateway."""
        if not self._drawn:
            return
        wide = self.window().width() >= scaled(WORDS_FROM)
        # Where nothing can be asked for, what the gateway said of UPI before does not matter.
        disturbed = self._upi is not None and self.answer in (None, GatewayAnswer.GOOD)
        # While the server does not answer, the gateway is not asked: where it is narrow, it makes room.
        is_well = self._is_server_well
        # Hidden before the other is shown: side by side, if only for a moment, they would widen the window.
        has_gateway = self.answer is not GatewayAnswer.NO_KEYS
        self.gateway.setVisible(has_gateway and (wide or (is_well and not disturbed)))
        self.disturbed.setVisible(disturbed and (wide or is_well))
        self.server.setVisible(bool(self.server.text()) and (wide or not is_well))
        away = self.tr("▲ gateway does not answer: take cash, card slip or wallet")
        refused = self.tr("▲ gateway refuses the keys: type setup; cash, card slip and wallet work")
        behind = self.tr("▲ this PC's clock is behind: the gateway can't be reached; set the PC's clock")
        ahead = self.tr("▲ this PC's clock is ahead: the gateway can't be reached; set the PC's clock")
        locked = self.tr("▲ the keyring gave no keys: no gateway until the next start")
        role, text, words = {
            None: ("caption", self.tr("○ gateway not asked yet"), ""),
            GatewayAnswer.GOOD: ("ok", self.tr("● gateway answers"), ""),
            GatewayAnswer.SILENT: ("warning", self.tr("▲ gateway silent"), away),
            GatewayAnswer.KEYS_REFUSED: ("error", self.tr("▲ keys refused"), refused),
            GatewayAnswer.PC_BEHIND: ("error", self.tr("▲ PC's clock behind"), behind),
            GatewayAnswer.PC_AHEAD: ("error", self.tr("▲ PC's clock ahead"), ahead),
            GatewayAnswer.NO_KEYS: ("caption", "", ""),
            GatewayAnswer.NO_KEYRING: ("warning", self.tr("▲ no gateway: keyring"), locked),
        }[self.answer]
        text = words if words and wide and is_well else text
        if text != self.gateway.text():
            set_role(self.gateway, role)
            self.gateway.setText(text)
            self.gateway.setToolTip(words)
            self.gateway.setAccessibleDescription(self.gateway.toolTip())
        self.disturbed.setToolTip(self._disturbance() if disturbed else "")
        self.disturbed.setAccessibleDescription(self.disturbed.toolTip())

    def _disturbance(self) -> str:
        said = {
            "high": self.tr("The gateway says that most UPI payments fail now: another tender is safer."),
            "medium": self.tr("The gateway says that many UPI payments fail now: another tender is safer."),
            "low": self.tr("The gateway says that some UPI payments fail now: another tender is safer."),
        }
        unclear = self.tr("The gateway says that UPI is disturbed now: another tender is safer.")
        return said.get(self._upi.severity if self._upi else "", unclear)

    def _fit(self) -> None:
        self._mark.setFixedSize(scaled(MARK), scaled(MARK))
        if self._drawn:
            self._mark.setPixmap(_drawn_mark())
        self._row.setContentsMargins(scaled(14), scaled(7), scaled(14), scaled(7))
        self._row.setSpacing(scaled(10))
        self._say()


def _drawn_mark() -> QPixmap:
    """Return the program's sign in the accent's colour, sharp on screens of twice the pixels."""
    from PySide6.QtGui import QPixmap

    text = (RESOURCES / "icons" / "counterfoil.svg").read_text(encoding="utf-8")
    side = round(scaled(MARK) * MARK_RATIO)
    drawn = text.replace(DRAWN_IN, color("accent").name()).replace(
        'width="24" height="24"', f'width="{side}" height="{side}"'
    )
    picture = QPixmap()
    picture.loadFromData(drawn.encode(), "SVG")
    picture.setDevicePixelRatio(MARK_RATIO)
    return picture
