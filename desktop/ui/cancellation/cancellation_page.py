"""How the cancellation window is put together: heading, error, lines, plan, reason, one primary action."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.cancellation.beyond_row import BeyondRow
from desktop.ui.cancellation.cancellation_view import policies_of
from desktop.ui.cancellation.cancellation_words import (
    beyond_text,
    choice_text,
    drawer_text,
    policy_text,
    state_line,
    void_text,
)
from desktop.ui.cancellation.cancelled_panel import CancelledPanel
from desktop.ui.cancellation.find_panel import FindPanel
from desktop.ui.cancellation.leg_table import LegTable
from desktop.ui.cancellation.line_list import LineList
from desktop.ui.cancellation.line_rows import view_lines
from desktop.ui.cancellation.reason_row import ReasonRow
from desktop.ui.cancellation.void_offer import VoidOffer
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.ids import DeskId
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.cancellation import CancellationResult, RefundPlan
    from desktop.ui.cancellation.cancellation_view import CancelView
    from desktop.ui.cancellation.line_rows import Choice

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
        self.beyond_note = QLabel()
        self.beyond_note.setWordWrap(True)
        self.beyond = BeyondRow()
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
        for widget in (
            *(self.void_note, self.legs, self.drawer, self.beyond_note, self.beyond, self.reason),
        ):
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

    def show_head(self, booking: Booking, time_zone: str) -> None:
        """Show which booking it is, whose, and by which policy."""
        self.title.setText(f"{booking.reference}   {booking.title}")
        state = state_line(booking, time_zone)
        self.who.setText(f"{state}   {booking.customer.name}   {booking.customer.masked_mobile}")
        policies = "; ".join(policy_text(tiers) for tiers in policies_of(booking))
        self.policy.setText(self.tr("policy: {policies}").format(policies=policies))

    def show_plan(
        self,
        booking: Booking,
        plans: tuple[RefundPlan, RefundPlan | None],
        choice: Choice,
        view: CancelView,
        desk_id: DeskId,
    ) -> None:
        """Show what is chosen, and what comes back of it: `plans` are that of all that can end, and its."""
        whole, plan = plans
        is_known = choice.fits(plan)
        self.chosen.setText(choice_text(choice, booking))
        self.lines.render_rows(view_lines(booking, whole, plan, choice))
        self.legs.setVisible(is_known and bool(view.legs))
        if is_known:
            self.legs.render_view(view)
        self._order_tabs()
        self.drawer.setText(drawer_text(view))
        self.drawer.setVisible(is_known)
        self.void.show_offer(booking, desk_id, chosen=choice.is_void)
        self.beyond_note.setVisible(is_known and bool(view.beyond_paise))
        self.beyond_note.setText(beyond_text(view))
        self.void_note.setVisible(is_known and view.is_void)
        self.void_note.setText(void_text(booking, self.void.now(booking)))

    def _order_tabs(self) -> None:
        """Put the choices of the plan, which are made anew with it, before what stands below them."""
        chain = [
            *self.lines.boxes,
            *self.legs.choices.values(),
            self.beyond.note,
            self.beyond.amount,
            *self.reason.buttons,
            self.reason.field,
            self.primary,
        ]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def why_not(self, *, asking: bool) -> str:
        """Return why nothing can be done now."""
        words = (self.tr("Choose what is to be cancelled"), self.tr("Working out what comes back …"))
        return words[asking]

    def add_choice_key(self, key: str, choose: Callable[[], object], chosen: Callable[[], object]) -> None:
        """Run `choose` for a letter, and say it where what is `chosen` stays as it was."""

        def act() -> None:
            before, said = chosen(), self.error_bar.text
            choose()
            if chosen() == before and self.error_bar.text == said:
                self.error_bar.show_done(self.nothing_to_do())

        self.add_key(key, act)
