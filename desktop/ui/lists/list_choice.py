"""Which day and which list: a field for the day, and every list that it has."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop.services.domain.day_lists import ROOM_LISTS, DayListQuery, ListKind
from desktop.ui import formats, list_words
from desktop.ui.theme import scaled
from desktop.ui.typed.day_text import parse_day

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.domain.day_lists import DayChoices, SlotChoice

LIST_LETTERS = 28


class ListChoice(QWidget):
    """`day_wanted` carries a day whose lists are to be looked up, `chosen` a DayListQuery."""

    day_wanted = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self._today: date | None = None
        self._queries: list[DayListQuery] = []
        self.day = QLineEdit()
        self.day.setAccessibleName(self.tr("Day of the list"))
        self.day.setPlaceholderText(self.tr("today, tomorrow, 24 nov, +3"))
        self.day.setMinimumWidth(scaled(150))
        self.lists = QComboBox()
        self.lists.setAccessibleName(self.tr("Which list"))
        self.lists.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lists.setMinimumContentsLength(LIST_LETTERS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        row.addWidget(self.day)
        row.addWidget(self.lists, 1)
        self.lists.activated.connect(self._choose)

    @property
    def query(self) -> DayListQuery | None:
        """What is chosen."""
        place = self.lists.currentIndex()
        return self._queries[place] if 0 <= place < len(self._queries) else None

    @property
    def today(self) -> date | None:
        """The day that was today when the lists were looked up first."""
        return self._today

    def typed_day(self) -> date | None:
        """Return the day that was typed; None where the text names none."""
        return parse_day(self.day.text(), self._today, self._today) if self._today else None

    def step(self, days: int) -> date | None:
        """Return the day so many days from the one that is shown."""
        return self._day + timedelta(days=days) if self._day else None

    def show_choices(self, choices: DayChoices, kind: ListKind, what: str) -> bool:
        """Offer the lists of a day and choose the one of `kind` whose name has `what` in it.

        Tell whether there was one; if not, the first of its kind is chosen, else the first of all.
        """
        self._day = choices.day
        self._today = self._today or choices.day
        before = self.query
        self._queries, texts = [], []
        for site in choices.sites:
            for room_list in ROOM_LISTS:
                self._queries.append(DayListQuery(room_list, choices.day, site_id=site.id))
                texts.append(f"{list_words.screen_tongue().say(list_words.KINDS[room_list])} · {site.name}")
        for slot in choices.slots:
            self._queries.append(DayListQuery(slot.kind, choices.day, slot_id=slot.id))
            texts.append(_slot_text(slot))
        self.lists.clear()
        self.lists.addItems(texts)
        self.day.setText(formats.dated(choices.day, self._today))
        place, is_found = self._place_of(texts, kind, what, before)
        self.lists.setCurrentIndex(place)
        return is_found

    def _place_of(
        self, texts: list[str], kind: ListKind, what: str, before: DayListQuery | None
    ) -> tuple[int, bool]:
        of_kind = [place for place, query in enumerate(self._queries) if query.kind is kind]
        words = what.casefold().split()
        named = [place for place in of_kind if all(word in texts[place].casefold() for word in words)]
        if words:
            return (named or of_kind or [0])[0], bool(named)
        same = [place for place in of_kind if before and self._queries[place].site_id == before.site_id]
        return (same or of_kind or [0])[0], bool(of_kind)

    def _choose(self, _place: int) -> None:
        if self.query is not None:
            self.chosen.emit(self.query)


def _slot_text(slot: SlotChoice) -> str:
    """Return "21:30 GOA21 Goa 21:30 · 12 sold"."""
    tongue = list_words.screen_tongue()
    at = formats.clock(slot.starts_at, slot.time_zone)
    sold = (
        tongue.say(list_words.CALLED_OFF)
        if slot.is_cancelled
        else tongue.say(list_words.SOLD).format(count=slot.sold)
    )
    return f"{at} {slot.code} {slot.name} · {sold}"
