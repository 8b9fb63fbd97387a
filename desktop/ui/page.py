"""What the desk may use of a page: these signals and methods, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from desktop.services.domain.people import Customer


class Page(QWidget):
    """The base of every page; a page emits the signals and overrides the methods that it has a use for.

    `wanted` carries the Route of the page that comes next; `back` asks for the one before.
    `held` carries the Hold that was placed; `finished` the PaymentResult or CancellationResult when the
    clerk goes on. `customer_chosen` carries the Customer to go on with; `customer_changed` the one who
    stands at the desk now, None when nobody does. `told_behind` carries a sentence and whether it is a good
    one: what an act came to whose page was left meanwhile, or shows something else by now. `step_changed`:
    F9 does something else from now on.
    """

    wanted = Signal(object)
    back = Signal()
    held = Signal(object)
    finished = Signal(object)
    customer_chosen = Signal(object)
    customer_changed = Signal(object)
    told_behind = Signal(str, bool)
    step_changed = Signal()
    # What the main key, F9, does on the page now: empty for what it does there as a rule, None for nothing.
    step: str | None = ""

    @property
    def why(self) -> str:
        """Why the clerk does what is being done, as far as it was typed: a manager is shown it."""
        return ""

    @property
    def customer_shown(self) -> Customer | None:
        """Whose page it is; a sale that is started from it is theirs. None where it is nobody's."""
        return None

    def tell_step(self, step: str | None) -> None:
        """Say what F9 does from now on."""
        if step != self.step:
            self.step = step
            self.step_changed.emit()

    def refresh(self) -> None:
        """Read again what is shown; what is being typed stays."""

    def finish(self) -> bool:
        """End a sale that is paid, and tell whether there was one; if so, one step back does no more."""
        return False

    def press(self, key: Qt.Key) -> bool:
        """Press a key as if it were typed on the page; False when the page has no use for it."""
        # The namespace of keys takes as long to load as half the window: not before the first key.
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        self.keyPressEvent(event)
        return event.isAccepted()
