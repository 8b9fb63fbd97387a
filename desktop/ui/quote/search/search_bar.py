"""What, when, how many: three fields that Enter walks through."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from db.states import Kind
from desktop.services.domain.business_date import business_date
from desktop.services.domain.catalogue import Offering
from desktop.services.domain.kinds import TRAITS
from desktop.ui import formats
from desktop.ui.quote.sale.choice import Choice
from desktop.ui.typed.day_text import parse_stay
from desktop.ui.typed.party_text import Party, parse_party
from desktop.ui.widgets.field_box import FieldBox


class SearchBar(QFrame):
    """Knows texts and sentences; what they lead to is the window's business."""

    what_typed = Signal(str)
    what_entered = Signal()
    steered = Signal(int)
    when_entered = Signal()
    count_entered = Signal()
    days_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.what = FieldBox(self.tr("&What"), self.tr("What: code, name or route"))
        self.what.edit.setPlaceholderText(self.tr("DLX, pune goa, Sinhagad …"))
        self.when = FieldBox(self.tr("W&hen"), self.tr("When: day or days"))
        self.when.edit.setPlaceholderText(self.tr("24 nov, sat, +3 …"))
        self.count = FieldBox(self.tr("How &many"), self.tr("How many"))
        days = QPushButton("▾")
        days.setProperty("role", "quiet")
        days.setAccessibleName(self.tr("Show the days"))
        days.setToolTip(self.tr("Show the days (Down)"))
        days.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.when.row.addWidget(days)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(12, 8, 12, 6)
        self._row.setSpacing(12)
        for field, stretch in ((self.what, 5), (self.when, 4), (self.count, 4)):
            self._row.addWidget(field, stretch)
        self.what.typed.connect(self.what_typed)
        self.what.entered.connect(self.what_entered)
        self.what.steered.connect(self.steered)
        self.when.entered.connect(self.when_entered)
        self.when.steered.connect(lambda by: self.days_wanted.emit() if by > 0 else None)
        self.count.entered.connect(self.count_entered)
        days.clicked.connect(self.days_wanted)

    def read_days(self, today: date, earliest: date) -> tuple[date, date | None] | None:
        """Return what "when" means, as `parse_stay`; None after saying at the field that it means nothing."""
        found = parse_stay(self.when.text, today, earliest)
        if found is None:
            self.when.show_error(
                self.tr("“{text}” is no day. Try 24 nov, 24/11, sat, +3 or today.").format(
                    text=self.when.text
                )
            )
        return found

    def read_party(self, kind: Kind) -> Party | None:
        """Return what "how many" means; None after saying at the field what is wrong."""
        party = parse_party(self.count.text, kind)
        if party is None:
            _, hint = self._count_words(kind)
            self.count.show_error(
                self.tr("“{text}” is no number here. {hint}").format(text=self.count.text, hint=hint)
            )
            return None
        if min(party.units, party.nights) < 1 or min(party.adults, party.children) < 0:
            self.count.show_error(self.tr("One at least."))
            return None
        return party

    def show_offering(self, offering: Offering | None) -> None:
        """Say what was understood by "what", and what "how many" counts."""
        if offering is None:
            self.what.set_note("")
            self.count.label.setText(self.tr("How &many"))
            self.count.edit.setPlaceholderText("")
            return
        place = offering.site_name
        if TRAITS[offering.kind].has_route:
            place = f"{offering.origin} → {offering.destination}"
        self.what.set_note(f"{offering.name} · {place}")
        label, hint = self._count_words(offering.kind)
        self.count.label.setText(label)
        self.count.edit.setPlaceholderText("1")
        self.count.edit.setToolTip(hint)

    def show_choice(self, choice: Choice, now: datetime | None) -> None:
        """Say which days and how many were understood."""
        self.show_offering(choice.offering)
        self.when.set_note(self._days(choice, now))
        self.count.set_note(self._party(choice))

    def set_stacked(self, stacked: bool) -> None:
        """Put the fields one below the other where the window is too narrow for all three."""
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)

    def _count_words(self, kind: Kind) -> tuple[str, str]:
        """Return what "how many" is called, and what may be typed there."""
        return {
            Kind.ROOM: (
                self.tr("How &many nights"),
                self.tr("Nights, rooms, adults, children: 2, or 2n 1r 2a 1c."),
            ),
            Kind.BUS: (
                self.tr("How &many seats"),
                self.tr("Seats: 2, or their names 4A 4B, or persons 2a1c."),
            ),
            Kind.TOUR: (self.tr("How &many places"), self.tr("Places: 3, or 2a 1c.")),
        }[kind]

    def _days(self, choice: Choice, now: datetime | None) -> str:
        if choice.offering is None or choice.first_day is None or now is None:
            return ""
        today = business_date(choice.offering, now)
        text = formats.dated(choice.first_day, today)
        if choice.last_day is not None:
            text = f"{text} – {formats.dated(choice.last_day, today)}"
        ahead = (choice.first_day - today).days
        if ahead == 0 and today < formats.local_day(now, choice.offering.time_zone):
            return self.tr("{days} · tonight, since {day}").format(days=text, day=formats.short_day(today))
        if ahead == 0:
            return self.tr("{days} · today").format(days=text)
        if ahead == 1:
            return self.tr("{days} · tomorrow").format(days=text)
        if ahead == -1 and TRAITS[choice.offering.kind].has_nights:
            return self.tr("{days} · last night").format(days=text)
        return self.tr("{days} · in {count} days").format(days=text, count=ahead) if ahead > 0 else text

    def _party(self, choice: Choice) -> str:
        if choice.offering is None:
            return ""
        party = choice.party
        if not TRAITS[choice.offering.kind].has_nights:
            return self._persons(party) if party.adults or party.children else ""
        nights = self.tr("1 night") if party.nights == 1 else self.tr("{count} nights")
        rooms = self.tr("1 room") if party.units == 1 else self.tr("{count} rooms")
        # A room where nobody said so has an adult all the same.
        said = party if party.adults else replace(party, adults=party.units)
        parts = (nights.format(count=party.nights), rooms.format(count=party.units), self._persons(said))
        return ", ".join(parts)

    def _persons(self, party: Party) -> str:
        adults = self.tr("1 adult") if party.adults == 1 else self.tr("{count} adults")
        children = self.tr("1 child") if party.children == 1 else self.tr("{count} children")
        said = [adults.format(count=party.adults)]
        return ", ".join([*said, children.format(count=party.children)] if party.children else said)
