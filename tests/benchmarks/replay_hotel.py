"""Replays a hotel's real bookings through the use cases, in the order in which they were made.

python tests/benchmarks/replay_hotel.py FILE [--database URL]

FILE is a CSV (or .csv.gz) with the columns of the "Hotel booking demand" data. A stepped clock goes to each
booking's day (arrival less lead time), where it is quoted, held and paid, and to each cancellation's day. The
hotel has fewer rooms than its peak needs, so some are refused. At the end every row must be accounted for in
the database: sold and still standing, refused, or sold and cancelled. The exit status is 0 only if that is so
and the audit is clean. Without --database a SQLite file in a temporary folder.
"""

import argparse
import sys
import tempfile
import time as wall
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import func, select

from db.database import Database
from db.engine import open_engine, sqlite_url
from db.ids import BookingId, OfferingId, RequestKey, UnitId
from db.install import install
from db.migrate import migrate
from db.schema import booking, refund
from desktop.services.auditing.audit_database import AuditDatabase
from desktop.services.cancelling.cancel_booking import CancelBooking
from desktop.services.cancelling.preview_cancellation import PreviewCancellation
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import BasketItem, Guest, QuoteRequest
from desktop.services.errors import BadRequest, DeskError, SlotTaken
from desktop.services.holding.place_hold import PlaceHold
from desktop.services.paying.take_payment import TakePayment
from desktop.services.quoting.make_quote import MakeQuote
from tests.actors import actor_of, works_at
from tests.benchmarks.hotel_file import BadRow, Stay, read_stays
from tests.benchmarks.replay_house import ZONE, build_hotel, rooms_needed
from tests.counter import parts_of

FACTS = DeskSettings(ZONE.key, practice=True)
CUSTOMERS = 2_000
MOST_IN_CASH_PAISE = 20_000_00
OPENS = time(9)
SECONDS_BETWEEN = 20
NAMED_MAX = 20


@dataclass
class SteppedClock:
    """A clock that the replay sets."""

    now: datetime

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now


@dataclass
class Replay:
    """The desk, its stepped clock, and what it has done."""

    database: Database
    clock: SteppedClock
    rooms: Mapping[str, list[str]]
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    taken: dict[tuple[str, date], int] = field(default_factory=dict)
    sold: dict[int, tuple[str, str]] = field(default_factory=dict)
    customers: dict[int, Customer] = field(default_factory=dict)

    def run(self, stays: Sequence[Stay]) -> None:
        """Make and cancel every booking on its day."""
        for day, stay, is_cancellation in _in_order(stays):
            opening = datetime.combine(day, OPENS, ZONE).astimezone(UTC)
            self.clock.now = max(self.clock.now + timedelta(seconds=SECONDS_BETWEEN), opening)
            if not is_cancellation:
                self._book(stay)
            elif stay.line in self.sold:
                self._cancel(stay)

    def _book(self, stay: Stay) -> None:
        try:
            booking_id, room = self._hold_and_pay(stay)
        except BadRequest as refusal:
            self.refused[f"{refusal.field} {refusal.reason}"] += 1
        except DeskError as refusal:
            self.refused[type(refusal).__name__] += 1
        else:
            self.sold[stay.line] = booking_id, room
            for night in _nights(stay):
                self.taken[room, night] = stay.line

    def _hold_and_pay(self, stay: Stay) -> tuple[str, str]:
        """Take the first room that the desk's own notes show free; if none, the database must say so too."""
        rooms = self.rooms[stay.room_type]
        free = [room for room in rooms if not any((room, night) in self.taken for night in _nights(stay))]
        room = free[0] if free else rooms[stay.line % len(rooms)]
        guest = Guest(adults=stay.adults, children=stay.children)
        item = BasketItem(OfferingId(stay.room_type), (UnitId(room),), stay.arrival, stay.departure, (guest,))
        customer = self._customer(stay.line % CUSTOMERS)
        quote = MakeQuote(self.database)(
            QuoteRequest((item,), customer_id=customer.id), actor=actor_of(self.database)
        )
        try:
            hold = PlaceHold(self.database, _nobody)(
                quote.id, customer.id, RequestKey(f"hold-{stay.line}"), actor=actor_of(self.database)
            )
        except SlotTaken:
            if free:
                self.wrong.append(f"line {stay.line}: a free room was refused")
            raise
        if not free:
            self.wrong.append(f"line {stay.line}: a taken room was sold again")
        wallet = quote.payment.wallet_applied_paise
        rest = hold.total_paise - wallet
        # More cash from one guest may ask for a PAN, or pass what the law lets in on a day.
        if stay.line % 2 and rest < MOST_IN_CASH_PAISE:
            request = TakePaymentRequest(
                hold.booking_id,
                RequestKey(f"pay-{stay.line}"),
                parts_of(wallet_paise=wallet, cash_paise=rest, cash_received_paise=rest),
            )
        else:
            request = TakePaymentRequest(
                hold.booking_id,
                RequestKey(f"pay-{stay.line}"),
                parts_of(wallet_paise=wallet, card_paise=rest, card_reference=f"S{stay.line}"),
            )
        TakePayment(self.database, FACTS, _nobody)(request, actor=actor_of(self.database))
        return hold.booking_id, room

    def _cancel(self, stay: Stay) -> None:
        """Cancel; every third guest takes the money in the wallet, which pays the next stay."""
        booking_id, room = self.sold[stay.line]
        plan = PreviewCancellation(self.database)(BookingId(booking_id))
        to_wallet = frozenset(leg.payment_id for leg in plan.legs if stay.line % 3 == 0)
        cancel = CancelBooking(self.database, FACTS, _nobody)
        result = cancel(
            BookingId(booking_id),
            "as it was",
            plan,
            to_wallet,
            RequestKey(f"cancel-{stay.line}"),
            actor=actor_of(self.database),
        )
        if result.claims_released != stay.nights:
            self.wrong.append(f"line {stay.line}: {result.claims_released} of {stay.nights} nights released")
        for night in _nights(stay):
            del self.taken[room, night]

    def _customer(self, number: int) -> Customer:
        if number not in self.customers:
            self.customers[number] = SaveCustomer(self.database)(
                str(9_800_000_000 + number), "", actor=actor_of(self.database)
            )
        return self.customers[number]


def _in_order(stays: Sequence[Stay]) -> Iterator[tuple[date, Stay, bool]]:
    """Yield what happens day by day; on one day bookings come before cancellations, as in the file."""
    made = [(stay.asked_on, False, stay) for stay in stays]
    ended = [(stay.cancelled_on, True, stay) for stay in stays if stay.cancelled_on]
    for day, is_cancellation, stay in sorted([*made, *ended], key=lambda one: (one[0], one[1], one[2].line)):
        yield day, stay, is_cancellation


def _nights(stay: Stay) -> list[date]:
    return [stay.arrival + timedelta(days=ahead) for ahead in range(stay.nights)]


def _nobody(_: object) -> None:
    """Nobody listens."""


def replay(file: Path, url: str) -> int:
    """Replay the file into an empty database, print what came of it, return the exit status."""
    began = wall.perf_counter()
    rows = list(read_stays(file))
    stays = [row for row in rows if isinstance(row, Stay)]
    bad = [row for row in rows if isinstance(row, BadRow)]
    for row in bad[:NAMED_MAX]:
        print(f"line {row.line} can't be read: {row.why}")
    if len(bad) > NAMED_MAX:
        print(f"and {len(bad) - NAMED_MAX} lines more")
    first = min((stay.asked_on for stay in stays), default=date(2020, 1, 1))
    clock = SteppedClock(datetime.combine(first, OPENS, ZONE).astimezone(UTC))
    database = _open(url, clock)
    desk = Replay(database, clock, build_hotel(database, stays))
    desk.run(stays)
    status = _tell(desk, stays, len(rows), len(bad), wall.perf_counter() - began)
    desk.database.close()
    return status


def _open(url: str, clock: SteppedClock) -> Database:
    engine = open_engine(url)
    migrate(engine)
    who = install(engine, desk_code="D1", clerk="clerk")
    return works_at(Database(engine, clock=clock, home=who.home), who, "clerk")


def _tell(desk: Replay, stays: Sequence[Stay], row_count: int, bad_count: int, seconds: float) -> int:
    with desk.database.read() as session:
        states = select(booking.c.state, func.count()).group_by(booking.c.state)
        counts = {str(state): int(count) for state, count in map(tuple, session.execute(states))}
        total = select(func.coalesce(func.sum(refund.c.amount_paise), 0)).where(refund.c.state == "done")
        refunded_paise = session.execute(total).scalar_one()
    audit = AuditDatabase(desk.database)()
    faults = [f"{line.name}: {fault}" for line in audit for fault in line.faults]
    sold, cancelled = counts.pop("confirmed", 0), counts.pop("cancelled", 0)
    refused = desk.refused.total() + bad_count
    rooms, needed = sum(map(len, desk.rooms.values())), sum(rooms_needed(stays).values())
    print(f"rooms      {rooms} where the fullest nights need {needed}")
    print(f"sold       {sold + cancelled}, of which {sold} stand")
    print(f"refused    {refused}")
    for reason, count in desk.refused.most_common():
        print(f"           {count:6} {reason}")
    if bad_count:
        print(f"           {bad_count:6} can't be read")
    print(f"cancelled  {cancelled}")
    print(f"refunded   {refunded_paise} paise")
    print(f"seconds    {seconds:.1f}")
    print(f"audit      {'clean' if not faults else ''}", *faults, sep="\n" if faults else "")
    for words in desk.wrong[:NAMED_MAX]:
        print(words)
    unaccounted = row_count - sold - refused - cancelled
    print(
        f"{row_count} bookings: {sold} sold, {refused} refused, {cancelled} cancelled,"
        f" {unaccounted} unaccounted"
    )
    return 1 if unaccounted or faults or desk.wrong or counts else 0


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, metavar="FILE", help="the bookings as CSV or CSV.GZ")
    parser.add_argument("--database", metavar="URL", help="an empty database")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            return replay(options.file, options.database or sqlite_url(Path(folder) / "hotel.sqlite3"))
        except (OSError, ValueError) as error:
            print(f"{options.file} can't be read: {error}")
            return 2


if __name__ == "__main__":
    sys.exit(main())
