"""Staff decide about money at a desk without a gateway."""

from desktop.services.holding.place_hold import PlaceHold
from desktop.services.paying.remake_booking import RemakeBooking
from desktop.services.paying.resolve_case import ResolveCase
from desktop.services.quoting.make_quote import MakeQuote
from tests.counter import FACTS, Counter
from tests.paying.test_cancelled_departure import NO_GATEWAY


def resolve_case_of(counter: Counter) -> ResolveCase:
    """Return the use case over the counter's books."""
    database, publish = counter.database, counter.publish
    remake = RemakeBooking(database, FACTS, MakeQuote(database), PlaceHold(database, publish))
    return ResolveCase(database, NO_GATEWAY, FACTS, publish, remake)
