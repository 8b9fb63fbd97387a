"""TryLiveKeys: ask the gateway with these keys what the account can do, before they are kept."""

from collections.abc import Callable

from desktop.services.domain.account_report import AccountReport
from desktop.services.errors import BadRequest, GatewayUnreachable
from desktop.services.gateways.port import Busy, PaymentGateway

LIVE_PREFIX = "rzp_live_"


class TryLiveKeys:
    """Try a pair of keys. Nothing is kept, and nothing stays payable."""

    def __init__(self, open_gateway: Callable[[str, str], PaymentGateway]) -> None:
        """`open_gateway` raises ValueError for keys of another form."""
        self._open_gateway = open_gateway

    def __call__(self, key_id: str, key_secret: str) -> AccountReport:
        """Return what the account can do. Raises BadRequest, GatewayUnreachable when it asks us to wait."""
        try:
            gateway = self._open_gateway(key_id.strip(), key_secret.strip())
        except ValueError:
            raise BadRequest("key_id", "not_a_key") from None
        try:
            probe = gateway.probe()
        except Busy as away:
            raise GatewayUnreachable() from away
        is_live = key_id.strip().startswith(LIVE_PREFIX)
        return AccountReport(probe.reachable, is_live, probe.lacks, probe.clock_offset_seconds)
