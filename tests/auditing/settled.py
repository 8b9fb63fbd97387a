"""A payout of the sound desk: the money that came late has reached the bank, less the gateway's fee."""

from datetime import datetime

from db.database import Session
from db.ids import GatewayPaymentId
from desktop.services.domain.settlements import SettledItem
from desktop.services.settlements.take_settled import TakeSettled


def settle(session: Session, at: datetime) -> None:
    """Pay out `pay_late`."""
    item = SettledItem(
        entity_id="pay_late",
        entity_type="payment",
        settlement_id="setl_sound",
        utr="1764200000sound",
        settled_at=at,
        amount_paise=105_000,
        credit_paise=105_000 - 2_478,
        debit_paise=0,
        fee_paise=2_478,
        tax_paise=378,
        payment_id=GatewayPaymentId("pay_late"),
        dispute_id="",
        description="",
    )
    assert TakeSettled(session)((item,))
