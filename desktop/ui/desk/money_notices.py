"""Brings what the watch found onto the strip, unless the clerk is looking at it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from db.ids import BookingId, CaseId
from desktop.services import events
from desktop.ui.desk.ending_notice import ending_notices
from desktop.ui.desk.money_monitor import MoneyMonitor
from desktop.ui.desk.money_notice import About, MoneyNotice
from desktop.ui.desk.outcome_notice import OutcomeNotice
from desktop.ui.desk.scan_notice import ScanNotice
from desktop.ui.failures import explain
from desktop.ui.keys.key_rule import key_rule
from desktop.ui.routes import OpenBooking, OpenCases, OpenStock, PageName

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.application import Services
    from desktop.services.domain.returns import DueInvoice
    from desktop.services.domain.today import Today
    from desktop.ui.desk.board import Board
    from desktop.ui.desk.desk_feed import DeskFeed
    from desktop.ui.desk.desk_parts import DeskParts
    from desktop.ui.desk.notice_strip import Notice
    from desktop.ui.desk.page_links import PageLinks
    from desktop.ui.page import Page
    from desktop.ui.runner import Runner


class MoneyNotices(QObject):
    """Made by DeskWork; `carry` hands the notices to the one of a window that was made anew."""

    def __init__(
        self, desk: DeskParts, links: PageLinks, feed: DeskFeed, services: Services, runner: Runner
    ) -> None:
        super().__init__(links.parent())
        self._links = links
        self._pages = desk.pages
        self._strip = desk.notices
        self._type_on = desk.type_on
        self._is_locked = services.is_locked
        self._watch = MoneyMonitor(services, runner, self)
        self._watch.came.connect(self._came)
        self._watch.open_cases.connect(self._show_open)
        # Each is told once, whether it was opened or put away.
        self._told_endings: set[str] = set()
        self._services, self._runner = services, runner
        # Invoices that are due are told once a day.
        self._looked_on: date | None = None
        feed.today.connect(self._look)
        feed.board.connect(self._tell_endings)
        links.booking_shown.connect(self._seen)
        desk.pages.opened.connect(self._page_opened)
        self._strip.opened.connect(self._open)
        key_rule().scanned.connect(self._scanned)
        desk.pages.made.connect(self._listen)
        runner.orphaned.connect(self._refused_behind)

    def happened(self, event: object) -> None:
        """Note what the next reading is to be compared for."""
        if isinstance(event, events.PaymentChanged):
            self._watch.payment_changed(event.booking_id)
        elif isinstance(event, events.CasesChanged):
            self._watch.cases_changed()
        elif isinstance(event, events.DrawerSilent):
            self._strip.add(
                OutcomeNotice(self.tr("The cash drawer did not open: use its key."), is_good=False)
            )

    def carry(self, before: MoneyNotices) -> None:
        """Go on telling what was told before."""
        self._told_endings |= before._told_endings
        self._looked_on = before._looked_on
        waiting = self._strip.waiting
        for notice in before._strip.waiting:
            if notice not in waiting:
                self._strip.add(notice)

    def _listen(self, page: Page) -> None:
        page.told_behind.connect(self._told_behind)

    def _told_behind(self, text: str, is_good: bool) -> None:
        self._strip.add(OutcomeNotice(text, is_good))

    def _refused_behind(self, error: Exception) -> None:
        """Tell of a refusal whose page is no more: it was made anew in another language."""
        self._strip.add(OutcomeNotice(explain(error), is_good=False))

    def _scanned(self, text: str) -> None:
        # What is scanned at a locked desk is nobody's.
        if not self._is_locked():
            self._strip.add(ScanNotice(text))

    def _seen(self, booking_id: BookingId) -> None:
        """The clerk has this booking in front of them."""
        strip = self._strip
        strip.forget(notice for notice in strip.waiting if booking_id and notice.booking_id == booking_id)

    def _look(self, today: Today, _now: object) -> None:
        self._watch.look(today)

    def _tell_endings(self, board: Board) -> None:
        """Tell what is on sale for a few days more only; what got new days is told no more."""
        found = ending_notices(board.offerings, board.today)
        strip = self._strip
        strip.forget(n for n in strip.waiting if n.about is About.STOCK and n not in found)
        for notice in found:
            if notice.key not in self._told_endings:
                self._told_endings.add(notice.key)
                strip.add(notice)
        if board.today != self._looked_on:
            self._looked_on = board.today
            read = self._services.list_due_invoices
            self._runner.run(read, owner=self, done=self._tell_due, failed=self._not_read, is_quiet=True)

    def _tell_due(self, due: tuple[DueInvoice, ...]) -> None:
        count = sum(one.is_told for one in due)
        if count:
            said = self.tr("{count} supplies wait for their invoice for more than 3 days: type “{word}”.")
            word = QCoreApplication.translate("Commands", "Invoices due")
            self._strip.add(OutcomeNotice(said.format(count=count, word=word), is_good=False))

    def _not_read(self, _error: Exception) -> None:
        self._looked_on = None

    def _came(self, notice: MoneyNotice) -> None:
        name = self._pages.name
        if notice.about is About.CASE:
            if name is not PageName.CASES:
                self._strip.add(notice)
            return
        payment = self._pages.payment.page
        is_shown = payment is not None and payment.booking_id == notice.booking_id
        if payment is not None and is_shown:
            # Another desk may have found it; and behind another page it drives the customer's screen.
            payment.refresh()
        if not is_shown or name is not PageName.PAYMENT:
            self._strip.add(notice)

    def _show_open(self, open_ids: frozenset[CaseId]) -> None:
        """Drop what was decided; the page on which the clerk decides shows what is open now."""
        strip = self._strip
        cases = (n for n in strip.waiting if isinstance(n, MoneyNotice) and n.about is About.CASE)
        strip.forget([case for case in cases if case.key not in open_ids])
        if self._pages.name is PageName.CASES:
            self._pages.page.refresh()

    def _page_opened(self, name: PageName) -> None:
        strip = self._strip
        strip.show_home(self._pages.is_home)
        if name is PageName.CASES:
            strip.forget(notice for notice in strip.waiting if notice.about is About.CASE)
        elif name is PageName.STOCK:
            strip.forget(notice for notice in strip.waiting if notice.about is About.STOCK)

    def _open(self, notice: Notice) -> None:
        if isinstance(notice, ScanNotice):
            self._type_on(notice.scanned)
        elif isinstance(notice, OutcomeNotice):
            return
        elif notice.about is About.CASE:
            self._links.go(OpenCases())
        elif notice.about is About.STOCK:
            self._links.go(OpenStock())
        else:
            self._links.go(OpenBooking(notice.booking_id))
