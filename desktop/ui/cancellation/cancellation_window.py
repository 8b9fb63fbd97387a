"""The cancellation window: finds a booking, shows the plan, and carries it out."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.actor import Actor
from db.ids import BookingId, PaymentId, RequestKey
from desktop.services.domain.booking import Booking, CancellationResult
from desktop.services.errors import AlreadyDone, PlanChanged
from desktop.ui.attempt import Attempt
from desktop.ui.cancellation.cancellation_view import (
    CancelStage,
    CancelView,
    policies_of,
    view_cancellation,
)
from desktop.ui.cancellation.cancellation_words import (
    cancel_label,
    drawer_text,
    policy_text,
    stage_text,
    state_line,
)
from desktop.ui.cancellation.cancelled_panel import CancelledPanel
from desktop.ui.cancellation.find_panel import FindPanel, Found, find_to_cancel, read_plan
from desktop.ui.cancellation.leg_table import LegTable
from desktop.ui.cancellation.reason_row import ReasonRow
from desktop.ui.failures import explain
from desktop.ui.routes import OpenDocument
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.cancellation import RefundPlan
    from desktop.ui.runner import Runner

WIDTH_MAX = 900


class CancellationWindow(KeyedPage):
    """`show_booking` opens it for a reference, or with an empty one to look for a booking.

    `finished` carries the CancellationResult when the clerk goes on.
    """

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._booking: Booking | None = None
        self._plan: RefundPlan | None = None
        self._view: CancelView | None = None
        self._result: CancellationResult | None = None
        self._to_wallet: frozenset[PaymentId] = frozenset()
        self._reading = 0
        self._attempt = Attempt()
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
        self._connect()
        self._render()

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
        inside.setSpacing(scaled(16))
        for widget in (self.legs, self.drawer, self.reason):
            inside.addWidget(widget)
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(16))
        for panel in (self.finder, self.stage_note, self.plan, self.cancelled):
            column.addWidget(panel)
        return card

    def _connect(self) -> None:
        self.finder.wanted.connect(self._look_for)
        self.legs.wallet_toggled.connect(self._set_wallet)
        self.reason.changed.connect(self._render)
        self.primary.clicked.connect(self._do_primary)
        self.cancelled.next_button.clicked.connect(self._go_on)
        self.cancelled.print_button.clicked.connect(self._print)
        for key in ("F9", "Return"):
            self.add_key(key, self._do_primary)
        self.add_key("Esc", self.back.emit)
        self.add_key("W", self._toggle_wallets)
        self.add_key("Ctrl+P", self._print)
        for number in range(1, len(self.reason.buttons) + 1):
            self.add_key(str(number), partial(self._choose_reason, number))

    # -- reading

    def show_booking(self, reference: str) -> None:
        """Open a booking with its plan; what was typed for another one is gone."""
        self._booking = self._plan = self._view = self._result = None
        self._to_wallet = frozenset()
        self._attempt.close()
        self.reason.clear()
        self.error_bar.clear()
        self._render()
        if reference:
            self.setFocus()
            self._look_for(reference)
        else:
            self.finder.start()

    def refresh(self) -> None:
        """Read the booking and its plan again; reason and choices stay."""
        if self._booking is not None:
            self._look_for(self._booking.reference)

    def _look_for(self, text: str) -> None:
        self._reading += 1
        self._runner.run(
            partial(find_to_cancel, self._services, text),
            owner=self,
            done=partial(self._show, self._reading),
            failed=self._say_failed,
        )

    def _show(self, reading: int, found: Found) -> None:
        if reading != self._reading:
            return
        if found.booking is None:
            self.finder.show_rows(found.rows)
            return
        is_new = self._booking is None or self._booking.id != found.booking.id
        if is_new:
            self.error_bar.clear()
        self._booking, self._plan = found.booking, found.plan
        self._render()
        if is_new:
            self.setFocus()

    # -- showing

    def _render(self) -> None:
        booking, plan = self._booking, self._plan
        finding = booking is None
        self.finder.setVisible(finding)
        for widget in (self.who, self.policy, self.primary):
            widget.setVisible(not finding)
        if booking is None or plan is None:
            self.title.setText(self.tr("Cancel a booking"))
            for panel in (self.plan, self.stage_note, self.cancelled):
                panel.hide()
            return
        view = self._view = view_cancellation(booking, plan, self._to_wallet, self.reason.reason)
        zone = self._services.time_zone
        self.title.setText(f"{booking.reference}   {booking.title}")
        state = state_line(booking, zone)
        self.who.setText(f"{state}   {booking.customer.name}   {booking.customer.masked_mobile}")
        policies = "; ".join(policy_text(tiers) for tiers in policies_of(booking))
        self.policy.setText(self.tr("policy: {policies}").format(policies=policies))
        done = view.stage is CancelStage.ALREADY
        self.plan.setVisible(view.stage is CancelStage.READY)
        self.legs.setVisible(bool(view.legs))
        self.legs.render_view(view)
        self._order_tabs()
        self.drawer.setText(drawer_text(view))
        note = "" if self._result is not None else stage_text(view.stage)
        self.stage_note.setText(note)
        self.stage_note.setVisible(bool(note))
        self.cancelled.setVisible(done)
        if done:
            self.cancelled.show_result(booking, self._result)
        self.primary.setVisible(not done)
        self.escape.setVisible(not done)
        if not self.primary.busy:
            self.primary.set_label(f"{cancel_label(view)}   F9")

    def _order_tabs(self) -> None:
        """Put the choices of the plan, which are made anew with it, before what stands below them."""
        chain = [*self.legs.choices.values(), *self.reason.buttons, self.reason.field, self.primary]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _set_wallet(self, payment_id: PaymentId, to_wallet: bool) -> None:
        changed = {payment_id}
        self._to_wallet = self._to_wallet | changed if to_wallet else self._to_wallet - changed
        self._render()

    def _toggle_wallets(self) -> None:
        possible = frozenset(self.legs.choices)
        self._to_wallet = frozenset() if possible <= self._to_wallet else possible
        self._render()

    def _choose_reason(self, number: int) -> None:
        if not self.plan.isHidden():
            self.reason.choose_number(number)

    # -- doing

    def _do_primary(self) -> None:
        if self._view is None or self._booking is None:
            self.finder.go()
        elif self._view.stage is CancelStage.ALREADY:
            self._go_on()
        elif self._view.stage is not CancelStage.READY:
            self.back.emit()
        elif not self._view.reason:
            self.error_bar.show_error(self.tr("Say why it is cancelled: a key from 1 to 5, or in words."))
            self.reason.field.setFocus()
        elif not self.primary.busy and self._plan is not None:
            self._cancel(self._booking, self._plan, self._view.reason)

    def _cancel(self, booking: Booking, plan: RefundPlan, reason: str) -> None:
        wallets = self._to_wallet
        key = self._attempt.key_for((booking.id, plan, wallets, reason))
        request = booking.id, reason, plan, wallets, key
        self.error_bar.clear()
        self.primary.set_busy(True)
        self._runner.run(
            partial(_cancel_and_read, self._services, self._services.actor(), request),
            owner=self,
            done=self._on_cancelled,
            failed=self._cancel_failed,
        )

    def _on_cancelled(self, outcome: tuple[CancellationResult, Found]) -> None:
        self.primary.set_busy(False)
        may_take_focus = self.may_take_focus
        self._attempt.close()
        self._result, found = outcome
        self._booking, self._plan = found.booking, found.plan
        self._render()
        if may_take_focus:
            self.cancelled.next_button.setFocus()

    def _cancel_failed(self, error: Exception) -> None:
        self.primary.set_busy(False)
        if not isinstance(error, AlreadyDone):
            self._say_failed(error)
        if isinstance(error, PlanChanged):
            self._attempt.close()
        self.refresh()

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))

    def _print(self) -> None:
        if self._result is not None and self._result.document_id is not None:
            self.wanted.emit(OpenDocument(self._result.document_id))

    def _go_on(self) -> None:
        if self._result is not None:
            self.finished.emit(self._result)
        else:
            self.back.emit()


def _cancel_and_read(
    services: Services,
    actor: Actor,
    request: tuple[BookingId, str, RefundPlan, frozenset[PaymentId], RequestKey],
) -> tuple[CancellationResult, Found]:
    result = services.cancel_booking(*request, actor=actor)
    return result, read_plan(services, services.find_booking(request[0]))
