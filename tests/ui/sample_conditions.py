"""Conditions that the books may be in, one for each thing that the page Books says."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.halt import EVERYTHING, Checksums, Halt, HaltKind, PagesSeen, Purpose
from db.reach import Reach, ServerState
from desktop.services.domain.backups import Backup, BackupsKnown
from desktop.services.domain.clock_state import NOT_FINAL, ClockKnown, ClockQuestion, ClockState
from desktop.services.domain.condition import Condition
from desktop.services.domain.loss import Adopted, Loss, LostAct, LostNumbers, MarkCondition

NOW = datetime(2026, 11, 29, 3, 25, tzinfo=UTC)
ZONE = "Asia/Kolkata"
FOLDER = Path("D:/Programs of the front desk/Counterfoil/Roaming/backups")
STICK = Path("E:/counterfoil")
TABLES = ("journal", "line", "claim", "ledger", "payment", "document", "customer")


def _backup(hours: int, folder: Path = FOLDER) -> Backup:
    moment = NOW - timedelta(hours=hours)
    return Backup(
        folder / f"counterfoil-0197f1c2-5d3e-{moment:%Y%m%dT%H%M%SZ}.sqlite3", "0197f1c2-5d3e", moment, True
    )


def _clock(
    question: ClockQuestion = ClockQuestion.NONE, refused: frozenset[Purpose] = frozenset()
) -> ClockKnown:
    state = ClockState(question, refused, ahead=timedelta(hours=5, minutes=30))
    return ClockKnown(NOW, state, NOW - timedelta(hours=90), None, False)


PAGES = PagesSeen(NOW - timedelta(minutes=8), Checksums.ON)
SOUND = _clock()
BACKUPS = BackupsKnown(FOLDER, _backup(3), STICK, True, _backup(27, STICK))
TAGS = (
    ("BOOKING_RESERVED", 483_000, ""),
    ("PAYMENT_CAPTURED", 483_000, "D1-R-2026-000003"),
    ("CUSTOMER_SAVED", None, ""),
    ("MARK_ADOPTED", None, ""),
)
ACTS = tuple(
    LostAct(16 + place, NOW - timedelta(minutes=90 - place), *_facts)
    for place in range(12)
    for _facts in [(TAGS[place % 4][0], f"BK-7F3K2{place % 9}", *TAGS[place % 4][1:])]
)
NUMBERS = (LostNumbers("receipt", 2026, 3, 5), LostNumbers("ticket", 2026, 11, 12))


def _loss(kind: HaltKind, acts: tuple[LostAct, ...] = ACTS) -> Loss:
    return Loss(kind, 27, "a" * 64, 15, 15, NOW - timedelta(hours=3), NOW, acts, NUMBERS)


def _in_question(question: ClockQuestion, refused: frozenset[Purpose] = EVERYTHING) -> Condition:
    clock = _clock(question, refused)
    halt = Halt(HaltKind.CLOCK, clock.state.refused, {"known": clock, "time_zone": ZONE})
    return Condition(halts=(halt,), clock=clock, backups=BACKUPS, pages=PAGES)


DAMAGED = Halt(HaltKind.DAMAGED, facts={"tables": TABLES, "backup": _backup(3)})
LACKING = Halt(HaltKind.BEHIND, facts={"records": 12})
OTHER = Halt(HaltKind.FOREIGN, facts={"backup": _backup(3)})
READ_ONLY = Halt(HaltKind.READ_ONLY, facts={"as_of": NOW, "time_zone": ZONE, "is_copied": True})
MOVED = Halt(HaltKind.MOVED, facts={"to": "postgresql://desk@server/books", "at": NOW})


def _served(state: ServerState, *halts: Halt) -> Condition:
    return Condition(
        halts=halts,
        server=Reach(state, NOW),
        clock=SOUND,
        backups=BACKUPS,
        pages=PagesSeen(NOW, Checksums.SERVER_OFF),
    )


CONDITIONS = {
    "nothing wrong": Condition(clock=SOUND, backups=BACKUPS, pages=PAGES),
    "being checked": Condition(is_checking=True, clock=SOUND, backups=BACKUPS, pages=PagesSeen(per_cent=40)),
    "damaged with a backup": Condition(halts=(DAMAGED,), clock=SOUND, backups=BACKUPS, pages=PAGES),
    "behind": Condition(
        halts=(LACKING,),
        mark=MarkCondition(_loss(HaltKind.BEHIND)),
        clock=SOUND,
        backups=BACKUPS,
        pages=PAGES,
    ),
    "foreign": Condition(
        halts=(OTHER,),
        mark=MarkCondition(_loss(HaltKind.FOREIGN, ())),
        clock=SOUND,
        backups=BACKUPS,
        pages=PAGES,
    ),
    "first time here": Condition(
        mark=MarkCondition(adopted=Adopted("D1-R-2026-000003", NOW), trouble="read-only"),
        clock=SOUND,
        backups=BACKUPS,
        pages=PAGES,
    ),
    "clock in question": _in_question(ClockQuestion.LONG_AFTER),
    "clock before the records": _in_question(ClockQuestion.BEFORE_RECORD),
    "clock moved": _in_question(ClockQuestion.PC_MOVED, NOT_FINAL),
    "old backup": Condition(
        clock=SOUND,
        backups=BackupsKnown(FOLDER, _backup(60), STICK, False, _backup(99), NOW),
        pages=PagesSeen(NOW, Checksums.NOT_HERE),
    ),
    "no backup": Condition(clock=SOUND, backups=BackupsKnown(FOLDER), pages=PagesSeen()),
    "server answers": _served(ServerState.ANSWERS),
    "server silent": _served(ServerState.SILENT),
    "standby": _served(ServerState.STANDBY, Halt(HaltKind.STANDBY)),
    "standby that does not confirm": _served(
        ServerState.UNCONFIRMED, Halt(HaltKind.STANDBY, facts={"unconfirmed": True})
    ),
    "kept by another program": _served(ServerState.LOCKED),
    "read only": Condition(halts=(READ_ONLY,), pages=PAGES),
    "moved": Condition(halts=(MOVED,), clock=SOUND, pages=PAGES),
    "newer schema": Condition(halts=(Halt(HaltKind.SCHEMA),), clock=SOUND, pages=PAGES),
    "three at once": Condition(
        halts=(DAMAGED, LACKING, *_in_question(ClockQuestion.LONG_AFTER).halts),
        mark=MarkCondition(_loss(HaltKind.BEHIND), trouble="read-only"),
        clock=_clock(ClockQuestion.LONG_AFTER, EVERYTHING),
        backups=BACKUPS,
        pages=PAGES,
    ),
}
