"""The cancellation window: finds a booking, shows the plan, and carries it out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from db.actor import Actor
from db.ids import BookingId, DocumentId, PaymentId, RequestKey
from desktop.services.domain.booking import Booking, CancellationResult
from desktop.services.errors import AlreadyDone, PlanChanged
from desktop.ui.attempt import Attempt
from desktop.ui.cancellation.cancellation_page import CancellationPage
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
from desktop.ui.cancellation.find_panel import Found, find_to_cancel, read_plan
from desktop.ui.failures import explain
from desktop.ui.routes import OpenDocument

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.services.application import Services
    from desktop.services.domain.cancellation import RefundPlan
    from desktop.ui.runner import Runner


class CancellationWindow(CancellationPage):
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
        self._connect()
        self._render()

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
        self.order_tabs()
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
            self.wanted.emit(OpenDocument(DocumentId(self._result.document_id)))

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
