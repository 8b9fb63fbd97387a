"""Whose business it is, in the head and in the title of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services.events import HouseChanged
from desktop.ui.failures import explain

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.house import Business
    from desktop.ui.desk.desk_parts import DeskParts
    from desktop.ui.event_relay import EventRelay
    from desktop.ui.runner import Runner


class BusinessSign(QObject):
    """Reads it at the start and whenever it was changed, here or at another desk of this program."""

    def __init__(
        self, desk: DeskParts, parent: QObject, services: Services, runner: Runner, relay: EventRelay
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self._runner = runner
        relay.happened.connect(self._happened)
        self._read()

    def _happened(self, event: object) -> None:
        if isinstance(event, HouseChanged):
            self._read()

    def _read(self) -> None:
        self._runner.run(self._services.show_business, owner=self, done=self._show, failed=self._not_read)

    def _show(self, business: Business | None) -> None:
        name = business.name if business is not None else ""
        self._desk.top.show_business(name)
        self._desk.window().setWindowTitle(f"{name} – Counterfoil" if name else "Counterfoil")

    def _not_read(self, error: Exception) -> None:
        self._desk.errors.show_error(explain(error))
