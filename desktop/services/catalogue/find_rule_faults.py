"""What is wrong with tables of rules that stand on several lines: tax slabs and tiers of cancellation."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from db.states import Kind
from desktop.services.catalogue.parsing import Parsed
from desktop.services.catalogue.row_kinds import PolicyRow
from desktop.services.catalogue.tax_row_kinds import ClassRow, TaxRow
from desktop.services.catalogue.wanted_taxes import OF_KIND, classes_of
from desktop.services.domain.catalogue_import import ImportFault
from desktop.services.domain.money import format_rupees

Slab = TaxRow | ClassRow
AIR = {True: "with air-conditioning", False: "without air-conditioning"}


def find_rule_faults(parsed: Parsed) -> Iterator[ImportFault]:
    """Yield every fault between lines of one table; a table one of whose lines has a fault is left alone."""
    tables: dict[tuple[Kind, date], list[TaxRow]] = {}
    for row in parsed.of(TaxRow):
        tables.setdefault((row.tax_on, row.effective_from), []).append(row)
    doubtful = {code.lower() for code in parsed.codes_in_doubt(TaxRow)}
    for (kind, _), rows in tables.items():
        if kind not in doubtful and all(row.up_to is None or row.up_to > row.over for row in rows):
            overlaps = list(_overlaps(rows))
            yield from overlaps or _gaps(rows)
            if not overlaps and OF_KIND[kind, True] == OF_KIND[kind, False]:
                yield from _by_air(rows)
    yield from _class_tables(parsed)
    policies: dict[tuple[str, date], list[PolicyRow]] = {}
    for tier in parsed.of(PolicyRow):
        policies.setdefault((tier.policy, tier.effective_from), []).append(tier)
    for tiers in policies.values():
        yield from _tier_faults(tiers)


def _by_air(rows: list[TaxRow]) -> Iterator[ImportFault]:
    for row in rows:
        if row.air_conditioned is not None:
            reason = "is asked of buses only: give these offerings tax classes of their own"
            yield ImportFault(row.file, row.line, "air_conditioned", reason)


def _class_tables(parsed: Parsed) -> Iterator[ImportFault]:
    tables: dict[tuple[str, date], list[ClassRow]] = {}
    first: dict[str, ClassRow] = {}
    for row in parsed.of(ClassRow):
        tables.setdefault((row.tax_class, row.valid_from), []).append(row)
        before = first.setdefault(row.tax_class, row)
        for column in ("sac", "title", "title_hi", "supply"):
            if getattr(row, column) != getattr(before, column):
                reason = f"is another than that of {before.file} line {before.line}"
                yield ImportFault(row.file, row.line, column, reason)
    doubtful = {code.lower() for code in parsed.codes_in_doubt(ClassRow)}
    for (code, _), rows in tables.items():
        if code not in doubtful and all(row.up_to is None or row.up_to > row.over for row in rows):
            overlaps = list(_overlaps(rows))
            yield from overlaps or _gaps(rows)
    for by_kind in parsed.of(TaxRow):
        for code in classes_of(by_kind):
            if code in first:
                reason = f"is the class {code}, which {first[code].file} line {first[code].line} tells too"
                yield ImportFault(by_kind.file, by_kind.line, "tax_on", reason)


def _overlaps(rows: Sequence[Slab]) -> Iterator[ImportFault]:
    for place, row in enumerate(rows):
        for first in rows[:place]:
            same = (first.over, first.air_conditioned) == (row.over, row.air_conditioned)
            if not same and _overlap(first, row):
                reason = f"overlaps the slab of {first.file} line {first.line}"
                yield ImportFault(row.file, row.line, "over", reason)


def _overlap(one: Slab, other: Slab) -> bool:
    both = one.air_conditioned is None or other.air_conditioned is None
    return (
        (both or one.air_conditioned == other.air_conditioned)
        and (one.up_to is None or other.over < one.up_to)
        and (other.up_to is None or one.over < other.up_to)
    )


def _gaps(rows: Sequence[Slab]) -> Iterator[ImportFault]:
    """Yield what a table leaves without a rate: it replaces all that was stored for its kind and day."""
    found: set[ImportFault] = set()
    for air, words in AIR.items():
        slabs = sorted((row for row in rows if row.air_conditioned in (None, air)), key=lambda row: row.over)
        if not slabs:
            found.add(
                ImportFault(rows[0].file, rows[0].line, "air_conditioned", f"leaves out what is {words}")
            )
            continue
        if slabs[0].over >= 0:
            found.add(_gap(slabs[0], "over", f"up to {format_rupees(slabs[0].over)}"))
        for lower, upper in pairwise(slabs):
            if lower.up_to is not None and lower.up_to < upper.over:
                span = f"above {format_rupees(lower.up_to)} up to {format_rupees(upper.over)}"
                found.add(_gap(upper, "over", span))
        if slabs[-1].up_to is not None:
            found.add(_gap(slabs[-1], "up_to", f"above {format_rupees(slabs[-1].up_to)}"))
    yield from sorted(found, key=lambda fault: (fault.file, fault.line, fault.column))


def _gap(row: Slab, column: str, span: str) -> ImportFault:
    return ImportFault(row.file, row.line, column, f"leaves amounts {span} without a tax")


def _tier_faults(tiers: list[PolicyRow]) -> Iterator[ImportFault]:
    first = tiers[0]
    for row in tiers[1:]:
        if row.policy_name != first.policy_name:
            reason = f"is another name than that of {first.file} line {first.line}"
            yield ImportFault(row.file, row.line, "policy_name", reason)
    for early, late in pairwise(sorted(tiers, key=lambda row: -row.hours_before)):
        if late.refund_percent > early.refund_percent and late.hours_before < early.hours_before:
            reason = f"is more than {early.file} line {early.line} gives back to who cancels earlier"
            yield ImportFault(late.file, late.line, "refund_percent", reason)
