"""The lists of a day: who arrives, stays, leaves, travels; a key marks who came."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.print_words import PaperLanguage
from desktop.services.domain.day_lists import ROOM_LISTS, ArrivalAct, ListKind, Mark
from desktop.services.domain.printing import PrintRequest
from desktop.services.domain.report_papers import DAY_LIST, told_list
from desktop.ui import list_words
from desktop.ui.failures import explain
from desktop.ui.language import spoken
from desktop.ui.lists.list_choice import ListChoice
from desktop.ui.lists.list_table import ListTable
from desktop.ui.lists.save_list import save_csv, save_pdf, save_workbook
from desktop.ui.papers.list_paper import ListPaper
from desktop.ui.routes import OpenBooking, OpenRegister
from desktop.ui.theme import scaled
from desktop.ui.typed.day_text import parse_day
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage
from desktop.ui.widgets.sheet_out import SheetOut

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.services.application import Services
    from desktop.services.domain.day_lists import DayChoices, DayList, DayListQuery, ListRow
    from desktop.ui.runner import Runner


class ListsWindow(KeyedPage):
    """`start` opens a list of today; Space or F9 marks the guest of the row, B everybody of the booking."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        parent: QWidget | None = None,
        *,
        folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._folder = folder
        self._kind = ListKind.ARRIVALS
        self._what = self._when = ""
        self._reading = 0
        self._is_new = False
        self._found: DayList | None = None
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.title.setWordWrap(True)
        self.counts = QLabel()
        self.counts.setProperty("role", "strong")
        self.error_bar = ErrorBar()
        self._out = SheetOut(services, runner, self.error_bar, self)
        self.choice = ListChoice()
        self.table = ListTable()
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        # The whole of what the columns may cut.
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.below = QLabel()
        self.below.setWordWrap(True)
        self.mark_button = BusyButton(role="primary")
        self.keys = QLabel(
            self.tr(
                "← →  day      Space  came      B  all of the booking      O  open      G  register"
                "      Ctrl+F  day, list      Ctrl+P  print      Ctrl+S  CSV      Ctrl+E  XLSX"
            )
        )
        self._lay_out()
        self._connect()

    def start(self, kind: ListKind, what: str = "", when: str = "") -> None:
        """Open a list of today, or of the day that `when` says: of the first site, or named by `what`."""
        self._kind, self._what, self._when = kind, what, when
        self._is_new = True
        self.error_bar.clear()
        self._look_up(None)

    def refresh(self) -> None:
        """Read the list again; the keyboard stays on its guest."""
        if self.choice.query is not None:
            self._read(self.choice.query)

    # -- which list

    def _look_up(self, day: date | None) -> None:
        self._reading += 1
        look = partial(self._services.list_day_choices, day)
        done = partial(self._show_choices, self._reading, is_today=day is None)
        self._runner.run(look, owner=self, done=done, failed=self._say_failed)

    def _show_choices(self, reading: int, choices: DayChoices, *, is_today: bool) -> None:
        if reading != self._reading:
            return
        sites, when = choices.sites, self._when
        self._when = ""
        if when and (day := parse_day(when, choices.day)) is not None:
            self._look_up(day)
            return
        if is_today and self._kind in ROOM_LISTS and sites and sites[0].today != choices.day:
            self._look_up(sites[0].today)  # the night that has begun is still "tonight"
            return
        is_found = self.choice.show_choices(choices, self._kind, self._what)
        if not is_found and self._what:
            said = self.tr("Nothing on this day is called “{what}”: choose from the list.")
            self.error_bar.show_error(said.format(what=self._what))
        query = self.choice.query
        if query is None:
            self._found = None
            self._show_nothing(self.tr("Nothing is on sale on this day."))
            return
        self._read(query)

    def _choose(self, query: DayListQuery) -> None:
        self._kind, self._what = query.kind, ""
        self.error_bar.clear()
        self._is_new = True
        self._read(query)

    def _go_days(self, days: int) -> None:
        day = self.choice.step(days)
        if day is not None:
            query = self.choice.query
            self._kind = query.kind if query else self._kind
            self._what = self._found.code if self._found and self._kind not in ROOM_LISTS else ""
            self.error_bar.clear()
            self._look_up(day)

    def _take_day(self) -> None:
        day = self.choice.typed_day()
        if day is None:
            self.error_bar.show_error(self.tr("Type a day as today, tomorrow, 24 nov or +3."))
            return
        self._what = ""
        self.error_bar.clear()
        self._is_new = True
        self._look_up(day)

    def _read(self, query: DayListQuery) -> None:
        self._reading += 1
        read = partial(self._services.show_day_list, query, self._services.actor())
        done = partial(self._show, self._reading)
        self._runner.run(read, owner=self, done=done, failed=self._say_failed, is_quiet=True)

    # -- the list

    def _show(self, reading: int, found: DayList) -> None:
        if reading != self._reading:
            return
        self._found = found
        tongue = list_words.screen_tongue()
        self.title.setText(list_words.title_text(found, tongue))
        self.counts.setText(list_words.counts_text(found, tongue))
        self.table.show_list(found)
        below = list_words.foot_texts(found, tongue)
        if found.is_cancelled:
            below.insert(0, tongue.say(list_words.CALLED_OFF))
        self.below.setText("\n".join(below))
        self.below.setVisible(bool(below))
        self.table.setVisible(bool(found.rows))
        self.empty.setVisible(not found.rows)
        self.empty.setText(self.tr("Nobody is in this list."))
        self._label()
        self._take_focus()

    def _take_focus(self) -> None:
        """Stand in the list; a field of the choice keeps the keyboard unless the page was opened anew."""
        is_choosing = self.choice.day.hasFocus() or self.choice.lists.hasFocus()
        if self.may_take_focus and (self._is_new or not is_choosing):
            (self.table if self.table.rowCount() else self).setFocus()
        self._is_new = False

    def _show_nothing(self, sentence: str) -> None:
        self.title.setText(self.tr("Lists of the day"))
        for part in (self.table, self.below):
            part.hide()
        self.counts.clear()
        self.empty.setText(sentence)
        self.empty.show()
        self._label()

    def _label(self) -> None:
        row = self.table.current if self._found is not None and self._found.rows else None
        act = self._act_of(row) if row is not None else None
        self._show_detail(row)
        self.mark_button.setVisible(act is not None)
        self.tell_step(self.tr("mark") if act is not None else None)
        if row is None or act is None:
            return
        words = {
            ArrivalAct.ARRIVED: self.tr("{unit} {guest} came   Space"),
            ArrivalAct.NOT_ARRIVED: self.tr("{unit} {guest} did not come   Space"),
            ArrivalAct.DEPARTED: self.tr("{unit} {guest} left   Space"),
            ArrivalAct.NOT_DEPARTED: self.tr("{unit} {guest} did not leave   Space"),
        }
        text = words[act].format(unit=row.unit_name, guest=row.guest_name)
        self.mark_button.set_label(text, (row.booking_id, row.numbers, act))

    def _show_detail(self, row: ListRow | None) -> None:
        self.detail.setVisible(row is not None)
        if row is None or self._found is None:
            return
        tongue = list_words.screen_tongue()
        when = list_words.when_text(row, self._found, tongue)
        notes = list_words.notes_text(row, self._found.query.kind, tongue)
        self.detail.setText(" · ".join(part for part in (row.guest_name, when, notes) if part))

    def _act_of(self, row: ListRow) -> ArrivalAct | None:
        """Return what the key does to a row: in the departures who leaves is marked, else who comes."""
        if not row.is_expected:
            return None
        if row.mark is Mark.DEPARTED:
            return ArrivalAct.NOT_DEPARTED
        if self._found is not None and self._found.query.kind is ListKind.DEPARTURES:
            return ArrivalAct.DEPARTED
        return ArrivalAct.ARRIVED if row.arrived_at is None else ArrivalAct.NOT_ARRIVED

    # -- who came

    def _mark(self, *, whole: bool = False) -> None:
        row = self.table.current
        if self._found is None or row is None or self.mark_button.isHidden() or self.mark_button.busy:
            return
        act = self._act_of(row)
        if act is None or not self.mark_button.offer.counts():
            return
        rows = [one for one in self._found.rows if one.booking_id == row.booking_id] if whole else [row]
        same = [one for one in rows if self._act_of(one) is act]
        numbers = frozenset[int]().union(*(one.numbers for one in same))
        seen = {moment for one in same if (moment := one.departed_at or one.arrived_at) is not None}
        self.error_bar.clear()
        self.mark_button.set_busy(True)
        actor = self._services.actor()
        work = partial(self._services.mark_arrival, row.booking_id, numbers, act, seen, actor=actor)
        self._runner.run(work, owner=self, done=self._marked, failed=self._not_marked)

    def _marked(self, _changed: int) -> None:
        self.mark_button.set_busy(False)
        self.refresh()

    def _not_marked(self, error: Exception) -> None:
        self.mark_button.set_busy(False)
        self._say_failed(error)
        self.refresh()

    # -- on paper and in files

    def _print(self) -> None:
        if self._found is None or not self._found.rows:
            self.error_bar.show_error(self.nothing_to_do())
            return
        request = PrintRequest(
            report=DAY_LIST,
            parameters=json.dumps(told_list(self._found.query)),
            language=PaperLanguage(spoken()),
        )
        self._out.print(request, partial(self._print_alone, self._found))

    def _print_alone(self, found: DayList) -> None:
        """Print on the system's own printer; no printer of this desk has sheets."""
        from desktop.ui.papers.print_document import print_document

        paper = self._paper(found)
        print_document(paper, self, partial(self._printed, paper), partial(self._not_printed, paper))

    def _printed(self, paper: ListPaper, printer: str) -> None:
        if printer:
            self.error_bar.show_done(self.tr("The list went to {printer}.").format(printer=printer))
        else:
            self._save(partial(save_pdf, paper))

    def _not_printed(self, paper: ListPaper) -> None:
        self._save(partial(save_pdf, paper))

    def _paper(self, found: DayList) -> ListPaper:
        return ListPaper(found, spoken() == "hi", self._services.practice, datetime.now(UTC))

    def _save_as(self, save: Callable[[Services, DayList, Path], Path | OSError]) -> None:
        if self._found is None:
            self.error_bar.show_error(self.nothing_to_do())
            return
        self._save(partial(save, self._services, self._found))

    def _save(self, save: Callable[[Path], Path | OSError]) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or Path(QStandardPaths.writableLocation(documents)) / "Counterfoil"
        self._runner.run(partial(save, folder), owner=self, done=self._saved, failed=self._say_failed)

    def _saved(self, outcome: Path | OSError) -> None:
        if isinstance(outcome, Path):
            self.error_bar.show_done(self.tr("The list is saved as {path}.").format(path=outcome))
        else:
            said = self.tr("The list could not be saved. {reason}")
            self.error_bar.show_error(said.format(reason=outcome.strerror or "").strip())

    # -- the page

    def _open(self) -> None:
        row = self.table.current
        if row is not None:
            self.wanted.emit(OpenBooking(row.booking_id))

    def _register(self) -> None:
        row = self.table.current
        if row is not None and self._found is not None and self._found.query.kind in ROOM_LISTS:
            self.wanted.emit(OpenRegister(row.booking_id, row.numbers, row.guest_name))
        else:
            self.wanted.emit(OpenRegister())

    def _enter(self) -> None:
        if self.choice.day.hasFocus():
            self._take_day()
        elif self.choice.lists.hasFocus():
            self.table.setFocus()
        else:
            self._open()

    def _step_back(self) -> None:
        if self.choice.day.hasFocus() or self.choice.lists.hasFocus():
            self.table.setFocus()
        else:
            self.back.emit()

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))

    def _connect(self) -> None:
        self.choice.chosen.connect(self._choose)
        self.table.itemSelectionChanged.connect(self._label)
        self.table.struck.connect(self._mark)
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.mark_button.clicked.connect(lambda: self._mark())
        self.add_key("Return", self._enter)
        self.add_key("Left", partial(self._go_days, -1))
        self.add_key("Right", partial(self._go_days, 1))
        self.add_key("B", partial(self._mark, whole=True))
        self.add_key("O", self._open)
        self.add_key("G", self._register)
        self.add_key("F9", self._mark)
        self.add_key("F5", self.refresh)
        self.add_key("Ctrl+F", self._to_the_day)
        self.add_key("Ctrl+P", self._print)
        self.add_key("Ctrl+S", partial(self._save_as, save_csv))
        self.add_key("Ctrl+E", partial(self._save_as, save_workbook))
        self.add_key("Esc", self._step_back)

    def _to_the_day(self) -> None:
        self.choice.day.setFocus()
        self.choice.day.selectAll()

    def _lay_out(self) -> None:
        self.keys.setProperty("role", "caption")
        self.keys.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(scaled(16))
        head.addWidget(self.title, 1)
        head.addWidget(self.counts)
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(10))
        page.addLayout(head)
        for part in (self.choice, self.error_bar, self.empty):
            page.addWidget(part)
        page.addWidget(self.table, 1)
        for lower in (self.detail, self.below, self.mark_button, self.keys):
            page.addWidget(lower)
        page.addStretch(0)
        self.table.setMinimumHeight(scaled(150))
        self._show_nothing(self.tr("The list is being read."))
