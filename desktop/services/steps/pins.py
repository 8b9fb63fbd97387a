"""PINs and recovery codes: hashed by Argon2id, compared behind a growing delay."""

from collections.abc import Callable
from functools import cache
from math import ceil

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from db import people
from db.actor import Actor
from db.database import Database
from db.halt import Purpose
from db.people import PersonRow
from desktop.services.domain.pin_delay import FREE_AT_DESK, FREE_OF_PERSON, delay_after
from desktop.services.domain.recovery_code import bare_recovery_code
from desktop.services.domain.staff import is_code, is_pin
from desktop.services.errors import BadRequest
from desktop.services.staff_errors import NeedsOwnPin, PinWaits, WrongPin, WrongRecoveryCode


@cache
def _hasher() -> PasswordHasher:
    # OWASP's second choice for Argon2id: some 50 ms and 19 MiB on a PC at a desk.
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hash_secret(secret: str) -> str:
    """Return what is kept of a PIN or a recovery code."""
    return _hasher().hash(secret)


def is_secret(kept: str, secret: str) -> bool:
    """Tell whether `kept` was made of this secret; it takes some 50 ms either way."""
    try:
        return _hasher().verify(kept or _nobody(), secret) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    """Compared where there is nobody, so that a code that is not there takes as long."""
    return hash_secret("nobody")


def check_pin(
    database: Database, actor: Actor, code: str, pin: str, *, may_be_given: bool = False
) -> PersonRow:
    """Return the person whose code and PIN these are. Raises BadRequest, PinWaits, WrongPin.

    NeedsOwnPin: the PIN is right but was given by somebody else, unless that `may_be_given` counts.
    """
    if not is_code(code):
        raise BadRequest("code", "malformed")
    if not is_pin(pin):
        raise BadRequest("pin", "malformed")
    row = _guess(database, actor, code, pin, lambda one: one.pin_hash, WrongPin)
    if row.needs_pin and not may_be_given:
        raise NeedsOwnPin(row.name)
    return row


def check_recovery_code(database: Database, actor: Actor, code: str, recovery_code: str) -> PersonRow:
    """Return the manager whose code and recovery code these are.

    Raises BadRequest, PinWaits, WrongRecoveryCode: it is guarded as PINs are, together with them.
    """
    if not is_code(code):
        raise BadRequest("code", "malformed")
    secret = bare_recovery_code(recovery_code)
    if not secret:
        raise BadRequest("recovery_code", "malformed")
    return _guess(database, actor, code, secret, lambda one: one.recovery_hash, WrongRecoveryCode)


def _guess(
    database: Database,
    actor: Actor,
    code: str,
    secret: str,
    kept: Callable[[PersonRow], str],
    wrong: type[WrongPin],
) -> PersonRow:
    """Return whose secret it is.

    The guess is written down before it is compared: whoever ends the program meanwhile has guessed, and two
    desks at once have guessed twice. A person's delay is the same at every desk; a desk has one as well.
    """
    # Whoever puts right what halts the desk has to sign in first; the journal gets nothing of it.
    with database.write(actor, Purpose.REMEDY) as session:
        row = people.find_by_code(session, code)
        person = row if row is not None and row.left_at is None else None
        subjects = {actor.desk_id: FREE_AT_DESK} | ({person.id: FREE_OF_PERSON} if person else {})
        known = {guard.subject_id: guard for guard in people.guards(session, *subjects)}
        until = max((guard.wait_until for guard in known.values()), default=session.now)
        if until > session.now:
            raise PinWaits(until=until, seconds=ceil((until - session.now).total_seconds()))
        waits = []
        for subject, free in subjects.items():
            failures = known[subject].failures + 1 if subject in known else 1
            waits.append(delay_after(failures, free))
            people.note_failure(session, subject, failures, session.now + waits[-1])
    if not is_secret(kept(person) if person else "", secret) or person is None:
        raise wrong(wait_seconds=int(max(waits).total_seconds()))
    with database.write(actor, Purpose.REMEDY) as session:
        people.forget_failures(session, *subjects)
    return person
