"""Gives a hold back by one key, or says what is to be done with it instead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.services.errors import PaymentUnderWay, WrongState
from desktop.ui.failures import explain

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.today import LiveHold
    from desktop.ui.runner import Runner


class GiveBack(QObject):
    """`done` and `refused` carry a sentence for the clerk."""

    done = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner

    def __call__(self, hold: LiveHold) -> None:
        """Free the hold's units at once; what money was taken for is given back by a cancellation only."""

        def released(_nothing: None) -> None:
            sentence = self.tr("{reference} was given back: its units are free.")
            self.done.emit(sentence.format(reference=hold.reference))

        release = partial(self._services.release_hold, hold.booking_id, actor=self._services.actor())
        refused = partial(self._refused, hold.reference)
        self._runner.run(release, owner=self, done=released, failed=refused)

    def _refused(self, reference: str, error: Exception) -> None:
        sentence = explain(error)
        if isinstance(error, WrongState) and error.state == "part_paid":
            sentence = self.tr(
                "Money was taken for {reference} already, so it can't just be given back."
                " F10 cancels it and shows what goes back."
            ).format(reference=reference)
        elif isinstance(error, PaymentUnderWay):
            sentence = self.tr(
                "A payment for {reference} is on its way. Enter opens it: stop it there with S,"
                " then give the hold back."
            ).format(reference=reference)
        self.refused.emit(sentence)
