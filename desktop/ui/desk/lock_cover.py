"""What lies over the desk while nobody has signed in: two figures, six figures, Enter."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.errors import BadRequest
from desktop.services.staff_errors import NeedsOwnPin
from desktop.ui.desk.recover_form import RecoverForm
from desktop.ui.desk.recovery_line import RecoveryLine
from desktop.ui.failures import explain
from desktop.ui.theme import scaled, set_role, theme
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.new_pin import NewPin
from desktop.ui.widgets.pin_entry import PinEntry
from desktop.ui.widgets.recovery_card import RecoveryCard

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop.services.application import Services
    from desktop.services.domain.staff import AddedPerson, Person
    from desktop.ui.runner import Runner

WIDTH = 480


class Asked(StrEnum):
    """What is asked for on the cover."""

    SIGN_IN = "sign_in"
    OWN_PIN = "own_pin"
    RECOVER = "recover"
    CODE = "code"


class LockCover(QFrame):
    """Hides all that stands in the window and keeps every key, until a person has signed in.

    What lies below stays as it was, to the cursor; payments are asked about and the customer's own screen
    goes on meanwhile. `lifted` says that it is gone.
    """

    lifted = Signal()

    def __init__(self, window: QWidget, services: Services, runner: Runner) -> None:
        super().__init__(window)
        self._services = services
        self._runner = runner
        self._below: list[QWidget] = []
        self._focus: QWidget | None = None
        # Code and given PIN of whoever has to choose an own one: for as long as that takes.
        self._given = ("", "")
        self.asked = Asked.SIGN_IN
        self.setProperty("role", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The desk is locked"))
        self.title = QLabel()
        set_role(self.title, "heading")
        self.said = QLabel()
        self.hint = QLabel()
        set_role(self.hint, "caption")
        self.error_bar = ErrorBar()
        self.entry = PinEntry()
        self.own_pin = NewPin()
        self.recover = RecoverForm()
        self.card = RecoveryCard()
        self.recoveries = RecoveryLine()
        self._lay_out()
        self.entry.entered.connect(self._sign_in)
        self.own_pin.chosen.connect(self._choose_own)
        self.own_pin.differed.connect(self._say_differed)
        self.recover.entered.connect(self._recover)
        self.recover.differed.connect(self._say_differed)
        window.installEventFilter(self)
        self.recoveries.attach(services, runner)
        self.hide()

    def _lay_out(self) -> None:
        self._middle = QWidget()
        lines = QVBoxLayout(self._middle)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        shown = (self.title, self.error_bar, self.said, self.entry, self.recover, self.own_pin, self.card)
        for part in (*shown, self.hint):
            lines.addWidget(part)
        for label in (self.title, self.said, self.hint):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self.recoveries)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._middle)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._middle.setFixedWidth(scaled(WIDTH))

    # -- up and away

    def follow(self) -> None:
        """Lie over the window while nobody may work here, and nowhere else."""
        if self._services.is_locked():
            self._cover()
        elif self.asked is not Asked.CODE:
            self._lift()

    def _cover(self) -> None:
        window = self.window()
        if not self.isHidden():
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._focus = window.focusWidget()
        self.setGeometry(window.rect())
        self._show_asked(Asked.SIGN_IN)
        self.show()
        self.raise_()
        self.entry.take_focus()
        children = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._below = [
            one for one in children if one is not self and not one.isWindow() and not one.isHidden()
        ]
        for one in self._below:
            one.hide()
        self.entry.take_focus()

    def _lift(self) -> None:
        if self.isHidden():
            return
        self._given = ("", "")
        self.entry.clear()
        for one in self._below:
            if shiboken6.isValid(one):
                one.show()
        self._below = []
        focus, self._focus = self._focus, None
        if focus is not None and shiboken6.isValid(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.lifted.emit()

    # -- what is asked for

    def _show_asked(self, asked: Asked) -> None:
        self.asked = asked
        self.error_bar.clear()
        self.own_pin.clear()
        self.recover.clear()
        if asked is not Asked.CODE:
            self.card.put_away()
        desk = self._services.desk_code
        self.title.setText(self.tr("Desk {desk} is locked").format(desk=desk))
        self.said.setText(
            {
                Asked.SIGN_IN: self.tr("Type your code and your PIN, then Enter."),
                Asked.OWN_PIN: self.tr("This PIN was given to you. Choose one that you alone know."),
                Asked.RECOVER: self.tr(
                    "A manager's code, the recovery code as it was printed, and a new PIN."
                ),
                Asked.CODE: self.tr(
                    "The PIN is set anew, and the recovery code is used up. This is the next one."
                ),
            }[asked]
        )
        self.hint.setText(
            {
                Asked.SIGN_IN: self.tr("F2  a manager has forgotten the PIN"),
                Asked.OWN_PIN: self.tr("Enter  go on      Esc  back"),
                Asked.RECOVER: self.tr("Enter  go on      Esc  back"),
                Asked.CODE: self.tr("Ctrl+P  print      Enter  I have put it away"),
            }[asked]
        )
        self.entry.setVisible(asked is Asked.SIGN_IN)
        self.own_pin.setVisible(asked is Asked.OWN_PIN)
        self.recover.setVisible(asked is Asked.RECOVER)
        self._take_focus()

    def _take_focus(self) -> None:
        {
            Asked.SIGN_IN: self.entry.take_focus,
            Asked.OWN_PIN: self.own_pin.take_focus,
            Asked.RECOVER: self.recover.take_focus,
            Asked.CODE: self.setFocus,
        }[self.asked]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key: none reaches what lies below."""
        event.accept()
        key = event.key()
        if key == Qt.Key.Key_Escape and self.asked in (Asked.OWN_PIN, Asked.RECOVER):
            self._given = ("", "")
            self._show_asked(Asked.SIGN_IN)
        elif key == Qt.Key.Key_F2 and self.asked is Asked.SIGN_IN:
            self._show_asked(Asked.RECOVER)
        elif self.asked is Asked.CODE:
            is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
            if is_enter:
                self._show_asked(Asked.SIGN_IN)
            elif key == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.card.print_code()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the fields leads back into them."""
        event.accept()
        self._take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget() and not self.isHidden():
            self.setGeometry(self.window().rect())
        return super().eventFilter(watched, event)

    # -- what is done. Secrets stand in closures: a partial would tell them by its repr.

    def _sign_in(self, code: str, pin: str) -> None:
        def failed(error: Exception) -> None:
            self.entry.set_busy(False)
            if isinstance(error, NeedsOwnPin):
                self._given = (code, pin)
                self.entry.clear()
                self._show_asked(Asked.OWN_PIN)
            else:
                self.entry.refuse(error)

        self.entry.set_busy(True)
        self._runner.run(
            lambda: self._services.sign_in(code, pin), owner=self, done=self._signed_in, failed=failed
        )

    def _signed_in(self, _person: Person) -> None:
        self.entry.set_busy(False)
        self.follow()

    def _choose_own(self, pin: str) -> None:
        (code, given), services = self._given, self._services

        def choose() -> Person:
            services.set_pin(code, given, pin, actor=services.actor())
            return services.sign_in(code, pin)

        self._runner.run(choose, owner=self, done=self._signed_in, failed=self._not_chosen)

    def _not_chosen(self, error: Exception) -> None:
        if isinstance(error, BadRequest):
            self.error_bar.show_error(explain(error))
            self.own_pin.take_focus()
            return
        self._given = ("", "")
        self._show_asked(Asked.SIGN_IN)
        self.entry.refuse(error)

    def _recover(self, code: str, recovery_code: str, pin: str) -> None:
        services = self._services
        self._runner.run(
            lambda: services.recover_manager(code, recovery_code, pin, actor=services.actor()),
            owner=self,
            done=self._recovered,
            failed=self._not_recovered,
        )

    def _recovered(self, done: AddedPerson) -> None:
        self._show_asked(Asked.CODE)
        self.card.show_code(done.person.name, done.recovery_code)

    def _not_recovered(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))
        self.recover.take_focus()

    def _say_differed(self) -> None:
        self.error_bar.show_error(self.tr("The two were not alike. Type the new PIN twice."))
