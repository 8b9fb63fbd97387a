"""Where a manager says yes to what the clerk may not do alone: reason, code, PIN, and the act goes on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.services.errors import BadRequest, NotPermitted
from desktop.services.events import PersonChanged
from desktop.ui import formats
from desktop.ui.act_words import act_word, amount_words
from desktop.ui.failures import explain
from desktop.ui.page import Page
from desktop.ui.theme import scaled, set_role, theme
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.pin_entry import PinEntry

if TYPE_CHECKING:
    from db.ids import ApprovalId
    from desktop.services.application import Services
    from desktop.ui.event_relay import EventRelay
    from desktop.ui.runner import Refused, Runner

REASON_LENGTH_MAX = 300


class OverridePanel(QWidget):
    """Hidden until something is refused that a manager may say yes to; the clerk stays signed in.

    The page waits meanwhile. Enter after the PIN says yes and does the act again with it; Esc gives it up,
    and the page hears of its refusal as if nobody had been asked. `closed`: the page is at work again.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self._runner: Runner | None = None
        self._refused: Refused | None = None
        self._focus_before: QWidget | None = None
        self.head, self.who, self.page_says, self.said = (QLabel() for _ in range(4))
        set_role(self.head, "heading")
        set_role(self.who, "caption")
        set_role(self.said, "error")
        for label in (self.head, self.who, self.page_says, self.said):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LENGTH_MAX)
        self.reason.setAccessibleName(self.tr("Why a manager says yes"))
        self.entry = PinEntry()
        self.yes = BusyButton(role="primary")
        self.yes.set_label(self.tr("Yes: {act}   Enter").format(act="—"))
        self.no = QLabel(self.tr("Esc  give it up, nothing changes"))
        set_role(self.no, "caption")
        self._lay_out()
        self.entry.entered.connect(self._enter)
        self.yes.clicked.connect(self._ask_for_pin)
        self.reason.returnPressed.connect(self.entry.take_focus)
        self.reason.textChanged.connect(lambda _text: self._say(""))
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    def attach(self, services: Services, runner: Runner, relay: EventRelay) -> None:
        """From now on it is asked about what is refused; a yes is for whoever asked and nobody else."""
        self._services, self._runner = services, runner
        runner.asks = self.ask
        relay.happened.connect(self._happened)

    @property
    def is_open(self) -> bool:
        """Whether something waits for a yes."""
        return self._refused is not None

    def ask(self, refused: Refused) -> bool:
        """Ask about what was refused; False where it can't be asked about now, so that its page says so."""
        if self._refused is not None or self._services is None or refused.owner is self:
            return False
        if not isValid(refused.owner):
            return False
        self._refused = refused
        error, actor = refused.error, self._services.actor()
        amount = amount_words(error.amount_paise, error.percent)
        act = "   ".join(part for part in (act_word(error.act), amount) if part)
        self.head.setText(self.tr("A manager's yes is needed: {act}").format(act=act))
        self.who.setText(self._who_asks(actor.person, error))
        page = _page_of(refused.owner)
        said = _said_by(page)
        self.page_says.setText(said)
        self.page_says.setVisible(bool(said))
        self.reason.setText(page.why if page is not None else "")
        self.entry.clear()
        self._say("")
        self.yes.set_label(self.tr("Yes: {act}   Enter").format(act=act), (error.subject, said))
        self._focus_before = QApplication.focusWidget()
        self.show()
        (self.reason if not self.reason.text() else self.entry.code).setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.head.text()))
        return True

    def give_up(self) -> None:
        """Nothing is done: the page hears of the refusal."""
        refused = self._close()
        if refused is not None:
            refused.give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up; no other key leaves the panel for the page behind it."""
        if event.key() == Qt.Key.Key_Escape:
            if not self.yes.busy:
                self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.yes.hasFocus():
            self.yes.click()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep the letters that are typed here from being shortcuts of the window."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and isinstance(event, QKeyEvent) and not event.modifiers():
            event.accept()
            return True
        return super().event(event)

    def _happened(self, event: object) -> None:
        if isinstance(event, PersonChanged):
            self.give_up()

    def _who_asks(self, person: str, error: NotPermitted) -> str:
        if error.most_paise is None:
            return self.tr("{person} asks.").format(person=person)
        words = self.tr("{person} asks. Without a yes: up to {most}.")
        return words.format(person=person, most=formats.amount(error.most_paise))

    def _ask_for_pin(self) -> None:
        if not self.reason.text().strip():
            self._say_no_reason()
        else:
            self.entry.take_focus()

    def _say_no_reason(self) -> None:
        self._say(self.tr("Say why: the reason stands in the list of decisions."))
        self.reason.setFocus()

    def _enter(self, code: str, pin: str) -> None:
        refused, services, runner = self._refused, self._services, self._runner
        if refused is None or services is None or runner is None or self.yes.busy:
            return
        if not self.reason.text().strip():
            self._say_no_reason()
            return
        if not self.yes.offer.counts():
            # What was typed stays: only the Enter came too soon.
            self.entry.code.setText(code)
            self.entry.pin.setText(pin)
            self.entry.pin.setFocus()
            return
        self._set_busy(True)
        approve = partial(
            services.approve, refused.error, code, pin, self.reason.text(), actor=services.actor()
        )
        runner.run(approve, owner=self, done=self._approved, failed=self._not_approved)

    def _approved(self, yes: ApprovalId) -> None:
        refused = self._close()
        if refused is not None:
            refused.again(yes)

    def _not_approved(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, BadRequest) and error.field == "reason":
            self._say(explain(error))
            self.reason.setFocus()
        elif isinstance(error, NotPermitted):
            self.entry.clear()
            self._say(self._beyond(error))
            self.entry.take_focus()
        else:
            self.entry.refuse(error)

    def _beyond(self, error: NotPermitted) -> str:
        if error.most_paise is None:
            return self.tr("Who typed this PIN may not say yes to it. Ask a manager.")
        words = self.tr("Who typed this PIN may say yes up to {most} only.")
        return words.format(most=formats.amount(error.most_paise))

    def _close(self) -> Refused | None:
        refused, self._refused = self._refused, None
        self._set_busy(False)
        self.entry.clear()
        self.reason.clear()
        before, self._focus_before = self._focus_before, None
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if refused is not None and inside:
            page = _page_of(refused.owner) if isValid(refused.owner) else None
            aim = before if before is not None and isValid(before) and before.isEnabled() else page
            if aim is not None:
                aim.setFocus()
        self.closed.emit()
        return refused

    def _set_busy(self, busy: bool) -> None:
        self.yes.set_busy(busy)
        self.entry.set_busy(busy)
        self.reason.setReadOnly(busy)

    def _say(self, text: str) -> None:
        self.said.setText(f"▲ {text}" if text else "")
        self.said.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.said, text))

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("role", "sheet")
        self._around = QVBoxLayout(self)
        self._around.addWidget(frame)
        caption = QLabel(self.tr("Reason"))
        set_role(caption, "caption")
        caption.setBuddy(self.reason)
        asked = QVBoxLayout()
        asked.setSpacing(2)
        asked.addWidget(caption)
        asked.addWidget(self.reason)
        asked.addStretch(1)
        self._fields = QGridLayout()
        self._fields.addLayout(asked, 0, 0)
        self._fields.addWidget(self.entry, 0, 1)
        self._fields.setColumnStretch(0, 3)
        self._fields.setColumnStretch(1, 2)
        foot = QHBoxLayout()
        foot.addWidget(self.yes)
        foot.addStretch(1)
        foot.addWidget(self.no)
        self._column = QVBoxLayout(frame)
        for part in (self.head, self.who, self.page_says):
            self._column.addWidget(part)
        self._column.addLayout(self._fields)
        self._column.addWidget(self.said)
        self._column.addLayout(foot)

    def _fit(self) -> None:
        self._around.setContentsMargins(scaled(14), 0, scaled(14), scaled(8))
        self._column.setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(10))
        self._column.setSpacing(scaled(6))
        self._fields.setHorizontalSpacing(scaled(24))


def _page_of(owner: object) -> Page | None:
    """Return the page to which the one who asked belongs."""
    holder = owner
    while holder is not None and not isinstance(holder, Page):
        parent = getattr(holder, "parent", None)
        holder = parent() if callable(parent) else None
    return holder


def _said_by(page: Page | None) -> str:
    """Return what stands on the button that waits: what is taken, held or given back, in the page's words."""
    if page is None:
        return ""
    busy = [button for button in page.findChildren(BusyButton) if button.busy and button.label]
    return busy[0].label if busy else ""
