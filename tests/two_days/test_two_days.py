"""Two days at two desks over midnight: what the program says is what was written down by hand."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.ids import CustomerId, ShiftId
from db.schema import account, entry, posting
from db.states import AccountKind, DrawerMoveKind, Tender
from desktop.services.domain.shift import Closing
from desktop.services.drawer_errors import NoOpenShift
from tests.two_days.by_permission import (
    change_customer,
    extend,
    give_away,
    merge,
    pay_balance,
    sell_on_account,
    sell_on_deposit,
    set_rules,
    take_bill,
    waive,
)
from tests.two_days.selling import (
    cancel,
    correct,
    customer,
    hold,
    sell,
    sell_by_gateway,
    take_back_top_up,
    top_up,
)
from tests.two_days.shifts import close, move_cash, open_shift
from tests.two_days.shop import Desk, Shop, open_shop

SEED = 20261123
BY_HAND = (Tender.CASH, Tender.CARD, Tender.OWN_UPI, Tender.BANK_TRANSFER, Tender.CHEQUE)
# What the hand book follows; sales, tax and advances are the audit's matter.
FOLLOWED = (
    AccountKind.DRAWER,
    AccountKind.CARD_MACHINE,
    AccountKind.OWN_UPI,
    AccountKind.BANK_TRANSFER,
    AccountKind.CHEQUE,
    AccountKind.WALLET,
    AccountKind.GATEWAY,
    AccountKind.SAFE,
    AccountKind.NEXT_FLOAT,
    AccountKind.BANK,
    AccountKind.PAY_OUTS,
    AccountKind.CASH_OVER_AND_SHORT,
    AccountKind.OWED_BY_COMPANIES,
)


@pytest.fixture
def shop(engine_url: str, tmp_path: Path) -> Iterator[Shop]:
    with open_shop(engine_url, tmp_path, SEED) as opened:
        yield opened


def sell_some(shop: Shop, desk: Desk, count: int, minutes: float) -> None:
    """Sell so much, one after the other, by all tenders."""
    for number in range(count):
        shop.step(minutes)
        first, second = shop.random.sample(BY_HAND, 2)
        guest = 100 + shop.random.randrange(60)
        if number % 5 == 4:
            sell_by_gateway(shop, desk, guest)
        elif number % 3 == 0:
            sell(shop, desk, guest, first, second)
        else:
            sell(shop, desk, guest, first)


def expire_one(shop: Shop, desk: Desk, guest: int) -> None:
    """Hold something that nobody pays."""
    hold(shop, desk, customer(shop, desk, guest))
    shop.step(11)
    desk.built.release_expired_holds(actor=desk.actor)
    shop.book.note("expiry")


def first_day(shop: Shop) -> None:
    ravi = shop.at("D1", "11")
    _close_what_practice_left(ravi)
    open_shift(shop, ravi, is_shared=True)
    move_cash(shop, ravi, DrawerMoveKind.CASH_IN, 3_000_00, "first float", source="bank")
    shift_one = ravi.shift
    sell_some(shop, ravi, 16, 7)
    top_up(shop, ravi, 7, 9_000_00)
    top_up(shop, ravi, 8, 5_000_00)
    sell(shop, ravi, 7, Tender.CASH, Tender.WALLET)
    sell(shop, ravi, 7, Tender.WALLET)
    wrong = sell(shop, ravi, 21, Tender.CASH)
    correct(shop, ravi, wrong, Tender.CARD)
    take_back_top_up(shop, ravi, 8)
    change_customer(shop, ravi, 22, 23)
    meena = shop.at("D1", "90")
    set_rules(shop, meena)
    company = sell_on_account(shop, meena, 71)
    take_bill(shop, meena, company, 500_00)
    sita = shop.at("D1", "12")
    merge(shop, sita, 7, 8)
    extend(shop, sita, 24)
    waive(shop, sita, 25)
    give_away(shop, sita, 26)
    for guest, tender in ((72, Tender.CASH), (73, Tender.OWN_UPI), (74, Tender.CARD)):
        shop.deposits.append(sell_on_deposit(shop, sita, guest, tender))
    sell_some(shop, sita, 10, 6)
    cancel(shop, sita, sell(shop, sita, 31, Tender.CASH, Tender.OWN_UPI))
    cancel(shop, sita, sell(shop, sita, 32, Tender.CARD))
    cancel(shop, sita, sell(shop, sita, 33, Tender.CASH), void=True)
    expire_one(shop, sita, 34)
    ravi = shop.at("D1", "11")
    move_cash(shop, ravi, DrawerMoveKind.DROP, 5_000_00, "noon")
    move_cash(shop, ravi, DrawerMoveKind.PAY_OUT, 320_00, "tea", payee="Gupta Stores")
    move_cash(shop, ravi, DrawerMoveKind.PAY_OUT, 900_00, "plumber", payee="Salim")
    shop.wait_until(18)
    close(shop, ravi, shift_one, 2_000_00)


def over_midnight(shop: Shop) -> str:
    """Evening and night: a second shift at the first desk, one over midnight at the other one."""
    sita = shop.at("D2", "12")
    open_shift(shop, sita, is_shared=False)
    move_cash(shop, sita, DrawerMoveKind.CASH_IN, 1_500_00, "float", source="safe")
    ravi = shop.at("D1", "11")
    open_shift(shop, ravi, 2_000_00, is_shared=True)
    sell_some(shop, ravi, 6, 9)
    sell_some(shop, sita, 12, 12)
    shop.wait_until(23.5)
    sell_some(shop, sita, 8, 10)
    cancel(shop, sita, sell(shop, sita, 41, Tender.CASH))
    shop.step(9)
    close(shop, sita, sita.shift, 1_000_00, missing_paise=500_00)
    night = sita.shift
    with pytest.raises(NoOpenShift):
        sell(shop, sita, 42, Tender.CASH)
    return night


def second_day(shop: Shop) -> None:
    """The shift of the evening goes on until somebody sees that nobody closed it."""
    shop.wait_until(9)
    ravi = shop.at("D1", "11")
    sell_some(shop, ravi, 14, 8)
    meena = shop.at("D1", "90")
    sell_some(shop, meena, 8, 8)
    cancel(shop, meena, sell(shop, meena, 51, Tender.CASH, Tender.CHEQUE))
    first, second, third = shop.deposits
    pay_balance(shop, meena, first, Tender.CARD)
    pay_balance(shop, meena, second, Tender.CASH)
    cancel(shop, meena, third)
    expire_one(shop, meena, 52)
    shop.wait_until(23)
    other = shop.at("D2", "90")
    close(shop, other, meena.shift, 2_500_00, forgotten=True)


def _close_what_practice_left(desk: Desk) -> None:
    for left in desk.services.list_open_shifts():
        desk.services.close_shift(Closing(left.id, {}), actor=desk.actor)


def of_the_ledger(shop: Shop) -> Counter[tuple[str, AccountKind]]:
    """Add up the postings by who made them and on which kind of account."""
    statement = (
        select(entry.c.clerk, account.c.kind, func.sum(posting.c.amount_paise).label("paise"))
        .join(posting, posting.c.entry_id == entry.c.id)
        .join(account, account.c.id == posting.c.account_id)
        .where(account.c.kind.in_(FOLLOWED))
        .group_by(entry.c.clerk, account.c.kind)
    )
    with shop.desks["D1"].database.read() as session:
        return Counter({(row.clerk, row.kind): int(row.paise) for row in session.execute(statement)})


def without_nothing(found: Counter[tuple[str, AccountKind]]) -> dict[tuple[str, AccountKind], int]:
    return {key: paise for key, paise in found.items() if paise}


def test_two_days_at_two_desks_say_what_was_written_by_hand(shop: Shop) -> None:
    first_day(shop)
    night = over_midnight(shop)
    second_day(shop)
    done, desk = shop.book.acts, shop.desks["D1"]
    assert (done["sale"] >= 80, done["shift"], done["close"]) == (True, 3, 3)
    for kind in ("deposit", "balance", "expiry", "extension", "override", "waiver", "discount", "merge"):
        assert done[kind], kind
    for kind in ("correction", "reversal", "customer_changed", "cancellation", "void", "pay_out", "bill"):
        assert done[kind], kind
    assert without_nothing(of_the_ledger(shop)) == without_nothing(shop.book.by_person)
    assert set(shop.book.drawers.values()) == {0}
    for customer_id, paise in shop.book.wallets.items():
        assert desk.services.get_customer(CustomerId(customer_id)).wallet_paise == paise
    assert [(line.name, line.faults) for line in desk.services.audit() if line.faults] == []
    # The night has two parts, and they add up to what was written down on either day.
    figures = desk.services.read_shift(ShiftId(night), actor=shop.at("D1", "90").actor)
    assert len(figures.days) == 2
    for part in figures.days:
        told = Counter(part.taken)
        told.subtract(part.given_back)
        assert {tender: paise for tender, paise in told.items() if paise} == {
            tender: paise
            for (shift, day, tender), paise in shop.book.by_day.items()
            if (shift, day) == (night, part.day) and paise
        }
