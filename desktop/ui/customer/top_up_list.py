"""What a customer put into the wallet last, and the way to take a mistake back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.services.domain.top_ups import TopUp
from desktop.services.errors import BadRequest
from desktop.ui import formats
from desktop.ui.attempt import Attempt
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.drawer_hint import DrawerHint

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

HEIGHT = 90


class TopUpList(QWidget):
    """`taken_back` carries the customer as he is then and the top-up; `failed` why it was not.

    `asked` carries a sentence about what is missing.
    """

    taken_back = Signal(object, object)
    asked = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._attempt = Attempt()
        self._asked = 0
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Last top-ups"))
        MarkedInSight(self.rows)
        self.rows.setFixedHeight(scaled(HEIGHT))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why it is taken back"))
        self.reason.setAccessibleName(self.tr("Why it is taken back"))
        self.take_back = BusyButton(self.tr("Take it back"))
        self.drawer_hint = DrawerHint(services, runner)
        word = QLabel(self.tr("Last top-ups"))
        word.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(word)
        column.addWidget(self.rows)
        act = QHBoxLayout()
        act.addWidget(self.reason, 1)
        act.addWidget(self.take_back)
        column.addLayout(act)
        column.addWidget(self.drawer_hint)
        self.rows.currentItemChanged.connect(lambda *_items: self._render())
        self.reason.textChanged.connect(lambda _text: self._render())
        self.reason.returnPressed.connect(self._take_back)
        self.take_back.clicked.connect(self._take_back)
        self.hide()

    def show_of(self, customer: Customer | None) -> None:
        """Read and show the last top-ups of a customer; nothing is there to see without any."""
        self.hide()
        self._asked += 1
        if customer is None:
            return
        self._runner.run(
            partial(self._services.list_top_ups, customer.id),
            owner=self,
            done=partial(self._fill, self._asked),
            failed=self.failed.emit,
        )

    def _fill(self, asked: int, top_ups: tuple[TopUp, ...]) -> None:
        if asked != self._asked:
            return
        self.rows.clear()
        self.drawer_hint.forget()
        self.reason.clear()
        for top_up in top_ups:
            item = QListWidgetItem(self._text(top_up), self.rows)
            item.setData(Qt.ItemDataRole.UserRole, top_up)
        self.setVisible(bool(top_ups))
        self._render()

    def _text(self, top_up: TopUp) -> str:
        when = formats.moment_text(top_up.made_at, self._services.time_zone)
        text = f"{formats.rupees(top_up.amount_paise)}   {when}   {top_up.clerk}"
        if top_up.reversed_at is None:
            return text
        return self.tr("{top_up}   taken back: {reason}").format(top_up=text, reason=top_up.reverse_reason)

    @property
    def chosen(self) -> TopUp | None:
        """The top-up that is marked and still stands."""
        item = self.rows.currentItem()
        top_up: TopUp | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return top_up if top_up is not None and top_up.reversed_at is None else None

    def _render(self) -> None:
        chosen = self.chosen
        self.take_back.set_ready(chosen is not None and bool(self.reason.text().strip()))
        label = (
            self.tr("Take {amount} back").format(amount=formats.rupees(chosen.amount_paise)) if chosen else ""
        )
        about = chosen.id if chosen else "", self.reason.text().strip()
        self.take_back.set_label(label or self.tr("Take it back"), about)
        self.drawer_hint.show_need(chosen.amount_paise if chosen else 0)

    def _take_back(self) -> None:
        chosen, reason = self.chosen, self.reason.text().strip()
        if self.take_back.busy:
            return
        if chosen is None:
            self.asked.emit(self.tr("Choose which top-up is taken back: one that still stands."))
            return
        if not reason:
            self.failed.emit(BadRequest("reason", "blank"))
            return
        if not self.take_back.offer.counts():
            return
        key = self._attempt.key_for((chosen.id, reason))

        def done(after: Customer) -> None:
            self.take_back.set_busy(False)
            self._attempt.close()
            self.taken_back.emit(after, chosen)

        def failed(error: Exception) -> None:
            self.take_back.set_busy(False)
            self._attempt.failed(error)
            self.failed.emit(error)

        self.take_back.set_busy(True)
        reverse = partial(self._services.reverse_top_up, chosen.id, reason, key, actor=self._services.actor())
        self._runner.run(reverse, owner=self, done=done, failed=failed)
