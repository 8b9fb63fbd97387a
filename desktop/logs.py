"""The structured log: JSON lines, rotating, written after the commit from what was journalled.

Keys, secrets, card numbers and telephone numbers are taken out wherever they come from.
"""

import logging
import re
import sys
import threading
from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

import structlog

from db.database import JournalRecord
from desktop.log_file import SharedLogFile
from desktop.secrets_away import masked
from desktop.services.domain.figures import without_card_numbers

LOG_BYTES_MAX = 5_000_000
LOGS_KEPT = 10
SECRET_NAMES = re.compile(r"secret|password|authorization|key_id|token", re.IGNORECASE)
KEY = re.compile(r"rzp_(?:live|test)_\w+")
# An Indian mobile number, with or without the country's prefix; amounts and moments have other forms.
MOBILE = re.compile(r"(?<![\w.-])(?:\+91[ -]?)?[6-9]\d{5}(\d{4})(?![\w-])")
# Moments and ids have figures enough to look like a card's number now and then.
KEPT = re.compile(
    r"(?<!\d)\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?(?!\d)"
    r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
)

log = structlog.get_logger("counterfoil")


def open_log(file: Path) -> None:
    """Send everything that is logged, by us or by a library, to `file`; several programs may share it.

    Never fails: where nothing can be written, that is said once and sales go on.
    """
    handler = SharedLogFile(file, bytes_max=LOG_BYTES_MAX, kept=LOGS_KEPT)
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        redact,
    ]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True),
            ],
        )
    )
    root = logging.getLogger()
    for old in [one for one in root.handlers if isinstance(one, SharedLogFile)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for noisy in ("apscheduler", "urllib3", "uvicorn", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    # A job that is still under way, a connection that could not be reset: who waited for it is told anyway.
    for repeating in ("apscheduler.scheduler", "sqlalchemy.pool", "psycopg"):
        logging.getLogger(repeating).setLevel(logging.CRITICAL)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def log_faults() -> None:
    """From now on log what no thread's own code has caught, and what Python could not raise anywhere.

    Faults of the window's own thread are the window's: it logs and shows them.
    """
    threading.excepthook = _thread_fault
    sys.unraisablehook = _unraisable


def _thread_fault(fault: threading.ExceptHookArgs) -> None:
    name = fault.thread.name if fault.thread else ""
    if fault.exc_value is not None:
        log.error(
            "THREAD_FAULT", thread=name, exc_info=(fault.exc_type, fault.exc_value, fault.exc_traceback)
        )


def _unraisable(fault: "sys.UnraisableHookArgs") -> None:
    error = fault.exc_value or fault.exc_type()
    log.error(
        "UNRAISABLE_FAULT", said=fault.err_msg or "", exc_info=(fault.exc_type, error, fault.exc_traceback)
    )


def tell_journal(records: Sequence[JournalRecord]) -> None:
    """Log what a transaction has changed, after its commit. Never raises: it is committed."""
    for record in records:
        try:
            _tell(record)
        except Exception:
            logging.getLogger("counterfoil").exception("JOURNAL_NOT_LOGGED number=%s", record.number)


def _tell(record: JournalRecord) -> None:
    facts = {key: value for key, value in record.content.items() if key != "event"}
    if record.papers:
        facts["papers"] = list(record.papers)
    log.info(
        record.tag,
        booking=record.booking_id,
        desk=record.desk_id,
        clerk=record.clerk,
        journal_number=record.number,
        at=record.at.isoformat(),
        **facts,
    )


def redact(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Take secrets, card numbers and full telephone numbers out of an event, however deep they stand."""
    for name, value in event.items():
        event[name] = "[removed]" if SECRET_NAMES.search(name) else _redacted(value)
    return event


def _without_cards(text: str) -> str:
    """Take out what could be a card's number, but no part of a moment or an id."""
    parts, at = [], 0
    for kept in KEPT.finditer(text):
        parts += [without_card_numbers(text[at : kept.start()]), kept.group()]
        at = kept.end()
    return "".join((*parts, without_card_numbers(text[at:])))


def _redacted(value: object) -> object:
    if isinstance(value, str):
        return MOBILE.sub(r"...\1", _without_cards(KEY.sub("[key]", masked(value))))
    if isinstance(value, Mapping):
        return {
            name: "[removed]" if SECRET_NAMES.search(str(name)) else _redacted(one)
            for name, one in value.items()
        }
    if isinstance(value, list | tuple | set | frozenset):
        return [_redacted(one) for one in value]
    return value
