"""A desk that cancels line by line, as the services do, without a database."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from db.actor import Actor
from db.ids import BookingId, DocumentId, PaymentId, RefundId, RequestKey
from db.states import BookingState, RefundRule, RefundState, Tender
from desktop.services.application import Services
from desktop.services.domain.booking import Booking, BookingLine, Refund
from desktop.services.domain.cancellation import CancellationResult, PaidLine, PaidTender, RefundPlan
from desktop.services.domain.levies import Levies
from desktop.services.domain.plan_refund import plan_refund, rule_of
from desktop.services.errors import NotVoidable, WrongLines
from tests.ui.sample_bookings import NOW, sample_basket
from tests.ui.sample_services import sample_services

VOUCHER = DocumentId("voucher-1")


@dataclass
class LineDesk:
    """The basket of three nights and four seats; `asked` are the choices that were previewed."""

    booking: Booking = field(default_factory=sample_basket)
    asked: list[tuple[tuple[int, ...], bool]] = field(default_factory=list)
    cancels: list[RefundPlan] = field(default_factory=list)
    refusal: Exception | None = None

    def services(self) -> Services:
        return replace(
            sample_services(),
            find_booking=lambda _text: self.booking,
            preview_cancellation=self.preview,
            cancel_booking=self._cancel,
        )

    def change_line(self, number: int, **fields: Any) -> None:
        """Change what is known of one line."""
        lines = tuple(
            replace(line, **fields) if line.number == number else line for line in self.booking.lines
        )
        self.booking = replace(self.booking, lines=lines)

    def preview(
        self,
        booking_id: BookingId,
        numbers: Collection[int] = (),
        *,
        void: bool = False,
        outside: bool = False,
        back_paise: int | None = None,
    ) -> RefundPlan:
        self.asked.append((tuple(numbers), void))
        if self.refusal is not None and (numbers or void):
            raise self.refusal
        can = self.booking.live_lines if void else self.booking.endable_lines
        ending = [line for line in can if not numbers or line.number in numbers]
        if void and self.booking.void_until is None:
            raise NotVoidable(self.booking.reference, "too_late")
        if set(numbers) == {2}:
            raise WrongLines(self.booking.reference, [2], inside_stay=True)
        return self._plan(ending, void=void)

    def _plan(self, ending: Sequence[BookingLine], *, void: bool) -> RefundPlan:
        paid_lines = [
            PaidLine(
                line.number,
                line.total_paise,
                Levies(line.cgst_paise, line.sgst_paise, line.igst_paise),
                line.starts_at,
                line.starts_now_at,
                min(other.starts_now_at for other in self.booking.lines if other.stay == line.stay),
                line.departure_cancelled,
                line.tiers,
            )
            for line in ending
        ]
        rules = [self._rule(line, void=void) for line in paid_lines]
        back = {refund.payment_id: refund.amount_paise for refund in self.booking.refunds}
        paid = [
            PaidTender(one.id, one.tender, one.amount_paise, back.get(one.id, 0))
            for one in self.booking.payments
        ]
        return plan_refund(list(zip(paid_lines, rules, strict=True)), paid, NOW)

    def _rule(self, line: PaidLine, *, void: bool) -> RefundRule:
        if void:
            return RefundRule.VOID
        is_held = self.booking.state is BookingState.HELD
        return RefundRule.HOLD if is_held else rule_of(line, NOW, moved_minutes=30)

    def _cancel(
        self,
        booking_id: BookingId,
        reason: str,
        shown: RefundPlan,
        to_wallet: frozenset[PaymentId],
        request_key: RequestKey,
        *,
        actor: Actor,
        note: str = "",
    ) -> CancellationResult:
        self.cancels.append(shown)
        for line in shown.lines:
            self.change_line(
                line.number,
                cancelled_at=NOW,
                cancel_reason=reason,
                refund_rule=line.rule,
                refund_paise=line.back_paise,
                voucher_id=VOUCHER,
            )
        refund = Refund(
            RefundId("r1"),
            Tender.CASH,
            RefundState.DONE,
            shown.refund_paise,
            NOW,
            NOW,
            "",
            PaymentId("pay-cash"),
            VOUCHER,
        )
        is_over = not self.booking.live_lines
        state = BookingState.CANCELLED if is_over else self.booking.state
        title = self.booking.title if is_over else "what goes on"
        self.booking = replace(self.booking, state=state, title=title, refunds=(refund,))
        return CancellationResult(
            booking_id, self.booking.reference, state, shown.refund_paise, 0, len(shown.lines), VOUCHER
        )
