"""What confirms a booking: the rules of the house, and what they ask of one booking."""

from collections.abc import Sequence

from db import bookings, deposits, journal
from db.actor import Actor
from db.catalogue_words import BalanceDue
from db.database import Database
from db.deposits import DepositRuleRow
from db.ids import BookingId
from db.states import ANY_KIND, BookingState, Kind
from desktop.services.domain.deposits import DepositRule, DepositTerms
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.open_balance import read_rules, read_terms

WHOLE_BP = 10_000
HOURS_MAX = 24 * 366
DAY_MINUTES = 24 * 60
LEAST_PAISE_MAX = 10_00_000_00


class ListDepositRules:
    """Read the rules of the house."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[DepositRule, ...]:
        """Return every rule, by what it covers."""
        with self._database.read() as session:
            return tuple(read_rules(session))


class ShowDepositTerms:
    """Read what confirms a hold by the rules as they are now."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, booking_id: BookingId) -> DepositTerms | None:
        """Return the terms; None where no part can confirm: no hold, or the rest would be due at once."""
        with self._database.read() as session:
            booking = bookings.find(session, booking_id)
            if booking is None or booking.state is not BookingState.HELD:
                return None
            terms = read_terms(session, booking_id)
            return terms if terms.is_possible(session.now) else None


class SaveDepositRules:
    """Put rules in the place of all that the house had. What is confirmed already stays as it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, rules: Sequence[DepositRule], *, actor: Actor) -> tuple[DepositRule, ...]:
        """Return the rules of now. Raises BadRequest and NotPermitted."""
        for rule in rules:
            _check(rule)
        if len({rule.covers for rule in rules}) < len(rules):
            raise BadRequest("covers", "twice")
        with self._database.write(actor) as session:
            before = read_rules(session)
            wanted = sorted(rules, key=lambda rule: rule.covers)
            if before != wanted:
                _check_offerings(deposits.offering_codes(session), wanted)
                told = [_told(rule) for rule in wanted]
                check_permission(session, ManagerAct.KEEP_HOUSE, f"deposit_rules {'; '.join(told)}")
                deposits.write_rules(
                    session,
                    [
                        DepositRuleRow(
                            rule.covers,
                            rule.percent_bp,
                            rule.least_paise,
                            rule.due,
                            rule.due_value,
                            rule.is_active,
                        )
                        for rule in wanted
                    ],
                )
                journal.record(session, "DEPOSIT_RULES_SAVED", {"rules": told})
        return tuple(wanted)


def _check(rule: DepositRule) -> None:
    if not 0 <= rule.percent_bp <= WHOLE_BP:
        raise BadRequest("percent", "out_of_range", most=100)
    if not 0 <= rule.least_paise <= LEAST_PAISE_MAX:
        raise BadRequest("least", "out_of_range", most_paise=LEAST_PAISE_MAX)
    most = {BalanceDue.BEFORE_START: HOURS_MAX, BalanceDue.BY_CLOCK: DAY_MINUTES - 1}.get(rule.due, 0)
    if not 0 <= rule.due_value <= most:
        raise BadRequest("due", "out_of_range", most=most)


def _check_offerings(known: set[str], rules: Sequence[DepositRule]) -> None:
    for rule in rules:
        if rule.covers not in (ANY_KIND, *Kind) and rule.covers not in known:
            raise BadRequest("covers", "unknown", text=rule.covers)


def _told(rule: DepositRule) -> str:
    text = f"{rule.covers} {rule.percent_bp} bp least={rule.least_paise} {rule.due}={rule.due_value}"
    return text if rule.is_active else f"{text} off"
