"""What a trial of keys and a comparison with the gateway say, as values in the order of their weight."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.states import InstrumentKind
from desktop.services.domain.account_report import AccountReport
from desktop.services.domain.reconciliation import GatewayDay, Reconciliation

CLOCK_OFFSET_SECONDS_MAX = 60


class Mark(StrEnum):
    """How a finding is to be taken; each has its own shape."""

    GOOD = "good"
    CAREFUL = "careful"
    BAD = "bad"


class Found(StrEnum):
    """What was found out about an account or the books."""

    UNREACHABLE = "unreachable"
    WRONG_KEYS = "wrong_keys"
    LIVE = "live"
    TEST = "test"
    QR = "qr"
    NO_QR = "no_qr"
    QR_AS_PICTURE = "qr_as_picture"
    LINK = "link"
    NO_LINK = "no_link"
    AMOUNT_LIMIT = "amount_limit"
    OTHER_LACK = "other_lack"
    CLOCK_BEHIND = "clock_behind"
    CLOCK_AHEAD = "clock_ahead"
    INCOMPLETE = "incomplete"
    MATCHED = "matched"
    OPEN_ASKED = "open_asked"
    TAKEN_IN = "taken_in"
    FOREIGN = "foreign"
    RULED = "ruled"
    OTHERS = "others"
    REFUNDS_DIFFER = "refunds_differ"
    REFUNDS_MATCH = "refunds_match"
    AMOUNTS_DIFFER = "amounts_differ"
    MISSING = "missing"
    UNDECIDED = "undecided"
    OPEN_LEFT = "open_left"
    OWNER_UNKNOWN = "owner_unknown"
    DAY_EVEN = "day_even"
    DAY_UNDECIDED = "day_undecided"
    DAY_DIFFERS = "day_differs"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a report with what its sentence needs."""

    mark: Mark
    found: Found
    count: int = 0
    amount_paise: int = 0
    names: tuple[str, ...] = ()
    day: date | None = None


def account_findings(report: AccountReport) -> tuple[Finding, ...]:
    """Return what the account can do and what it lacks."""
    if not report.reachable:
        return (Finding(Mark.BAD, Found.UNREACHABLE),)
    clock = _clock(report.clock_offset_seconds)
    if "keys" in report.lacks:
        return (Finding(Mark.BAD, Found.WRONG_KEYS), *clock)
    kind = Finding(Mark.GOOD, Found.LIVE) if report.is_live else Finding(Mark.CAREFUL, Found.TEST)
    return (kind, *_ways(frozenset(report.lacks)), *clock)


def _ways(lacks: frozenset[str]) -> tuple[Finding, ...]:
    if InstrumentKind.QR in lacks:
        qr = Finding(Mark.BAD, Found.NO_QR)
    elif "image_content" in lacks:
        qr = Finding(Mark.CAREFUL, Found.QR_AS_PICTURE)
    else:
        qr = Finding(Mark.GOOD, Found.QR)
    link = (
        Finding(Mark.CAREFUL, Found.NO_LINK)
        if InstrumentKind.LINK in lacks
        else Finding(Mark.GOOD, Found.LINK)
    )
    limit = (Finding(Mark.CAREFUL, Found.AMOUNT_LIMIT),) if "amount" in lacks else ()
    others = tuple(sorted(lacks - {InstrumentKind.QR, "image_content", InstrumentKind.LINK, "amount"}))
    other = (Finding(Mark.CAREFUL, Found.OTHER_LACK, names=others),) if others else ()
    return (qr, link, *limit, *other)


def _clock(offset_seconds: float) -> tuple[Finding, ...]:
    if abs(offset_seconds) <= CLOCK_OFFSET_SECONDS_MAX:
        return ()
    found = Found.CLOCK_BEHIND if offset_seconds > 0 else Found.CLOCK_AHEAD
    return (Finding(Mark.CAREFUL, found, round(abs(offset_seconds))),)


def reconciliation_findings(report: Reconciliation) -> tuple[Finding, ...]:
    """Return what matches with the gateway and what does not."""
    found = report.comparison
    if found is None:
        return (Finding(Mark.BAD, Found.INCOMPLETE),)
    if found.amount_differences:
        amounts = Finding(Mark.BAD, Found.AMOUNTS_DIFFER, names=found.amount_differences)
    else:
        amounts = Finding(Mark.GOOD, Found.MATCHED, found.captured_count, found.captured_paise)
    if found.refund_differences:
        refunds = Finding(Mark.BAD, Found.REFUNDS_DIFFER, names=found.refund_differences)
    else:
        refunds = Finding(Mark.GOOD, Found.REFUNDS_MATCH)
    undecided = Finding(Mark.CAREFUL, Found.UNDECIDED, found.undecided_paise, found.undecided_paise)
    others = Finding(Mark.GOOD, Found.OTHERS, found.others_count, found.others_paise)
    came = (amounts, *(line for line in (others, undecided) if line.count), refunds)
    counted = (
        Finding(Mark.BAD, Found.MISSING, len(report.missing), names=report.missing),
        Finding(Mark.GOOD, Found.OPEN_ASKED, report.open_asked_count),
        Finding(Mark.CAREFUL, Found.TAKEN_IN, report.taken_in_count),
        Finding(Mark.CAREFUL, Found.OPEN_LEFT, report.open_left_count),
        Finding(Mark.BAD, Found.FOREIGN, report.foreign_count),
        Finding(Mark.GOOD, Found.RULED, report.ruled.count, report.ruled.paise),
        Finding(Mark.CAREFUL, Found.OWNER_UNKNOWN, 0 if report.is_complete else 1),
    )
    return (*came, *(line for line in counted if line.count))


def day_finding(report: GatewayDay) -> Finding:
    """Return the line of one day."""
    found = report.comparison
    names = (*found.amount_differences, *found.refund_differences)
    if names:
        mark, what = Mark.BAD, Found.DAY_DIFFERS
    elif found.undecided_paise:
        mark, what = Mark.CAREFUL, Found.DAY_UNDECIDED
    else:
        mark, what = Mark.GOOD, Found.DAY_EVEN
    return Finding(mark, what, found.captured_count, found.captured_paise, names, report.day)
