"""A discount for this sale: how much of it, why, and the key that takes it off."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.services.application import Services
from desktop.services.domain.discount_text import Discount
from desktop.services.domain.quote import Quote
from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.runner import Runner
from desktop.ui.theme import set_role
from desktop.ui.widgets.busy_button import BusyButton

REASON_LENGTH_MAX = 300
translate = QCoreApplication.translate


def usual_reasons() -> tuple[str, ...]:
    """Return the reasons that one figure chooses, in the order of 1 to 5."""
    return (
        translate("Discount", "complimentary"),
        translate("Discount", "staff"),
        translate("Discount", "goodwill"),
        translate("Discount", "regular guest"),
        translate("Discount", "fault of the house"),
    )


class DiscountRow(QFrame):
    """Shown when the promo field holds an amount or a share; `given` carries the code that takes it off."""

    given = Signal(str)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._discount: Discount | None = None
        self._quote: Quote | None = None
        set_role(self, "panel")
        self.hint = QLabel("   ".join(f"{n} {word}" for n, word in enumerate(usual_reasons(), 1)))
        set_role(self.hint, "caption")
        self.said = QLabel()
        set_role(self.said, "error")
        for label in (self.hint, self.said):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LENGTH_MAX)
        self.reason.setAccessibleName(self.tr("Why a discount is given"))
        self.reason.setPlaceholderText(self.tr("why"))
        self.give = BusyButton()
        self.give.set_label(self.tr("Take {amount} off   Enter").format(amount="—"))
        line = QHBoxLayout()
        line.addWidget(self.reason, 1)
        line.addWidget(self.give)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addWidget(self.hint)
        column.addLayout(line)
        column.addWidget(self.said)
        self.reason.textEdited.connect(self._edited)
        self.reason.returnPressed.connect(self._give)
        self.give.clicked.connect(self._give)
        self.end()

    def ask(self, discount: Discount, quote: Quote | None) -> None:
        """Ask why this is taken off what is priced now."""
        self._discount, self._quote = discount, quote
        self.show()
        self._say("" if quote is not None else self.tr("Choose first what the discount is for."))
        self._label()
        self.reason.setFocus()

    def end(self) -> None:
        """Ask nothing."""
        self._discount = self._quote = None
        self.reason.clear()
        self._say("")
        self.hide()

    def _edited(self, text: str) -> None:
        words = usual_reasons()
        if text.isdecimal() and 1 <= int(text) <= len(words):
            self.reason.setText(words[int(text) - 1])
            self.reason.selectAll()
        self._say("")
        self._label()

    def _label(self) -> None:
        if self._discount is None:
            return
        base = self._quote.base_paise if self._quote is not None else 0
        off = formats.rupees(min(self._discount.off(base), base)) if base else "—"
        said = self.tr("Take {amount} off   Enter").format(amount=off)
        self.give.set_label(said, (self._quote.id if self._quote else "", self.reason.text()))
        self.give.set_ready(bool(base))

    def _give(self) -> None:
        discount, quote, why = self._discount, self._quote, self.reason.text().strip()
        if discount is None or quote is None or self.give.busy:
            return
        if not why:
            self._say(self.tr("Say why: a figure from 1 to 5, or in words."))
            self.reason.setFocus()
            return
        if not self.give.offer.counts():
            return
        give = partial(
            self._services.give_discount,
            quote.id,
            why,
            actor=self._services.actor(),
            percent=discount.percent,
            paise=discount.paise,
        )
        self.give.set_busy(True)
        self._runner.run(give, owner=self, done=self._given, failed=self._failed)

    def _given(self, code: str) -> None:
        self.give.set_busy(False)
        self.end()
        self.given.emit(code)

    def _failed(self, error: Exception) -> None:
        self.give.set_busy(False)
        self._say(explain(error))

    def _say(self, text: str) -> None:
        self.said.setText(f"▲ {text}" if text else "")
        self.said.setVisible(bool(text))
