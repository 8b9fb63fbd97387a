"""Why is this not available? One key over the units of the quote, or over the refusal that stands there."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.services.application import Services
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.unavailable import WhyAnswer
from desktop.ui.failures import explain
from desktop.ui.on_sale.why_words import why_text
from desktop.ui.page import Page
from desktop.ui.quote.quote_parts import QuoteParts
from desktop.ui.quote.sale.quote_draft import QuoteDraft
from desktop.ui.runner import Runner

ONE_DAY = timedelta(days=1)


class WhyKey(QObject):
    """Says it in the bar of the quote."""

    def __init__(
        self, services: Services, runner: Runner, parts: QuoteParts, session: QuoteDraft, page: Page
    ) -> None:
        super().__init__(page)
        self._services = services
        self._runner = runner
        self._parts = parts
        self._session = session
        shortcut = QShortcut(QKeySequence("Ctrl+W"), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.ask)

    def ask(self) -> None:
        """Ask about the unit at the cursor, or about all of them from anywhere else."""
        choice = self._session.sale.choice
        if choice.offering is None or choice.first_day is None:
            self._parts.bar.show_error(self.tr("Say what and when first: then it can be told why not."))
            return
        first = choice.first_day
        last = choice.last_day or first
        if TRAITS[choice.offering.kind].has_nights and last <= first:
            last = first + ONE_DAY
        unit_id = next((one.current for one in self._parts.stock.maps if one.hasFocus()), None) or None
        ask = partial(
            self._services.why_unavailable, choice.offering.id, unit_id, first, last, choice.party.units
        )
        self._runner.run(ask, owner=self, done=self._tell, failed=self._failed)

    def _tell(self, answer: WhyAnswer) -> None:
        self._parts.bar.show_done(why_text(answer, self._services.time_zone))

    def _failed(self, error: Exception) -> None:
        self._parts.bar.show_error(explain(error))
