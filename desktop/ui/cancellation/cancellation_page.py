"""How the cancellation window is put together: heading, error, lines, plan, reason, one primary action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.cancellation.cancelled_panel import CancelledPanel
from desktop.ui.cancellation.find_panel import FindPanel
from desktop.ui.cancellation.leg_table import LegTable
from desktop.ui.cancellation.line_list import LineList
from desktop.ui.cancellation.reason_row import ReasonRow
from desktop.ui.cancellation.void_offer import VoidOffer
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.domain.booking import Booking
    from desktop.services.domain.cancellation import CancellationResult

WIDTH_MAX = 900


class CancellationPage(KeyedPage):
    """The widgets of the cancellation window. `plan` holds what is chosen and what comes back of it."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.title.setWordWrap(True)
        self.who = QLabel()
        self.who.setProperty("role", "caption")
        self.policy = QLabel()
        self.policy.setProperty("role", "caption")
        self.policy.setWordWrap(True)
        self.policy.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.error_bar = ErrorBar()
        self.finder = FindPanel()
        self.plan = QFrame()
        self.chosen = QLabel()
        self.chosen.setProperty("role", "caption")
        self.chosen.setWordWrap(True)
        self.void = VoidOffer()
        self.lines = LineList()
        self.void_note = QLabel()
        self.void_note.setWordWrap(True)
        self.legs = LegTable()
        self.drawer = QLabel()
        self.reason = ReasonRow()
        self.stage_note = QLabel()
        self.stage_note.setWordWrap(True)
        self.stage_note.setProperty("role", "warning")
        self.cancelled = CancelledPanel()
        self.primary = BusyButton(role="primary")
        self.escape = QLabel(self.tr("Esc  back, nothing changes"))
        self.escape.setProperty("role", "caption")
        self._lay_out()

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setMaximumWidth(scaled(WIDTH_MAX))
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(scaled(12))
        lines.addLayout(self._heading())
        lines.addWidget(self.error_bar)
        lines.addWidget(self._card())
        actions = QHBoxLayout()
        actions.addWidget(self.primary)
        actions.addStretch(1)
        actions.addWidget(self.escape)
        lines.addLayout(actions)
        lines.addStretch(1)
        page = QHBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.addWidget(holder)

    def put_below_drawer(self, part: QWidget) -> None:
        """Show a part of the page between what leaves the drawer and the reason."""
        self._inside.insertWidget(self._inside.indexOf(self.reason), part)

    def _heading(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        words.addWidget(self.title)
        words.addWidget(self.who)
        row = QHBoxLayout()
        row.setSpacing(scaled(16))
        row.addLayout(words, 3)
        row.addWidget(self.policy, 2)
        return row

    def _card(self) -> QFrame:
        inside = QVBoxLayout(self.plan)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(12))
        self._inside = inside
        inside.addLayout(self._choosing())
        for widget in (self.void_note, self.legs, self.drawer, self.reason):
            inside.addWidget(widget)
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        column.setSpacing(scaled(16))
        for panel in (self.finder, self.stage_note, self.plan, self.cancelled):
            column.addWidget(panel)
        return card

    def _choosing(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self.chosen, 1)
        head.addWidget(self.void)
        column = QVBoxLayout()
        column.setSpacing(scaled(4))
        column.addLayout(head)
        column.addWidget(self.lines)
        return column

    def tells_behind(self, shown: Booking | None, outcome: tuple[CancellationResult, Booking]) -> bool:
        """Tell of a cancellation whose page was left; whether another booking stands here by now."""
        result, booking = outcome
        is_other = shown is None or shown.id != booking.id
        if is_other or not self.isVisible():
            sentence = QCoreApplication.translate(
                "PageLinks", "{reference} is cancelled, {amount} goes back."
            )
            amount = formats.rupees(result.given_paise)
            self.told_behind.emit(sentence.format(reference=result.reference, amount=amount), True)
        return is_other

    def add_choice_key(self, key: str, choose: Callable[[], object], chosen: Callable[[], object]) -> None:
        """Run `choose` for a letter, and say it where what is `chosen` stays as it was."""

        def act() -> None:
            before, said = chosen(), self.error_bar.text
            choose()
            if chosen() == before and self.error_bar.text == said:
                self.error_bar.show_done(self.nothing_to_do())

        self.add_key(key, act)
