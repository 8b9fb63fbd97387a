"""Hears every use case that changes the books, and looks whether it stood there before the key."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableWidget,
    QWidget,
)

from desktop.ui.formats import amount
from desktop.ui.keys.key_rule import QUIET_SECONDS

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.ui.desk_window import DeskWindow
    from tests.ui.hand import Hand

# The clock of the hand is in seconds, its stamps in whole milliseconds.
GRAIN = 0.002
LOOKS_KEPT = 400
KINDS = QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractItemView
ROWS_READ = 12
# What takes, holds or gives back.
MONEY = frozenset(
    (
        *("place_hold", "release_hold", "take_payment", "begin_gateway_payment", "stop_gateway_payment"),
        *("cancel_booking", "refund_departure", "resolve_case", "top_up_wallet", "reverse_top_up"),
        *("correct_tender", "enter_refund_slip", "move_booking_lines", "stop_sale", "block_units"),
        *(
            "lift_block",
            "cancel_departure",
            "keep_live_keys",
            "forget_live_keys",
            "hold_again",
            "call_not_ours",
            "accept_loss",
            "keep_overdue",
            "take_company_payment",
            *("extend_hold", "break_hold", "merge_customers", "change_customer", "change_buyer"),
        ),
    )
)
# What writes too, and neither takes, holds nor gives back: a name, a price, an answer that was asked for.
OTHER_WRITES = frozenset(
    (
        *("save_customer", "make_quote", "check_gateway_payment", "count_copy", "reconcile"),
        "read_settlements",
        *("try_live_keys", "import_catalogue", "save_buyer", "revoke_foreign_rule"),
        *("enter_irn", "file_month", "reopen_month"),
        *("back_up", "choose_second_place"),
        *("confirm_clock", "set_clock", "reopen_booking"),
        *("sign_in", "approve", "tell_business"),
        *("sign_in", "approve"),
        *("keep_house_account", "change_house_account", "name_occasion"),
        *("save_deposit_rules", "save_company"),
        *("sign_in", "approve", "read_broken_hold", "change_number", "correct_invoice"),
        *("sign_in", "approve", "set_limit", "give_discount"),
        *("sign_in", "approve", "add_person", "change_person", "set_pin", "give_pin"),
        *("recover_manager", "make_recovery_code"),
        *("accept_shift", "open_drawer"),
        # Paper is no money: what is printed, where and by whom it is mailed takes, holds and gives nothing.
        *("save_printer", "remove_printer", "queue_print", "reprint_last", "answer_print", "retry_print"),
        *("give_up_print", "keep_mail_server"),
        # Files for the accountant, and what ledgers are called there.
        *("save_return", "save_vouchers", "save_paper_list", "keep_ledger_names"),
        # What a shift counts and moves stands on its own button: no booking is taken, held or given back.
        *("open_shift", "move_cash", "close_shift", "close_forgotten", "hand_over"),
        *("mark_arrival", "save_list_rules", "enter_guest", "change_guest", "mark_form_sent"),
        *("export_guests", "erase_guest"),
    )
)
# Where the reason, or the slip, stands among what is asked for.
REASON_AT = {"stop_sale": 4, "block_units": 4, "cancel_departure": 2, "reverse_top_up": 1}
REASON_AT |= {"break_hold": 1, "merge_customers": 2, "change_customer": 2}
REASON_AT |= {"enter_refund_slip": 1, "correct_tender": 3, "move_booking_lines": 3}


@dataclass
class ShownBefore:
    """`done` are the use cases that were asked for, `faults` those that nobody had seen before the key."""

    services: Services
    hand: Hand | None = None
    window: DeskWindow | None = None
    done: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _looks: deque[tuple[float, frozenset[str]]] = field(default_factory=lambda: deque(maxlen=LOOKS_KEPT))
    _totals: dict[str, int] = field(default_factory=dict)

    def watched(self) -> Services:
        """Return the same services, each act on the books heard before it is done."""
        changed: dict[str, Any] = {name: self._heard(name) for name in MONEY}
        changed["make_quote"] = self._priced
        return replace(self.services, **changed)

    def attend(self, hand: Hand, window: DeskWindow) -> None:
        """Watch this window and this hand from now on."""
        self.hand, self.window = hand, window
        hand.look = self.look
        self._looks.clear()
        self.look()

    def look(self) -> None:
        """Note what stands on the window now."""
        if self.window is None or self.hand is None:
            return
        shown = texts_of(self.window)
        if not self._looks or self._looks[-1][1] != shown:
            self._looks.append((self.hand.now, shown))

    def _priced(self, *args: Any, **options: Any) -> Any:
        quote = self.services.make_quote(*args, **options)
        self._totals[quote.id] = quote.total_paise
        return quote

    def _heard(self, name: str) -> Callable[..., Any]:
        work = getattr(self.services, name)

        @wraps(work, updated=())
        def call(*args: Any, **options: Any) -> Any:
            self._judge(name, args)
            return work(*args, **options)

        return call

    def _judge(self, name: str, args: tuple[Any, ...]) -> None:
        self.done.append(name)
        hand = self.hand
        if hand is None:
            return
        # A letter waits for the end of its run: another key may have been struck since.
        press = hand.rule._press
        if press is None:
            self.faults.append(f"{name} by no key")
            return
        struck = min(hand.strikes, key=lambda one: abs(one - press.struck))
        quiet = struck - max((one for one in hand.strikes if one < struck), default=float("-inf"))
        if quiet < QUIET_SECONDS - GRAIN or abs(struck - press.struck) > GRAIN:
            self.faults.append(f"{name} {quiet:.3f} s after another key")
        before = struck - QUIET_SECONDS + GRAIN
        earlier = [shown for at, shown in self._looks if at <= before][-1:]
        since = [shown for at, shown in self._looks if before < at <= struck]
        for words in self.words_of(name, args):
            if not earlier or any(not _stands(words, shown) for shown in (*earlier, *since)):
                self.faults.append(f"{name}: {words!r} had not stood on the page for 0.3 s")

    def words_of(self, name: str, args: tuple[Any, ...]) -> tuple[str, ...]:
        """Return what had to stand on the page: how much, for whom or what, and why."""
        services = self.services
        if name == "place_hold":
            return amount(self._totals[args[0]]), services.get_customer(args[1]).name
        if name == "call_not_ours":
            cases = {case.id: case.amount_paise for case in services.list_open_cases()}
            return _sums(sum(cases[case_id] for case_id in args[0]))
        if name in ("take_payment", "begin_gateway_payment", "release_hold", "cancel_booking", "hold_again"):
            booking_id = args[0].booking_id if name == "take_payment" else args[0]
            return _words_of_booking(name, args, services.find_booking(booking_id))
        if name == "refund_departure":
            back = sum(row.plan.refund_paise for row in args[0])
            return (*(row.reference for row in args[0]), *_sums(back))
        if name == "resolve_case":
            case = next(case for case in services.list_open_cases() if case.id == args[0])
            return (amount(case.amount_paise),)
        if name == "top_up_wallet":
            return services.get_customer(args[0]).name, amount(args[1])
        place = REASON_AT.get(name)
        return (args[place],) if place is not None and args[place] else ()


def _words_of_booking(name: str, args: tuple[Any, ...], booking: Booking) -> tuple[str, ...]:
    sums: tuple[int, ...] = ()
    if name == "hold_again":
        sums = (booking.total_paise,)
    elif name == "take_payment":
        sums = tuple(part.amount_paise for part in args[0].parts)
    elif name == "begin_gateway_payment":
        sums = booking.due_paise - args[1], args[1]
    elif name == "cancel_booking":
        return booking.reference, args[1], *_sums(args[2].refund_paise)
    return booking.reference, *_sums(*sums)


def _sums(*paise: int) -> tuple[str, ...]:
    return tuple(amount(one) for one in paise if one)


def texts_of(window: DeskWindow) -> frozenset[str]:
    """Return the texts of the page and the holds, of lists the first rows, of fields what is typed."""
    found: set[str] = set()
    for widget in _parts(window):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            found.add(widget.text())
        elif isinstance(widget, QComboBox):
            found.add(widget.currentText())
        elif isinstance(widget, QAbstractItemView):
            found |= _rows(widget)
    return frozenset(found)


def _parts(window: DeskWindow) -> list[QWidget]:
    page = window.pages.currentWidget() or window
    return [window.side.holds, *(part for kind in KINDS for part in page.findChildren(kind))]


def _rows(view: QAbstractItemView) -> set[str]:
    model, nowhere = view.model(), QModelIndex()
    columns = model.columnCount(nowhere) if isinstance(model, QAbstractTableModel) else 1
    if isinstance(view, QTableWidget):
        columns = view.columnCount()
    cells = (
        model.index(row, column).data(Qt.ItemDataRole.DisplayRole)
        for row in range(min(model.rowCount(nowhere), ROWS_READ))
        for column in range(columns)
    )
    return {str(cell) for cell in cells if cell}


def _stands(words: str, shown: frozenset[str]) -> bool:
    return any(words in text for text in shown)
