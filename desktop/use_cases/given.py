"""What the use cases of a desk are made of."""

from collections.abc import Callable
from dataclasses import dataclass

from db.database import Database
from desktop.config import Config
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.events import Publish
from desktop.services.gateways.port import PaymentGateway
from desktop.services.keeping.keep_mark import KeepMark
from desktop.services.staff.at_desk import AtDesk
from desktop.services.timing.compare_clocks import CompareClocks


@dataclass(frozen=True, slots=True)
class Given:
    """What the use cases of a desk are made of."""

    database: Database
    gateway: PaymentGateway
    desk: DeskSettings
    config: Config
    publish: Publish
    actor: AtDesk
    open_live_gateway: Callable[[str, str], PaymentGateway]
    compare: CompareClocks
    phone_url: str
    mark: KeepMark
