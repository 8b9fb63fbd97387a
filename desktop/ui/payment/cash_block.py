"""What belongs to cash: sums in notes by keys, what the law counts, the PAN and the occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from db.states import PanAnswer
from desktop.services.domain.cash_law import OCCASION_MAX
from desktop.ui.cash_failures import counter_word
from desktop.ui.formats import amount, rupees
from desktop.ui.payment.note_sums import SUMS_MAX, note_sums
from desktop.ui.payment.take_now import gives_change
from desktop.ui.theme import scaled
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from desktop.services.domain.cash_law import CashRoom
    from desktop.ui.payment.payment_view import PaymentView

SEEN_KEY, DECLINED_KEY = str(SUMS_MAX + 1), str(SUMS_MAX + 2)


class CashBlock(QFrame):
    """`chosen` carries a sum in paise, `changed` follows what was typed, `named` carries an occasion."""

    chosen = Signal(object)
    changed = Signal()
    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room: CashRoom | None = None
        self._sums: tuple[int, ...] = ()
        self.notes = [QPushButton() for _ in range(SUMS_MAX)]
        for place, button in enumerate(self.notes):
            button.clicked.connect(lambda _checked=False, place=place: self.choose_sum(place))
        self.law = QLabel()
        self.law.setProperty("role", "warning")
        self.law.setWordWrap(True)
        self.pan = QLineEdit()
        self.pan.setAccessibleName(self.tr("PAN of who pays"))
        self.pan.setMaxLength(16)
        self.pan.textEdited.connect(self.changed)
        self.seen = QPushButton(self.tr("PAN seen   {key}").format(key=SEEN_KEY))
        self.declined = QPushButton(self.tr("PAN declined   {key}").format(key=DECLINED_KEY))
        self.seen.clicked.connect(lambda: self.answer_pan(PanAnswer.SEEN))
        self.declined.clicked.connect(lambda: self.answer_pan(PanAnswer.DECLINED))
        self.occasion_button = QPushButton(self.tr("Occasion   G"))
        self.occasion_button.setProperty("role", "quiet")
        self.occasion_button.setAccessibleName(self.tr("Occasion: cash of all its bookings is added up"))
        self.occasion_button.clicked.connect(self.open_occasion)
        self.occasion = QLineEdit()
        self.occasion.setAccessibleName(self.tr("Occasion, such as a wedding"))
        self.occasion.setPlaceholderText(self.tr("wedding, conference ..."))
        self.occasion.setMaxLength(OCCASION_MAX)
        self.occasion.editingFinished.connect(self._name)
        self._lay_out()

    def _lay_out(self) -> None:
        sums = QWidget()
        flow = FlowLayout(sums, spacing=8, line_spacing=4)
        for button in self.notes:
            flow.addWidget(button)
        self._pan_row, occasion = QWidget(), QWidget()
        pan: tuple[QWidget, ...] = (QLabel(self.tr("PAN")), self.pan, self.seen, self.declined)
        for row, widgets in ((self._pan_row, pan), (occasion, (self.occasion_button, self.occasion))):
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(scaled(8))
            for widget in widgets:
                line.addWidget(widget)
            line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        for widget in (sums, self.law, self._pan_row, occasion):
            column.addWidget(widget)

    def reset(self) -> None:
        """Forget what was typed."""
        self.pan.clear()

    def know(self, room: CashRoom | None) -> None:
        """Keep what the law still lets in; an occasion that is being typed stays."""
        self.room = room
        if not self.occasion.hasFocus():
            self.occasion.setText(room.occasion if room else "")

    def render_view(self, view: PaymentView) -> None:
        """Show what belongs to the cash that is to be taken."""
        in_cash = gives_change(view.method)
        self.setVisible(in_cash)
        self._sums = note_sums(view.gateway_payable_paise + view.full_rounding_paise) if in_cash else ()
        for place, button in enumerate(self.notes):
            button.setVisible(place < len(self._sums))
            if place < len(self._sums):
                button.setText(f"{amount(self._sums[place])}   {place + 1}")
                button.setAccessibleName(self.tr("Received {sum}").format(sum=rupees(self._sums[place])))
        self.law.setText(self._law_words(view.taken_paise) if in_cash else "")
        self.law.setVisible(bool(self.law.text()))
        asks = in_cash and self.room is not None and self.room.asks_pan(view.taken_paise)
        self._pan_row.setVisible(asks)
        self.occasion.setVisible(bool(self.occasion.text()) or self.occasion.hasFocus())

    def _law_words(self, paise: int) -> str:
        room = self.room
        if room is None or not room.is_near(paise):
            return ""
        said = self.tr(
            "▲ By law less than {limit} in cash {counter}: {counted} came before, {most} may come."
        )
        return said.format(
            limit=rupees(room.stop_paise),
            counter=counter_word(room.fullest),
            counted=rupees(room.counted_paise[room.fullest]),
            most=rupees(room.most_paise),
        )

    def choose_sum(self, place: int) -> None:
        """Enter a sum of notes as received."""
        if not self.isHidden() and place < len(self._sums):
            self.chosen.emit(self._sums[place])

    def answer_pan(self, answer: PanAnswer) -> None:
        """Enter that the PAN was seen or declined, where it is asked."""
        if not self.isHidden() and not self._pan_row.isHidden():
            self.pan.setText(answer.value)
            self.changed.emit()

    def open_occasion(self) -> None:
        """Put the focus where the occasion is typed."""
        if not self.isHidden():
            self.occasion.show()
            self.occasion.setFocus()

    def _name(self) -> None:
        if self.room is not None and self.occasion.text().strip().lower() != self.room.occasion:
            self.named.emit(self.occasion.text())
