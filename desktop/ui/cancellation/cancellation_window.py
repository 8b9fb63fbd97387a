"""The cancellation window: finds a booking, shows the plan, and carries it out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from db.ids import PaymentId
from db.states import BookingState
from desktop.services.domain.booking import Booking
from desktop.services.domain.cancellation import CancellationResult
from desktop.services.errors import AlreadyDone, NotVoidable, PlanChanged, WrongState
from desktop.ui.attempt import Attempt
from desktop.ui.cancellation.cancellation_page import CancellationPage
from desktop.ui.cancellation.cancellation_view import (
    CancelStage,
    CancelView,
    next_to_wallet,
    view_cancellation,
)
from desktop.ui.cancellation.cancellation_words import (
    cancel_label,
    outside_text,
    stage_text,
    step_word,
)
from desktop.ui.cancellation.cancelled_papers import CancelledPapers
from desktop.ui.cancellation.find_panel import NOTHING, Found, find_to_cancel, read_choice
from desktop.ui.cancellation.line_rows import Choice, beyond_choice, void_choice
from desktop.ui.database_failures import looked_up_text
from desktop.ui.failures import explain
from desktop.ui.widgets.drawer_hint import DrawerHint
from desktop.ui.widgets.slip_entry import SlipEntry

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.cancellation import RefundPlan
    from desktop.services.domain.people import Customer
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
        self._whole: RefundPlan | None = None
        self._plan: RefundPlan | None = None
        self._choice = NOTHING
        self._asking = False
        self._view: CancelView | None = None
        self._result: CancellationResult | None = None
        self._to_wallet: frozenset[PaymentId] = frozenset()
        self._reading = 0
        self._outside_told = False
        self._attempt = Attempt()
        self.slip = SlipEntry(services, runner, self.error_bar)
        self.cancelled.take_in(self.slip)
        self.drawer_hint = DrawerHint(services, runner)
        self.put_below_drawer(self.drawer_hint)
        self._connect()
        self._render()

    def _connect(self) -> None:
        self.finder.wanted.connect(self._look_for)
        self.lines.toggled.connect(self._toggle)
        self.void.wanted.connect(self._toggle_void)
        self.void.ended.connect(self.refresh)
        self.legs.wallet_toggled.connect(self._set_wallet)
        self.reason.changed.connect(self._render)
        self.beyond.noted.connect(self._render)
        self.beyond.asked.connect(lambda paise: self._choose(replace(self._choice, back_paise=paise)))
        self.primary.clicked.connect(self._do_primary)
        self.slip.entered.connect(self._slip_entered)
        self.cancelled.next_button.clicked.connect(self._go_on)
        self._papers = CancelledPapers(self._services, self._runner, self.error_bar, self)
        self._papers.wanted.connect(self.wanted)
        self.cancelled.print_button.clicked.connect(self._print)
        for key in ("F9", "Return"):
            self.add_key(key, self._do_primary)
        self.add_key("Esc", self.back.emit)
        choices = (
            *(("W", self._toggle_wallets), ("A", self._toggle_all)),
            *(("V", self._toggle_void), ("F", self._toggle_beyond)),
        )
        for key, choose in choices:
            self.add_choice_key(key, choose, lambda: (self._choice, self._to_wallet))
        self.add_key("Down", partial(self.lines.step, 1))
        self.add_key("Up", partial(self.lines.step, -1))
        self.add_key("Ctrl+P", self._print)
        for number in range(1, len(self.reason.buttons) + 1):
            self.add_key(str(number), partial(self._choose_reason, number))

    # -- reading

    @property
    def customer_shown(self) -> Customer | None:
        """Whose booking it is."""
        return self._booking.customer if self._booking is not None else None

    def show_booking(self, reference: str) -> None:
        """Open a booking with its plan; what was typed for another one is gone."""
        self._booking = self._whole = self._plan = self._view = self._result = None
        self._choice, self._asking = NOTHING, False
        self._to_wallet = frozenset()
        self._outside_told = False
        self._attempt.close()
        self.drawer_hint.forget()
        self._papers.look()
        self.beyond.end()
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
        # What is being cancelled is read again with its answer.
        if self._booking is not None and self._result is None and not self.primary.busy:
            self._look_for(self._booking.reference, self._choice)

    def _look_for(self, text: str, choice: Choice | None = None) -> None:
        self._reading += 1
        self._asking = True
        self._runner.run(
            partial(find_to_cancel, self._services, text, choice),
            owner=self,
            done=partial(self._show, self._reading),
            failed=partial(self._reading_failed, self._reading),
        )

    def _show(self, reading: int, found: Found) -> None:
        if reading != self._reading:
            return
        self._asking = False
        if found.booking is None:
            self.finder.show_rows(found.rows)
            return
        is_new = self._booking is None or self._booking.id != found.booking.id
        if is_new:
            self.error_bar.clear()
        elif self._attempt.is_lost:
            self.error_bar.show_error(looked_up_text())
        self._keep(found)
        if found.refusal is not None:
            self._refuse(found.refusal)
        self._render()
        if is_new:
            self.setFocus()
            self.lines.step(0)

    def _keep(self, found: Found) -> None:
        self._booking, self._whole, self._plan = found.booking, found.whole, found.plan
        self._choice = found.choice

    def _reading_failed(self, reading: int, error: Exception) -> None:
        if reading == self._reading:
            self._asking = False
            self._say_failed(error)

    # -- choosing

    def _toggle(self, numbers: frozenset[int]) -> None:
        self._choose(self._choice.toggled(numbers))

    def _toggle_all(self) -> None:
        whole, booking = self._whole, self._booking
        if whole is None or booking is None or self._choice.is_void:
            return
        if booking.state is not BookingState.HELD:
            self._choose(Choice(frozenset() if self._choice.numbers else whole.numbers))

    def _toggle_void(self) -> None:
        booking, whole = self._booking, self._whole
        if booking is None or whole is None or booking.confirmed_at is None or self.plan.isHidden():
            return
        if self._choice.is_void:
            self._choose(Choice(whole.numbers))
        elif booking.sold_desk_id != self._services.actor().desk_id and not self._outside_told:
            self._refuse(NotVoidable(booking.reference, "other_drawer"))
        else:
            self._choose(void_choice(booking, outside=self._outside_told))

    def _toggle_beyond(self) -> None:
        """Offer all of it back, beyond the rules, or leave it to them again."""
        booking, whole = self._booking, self._whole
        if booking is None or whole is None or self._is_done or self.primary.busy:
            return
        if self._choice.back_paise is not None:
            self._choose(replace(self._choice, back_paise=None))
        elif (choice := beyond_choice(booking, self._choice)) is not None:
            self.beyond.begin(choice.back_paise or 0)
            self._choose(choice)

    def _choose(self, choice: Choice) -> None:
        """Take another choice and ask for its plan; until that stands here nothing can be given back."""
        booking = self._booking
        if booking is None or self.primary.busy or (self.plan.isHidden() and choice.back_paise is None):
            self._render()
            return
        self.error_bar.clear()
        if choice.back_paise is None:
            self.beyond.end()
        if choice.is_void:
            # No line can be chosen then: the one that has the focus would hand it on to a reason.
            self.setFocus()
        self._choice = choice
        self._reading += 1
        self._asking = bool(choice.numbers)
        if choice.numbers:
            self._runner.run(
                partial(read_choice, self._services, booking.id, choice),
                owner=self,
                done=partial(self._show_plan, self._reading),
                failed=partial(self._choice_failed, self._reading),
            )
        else:
            self._plan = None
        self._render()

    def _show_plan(self, reading: int, plan: RefundPlan) -> None:
        if reading == self._reading:
            self._asking, self._plan = False, plan
            self._render()
            self.beyond.take_focus()

    def _choice_failed(self, reading: int, error: Exception) -> None:
        if reading != self._reading:
            return
        self._asking, self._plan = False, None
        self._refuse(error)
        if isinstance(error, AlreadyDone | WrongState):
            self.refresh()
        self._render()

    def _refuse(self, error: Exception) -> None:
        """Say why a choice can't end; a sale that can't be voided is cancelled by its policy."""
        self._say_failed(error)
        if isinstance(error, NotVoidable) and self._whole is not None:
            self._choice, self._plan = Choice(self._whole.numbers), self._whole
            self._outside_told = error.reason in ("too_late", "other_drawer")
            if self._outside_told:
                self.error_bar.show_error(f"{self.error_bar.text} {outside_text()}")

    # -- showing

    def _render(self) -> None:
        booking, whole = self._booking, self._whole
        finding = booking is None
        self.finder.setVisible(finding)
        for widget in (self.who, self.policy, self.primary):
            widget.setVisible(not finding)
        if booking is None or whole is None:
            self.title.setText(self.tr("Cancel a booking"))
            for panel in (self.plan, self.stage_note, self.cancelled):
                panel.hide()
            self.tell_step(step_word(None, is_done=False))
            return
        plan = self._plan if self._choice.fits(self._plan) else None
        view = view_cancellation(booking, plan or whole, self._to_wallet, self.reason.reason)
        self._view = view
        self.show_head(booking, self._services.time_zone)
        done = self._is_done
        has_plan = view.stage is CancelStage.READY and not done
        focused = QApplication.focusWidget()
        if not has_plan and focused is not None and self.plan.isAncestorOf(focused):
            self.setFocus()  # Qt would hand the focus of what is hidden to the window around the page
        self.plan.setVisible(has_plan)
        if not self.plan.isHidden():
            plans = whole, self._plan
            self.show_plan(booking, plans, self._choice, view, self._services.actor().desk_id)
            self.drawer_hint.show_need(view.drawer_paise if self._choice.fits(self._plan) else 0)
        note = "" if self._result is not None else stage_text(view.stage)
        self.stage_note.setText(note)
        self.stage_note.setVisible(bool(note))
        self.cancelled.setVisible(done)
        if done:
            self.cancelled.show_result(booking, self._result)
            self.slip.show_of(booking)
        self.primary.setVisible(not done)
        self.escape.setVisible(not done)
        self.tell_step(step_word(view, is_done=done))
        if not self.primary.busy:
            is_known = plan is not None and not self._asking
            ready = is_known or view.stage is not CancelStage.READY
            self.primary.set_ready(ready)
            about = booking.id, self._choice, plan, self._to_wallet, self.reason.reason, self.beyond.text
            self.primary.set_label(
                f"{cancel_label(view) if ready else self.why_not(asking=self._asking)}   F9", about
            )

    @property
    def _is_done(self) -> bool:
        """Whether there is nothing more to do here: all has ended, or what was chosen has just ended."""
        return self._result is not None or (
            self._view is not None and self._view.stage is CancelStage.ALREADY
        )

    def _set_wallet(self, payment_id: PaymentId, to_wallet: bool) -> None:
        self._to_wallet = self._to_wallet | {payment_id} if to_wallet else self._to_wallet - {payment_id}
        self._render()

    def _toggle_wallets(self) -> None:
        self._to_wallet = next_to_wallet(tuple(self.legs.choices), self._to_wallet)
        self._render()

    def _choose_reason(self, number: int) -> None:
        if not self.plan.isHidden():
            self.reason.choose_number(number)

    # -- doing

    def _do_primary(self) -> None:
        if self._view is None or self._booking is None:
            if not self.finder.go():
                self.error_bar.show_error(self.nothing_to_do())
        elif self._is_done:
            self._go_on()
        elif self._view.stage is not CancelStage.READY:
            self.back.emit()
        elif self._plan is None or self._asking or not self._choice.fits(self._plan):
            self.error_bar.show_error(self.why_not(asking=self._asking))
        elif not self._view.reason:
            self.error_bar.show_error(self.tr("Say why it is cancelled: a key from 1 to 5, or in words."))
            self.reason.field.setFocus()
        elif self._plan.beyond_paise and not self.beyond.text:
            self.error_bar.show_error(self.tr("Say why more comes back than the policy gives."))
            self.beyond.note.setFocus()
        elif self.beyond.is_settled and not self.primary.busy and self.primary.offer.counts():
            self._cancel(self._booking, self._plan, self._view.reason)

    @property
    def why(self) -> str:
        """The note of a waiver, else the reason of the cancellation."""
        return self.beyond.text or self.reason.reason

    def _cancel(self, booking: Booking, plan: RefundPlan, reason: str) -> None:
        services, actor, wallets = self._services, self._services.actor(), self._to_wallet
        note = self.beyond.text
        key = self._attempt.key_for((booking.id, plan, wallets, reason, note))

        def work() -> tuple[CancellationResult, Booking]:
            result = services.cancel_booking(booking.id, reason, plan, wallets, key, actor=actor, note=note)
            return result, services.find_booking(booking.id)

        self.error_bar.clear()
        self.primary.set_busy(True)
        self._runner.run(work, owner=self, done=self._on_cancelled, failed=self._cancel_failed)

    def _on_cancelled(self, outcome: tuple[CancellationResult, Booking]) -> None:
        self.primary.set_busy(False)
        may_take_focus = self.may_take_focus
        self._attempt.close()
        if self.tells_behind(self._booking, outcome):
            return
        self._result, self._booking = outcome
        self._render()
        if may_take_focus:
            self.cancelled.next_button.setFocus()

    def _slip_entered(self, booking: Booking) -> None:
        self._booking = booking
        self._render()

    def _cancel_failed(self, error: Exception) -> None:
        self.primary.set_busy(False)
        self._attempt.failed(error)
        if not isinstance(error, AlreadyDone):
            self._say_failed(error)
        if isinstance(error, PlanChanged | NotVoidable):
            self._attempt.close()
        if isinstance(error, NotVoidable) and self._whole is not None:
            self._choice = Choice(self._whole.numbers)
        self.refresh()

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(self._attempt.still(error)))

    def _print(self) -> None:
        if self._result is not None and self._result.document_id is not None:
            self._papers.print(self._result.document_id)

    def _go_on(self) -> None:
        if self._result is not None:
            self.finished.emit(self._result)
        else:
            self.back.emit()
