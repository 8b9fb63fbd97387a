"""The quote window: what, when, how many; the stock; the price; and the hold."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.services.application import Services
from desktop.services.domain.booking import Hold
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import QuoteRequest
from desktop.ui.failures import explain
from desktop.ui.keys.key_rule import key_rule
from desktop.ui.on_sale.day_table import DayPopup
from desktop.ui.on_sale.day_view import day_views
from desktop.ui.on_sale.unit_view import UnitState
from desktop.ui.page import Page
from desktop.ui.quote.chosen.day_offer import day_offer
from desktop.ui.quote.chosen.stock_on_screen import advice, stock_refusal, units_on_screen
from desktop.ui.quote.cost.price_view import sale_view
from desktop.ui.quote.cost.promo_flow import PromoFlow
from desktop.ui.quote.quote_parts import QuoteParts
from desktop.ui.quote.refusal_signs import RefusalSigns
from desktop.ui.quote.sale.choice import Replaced
from desktop.ui.quote.sale.quote_draft import QuoteDraft
from desktop.ui.quote.search.search_walk import SearchWalk
from desktop.ui.quote.why_key import WhyKey
from desktop.ui.runner import Runner

TICK_MS = 1000


class QuoteWindow(Page):
    """`held` carries the domain's Hold, `back` asks to leave; whatever was entered stays for the return.

    `customer_changed` tells who was found or entered here, None when the fields name nobody any more.
    """

    def __init__(
        self,
        services: Services,
        runner: Runner,
        parent: QWidget | None = None,
        *,
        instead_of: "QuoteWindow | None" = None,
    ) -> None:
        """Start a sale, or go on with the one of another window, which is of no use then."""
        super().__init__(parent)
        self.setProperty("role", "page")
        self._advance_wanted = False
        # Children without an adult were asked about, as they are in this basket.
        self._asked_about: QuoteRequest | None = None
        self._advance_later: Callable[[], object] = self.advance
        self.session: QuoteDraft = instead_of.session if instead_of else QuoteDraft(services, runner, self)
        self.session.setParent(self)
        self.parts = QuoteParts(services, runner, self)
        self.walk = SearchWalk(self.parts.search, self.parts.stock, self.session, DayPopup(self), self)
        self._signs = RefusalSigns(self.parts, self.session, self)
        WhyKey(services, runner, self.parts, self.session, self)
        self._connect()
        self._promo = PromoFlow(
            self.parts.price, self.parts.discount, self.parts.foot, self.session, self.advance, self
        )
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._count_down)
        self._tick.start()
        if instead_of is None:
            self.session.open()
        else:
            self._go_on_after(instead_of)

    def start(self, text: str) -> None:
        """Begin with what was typed in the command field; an empty text goes to the first field."""
        if not self.session.sale.offerings:
            self.session.keep_line(text)
            return
        if self.session.sale.was_held:
            self.session.forget_sale()
            self._promo.forget()
        self._signs.clear()
        self.walk.start(text)

    def set_customer(self, customer: Customer | None) -> None:
        """Say who stands at the desk."""
        self.parts.customer.show_customer(customer)
        self.session.set_customer(customer)

    @property
    def why(self) -> str:
        """Why a discount is given."""
        return self.parts.discount.reason.text()

    @property
    def customer_shown(self) -> Customer | None:
        """Whose sale it is, once that is known and something is in it."""
        sale = self.session.sale
        return sale.customer if sale.request() is not None else None

    def next_customer(self) -> None:
        """Clear everything: the sale is over."""
        self._signs.clear()
        self.parts.customer.clear()
        self._promo.forget()
        self.session.set_customer(None)
        self.session.forget_sale()
        self.walk.next_line()

    def set_promo(self, code: str) -> None:
        """Use a promo code, none for an empty one."""
        self._promo.use(code)

    def focus_promo(self) -> None:
        """Put the cursor into the promo field."""
        self.parts.price.promo.take_focus()

    def refresh(self) -> None:
        """The stock changed somewhere: look again and keep what is still free."""
        self.session.refresh()

    def advance(self) -> None:
        """Do the next step: go to what is still missing, or hold."""
        self._step(at_hold=self.parts.foot.hold.hasFocus())

    def press_hold(self) -> None:
        """Hold, or say the one thing that is missing where it is entered."""
        self._step(at_hold=True)

    def _step(self, *, at_hold: bool) -> None:
        sale, customer = self.session.sale, self.parts.customer
        # An Enter typed ahead, while the catalogue or the stock is on its way, is done when it is there.
        if self._put_off(sale.looking or sale.line_waits is not None, partial(self._step, at_hold=at_hold)):
            return
        self.parts.bar.clear()
        if sale.choice.offering is None and not sale.basket.entries:
            self.parts.search.what.take_focus()
            if at_hold:
                self._signs.say_what_is_missing()
        elif sale.choice.offering is not None and not sale.choice.unit_ids:
            self._go_to_stock()
            if at_hold:
                self._signs.say_nothing_chosen()
        elif (index := sale.seat_without_woman()) is not None:
            self._signs.say_ladies_seat(index)
        elif sale.customer is None and not (customer.mobile.text or customer.name.text):
            self._signs.say_who_is_missing(aloud=at_hold or customer.has_cursor)
            customer.take_focus()
        elif sale.only_children and self._asked_about != sale.request():
            self._asked_about = sale.request()
            self.parts.bar.show_error(self.tr("Only children and no adult. Enter once more holds it so."))
            self.parts.foot.hold.offer.renew()
        elif self._promo.use_typed():
            self._hold()

    def _hold(self) -> None:
        """Hold at the price that stands here; one that is still to come has to be seen first."""
        customer = self.parts.customer
        if self._put_off(self.session.sale.price.pending, self.press_hold):
            self.session.hurry_price()
        elif self.parts.foot.hold.offer.counts():
            self.session.hold(customer.mobile.text, customer.name.text)

    def _put_off(self, is_waiting: bool, step: Callable[[], object]) -> bool:
        """Do the next step when what it waits for is there, as done by the key of now."""
        self._advance_wanted = is_waiting
        if is_waiting:
            self._advance_later = key_rule().bound(step)
        return is_waiting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and plain:
            self.back.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if not event.isAutoRepeat():
                self.advance()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.session.return_to_sale()
        self.parts.customer.read_wallet()

    def heightForWidth(self, _width: int) -> int:
        """Ask for no more than the least: what does not fit scrolls inside, above the total and the hold."""
        return self.minimumSizeHint().height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "parts"):
            self.parts.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.parts.fit()

    def _connect(self) -> None:
        session, parts = self.session, self.parts
        session.opened.connect(self._opened)
        session.changed.connect(self._render)
        session.failed.connect(self._failed)
        session.failed.connect(lambda _error: self._put_off(is_waiting=False, step=self.advance))
        session.priced.connect(self._signs.mended)
        session.replaced.connect(self._replaced)
        session.held.connect(self._held)
        session.customer_saved.connect(self._customer_saved)
        parts.stock.toggled.connect(session.toggle)
        parts.stock.accepted.connect(self.advance)
        parts.day_offer.fewer.connect(self.walk.take_fewer)
        parts.day_offer.later.connect(self.walk.look_at)
        parts.details.guest_changed.connect(session.set_guest)
        parts.details.meal_changed.connect(session.set_meal)
        parts.details.boarding_changed.connect(session.set_boarding)
        parts.details.dropping_changed.connect(session.set_dropping)
        parts.details.entered.connect(self.advance)
        parts.customer.chosen.connect(self._customer_chosen)
        parts.customer.entered.connect(self.advance)
        parts.customer.failed.connect(self._signs.show)
        parts.price.removed.connect(session.remove_entry)
        parts.price.undone.connect(session.restore_entry)
        parts.stock.added.connect(self._add)
        parts.foot.pressed.connect(self.press_hold)
        for keys, slot in (
            ("Ctrl+Return", self._add),
            ("Ctrl+Enter", self._add),
            ("Ctrl+1", parts.day_offer.take_fewer),
            ("Ctrl+2", parts.day_offer.take_later),
            ("Ctrl+Z", session.restore_entry),
            ("Ctrl+G", session.pass_limits),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _go_on_after(self, other: "QuoteWindow") -> None:
        sale = self.session.sale
        if sale.customer is not None:
            self.parts.customer.show_customer(sale.customer)
        for mine, theirs in zip(self.parts.fields, other.parts.fields, strict=True):
            mine.set_text(theirs.edit.text())
        if sale.browsing:
            self.walk.show_catalogue()
        else:
            self.walk.show_stock()
        self._render()

    def _opened(self, line: str | None) -> None:
        if self.session.sale.choice.offering is None:
            self.walk.show_catalogue()
        if line is not None:
            self.start(line)

    def _render(self) -> None:
        sale, parts = self.session.sale, self.parts
        parts.search.show_choice(sale.choice, self.session.now)
        parts.day_offer.show_offer(day_offer(sale))
        if not sale.browsing:
            self._render_stock()
        parts.details.show_choice(sale.choice, sale.stock)
        view = sale_view(sale)
        parts.price.show_sale(view)
        parts.foot.show_sale(view, sale.request())
        parts.stock.add.setVisible(view.can_add and not sale.browsing)
        parts.foot.hold.set_busy(sale.busy)
        if self._advance_wanted and not sale.looking and not sale.price.pending:
            self._advance_later()

    def _render_stock(self) -> None:
        sale, parts, panel = self.session.sale, self.parts, self.parts.stock
        offering, stock = sale.choice.offering, sale.stock
        if offering is None:
            return
        if stock is None or (sale.looking and stock.offering.id != offering.id):
            panel.show_empty(offering.name, self.tr("Looking …") if sale.looking else "")
            return
        refusal = stock_refusal(stock, sale.choice)
        is_said = refusal is not None or (parts.day_offer.says_what_is_left and not sale.choice.unit_ids)
        said = "" if is_said else advice(stock, sale.choice, sale.unit_names)
        if not TRAITS[offering.kind].has_named_units and sale.calendar is not None:
            days = day_views(sale.calendar, sale.choice.party.units)
            panel.show_dates(stock, days, said, sale.choice.first_day)
        elif refusal is not None and not sale.looking:
            can_pass = self.tr("Ctrl+G sells it all the same, with a manager's yes.")
            words = explain(refusal), can_pass if sale.can_pass_last_sale else ""
            panel.show_empty(offering.name, " ".join(filter(None, words)))
        else:
            panel.show_units(stock, units_on_screen(sale), said)
        if refusal is not None and not sale.looking:
            self._signs.show(refusal)
        if self.walk.focus_wanted and not sale.looking:
            self.walk.focus_wanted = False
            self._go_to_stock()

    def _go_to_stock(self) -> None:
        """Put the cursor on what is proposed, or on the ways between which the clerk has to choose."""
        if self.session.sale.choice.unit_ids or not self.parts.day_offer.take_focus():
            self.parts.stock.take_focus()

    def _count_down(self) -> None:
        if self.session.sale.browsing or not self.isVisible():
            return
        views = units_on_screen(self.session.sale)
        if not any(view.free_at is not None for view in views):
            return
        self._render_stock()
        if any(view.free_at is not None and view.state is UnitState.FREE for view in views):
            self.session.refresh()

    def _replaced(self, settled: Replaced) -> None:
        self._signs.say_replaced(settled)

    def _failed(self, error: Exception) -> None:
        """Show a refusal at its place; who has left the page while it was being held is told behind it."""
        self._signs.show(error)
        if self.session.was_holding and not self.isVisible():
            self.told_behind.emit(explain(error), False)

    def _held(self, hold: Hold) -> None:
        self._signs.clear()
        self.held.emit(hold)

    def _customer_chosen(self, customer: Customer | None) -> None:
        self.session.set_customer(customer)
        self.customer_changed.emit(customer)

    def _customer_saved(self, customer: Customer) -> None:
        self.parts.customer.show_customer(customer)
        self.customer_changed.emit(customer)

    def _add(self) -> None:
        if (index := self.session.sale.seat_without_woman()) is not None:
            self._signs.say_ladies_seat(index)
        elif self.session.add_to_basket():
            self.walk.next_line()
            self.parts.search.what.take_focus()
