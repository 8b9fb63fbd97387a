"""Turns what is typed into suggestions, and Enter into an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui import commands
from desktop.ui.commands import Suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.application import Services
    from desktop.services.domain.catalogue import Offering
    from desktop.services.domain.people import Customer
    from desktop.services.domain.review import FoundBooking
    from desktop.services.domain.today import LiveHold
    from desktop.ui.desk.command_field import CommandField
    from desktop.ui.runner import Runner

DEBOUNCE_MS = 120


class CommandLine(QObject):
    """`act` carries a Suggestion to act on; `choose` says that there is more than one and shows them.

    `unknown` carries a line that means nothing here; `failed` a refusal of the search.
    """

    act = Signal(object)
    unknown = Signal(str)
    failed = Signal(object)

    def __init__(self, field: CommandField, services: Services, runner: Runner) -> None:
        super().__init__(field)
        self._field = field
        self._services = services
        self._runner = runner
        self.offerings: tuple[Offering, ...] | None = None
        self.holds: tuple[LiveHold, ...] = ()
        self._found: tuple[str, tuple[Customer, ...], tuple[FoundBooking, ...]] = ("", (), ())
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._search)
        field.textEdited.connect(self._typed)
        field.entered.connect(self.enter)

    def enter(self, chosen: Suggestion | None, line: str) -> None:
        """Act on the highlighted suggestion, or find out first what the line means."""
        self._timer.stop()
        fresh = self._found[0] == line
        is_search = bool(commands.digits_of(line))
        if chosen is not None and (fresh or not is_search):
            self.act.emit(chosen)
            return
        self._look(line, self._decide)

    def _typed(self, line: str) -> None:
        self._show(line.strip())
        self._timer.start()

    def _search(self) -> None:
        line = self._field.text().strip()
        if not line:
            return
        self._look(line, self._show)

    def _look(self, line: str, then: object) -> None:
        services, known = self._services, self.offerings

        def look() -> tuple[tuple[Offering, ...], tuple[Customer, ...], tuple[FoundBooking, ...]]:
            offerings = known or services.list_offerings()
            return offerings, services.find_customers(line), services.find_bookings(line)

        def done(found: tuple[tuple[Offering, ...], tuple[Customer, ...], tuple[FoundBooking, ...]]) -> None:
            self.offerings = found[0]
            self._found = (line, *found[1:])
            if callable(then):
                then(line)

        self._runner.run(look, owner=self, done=done, failed=self.failed.emit)

    def _suggestions(self, line: str) -> tuple[Suggestion, ...]:
        is_of_line = self._found[0] == line
        customers, bookings = self._found[1:] if is_of_line else ((), ())
        # Nothing is known yet of a number that has only just been typed: no word about a new customer.
        if commands.digits_of(line) and not is_of_line:
            return ()
        return commands.suggest(line, self.offerings or (), customers, self.holds, bookings)

    def _show(self, line: str) -> None:
        if line == self._field.text().strip():
            self._field.offer(self._suggestions(line))

    def _decide(self, line: str) -> None:
        found = self._suggestions(line)
        if not found:
            self.unknown.emit(line)
        elif len(found) == 1 or not (self._field.is_from_elsewhere or _is_choice(found)):
            self.act.emit(found[0])
        else:
            self._field.setText(line)
            self._field.setFocus()
            self._field.offer(found)


def _is_choice(found: Sequence[Suggestion]) -> bool:
    """Whether somebody has to say who is meant; what is held for the only one goes with them."""
    return found[0].is_one_of_many and len([one for one in found if one.is_one_of_many]) > 1
