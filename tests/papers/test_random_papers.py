"""Random sales, parts, cancellations, days: papers count what was sold and kept, each levy to the paisa."""

from datetime import timedelta
from random import Random

import pytest

from db.catalogue_words import BalanceDue
from db.deposits import DepositRuleRow
from desktop.services.documents.issue_due_invoices import IssueDueInvoices
from tests.cancelling.test_random_deposits import House
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter
from tests.papers.desk import check_papers
from tests.paying.test_deposits import set_rules

STEPS = 16


class Sales(House):
    """Sells whole as well as on deposits, and makes the invoices that are due."""

    def sell_whole(self) -> None:
        """Sell a basket that is paid at once."""
        codes = self.random.sample(("DLX", "EXE", "GOA21", "HERI"), self.random.randint(1, 3))
        ahead = self.random.randint(1, 5)
        items = [
            self.counter.item(code, ahead=ahead, nights=2)
            for code in codes
            if self.counter.look(code, ahead, 2).suggested_unit_ids
        ]
        hold = self.counter.hold(self.counter.quote(*items, customer=self.customer), self.customer)
        self.counter.pay(hold)
        self.sold.append(hold)

    def invoice(self) -> None:
        """Let a day pass, and make what is due; a second run finds nothing."""
        self.clock.advance(timedelta(days=1).total_seconds())
        issue = IssueDueInvoices(self.counter.database, FACTS, self.counter.publish)
        issue(actor=self.counter.actor)
        assert issue(actor=self.counter.actor) == 0


@pytest.mark.parametrize("seed", range(4))
def test_random_sales_have_the_papers_of_what_stayed(
    any_counter: Counter, clock: SteppedClock, seed: int
) -> None:
    random = Random(seed)
    set_rules(
        any_counter,
        DepositRuleRow("any", 20_00, 500_00, BalanceDue.AT_ARRIVAL, 0, True),
        DepositRuleRow("bus", 50_00, 0, BalanceDue.BEFORE_START, 2, True),
    )
    house = Sales(any_counter, clock, random)
    house.sell()
    house.sell_whole()
    acts = (house.sell, house.sell_whole, house.pay, house.pay, house.cancel, house.cancel, house.call_off)
    for _ in range(STEPS):
        random.choice((*acts, house.invoice))()
        check_papers(any_counter)
