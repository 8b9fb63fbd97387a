"""Says aloud that a day has less than is wanted, with a key for each way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.quote.chosen.day_offer import DayOffer
from desktop.ui.theme import set_role
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.flow_layout import FlowLayout


class DayOfferBar(QFrame):
    """`fewer` carries how many are taken of this day, `later` the day that is looked at instead."""

    fewer = Signal(int)
    later = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: DayOffer | None = None
        set_role(self, "failure")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        set_role(self._words, "strong")
        self.take = BusyButton()
        self.move_on = BusyButton()
        self.take.setAccessibleName(self.tr("Take what is left"))
        self.move_on.setAccessibleName(self.tr("The next day"))
        ways = FlowLayout()
        ways.addWidget(self.take)
        ways.addWidget(self.move_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addLayout(ways)
        self.take.clicked.connect(self.take_fewer)
        self.move_on.clicked.connect(self.take_later)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty when hidden."""
        return "" if self._offer is None else self._offer.words

    @property
    def says_what_is_left(self) -> bool:
        """Whether it tells that the day has less than is wanted."""
        return self._offer is not None and self._offer.wanted > 0

    def show_offer(self, offer: DayOffer | None) -> None:
        """Say this, aloud if it was not said before; None says nothing."""
        if offer == self._offer:
            return
        self._offer = offer
        self.setVisible(offer is not None)
        if offer is None:
            return
        self._words.setText(f"▲ {offer.words}")
        self.setAccessibleName(offer.spoken)
        self.take.setVisible(offer.left > 0)
        self.take.set_label(f"{offer.day_word}: {offer.left}   Ctrl+1")
        self.move_on.setVisible(offer.next_day is not None)
        if offer.next_day is not None:
            day = formats.day(offer.next_day)
            self.move_on.set_label(f"{day}: {offer.wanted}   Ctrl+2")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, offer.spoken))

    def take_focus(self) -> bool:
        """Put the cursor on the first way on; False where there is none."""
        button = next((one for one in (self.take, self.move_on) if not one.isHidden()), None)
        if self._offer is None or button is None:
            return False
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            # A button takes no Enter by itself outside of a dialog.
            if self.take.hasFocus():
                self.take_fewer()
            elif self.move_on.hasFocus():
                self.take_later()
            return
        super().keyPressEvent(event)

    def take_fewer(self) -> None:
        """Take what the day has, if that is offered."""
        if self._offer is not None and self._offer.left and self.take.offer.counts():
            self.fewer.emit(self._offer.left)

    def take_later(self) -> None:
        """Look at the next day that has all, if that is offered."""
        offer = self._offer
        if offer is not None and offer.next_day is not None and self.move_on.offer.counts():
            self.later.emit(offer.next_day)
