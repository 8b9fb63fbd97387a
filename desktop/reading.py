"""Books opened to look at them: no install, no migration, no jobs, no desk, and no write anywhere."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from db.actor import Actor
from db.database import Database
from db.engine import sqlite_url
from db.halt import Halt, HaltKind
from db.ids import DeskId
from db.mode import is_practice
from db.reading import last_record_at, open_for_reading
from db.troubles import translated
from desktop import use_cases
from desktop.bootstrap import PRACTICE_KEY, PRACTICE_SECRET, keep_mark
from desktop.database_words import translated_services
from desktop.released import RELEASED
from desktop.services.domain.condition import Condition
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from desktop.services.halted import SalesHalted
from desktop.services.keeping.back_up import back_up_into
from desktop.services.staff.at_desk import AtDesk
from desktop.services.timing.compare_clocks import CompareClocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.config import Config
    from desktop.services.application import Services
    from desktop.services.domain.today import Today
    from desktop.services.events import Publish

# Nobody listens there; every use case that would ask a gateway is refused before it does.
NO_GATEWAY_URL = "http://127.0.0.1:9"
# Who looks belongs to no desk.
READER = Actor("reader", DeskId(""))
# What changes the books, the gateway's side or the keyring.
WRITES = (
    *("change_buyer", "enter_irn", "file_month", "reopen_month"),
    *("save_customer", "save_buyer", "top_up_wallet", "reverse_top_up", "make_quote", "place_hold"),
    *("release_hold", "hold_again", "take_payment", "correct_tender", "begin_gateway_payment"),
    *("check_gateway_payment", "stop_gateway_payment", "resolve_case", "call_not_ours"),
    *("revoke_foreign_rule", "cancel_booking", "enter_refund_slip", "refund_departure"),
    *("move_booking_lines", "count_copy", "stop_sale", "block_units", "lift_block", "cancel_departure"),
    *("try_live_keys", "keep_live_keys", "forget_live_keys", "reconcile", "import_catalogue"),
    *("back_up", "choose_second_place", "accept_loss"),
    *("confirm_clock", "set_clock", "reopen_booking"),
    *("sign_in", "approve"),
    *("accept_shift", "open_drawer"),
    *("open_shift", "move_cash", "close_shift", "close_forgotten", "hand_over"),
    *("sign_in", "approve", "tell_business"),
    *("keep_house_account", "change_house_account", "name_occasion"),
    *("save_deposit_rules", "keep_overdue", "save_company", "take_company_payment"),
    *("extend_hold", "break_hold", "read_broken_hold", "merge_customers", "change_customer", "change_number"),
    *("correct_invoice", "sign_in", "approve", "set_limit", "give_discount"),
    *("sign_in", "approve", "add_person", "change_person", "set_pin", "give_pin"),
    *("recover_manager", "make_recovery_code"),
    *("save_printer", "remove_printer", "queue_print", "reprint_last", "answer_print", "retry_print"),
    *("give_up_print", "keep_mail_server"),
    *("mark_arrival", "save_list_rules", "enter_guest", "change_guest", "mark_form_sent"),
    *("export_guests", "erase_guest"),
    *("recover_manager", "make_recovery_code", "read_settlements"),
    *("save_return", "save_vouchers", "save_paper_list", "keep_ledger_names"),
)


@dataclass(frozen=True, slots=True)
class ReadBooks:
    """Books that are only read, and the halt that says so."""

    database: Database
    halt: Halt


def read_books(config: Config, book: Path | None, stack: ExitStack) -> ReadBooks:
    """Open `book`, or the desk's own database, for reading, until the stack closes.

    Raises DatabaseTrouble.
    """
    opened = open_for_reading(config.url if book is None else sqlite_url(book), stack)
    database = Database(opened.engine, clock=opened.clock, home=opened.home)
    facts = {"as_of": opened.as_of, "is_copied": opened.is_copied, "time_zone": config.time_zone}
    halt = Halt(HaltKind.READ_ONLY, facts=facts)
    database.halts.put(halt)
    stack.callback(database.close)
    return ReadBooks(database, halt)


def copy_books_to(config: Config, file: Path, stack: ExitStack) -> tuple[str, ...]:
    """Write a checked backup of the desk's database into a new file; return what its audit finds.

    Raises DatabaseTrouble and BackupFailed.
    """
    return back_up_into(read_books(config, None, stack).database, file)


def open_review(config: Config, book: Path | None, publish: Publish, stack: ExitStack) -> Services:
    """Return the same services as a desk's over these books; each write raises SalesHalted.

    Raises DatabaseTrouble.
    """
    read = read_books(config, book, stack)
    database = read.database
    with translated(database.engine), database.read() as session:
        practice, home = is_practice(session.connection), session.home
    config = replace(config, practice=practice)
    gateway = RazorpayGateway(
        PRACTICE_KEY, PRACTICE_SECRET, base_url=NO_GATEWAY_URL, practice=True, now=_no_time
    )
    facts = DeskSettings(config.time_zone, practice, config.grace_seconds)
    # Nobody compares clocks here, and nothing is written that a mark could tell: both only stand there.
    compare = CompareClocks(database, lambda: READER, released=RELEASED, time_zone=config.time_zone)
    mark = keep_mark(config, database, READER, home, lambda _name, _error: None)
    reader = AtDesk(READER.desk_id, READER.person, keeps_people=False)
    built = use_cases.build(
        database,
        gateway,
        facts,
        config,
        publish,
        reader,
        _no_live_gateway,
        compare,
        mark,
    )
    refused: dict[str, Any] = dict.fromkeys(WRITES, _refusing(read.halt))
    as_of = _AsOf(database, read.halt, built.services.show_today)
    services = replace(
        built.services, desk_code="", read_condition=as_of.condition, show_today=as_of.show_today, **refused
    )
    return translated_services(services, database)


class _AsOf:
    """Books that others may be writing: as of which record they were read last.

    The window asks for the condition on its own thread, so that it is read with the day's numbers, beside it.
    """

    def __init__(self, database: Database, halt: Halt, show_today: Callable[[], Today]) -> None:
        self._database = database
        self._halt = halt
        self._show_today = show_today

    def show_today(self) -> Today:
        """Read the day's numbers, and with them how far the books have come."""
        today = self._show_today()
        with self._database.read() as session:
            facts = {**self._halt.facts, "as_of": last_record_at(session)}
        self._halt = replace(self._halt, facts=facts)
        return today

    def condition(self) -> Condition:
        """Return what was read last; asks nobody."""
        return Condition(halts=(self._halt,))


def _refusing(halt: Halt) -> Callable[..., NoReturn]:
    def refuse(*_args: object, **_options: object) -> NoReturn:
        raise SalesHalted(halt)

    return refuse


def _no_live_gateway(_key_id: str, _secret: str) -> NoReturn:
    raise ValueError("books that are only read ask no gateway")


def _no_time() -> NoReturn:
    raise RuntimeError("no gateway is asked about books that are only read")
