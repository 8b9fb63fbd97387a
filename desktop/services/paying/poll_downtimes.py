"""PollDowntimes: which ways of paying the gateway says are disturbed, asked every few minutes."""

from desktop.services.domain.disturbance import GatewayAnswer, GatewayState
from desktop.services.events import Event, GatewayAnswered, GatewayDisturbed, Publish
from desktop.services.gateways.port import GatewayTrouble, PaymentGateway


class PollDowntimes:
    """Asks, tells when the answer is another one, and keeps the last for windows that open later."""

    def __init__(self, gateway: PaymentGateway, publish: Publish) -> None:
        self._gateway = gateway
        self._publish = publish
        self._last = GatewayState(gateway.missing, ())

    def __call__(self) -> None:
        """Ask once. Without an answer the last one stands: the silence says nothing about a way of paying."""
        try:
            found = self._gateway.disturbances()
        except GatewayTrouble as trouble:
            self._last = GatewayState(trouble.answer, self._last.disturbances)
            self._publish(GatewayAnswered(trouble.answer))
            return
        before, self._last = self._last, GatewayState(GatewayAnswer.GOOD, found)
        self._publish(GatewayAnswered(GatewayAnswer.GOOD))
        if found != before.disturbances:
            self._publish(GatewayDisturbed(found))

    def listening(self, publish: Publish) -> Publish:
        """Return `publish` with an ear on it: what any question learned of the gateway is known here."""

        def tell(event: Event) -> None:
            if isinstance(event, GatewayAnswered):
                self._last = GatewayState(event.answer, self._last.disturbances)
            publish(event)

        return tell

    def last(self) -> GatewayState:
        """Return what was learned last, by whomever; asks nobody."""
        return self._last
