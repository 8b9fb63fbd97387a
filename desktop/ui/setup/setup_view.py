"""What a trial of keys and a comparison with the gateway say, as values in the order of their weight."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.services.domain.account_report import AccountReport
from desktop.services.domain.reconciliation import Reconciliation

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
    REFUNDS_DIFFER = "refunds_differ"
    REFUNDS_MATCH = "refunds_match"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a report with what its sentence needs."""

    mark: Mark
    found: Found
    count: int = 0
    amount_paise: int = 0
    names: tuple[str, ...] = ()


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
    if "qr" in lacks:
        qr = Finding(Mark.BAD, Found.NO_QR)
    elif "image_content" in lacks:
        qr = Finding(Mark.CAREFUL, Found.QR_AS_PICTURE)
    else:
        qr = Finding(Mark.GOOD, Found.QR)
    link = Finding(Mark.CAREFUL, Found.NO_LINK) if "link" in lacks else Finding(Mark.GOOD, Found.LINK)
    limit = (Finding(Mark.CAREFUL, Found.AMOUNT_LIMIT),) if "amount" in lacks else ()
    others = tuple(sorted(lacks - {"qr", "image_content", "link", "amount"}))
    other = (Finding(Mark.CAREFUL, Found.OTHER_LACK, names=others),) if others else ()
    return (qr, link, *limit, *other)


def _clock(offset_seconds: float) -> tuple[Finding, ...]:
    if abs(offset_seconds) <= CLOCK_OFFSET_SECONDS_MAX:
        return ()
    found = Found.CLOCK_BEHIND if offset_seconds > 0 else Found.CLOCK_AHEAD
    return (Finding(Mark.CAREFUL, found, round(abs(offset_seconds))),)


def reconciliation_findings(report: Reconciliation) -> tuple[Finding, ...]:
    """Return what matches with the gateway and what does not."""
    asked = Finding(Mark.GOOD, Found.OPEN_ASKED, report.open_asked_count)
    if not report.is_complete:
        return (Finding(Mark.BAD, Found.INCOMPLETE, report.open_asked_count),)
    unseen = report.taken_in_count + report.foreign_count
    matched = Finding(Mark.GOOD, Found.MATCHED, max(report.captured_count - unseen, 0), report.captured_paise)
    lines = [matched]
    if report.open_asked_count:
        lines.append(asked)
    if report.taken_in_count:
        lines.append(Finding(Mark.CAREFUL, Found.TAKEN_IN, report.taken_in_count))
    if report.foreign_count:
        lines.append(Finding(Mark.BAD, Found.FOREIGN, report.foreign_count))
    if report.refund_differences:
        names = report.refund_differences
        lines.append(Finding(Mark.BAD, Found.REFUNDS_DIFFER, len(names), names=names))
    else:
        lines.append(Finding(Mark.GOOD, Found.REFUNDS_MATCH))
    return tuple(lines)
