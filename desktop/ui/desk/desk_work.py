"""What the desk window does once there are services: feeds it, acts on lines and keys, opens pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from db.ids import CustomerId
from desktop.ui import formats
from desktop.ui.commands import Act, Suggestion
from desktop.ui.desk.command_line import CommandLine
from desktop.ui.desk.desk_feed import DeskFeed
from desktop.ui.desk.give_back import GiveBack
from desktop.ui.desk.keys_overlay import KeysOverlay
from desktop.ui.desk.money_news import MoneyNews
from desktop.ui.desk.page_links import PageLinks
from desktop.ui.desk.pages import HOME
from desktop.ui.desk.pay_choice import PayChoice
from desktop.ui.failures import explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.booking import Today
    from desktop.services.domain.disturbance import GatewayState
    from desktop.services.domain.people import Customer
    from desktop.ui.desk.board import Board
    from desktop.ui.desk_window import DeskWindow
    from desktop.ui.event_relay import EventRelay
    from desktop.ui.runner import Runner
    from desktop.ui.steady_clock import NodeTime

TICK_MS = 1_000


class DeskWork(QObject):
    """Everything that needs services; made by DeskWindow.attach."""

    def __init__(self, window: DeskWindow, services: Services, runner: Runner, relay: EventRelay) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        self.customer: Customer | None = None
        self.feed = DeskFeed(services, runner, self)
        self.line = CommandLine(window.command, services, runner)
        self.links = PageLinks(self, window)
        self._give_back = GiveBack(services, runner, self)
        self._pay_choice = PayChoice(services, runner, self)
        self.news = MoneyNews(self, window, services, runner)
        self._keys: KeysOverlay | None = None
        window.pages.attach(services, runner)
        window.top.show_desk(services.desk_code, services.clerk, services.practice)
        self._connect(relay)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tick)
        self._tick.start()
        window.foot.show_page(window.pages.name)
        self.feed.read_today()
        self.feed.read_board()
        # The first answers came before anyone listened.
        runner.run(services.show_gateway, owner=self, done=self._show_gateway, failed=self.fail)

    def _connect(self, relay: EventRelay) -> None:
        window = self._window
        self.feed.today.connect(self._show_today)
        self.feed.board.connect(self._show_board)
        self.feed.failed.connect(self.fail)
        self.line.act.connect(self.act)
        self.line.unknown.connect(self._unknown)
        self.line.failed.connect(self.fail)
        relay.happened.connect(self._happened)
        window.customer.cleared.connect(lambda: self.set_customer(None))
        window.home.chosen.connect(self.quote)
        window.side.holds.chosen.connect(lambda hold: self.links.pay(hold.booking_id))
        window.side.holds.given_back.connect(self._give_back)
        self._give_back.done.connect(self.done)
        self._give_back.done.connect(self.feed.soon)
        self._give_back.refused.connect(window.errors.show_error)
        self._pay_choice.chosen.connect(self.links.pay)
        self._pay_choice.nothing.connect(window.errors.show_error)
        self._pay_choice.failed.connect(self.fail)
        window.side.cases.clicked.connect(lambda: self.open("cases"))
        window.foot.keys.chosen.connect(self._press_named)
        window.pages.opened.connect(self._page_opened)
        window.command.textEdited.connect(lambda _text: window.errors.clear())

    # -- acts

    def act(self, suggestion: Suggestion) -> None:
        """Do what a line meant."""
        self.links.end_sale()
        self._window.errors.clear()
        self._window.command.clear()
        match suggestion.act:
            case Act.CUSTOMER:
                self._fetch_customer(CustomerId(suggestion.target))
            case Act.NEW_CUSTOMER:
                self.open("customer").start(suggestion.target)  # type: ignore[attr-defined]  # CustomerWindow
            case Act.BOOKING:
                self.open_booking(suggestion.target)
            case Act.QUOTE:
                self.quote(suggestion.target)
            case Act.PAGE if suggestion.target == "keys":
                self.show_keys()
            case Act.PAGE:
                self.open(suggestion.target)

    def quote(self, line: str) -> None:
        """Open the quote with what was asked for."""
        self.links.quote(line)

    def open(self, name: str) -> QWidget:
        """Open a page and put the keyboard there; what was said before has been read.

        Every page but the document of what was paid is the next customer's.
        """
        if name != "document":
            self.links.end_sale()
        self._window.errors.clear()
        page = self._window.pages.open(name)
        if name != HOME:
            page.setFocus()
        return page

    def open_booking(self, reference: str) -> None:
        """Go on with a held booking, or show any other."""
        find = partial(self._services.find_booking, reference)
        self._runner.run(find, owner=self, done=self.links.show_booking, failed=self.fail)

    def set_customer(self, customer: Customer | None) -> None:
        """Say who stands at the desk, to every page that asks."""
        self.customer = customer
        self._window.customer.show_customer(customer)
        self.links.tell_customer(customer)

    def fail(self, error: Exception) -> None:
        """Say why something did not work."""
        self._window.errors.show_error(explain(error))

    def done(self, text: str) -> None:
        """Say what worked."""
        self._window.errors.show_done(text)

    def park(self) -> None:
        """Back to the desk; every hold goes on."""
        self.open(HOME)
        holds = self._window.side.holds
        (self._window.command if holds.isHidden() else holds).setFocus()

    def show_keys(self) -> None:
        """Open the sheet of keys."""
        if self._keys is None:
            self._keys = KeysOverlay(self._window)
        self._keys.open()

    def press(self, key: Qt.Key) -> bool:
        """Act on a key of the desk; False when it has none."""
        keys = Qt.Key
        actions: dict[Qt.Key, Callable[[], object]] = {
            keys.Key_F1: self.show_keys,
            keys.Key_F2: self.links.customer,
            keys.Key_F3: lambda: self.open("quote"),
            keys.Key_F4: self.links.promo,
            keys.Key_F5: self._read_again,
            keys.Key_F6: lambda: self.open("cases"),
            keys.Key_F7: lambda: self.open("setup"),
            keys.Key_F8: self.park,
            keys.Key_F9: self._pay_next,
            keys.Key_F10: self._cancel,
            keys.Key_F11: lambda: self.open("stock"),
            keys.Key_F12: self.links.review,
        }
        action = actions.get(key)
        if action is not None:
            action()
        return action is not None

    def tick(self) -> None:
        """Move every clock on; read again when a hold has ended."""
        now = self.feed.now
        if now is None:
            return
        self._window.top.show_time(now(), self._services.time_zone)
        if self._window.side.holds.holds.tick():
            self.feed.soon()
            self.feed.board_soon()

    # -- what comes

    def _show_gateway(self, state: GatewayState) -> None:
        if self._window.top.answer is None:
            self._window.top.show_gateway(state.answer)
        self._window.top.show_disturbed(state.disturbances)

    def _show_today(self, today: Today, now: NodeTime) -> None:
        self._window.side.show_today(today, now)
        self.line.holds = today.holds
        zone = self._services.time_zone
        read_at = formats.clock_seconds(today.as_of, zone)
        self._window.foot.show_fresh(self.tr("read {time}").format(time=read_at))
        self.tick()

    def _show_board(self, board: Board) -> None:
        self.line.offerings = board.offerings
        self._window.home.show_board(board)

    def _happened(self, event: object) -> None:
        from desktop.services import events

        if isinstance(event, events.GatewayAnswered):
            self._window.top.show_gateway(event.answer)
            return
        if isinstance(event, events.GatewayDisturbed):
            self._window.top.show_disturbed(event.disturbances)
            self.links.refresh_open_page()
            return
        self.news.happened(event)
        self.feed.soon()
        if isinstance(event, events.StockChanged):
            self.feed.board_soon()
        if isinstance(event, events.BookingChanged) and self.customer is not None:
            self._fetch_wallet(self.customer.id)
        self.links.refresh_open_page()

    def _page_opened(self, name: str) -> None:
        self._window.foot.show_page(name)
        if name == HOME:
            self._window.command.setFocus()
            self.feed.board_soon()

    def _fetch_wallet(self, customer_id: CustomerId) -> None:
        """Show what is in the wallet now, if the same customer is still here."""

        def done(customer: Customer) -> None:
            if self.customer is not None and self.customer.id == customer.id:
                self.customer = customer
                self._window.customer.show_customer(customer)

        get = partial(self._services.get_customer, customer_id)
        self._runner.run(get, owner=self, done=done, failed=self.fail)

    def _fetch_customer(self, customer_id: CustomerId) -> None:
        get = partial(self._services.get_customer, customer_id)
        self._runner.run(get, owner=self, done=self.set_customer, failed=self.fail)

    def _unknown(self, line: str) -> None:
        sentence = self.tr(
            "Nothing here is called “{line}”. Type a code, a route, a reference or ten digits."
        )
        self._window.errors.show_error(sentence.format(line=line))

    def _pay_next(self) -> None:
        holds = self._window.side.holds
        if self.customer is not None:
            self._pay_choice.of_customer(self.customer, holds.holds.holds, self.links.last_payment)
        else:
            self._pay_choice.of_nobody(holds.current(), quoting=self._window.pages.name == "quote")

    def _cancel(self) -> None:
        """Cancel the hold that the keyboard is on, or look for a booking."""
        holds = self._window.side.holds
        hold = holds.current() if holds.hasFocus() else None
        self.links.cancel(hold.reference if hold is not None else "")

    def _read_again(self) -> None:
        self.feed.read_today()
        self.feed.read_board()
        self.links.refresh_open_page()

    def _press_named(self, name: str) -> None:
        if name == "Esc":
            self._window.go_back()
            return
        number = int(name.removeprefix("F"))
        key = Qt.Key(Qt.Key.Key_F1.value + number - 1)
        if not self.links.press_on_page(key):
            self.press(key)
