"""Balances that were not paid in time: cancelled by their rule, or kept until another moment, by a key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from db.ids import RequestKey
from desktop.ui import formats
from desktop.ui.attempt import Attempt
from desktop.ui.cases.rules_panel import RowList
from desktop.ui.theme import scaled
from desktop.ui.typed.moment_text import parse_moment
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.overdue import Overdue
    from desktop.ui.runner import Runner

ROWS_SHOWN = 3


class OverduePanel(QFrame):
    """`done` carries what to say after a decision, `failed` an exception, `counted` how many there are."""

    done = Signal(str)
    failed = Signal(object)
    counted = Signal(int)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._runner = runner
        self._all: tuple[Overdue, ...] = ()
        self._attempt = Attempt()
        self.title = QLabel()
        self.title.setProperty("role", "warning")
        self.list = RowList()
        self.list.setAccessibleName(self.tr("Balances that were not paid in time"))
        self.list.setFixedHeight(scaled(28) * ROWS_SHOWN)
        MarkedInSight(self.list)
        self.plan = QLabel()
        self.plan.setWordWrap(True)
        self.cancel = BusyButton(role="danger")
        self.keep = BusyButton(self.tr("Keep until …   E"))
        self.until = QLineEdit()
        self.until.setAccessibleName(self.tr("Keep it until: day and time"))
        self.until.setPlaceholderText(self.tr("29 nov 20:00"))
        self.until.setFixedWidth(scaled(168))
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.until)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(12), scaled(24), scaled(12))
        column.setSpacing(scaled(8))
        for widget in (self.title, self.list, self.plan):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.hide()
        self.until.hide()
        self.list.currentRowChanged.connect(lambda _row: self._render())
        self.cancel.clicked.connect(self.cancel_by_rule)
        self.keep.clicked.connect(self.keep_until)
        self.until.returnPressed.connect(self.keep_until)
        self.until.textEdited.connect(lambda _text: self._render())

    @property
    def count(self) -> int:
        """How many wait for a decision."""
        return len(self._all)

    @property
    def chosen(self) -> Overdue | None:
        """The booking that is marked."""
        row = self.list.currentRow()
        return self._all[row] if 0 <= row < len(self._all) else None

    def refresh(self) -> None:
        """Read them again; the marked one stays marked."""
        self._runner.run(self._services.list_overdue, owner=self, done=self._show, failed=self.failed.emit)

    def _show(self, found: tuple[Overdue, ...]) -> None:
        before = self.chosen
        self._all = found
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self._text(one) for one in found])
        ids = [one.booking.id for one in found]
        row = ids.index(before.booking.id) if before is not None and before.booking.id in ids else 0
        self.list.setCurrentRow(row if found else -1)
        self.list.blockSignals(False)
        if before is not None and before.booking.id not in ids:
            self._ask(False)
        self.title.setText(
            self.tr("▲ Balances not paid in time: {count}. The longest overdue stands first.").format(
                count=len(found)
            )
        )
        self.setVisible(bool(found))
        self._render()
        self.counted.emit(len(found))

    def _text(self, one: Overdue) -> str:
        booking = one.booking
        since = "" if booking.balance_by is None else formats.moment_text(booking.balance_by, self._zone)
        said = self.tr("{reference}   {title}   {who}   {left} left to pay, due {since}")
        return said.format(
            reference=booking.reference,
            title=booking.title,
            who=f"{booking.customer.name} {booking.customer.masked_mobile}".strip(),
            left=formats.amount(booking.due_paise),
            since=since,
        )

    @property
    def _zone(self) -> str:
        return self._services.time_zone

    def _render(self) -> None:
        one = self.chosen
        if one is None:
            return
        plan, booking = one.plan, one.booking
        self.plan.setText(
            self.tr("Paid {paid}: by its rule {kept} are kept and {back} go back.").format(
                paid=formats.amount(booking.kept_paise),
                kept=formats.amount(plan.kept_paise),
                back=formats.amount(plan.refund_paise),
            )
        )
        label = self.tr("Cancel {reference} by its rule, {back} go back   F10")
        self.cancel.set_label(
            label.format(reference=booking.reference, back=formats.amount(plan.refund_paise)),
            (booking.id, plan),
        )
        if self.until.isHidden():
            self.keep.set_label(self.tr("Keep {reference} until …   E").format(reference=booking.reference))
        else:
            said = self.tr("Keep {reference} until {until}   Enter")
            self.keep.set_label(
                said.format(reference=booking.reference, until=self.until.text().strip() or "…"),
                (booking.id, booking.balance_by),
            )

    def cancel_by_rule(self) -> None:
        """Cancel the marked booking by the plan that stands there."""
        one = self.chosen
        if one is None or self.cancel.busy or not self.cancel.offer.counts():
            return
        reason = self.tr("The balance was not paid in time")
        key = RequestKey(self._attempt.key_for((one.booking.id, one.plan)))
        cancel = partial(
            self._services.cancel_booking,
            one.booking.id,
            reason,
            one.plan,
            frozenset(),
            key,
            actor=self._services.actor(),
        )
        self.cancel.set_busy(True)
        said = self.tr("{reference} is cancelled by its rule.").format(reference=one.booking.reference)
        self._runner.run(
            cancel, owner=self, done=lambda _result: self._decided(said), failed=self._not_decided
        )

    def ask_until(self) -> None:
        """Ask until when the marked booking is kept."""
        if self.chosen is not None:
            self._ask(True)
            self.until.setFocus()

    def keep_until(self) -> None:
        """Keep the marked booking until the moment that was typed; without one it is asked."""
        one = self.chosen
        if self.until.isHidden():
            self.ask_until()
            return
        if one is None or one.booking.balance_by is None or self.keep.busy:
            return
        today = formats.local_day(one.booking.as_of, self._zone)
        until = parse_moment(self.until.text(), today, ZoneInfo(self._zone))
        if until is None:
            self.plan.setText(self.tr("That is no day and time. Type it like this: 29 nov 20:00"))
            return
        if not self.keep.offer.counts():
            return
        self.keep.set_busy(True)
        shown, actor = one.booking.balance_by, self._services.actor()
        keep = partial(self._services.keep_overdue, one.booking.id, shown, until, actor=actor)
        said = self.tr("{reference} is kept until {until}.").format(
            reference=one.booking.reference, until=formats.moment_text(until, self._zone)
        )
        self._runner.run(
            keep, owner=self, done=lambda _nothing: self._decided(said), failed=self._not_decided
        )

    def leave(self) -> bool:
        """Ask no more; whether anything was asked."""
        was_asked = not self.until.isHidden()
        self._ask(False)
        return was_asked

    def _ask(self, asked: bool) -> None:
        had_focus = self.until.hasFocus()
        if not asked:
            self.until.clear()
            if had_focus:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.until.setVisible(asked)
        self._render()

    def _decided(self, said: str) -> None:
        self._attempt.close()
        for button in (self.cancel, self.keep):
            button.set_busy(False)
        self._ask(False)
        self.done.emit(said)
        self.refresh()

    def _not_decided(self, error: Exception) -> None:
        self._attempt.failed(error)
        for button in (self.cancel, self.keep):
            button.set_busy(False)
        self.failed.emit(error)
        self.refresh()
