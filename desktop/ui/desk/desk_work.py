"""What the desk window does once there are services: feeds it, acts on lines and keys, opens pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from db.ids import BookingId
from desktop.ui import formats
from desktop.ui.commands import ServeCustomer, ShowKeys, Suggestion
from desktop.ui.desk.command_line import CommandLine
from desktop.ui.desk.desk_feed import DeskFeed
from desktop.ui.desk.drawer_line import DrawerLine
from desktop.ui.desk.hold_keys import HoldKeys
from desktop.ui.desk.keys_overlay import KeysOverlay
from desktop.ui.desk.money_notices import MoneyNotices
from desktop.ui.desk.page_links import PageLinks
from desktop.ui.desk.pay_choice import PayChoice
from desktop.ui.desk.served_customer import ServedCustomer
from desktop.ui.desk.server_sight import ServerSight
from desktop.ui.failures import explain
from desktop.ui.keys.key_rule import key_rule
from desktop.ui.routes import (
    GoHome,
    OpenBooks,
    OpenCancellation,
    OpenCases,
    OpenCustomer,
    OpenPayment,
    OpenPromo,
    OpenQuote,
    OpenReview,
    OpenSetup,
    OpenStock,
    PageName,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.disturbance import GatewayState
    from desktop.services.domain.today import Today
    from desktop.ui.desk.board import Board
    from desktop.ui.desk.desk_parts import DeskParts
    from desktop.ui.event_relay import EventRelay
    from desktop.ui.routes import Route
    from desktop.ui.runner import Runner
    from desktop.ui.steady_clock import NodeTime

TICK_MS = 1_000
PAGE_KEYS: dict[Qt.Key, Route] = {
    Qt.Key.Key_F2: OpenCustomer(),
    Qt.Key.Key_F3: OpenQuote(),
    Qt.Key.Key_F4: OpenPromo(),
    Qt.Key.Key_F6: OpenCases(),
    Qt.Key.Key_F7: OpenSetup(),
    Qt.Key.Key_F11: OpenStock(),
    Qt.Key.Key_F12: OpenReview(),
}
# The page itself says whose it is.
OF_ONE_CUSTOMER = frozenset({PageName.CUSTOMER, PageName.BOOKING, PageName.PAYMENT, PageName.MOVE})
# Where F9 is no key of the page but the desk's own.
DESK_PAYS = frozenset({PageName.HOME, PageName.QUOTE, PageName.REVIEW, PageName.COUNTER_ACTS})


class DeskWork(QObject):
    """Everything that needs services; made by DeskWindow.attach."""

    def __init__(self, desk: DeskParts, services: Services, runner: Runner, relay: EventRelay) -> None:
        super().__init__(desk.window())
        self._desk = desk
        self._services = services
        self.feed = DeskFeed(services, runner, self)
        self.line = CommandLine(desk.command, services, runner)
        self.served = ServedCustomer(desk.customer, desk.pages, services, runner, self)
        self.links = PageLinks(desk, self.served, self.feed, services, runner)
        self.hold_keys = HoldKeys(desk, self.feed, services, runner, self)
        self._pay_choice = PayChoice(services, runner, self)
        self.news = MoneyNotices(desk, self.links, self.feed, services, runner)
        self._keys: KeysOverlay | None = None
        desk.pages.attach(services, runner)
        desk.top.show_desk(services.desk_code, services.actor().person, services.practice)
        self._connect(relay)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tick)
        self._tick.start()
        self._show_keys_of_page()
        self.feed.read_today()
        self.feed.read_board()
        # The first answers came before anyone listened.
        runner.run(services.show_gateway, owner=self, done=self._show_gateway, failed=self._fail)
        self._drawer = DrawerLine(desk.side, services, runner, relay, self)
        self._sight = ServerSight(desk, self.feed, services.time_zone)
        desk.halt_line.attach(services, runner)
        desk.override.attach(services, runner, relay)

    def _connect(self, relay: EventRelay) -> None:
        desk, go = self._desk, self.links.go
        self.feed.today.connect(self._show_today)
        self.feed.board.connect(self._show_board)
        self.line.act.connect(self.act)
        self.line.unknown.connect(self._unknown)
        for part in (self.feed, self.line, self.served, self._pay_choice, desk.halt_line):
            part.failed.connect(self._fail)
        relay.happened.connect(self._happened)
        key_rule().hurried.connect(self._say_hurried)
        desk.home.wanted.connect(go)
        desk.side.holds.chosen.connect(lambda hold: go(OpenPayment(BookingId(hold.booking_id))))
        self._pay_choice.chosen.connect(lambda booking_id: go(OpenPayment(BookingId(booking_id))))
        self._pay_choice.nothing.connect(desk.errors.show_error)
        desk.halt_line.opened.connect(lambda: go(OpenBooks()))
        desk.side.cases.clicked.connect(lambda: go(OpenCases()))
        desk.foot.keys.chosen.connect(self._press_named)
        desk.pages.opened.connect(self._page_opened)
        desk.side.holds.selectionModel().currentChanged.connect(
            lambda _now, _before: self._show_keys_of_page()
        )
        self.served.changed.connect(self._show_keys_of_page)
        desk.pages.made.connect(lambda page: page.step_changed.connect(self._step_changed))
        desk.command.textEdited.connect(lambda _text: desk.errors.clear())

    # -- acts

    def act(self, suggestion: Suggestion) -> None:
        """Do what a line meant."""
        self.links.end_sale()
        self._desk.errors.clear()
        self._desk.command.clear()
        match suggestion.goal:
            case ServeCustomer(customer_id=customer_id):
                self.served.fetch(customer_id)
            case ShowKeys():
                self._show_keys()
            case route:
                self.links.go(route)

    def press(self, key: Qt.Key) -> bool:
        """Act on a key of the desk; False when it has none."""
        if key in PAGE_KEYS:
            self.links.go(PAGE_KEYS[key])
            return True
        keys = Qt.Key
        actions: dict[Qt.Key, Callable[[], object]] = {
            keys.Key_F1: self._show_keys,
            keys.Key_F5: self._read_again,
            keys.Key_F8: self._park,
            keys.Key_F9: self._pay_next,
            keys.Key_F10: self._cancel,
        }
        action = actions.get(key)
        if action is not None:
            action()
        return action is not None

    def _park(self) -> None:
        """Back to the desk; every hold goes on."""
        self.links.go(GoHome())
        holds = self._desk.side.holds
        (self._desk.command if holds.isHidden() else holds).setFocus()

    def _show_keys(self) -> None:
        if self._keys is None:
            self._keys = KeysOverlay(self._desk.window(), has_gateway=self._desk.top.has_gateway)
        self._keys.open()

    def _fail(self, error: Exception) -> None:
        if not self._sight.explains(error):
            self._desk.errors.show_error(explain(error))

    def _say_hurried(self, is_hurried: bool) -> None:
        """Say that a key came too early and did nothing, until a key comes in calm."""
        sentence = self.tr("Too soon after another key: nothing was done. Press it once more.")
        if is_hurried:
            self._desk.errors.show_error(sentence)
        elif self._desk.errors.text == sentence:
            self._desk.errors.clear()

    def tick(self) -> None:
        """Move every clock on; read again when a hold has ended."""
        now = self.feed.now
        if now is None:
            return
        self._desk.top.show_time(now(), self._services.time_zone)
        if self._desk.side.holds.holds.tick():
            self.feed.soon()
            self.feed.board_soon()

    # -- what comes

    def _show_gateway(self, state: GatewayState) -> None:
        if self._desk.top.answer is None:
            self._desk.top.show_gateway(state.answer)
        self._desk.top.show_disturbed(state.disturbances)

    def _show_today(self, today: Today, now: NodeTime) -> None:
        self._desk.side.show_today(today, now)
        self._show_keys_of_page()
        if not self._services.desk_code:
            # Books that are only read grow while others sell, and say as of when they are.
            self._desk.halt_line.refresh()
        self.line.holds = today.holds
        read_at = formats.clock_seconds(today.as_of, self._services.time_zone)
        self._desk.foot.show_fresh(self.tr("read {time}").format(time=read_at))
        self.tick()

    def _show_board(self, board: Board) -> None:
        self.line.offerings = board.offerings
        self._desk.home.show_board(board)

    def _happened(self, event: object) -> None:
        from desktop.services import events

        if isinstance(event, events.GatewayAnswered):
            self._desk.top.show_gateway(event.answer)
            return
        if isinstance(event, events.GatewayDisturbed | events.ConditionChanged):
            if isinstance(event, events.GatewayDisturbed):
                self._desk.top.show_disturbed(event.disturbances)
            self._desk.halt_line.refresh()
            self._desk.pages.page.refresh()
            return
        self.news.happened(event)
        self.feed.soon()
        if isinstance(event, events.StockChanged):
            self.feed.board_soon()
        if isinstance(event, events.BookingChanged):
            self.served.read_wallet()
        self._desk.pages.page.refresh()

    def _page_opened(self, name: PageName) -> None:
        self._show_keys_of_page()
        self.served.page_opened(has_its_own=self._is_of_one_customer)
        if name is PageName.HOME:
            self._desk.command.setFocus()
            self.feed.board_soon()

    @property
    def _is_of_one_customer(self) -> bool:
        pages = self._desk.pages
        # Where a booking is looked for first, whose page it is comes with the booking.
        is_found = pages.name is PageName.CANCELLATION and pages.page.customer_shown is not None
        return is_found or pages.name in OF_ONE_CUSTOMER

    def _step_changed(self) -> None:
        self._show_keys_of_page()
        self.served.page_tells(has_its_own=self._is_of_one_customer)

    def _show_keys_of_page(self) -> None:
        name, step = self._desk.pages.name, self._desk.pages.page.step
        self._desk.foot.show_page(name, self._pay_step() if name in DESK_PAYS else step)

    def _pay_step(self) -> str | None:
        """What the desk's own F9 does: the word where it pays is the foot's."""
        holds, customer = self._desk.side.holds, self.served.customer
        if customer is not None:
            return "" if any(hold.customer_id == customer.id for hold in holds.holds.live) else None
        marked = holds.current()
        if marked is None or self._desk.pages.name is PageName.QUOTE:
            return None
        return self.tr("hold again") if marked.is_over else ""

    def _unknown(self, line: str) -> None:
        sentence = self.tr(
            "Nothing here is called “{line}”. Type a code, a route, a reference or ten digits."
        )
        self._desk.errors.show_error(sentence.format(line=line))

    def _pay_next(self) -> None:
        holds = self._desk.side.holds
        customer = self.served.customer
        if customer is not None:
            self._pay_choice.of_customer(customer, holds.holds.live, self.links.last_payment)
        else:
            quoting = self._desk.pages.name is PageName.QUOTE
            self._pay_choice.of_nobody(holds.current(), quoting=quoting)

    def _cancel(self) -> None:
        """Cancel the hold that the keyboard is on, or look for a booking."""
        holds = self._desk.side.holds
        hold = holds.current() if holds.hasFocus() else None
        self.links.go(OpenCancellation(hold.reference if hold is not None else None))

    def _read_again(self) -> None:
        self.feed.read_today()
        self.feed.read_board()
        self._desk.pages.page.refresh()

    def _press_named(self, name: str) -> None:
        if name == "Esc":
            self._desk.go_back()
            return
        number = int(name.removeprefix("F"))
        key = Qt.Key(Qt.Key.Key_F1.value + number - 1)
        if not self._desk.pages.page.press(key):
            self.press(key)
