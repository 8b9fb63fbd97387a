"""The slip of a closed shift: its figures as they were when it was sealed. All amounts in paise."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from db.ids import BookingId, DocumentId
from db.states import Tender
from desktop.services.domain.document import Document
from desktop.services.domain.drawer_day import ActKind, ShiftAct


@dataclass(frozen=True, slots=True)
class ZDay:
    """What a shift did on one day of its desk; a shift over midnight has two."""

    day: date
    sales: int = 0
    taken: Mapping[Tender, int] = field(default_factory=dict)
    given_back: Mapping[Tender, int] = field(default_factory=dict)
    # Top-ups, their taking back and moves of the drawer.
    moved: Mapping[ActKind, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ZOpen:
    """Something of the desk that was not finished at the close; `kind` is a word of the shift's open work."""

    kind: str
    reference: str
    amount_paise: int


@dataclass(frozen=True, slots=True)
class ZFigures:
    """What the slip says. The card machine's are None where its slip was not counted.

    `series`: the last number of each series of the desk, such as D1-R-2026-000042.
    """

    desk_code: str
    clerk: str
    opened_at: datetime
    closed_at: datetime
    closed_by: str
    has_drawer: bool
    float_paise: int
    opening_difference_paise: int
    days: tuple[ZDay, ...]
    counted_paise: int
    expected_paise: int
    card_counted_paise: int | None
    card_expected_paise: int
    to_safe_paise: int
    left_paise: int
    note: str
    still_open: tuple[ZOpen, ...]
    seal_number: int
    seal_hash: str
    series: tuple[str, ...]
    # In which its moments are told; slips of before keep none: then it is that of the desk.
    time_zone: str = ""

    @property
    def difference_paise(self) -> int:
        """What the drawer had too much; below zero: too little."""
        return self.counted_paise - self.expected_paise


@dataclass(frozen=True, slots=True)
class ZSlip:
    """A Z slip as it was made; `copies` is how often it has been printed before."""

    id: DocumentId
    number: str
    made_at: datetime
    practice: bool
    copies: int
    time_zone: str
    figures: ZFigures


# Whatever has a number and can be printed.
Paper = Document | ZSlip


def days_of(acts: Iterable[ShiftAct], zone: ZoneInfo) -> tuple[ZDay, ...]:
    """Add up what was done, by the days of the desk, the first day first."""
    by_day: dict[date, list[ShiftAct]] = defaultdict(list)
    for act in acts:
        if act.sign:
            by_day[act.at.astimezone(zone).date()].append(act)
    return tuple(_day(day, by_day[day]) for day in sorted(by_day))


def _day(day: date, acts: list[ShiftAct]) -> ZDay:
    sold: set[BookingId | None] = set()
    taken: dict[Tender, int] = defaultdict(int)
    back: dict[Tender, int] = defaultdict(int)
    moved: dict[ActKind, int] = defaultdict(int)
    for act in acts:
        if act.kind is ActKind.PAYMENT:
            sold.add(act.booking_id)
            taken[act.tender] += act.amount_paise
        elif act.kind is ActKind.REFUND:
            back[act.tender] += act.amount_paise
        else:
            moved[act.kind] += act.amount_paise
    return ZDay(day, len(sold), dict(taken), dict(back), dict(moved))


def to_content(figures: ZFigures) -> dict[str, Any]:
    """Return the figures as they are kept: words, whole numbers and moments as text."""
    kept = asdict(figures)
    kept["opened_at"], kept["closed_at"] = figures.opened_at.isoformat(), figures.closed_at.isoformat()
    for day in kept["days"]:
        day["day"] = day["day"].isoformat()
    return kept


def from_content(kept: Mapping[str, Any]) -> ZFigures:
    """Return the figures that were kept so."""
    read = dict(kept)
    for name in ("opened_at", "closed_at"):
        read[name] = datetime.fromisoformat(read[name])
    read["days"] = tuple(
        ZDay(
            date.fromisoformat(day["day"]),
            day["sales"],
            {Tender(word): paise for word, paise in day["taken"].items()},
            {Tender(word): paise for word, paise in day["given_back"].items()},
            {ActKind(word): paise for word, paise in day["moved"].items()},
        )
        for day in read["days"]
    )
    read["still_open"] = tuple(ZOpen(**one) for one in read["still_open"])
    read["series"] = tuple(read["series"])
    return ZFigures(**read)
