"""How Enter walks through what, when and how many to the stock."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject

from desktop.services.domain.business_date import business_date, first_day_on_sale
from desktop.services.domain.catalogue import Offering
from desktop.services.domain.kinds import TRAITS
from desktop.services.errors import BadRequest, NotFound
from desktop.ui.failures import explain
from desktop.ui.on_sale.day_table import DayPopup
from desktop.ui.on_sale.day_view import day_views
from desktop.ui.on_sale.stock_panel import StockPanel
from desktop.ui.quote.sale.choice import without_days
from desktop.ui.quote.sale.quote_draft import QuoteDraft
from desktop.ui.quote.search.search_bar import SearchBar
from desktop.ui.typed.offering_match import match_offerings, split_command
from desktop.ui.typed.party_text import Party, fewer, party_words


class SearchWalk(QObject):
    """`focus_wanted` until the cursor stands on the stock that was asked for."""

    def __init__(
        self, search: SearchBar, stock: StockPanel, session: QuoteDraft, days: DayPopup, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._search, self._stock, self._session, self.days = search, stock, session, days
        # A line from the command field says everything at once: the walk goes straight to the stock.
        self._straight = False
        self.focus_wanted = False
        search.what_typed.connect(self._browse)
        search.what_entered.connect(self._what_entered)
        search.steered.connect(self._steered)
        search.when_entered.connect(self._when_entered)
        search.count_entered.connect(self._count_entered)
        search.days_wanted.connect(self._drop_days)
        days.chosen.connect(self._day_dropped)
        days.closed.connect(search.when.take_focus)
        stock.offering_chosen.connect(self._take)
        stock.day_chosen.connect(self._date_chosen)

    def start(self, line: str) -> None:
        """Fill the fields from a line; go as far as it says."""
        if not line.strip():
            self._browse(self._search.what.text)
            self._search.what.take_focus()
            return
        command = split_command(line, self._session.sale.offerings)
        self._search.what.set_text(command.what)
        self._search.when.set_text(command.when)
        self._search.count.set_text(command.count)
        self._straight = True
        found = match_offerings(self._session.sale.offerings, command.what)
        self._browse(command.what)
        if len(found) == 1:
            self._take(found[0])
            return
        self._session.forget_choice()
        self._search.what.edit.setFocus()
        if not found:
            self._search.what.show_error(explain(NotFound("offering", command.what)))

    def next_line(self) -> None:
        """Empty the fields for another line of the basket."""
        for field in (self._search.what, self._search.when, self._search.count):
            field.clear_error()
            field.set_text("")
        self._straight = False
        self._browse("")

    def show_catalogue(self) -> None:
        """Show what the words in "what" may mean."""
        self._browse(self._search.what.text)

    def show_stock(self) -> None:
        """Show the stock of what was chosen before."""
        self._session.browse(False)
        if self._session.sale.choice.offering is not None:
            self._search.show_offering(self._session.sale.choice.offering)

    def take_fewer(self, units: int) -> None:
        """Ask for so many of the same day: the clerk takes what is left of it."""
        choice = self._session.sale.choice
        if choice.offering is not None:
            self._ask_for(choice.offering, fewer(choice.party, choice.offering.kind, units))

    def look_at(self, day: date) -> None:
        """Ask for the same on another day, which the clerk has chosen."""
        choice = self._session.sale.choice
        if choice.offering is not None:
            self._search.when.set_text(f"{day:%d/%m/%Y}")
            self._ask_for(choice.offering, choice.party)

    def _ask_for(self, offering: Offering, party: Party) -> None:
        self._search.count.set_text(party_words(party, offering.kind))
        for field in (self._search.when, self._search.count):
            field.clear_error()
        if self._ask(offering):
            self._go_to_stock()

    def _browse(self, text: str) -> None:
        self._session.browse(True)
        self._stock.show_offerings(match_offerings(self._session.sale.offerings, text))

    def _steered(self, by: int) -> None:
        if not self._session.sale.browsing:
            self._browse("")
        else:
            self._stock.offerings.steer(by)

    def _what_entered(self) -> None:
        if not self._session.sale.browsing:
            self._browse(self._search.what.text)
        offering = self._stock.offerings.current()
        if offering is None:
            self._session.forget_choice()
            self._search.what.show_error(explain(NotFound("offering", self._search.what.text)))
            return
        self._take(offering)

    def _take(self, offering: Offering) -> None:
        self._session.browse(False)
        self._search.what.clear_error()
        self._search.what.set_text(offering.code)
        self._search.show_offering(offering)
        straight, self._straight = self._straight, False
        if self._ask(offering) and straight:
            self._go_to_stock()
            return
        self._session.changed.emit()
        count = self._search.count
        (count if straight and count.is_wrong else self._search.when).take_focus()

    def _when_entered(self) -> None:
        offering = self._session.sale.choice.offering
        if offering is None:
            self._search.what.take_focus()
        elif self._ask(offering):
            self._search.count.take_focus()

    def _count_entered(self) -> None:
        offering = self._session.sale.choice.offering
        if offering is None:
            self._search.what.take_focus()
        elif self._ask(offering):
            self._go_to_stock()

    def _ask(self, offering: Offering) -> bool:
        """Look for what the fields say; False after saying at a field what is wrong with it.

        What was found before is not what is asked for now: it goes, so that nobody holds it by mistake.
        """
        now = self._session.now
        if now is None:
            return False
        party = self._search.read_party(offering.kind)
        days = self._read_days(offering, now)
        if party is None or days is None:
            self.focus_wanted = False
            self._session.forget_choice(without_days(self._session.sale.choice, offering, party or Party()))
            return False
        first, last = days
        if first is not None and last is not None and TRAITS[offering.kind].has_nights:
            party = replace(party, nights=(last - first).days)
        self._session.search(offering, first, party)
        return True

    def _read_days(self, offering: Offering, now: datetime) -> tuple[date | None, date | None] | None:
        if not self._search.when.text:
            return None, None
        minutes = offering.last_boarding_minutes
        earliest = first_day_on_sale(offering, now, boarding_minutes=minutes)
        found = self._search.read_days(business_date(offering, now), earliest)
        if found is None:
            return None
        first, last = found
        if first < earliest:
            self._search.when.show_error(explain(BadRequest("first_day", "past")))
            return None
        if last is not None and TRAITS[offering.kind].has_nights and last <= first:
            self._search.when.show_error(explain(BadRequest("last_day", "not_after_first")))
            return None
        return first, last

    def _go_to_stock(self) -> None:
        # The focus leaves the field at once, so that an Enter before the answer is one for the stock.
        self.focus_wanted = True
        self._stock.setFocus()
        self._session.changed.emit()

    def _drop_days(self) -> None:
        calendar, choice = self._session.sale.calendar, self._session.sale.choice
        if calendar is not None and not self._session.sale.browsing:
            days = day_views(calendar, choice.party.units)
            self.days.drop(self._search.when.edit, days, choice.first_day)

    def _day_dropped(self, day: date) -> None:
        self._search.when.set_text(f"{day:%d/%m/%Y}")
        self._search.when.clear_error()
        self._when_entered()

    def _date_chosen(self, day: date) -> None:
        offering = self._session.sale.choice.offering
        if offering is not None and day != self._session.sale.choice.first_day:
            self._search.when.set_text(f"{day:%d/%m/%Y}")
            self._search.when.clear_error()
            self._ask(offering)
