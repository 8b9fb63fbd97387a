"""The stock page: stop the sale of days, keep units back, lift that again, cancel a departure."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from db.ids import UnitId
from desktop.services.domain.blocks import SaleChange
from desktop.services.domain.kinds import TRAITS
from desktop.services.errors import BadRequest
from desktop.ui.failures import explain
from desktop.ui.keys.key_rule import key_rule
from desktop.ui.keys.offer import Offer
from desktop.ui.on_sale.unit_view import UnitState
from desktop.ui.on_sale.why_words import why_text
from desktop.ui.routes import OpenDepartureRefunds
from desktop.ui.steady_clock import NodeTime, steady_seconds
from desktop.ui.stock.act_foot import KEYS
from desktop.ui.stock.read_stock import read_catalogue, read_stock
from desktop.ui.stock.stock_page import StockPage
from desktop.ui.stock.stock_search import StockSearch
from desktop.ui.stock.stock_view import (
    Act,
    StockRead,
    acts_view,
    shown_days,
    units_as_drawn,
)
from desktop.ui.stock.stock_words import done_text, lifted_text, units_text
from desktop.ui.stock.unit_text import parse_units, write_units

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from desktop.services.application import Services
    from desktop.services.domain.catalogue import Unit
    from desktop.services.domain.unavailable import WhyAnswer
    from desktop.ui.runner import Runner
    from desktop.ui.stock.stock_view import StockRead

T = TypeVar("T")
DEBOUNCE_MS = 80
ONE_DAY = timedelta(days=1)
TICK_MS = 1_000


class StockWindow(StockPage):
    """Reads again whenever the choice or the stock changes. Every act but selling again needs a reason."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        parent: QWidget | None = None,
        *,
        steady: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__(services.time_zone, parent)
        self._services = services
        self._runner = runner
        self._steady = steady
        self._stock: StockRead | None = None
        self._now: NodeTime | None = None
        self._chosen: frozenset[UnitId] = frozenset()
        self._armed = False
        self._waiting: list[Callable[[], object]] = []
        self._reading = 0
        self._soon = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._soon.timeout.connect(self.refresh)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._count_down)
        self.search = StockSearch(self, services.time_zone)
        self._block_offer = Offer(self.blocks.viewport())
        self._connect()
        catalogue = partial(read_catalogue, services)
        self._runner.run(catalogue, owner=self, done=self.search.show_catalogue, failed=self._fail)

    def _connect(self) -> None:
        self.setFocusProxy(self.what.edit)
        self.search.offering_changed.connect(self._offering_changed)
        self.search.days_changed.connect(self._days_changed)
        self.search.settled.connect(self.refresh)
        self.search.moved.connect(self._soon.start)
        self.units.toggled.connect(self._toggle)
        self.units.accepted.connect(self.foot.reason.take_focus)
        self.foot.units.entered.connect(self._units_entered)
        self.foot.units.steered.connect(lambda _by: self.units.take_focus())
        self.foot.reason.entered.connect(partial(self._when_read, self._reason_entered))
        self.foot.wanted.connect(self._act)
        self.lift.clicked.connect(self._lift)
        self.blocks.itemSelectionChanged.connect(self._offer_block)
        self.add_key("F9", self._do_primary)
        self.add_key("Return", self._enter)
        self.add_key("Del", self._delete_pressed)
        self.add_key("F5", self.refresh)
        self.add_key("Esc", self._go_back)
        self.add_key("Ctrl+W", self._say_why)
        for act, key in KEYS.items():
            self.add_key(key, partial(self._when_read, partial(self.foot.want, act)))

    # -- what is looked at

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()
        self.refresh()

    def refresh(self) -> None:
        """UnitState again; chosen units that are still free stay chosen."""
        offering, days, today = self.search.offering, self.search.days, self.search.today
        if offering is None or days is None or today is None:
            return
        self._reading += 1
        before = self._stock
        shown = shown_days(*days, today, (before.shown_first, before.shown_last) if before else None)
        read = partial(read_stock, self._services, offering, *days, shown)
        self._runner.run(read, owner=self, done=partial(self._show, self._reading), failed=self._fail)

    def _when_read(self, action: Callable[[], object]) -> None:
        """Do it on what is chosen now: at once, or as soon as that has been read."""
        stock = self._stock
        if stock is not None and (stock.first, stock.last) == self.search.days:
            action()
        else:
            # What queues is done by the key of now, which came before what it does was seen.
            self._waiting.append(key_rule().bound(action))

    def _offering_changed(self) -> None:
        self._stock = None
        self._forget_choice()

    def _days_changed(self) -> None:
        self._armed, self._waiting = False, []
        self.errors.clear()

    # -- what it looks like

    def _show(self, reading: int, stock: StockRead) -> None:
        if reading != self._reading or (stock.first, stock.last) != self.search.days:
            return
        self._stock = stock
        self._now = NodeTime(stock.chosen.as_of, self._steady)
        self.search.see(stock.chosen.as_of)
        self.sales.show_sales(stock.strip.days, stock.offering.time_zone, stock.first, stock.last)
        self.blocks.show_blocks(stock.blocks)
        self._offer_block()
        self.blocks.setVisible(bool(stock.blocks))
        self.lift.setVisible(bool(stock.blocks))
        self.no_blocks.setVisible(not stock.blocks)
        self.turn_to(self.sales)
        self._show_choice()
        waiting, self._waiting = self._waiting, []
        all(action() is not False for action in waiting)

    def _show_choice(self) -> None:
        """Show units and acts for what is chosen now."""
        stock, now = self._stock, self._now
        if stock is None or now is None:
            return
        views = units_as_drawn(stock, self._chosen, now.seconds_until)
        self._chosen = frozenset(view.unit.id for view in views if view.state is UnitState.CHOSEN)
        self.units.show_units(stock.offering.kind, views)
        chosen = self._units()
        none = self.tr("none: the acts are about whole days")
        self.foot.units.set_note(units_text(chosen, stock.offering.kind) if chosen else none)
        self.foot.show_acts(acts_view(stock, len(chosen), self._armed), stock, chosen, self._armed)

    def _count_down(self) -> None:
        if self.isVisible() and self.shown is self.sales:
            self._show_choice()

    def _units(self) -> tuple[Unit, ...]:
        cells = self._stock.chosen.cells if self._stock else ()
        return tuple(cell.unit for cell in cells if cell.unit.id in self._chosen)

    def _toggle(self, unit_id: UnitId) -> None:
        self._chosen ^= {unit_id}
        self._armed = False
        self.foot.units.clear_error()
        self.foot.units.set_text(write_units(unit.name for unit in self._units()))
        self._show_choice()

    def _units_entered(self) -> None:
        self._when_read(self._take_units)
        if self._waiting:
            self.foot.reason.take_focus()

    def _take_units(self) -> bool:
        """Choose what was typed; False when it can't be, and nothing that was to follow is done."""
        stock, now = self._stock, self._now
        if stock is None or now is None:
            return False
        views = units_as_drawn(stock, self._chosen, now.seconds_until)
        typed = parse_units(self.foot.units.text, [view.unit.name for view in views])
        named = [view for view in views if view.unit.name in typed.names]
        taken = tuple(view.unit.name for view in named if not view.can_be_chosen)
        if typed.unknown:
            self.foot.units.show_error(
                self.tr("There is no {names} here.").format(names=", ".join(typed.unknown))
            )
            return False
        self._chosen = frozenset(view.unit.id for view in named if view.can_be_chosen)
        self._armed = False
        self._show_choice()
        if taken:
            self.foot.units.show_error(self.tr("Not free: {names}.").format(names=", ".join(taken)))
        elif not self.foot.reason.edit.hasFocus():
            self.foot.reason.take_focus()
        return not taken

    def _forget_choice(self) -> None:
        self._chosen, self._armed, self._waiting = frozenset(), False, []
        for field in (self.foot.units, self.foot.reason):
            field.clear_error()
            field.set_text("")

    # -- acts

    def _act(self, act: Act) -> None:
        stock = self._stock
        if stock is None or (stock.first, stock.last) != self.search.days:
            return
        if act is Act.REFUND:
            self._show_refunds(stock, stock.chosen_days[0].stop_reason)
            return
        if act is Act.CANCEL and not self._armed:
            self._armed = True
            self._show_choice()
            self.foot.reason.take_focus()
            self.see_soon(self.foot.primary)
            return
        if act is not Act.OPEN and not self.foot.reason.text:
            self.foot.reason.show_error(explain(BadRequest("reason", "blank")))
            self.foot.reason.take_focus()
            return
        if not self.foot.offer.counts():
            return
        units = self._units()
        self._do(act, stock, units, self.foot.reason.text)

    def _do(self, act: Act, stock: StockRead, units: tuple[Unit, ...], reason: str) -> None:
        services, done = self._services, partial(self._acted, act, stock, units)
        offering_id, first, last = stock.offering.id, stock.first, stock.last
        actor = services.actor()
        match act:
            case Act.CANCEL:
                cancel = partial(services.cancel_departure, offering_id, first, reason, actor=actor)
                self._run(cancel, lambda _gone: self._departure_gone(stock, reason))
            case Act.BLOCK:
                ids = tuple(unit.id for unit in units)
                block = partial(services.block_units, offering_id, ids, first, last, reason, actor=actor)
                self._run(block, lambda _block_id: done(SaleChange(0, 0)))
            case _:
                stopped = act is Act.STOP
                stop = partial(services.stop_sale, offering_id, first, last, stopped, reason, actor=actor)
                self._run(stop, done)

    def _acted(self, act: Act, stock: StockRead, units: tuple[Unit, ...], change: SaleChange) -> None:
        self._forget_choice()
        self.errors.show_done(done_text(act, stock, units, change))
        self.days.take_focus()

    def _say_why(self) -> None:
        """Say who or what keeps the unit at the cursor, or any of them, from being sold."""
        stock = self._stock
        if stock is None:
            return
        unit_id = self.units.map.current if self.units.map.hasFocus() else None
        last = stock.last + ONE_DAY if TRAITS[stock.offering.kind].has_nights else stock.last
        ask = partial(self._services.why_unavailable, stock.offering.id, unit_id or None, stock.first, last)
        self._runner.run(ask, owner=self, done=self._told_why, failed=self._fail)

    def _told_why(self, answer: WhyAnswer) -> None:
        self.errors.show_done(why_text(answer, self._services.time_zone))
        self.see_soon(self.errors)

    def _departure_gone(self, stock: StockRead, reason: str) -> None:
        self._forget_choice()
        self._show_refunds(stock, reason)

    def _show_refunds(self, stock: StockRead, reason: str) -> None:
        offering = stock.offering
        self.wanted.emit(OpenDepartureRefunds(offering.id, offering.name, stock.first, reason))

    def _offer_block(self) -> None:
        block = self.blocks.current()
        self._block_offer.says(block.id if block is not None else None)

    def _lift(self) -> None:
        block = self.blocks.current()
        if block is None or not self._block_offer.counts():
            return
        told = lifted_text(block)

        def done(_count: int) -> None:
            self.errors.show_done(told)

        self._run(partial(self._services.lift_block, block.id, actor=self._services.actor()), done)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if self.foot.primary.busy:
            return

        def ended(tell: Callable[[], None]) -> None:
            self.foot.primary.set_busy(False)
            tell()
            self.refresh()
            self.see_soon(self.errors)

        self.errors.clear()
        self.foot.primary.set_busy(True)
        self._runner.run(
            work,
            owner=self,
            done=lambda outcome: ended(partial(done, outcome)),
            failed=lambda error: ended(partial(self._fail, error)),
        )

    # -- keys

    def _do_primary(self) -> None:
        if self.search.offering is not None and (self._stock is None or self.foot.view.primary is not None):
            self._when_read(self.foot.do_primary)
        else:
            self.errors.show_error(self.nothing_to_do())

    def _enter(self) -> None:
        if QApplication.focusWidget() is self.sales:
            self.foot.units.take_focus()

    def _reason_entered(self) -> None:
        if self._armed:
            self.foot.primary.setFocus()
        else:
            self.foot.do_primary()

    def _delete_pressed(self) -> None:
        if QApplication.focusWidget() is self.blocks:
            self._lift()

    def _go_back(self) -> None:
        if self._armed:
            self._armed = False
            self._show_choice()
            self.foot.reason.take_focus()
        else:
            self.back.emit()

    def _fail(self, error: Exception) -> None:
        self.errors.show_error(explain(error))
