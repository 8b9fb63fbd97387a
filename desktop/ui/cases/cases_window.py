"""Open cases: money that waits for a decision, the oldest first."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.states import CaseAnswer
from desktop.services.domain.review import OpenCase
from desktop.services.errors import AlreadyDone
from desktop.ui.cases.case_card import OTHERS_MAX, CaseCard
from desktop.ui.cases.case_table import CaseTable
from desktop.ui.cases.case_view import RULE, CaseGroup, drawer_paise, entries_of, next_case_id, total_paise
from desktop.ui.cases.case_words import called_text, resolved_text
from desktop.ui.cases.not_ours_run import AT_ONCE, NotOursRun
from desktop.ui.cases.overdue_panel import OverduePanel
from desktop.ui.cases.rules_panel import RulesPanel
from desktop.ui.failures import explain
from desktop.ui.formats import amount
from desktop.ui.routes import OpenBooking
from desktop.ui.steady_clock import steady_seconds
from desktop.ui.theme import scaled
from desktop.ui.widgets.drawer_hint import DrawerHint
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from db.ids import CaseId
    from desktop.services.application import Services
    from desktop.services.domain.foreign_money import CalledNotOurs
    from desktop.ui.cases.case_view import Entry
    from desktop.ui.runner import Runner

# A case that has just come up takes no answer: the key may have been meant for something else ...
GUARD_SECONDS = 0.3
# ... and least of all in the place of one that was decided, when the same key comes twice.
AFTER_DECISION_SECONDS = 1.0


class CasesWindow(KeyedPage):
    """Reads the cases when it is shown and on `refresh`; a decided case makes room for the next.

    A figure gives its answer from anywhere. Enter on the list only goes to the answers, where it gives the
    one that has the focus; after a decision the focus is on the list again.
    """

    def __init__(
        self,
        services: Services,
        runner: Runner,
        parent: QWidget | None = None,
        *,
        steady: Callable[[], float] = steady_seconds,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._steady = steady
        self._now = now or partial(datetime.now, UTC)
        self._cases: tuple[OpenCase, ...] = ()
        self._opened: frozenset[CaseId] = frozenset()
        self._rows: tuple[Entry, ...] = ()
        self._chosen_id: CaseId | None = None
        self._takes_answers_at = 0.0
        self._reading = 0
        self.totals = QLabel()
        self.totals.setProperty("role", "strong")
        self.error_bar = ErrorBar()
        self.table = CaseTable()
        self.card = CaseCard()
        self.drawer_hint = DrawerHint(services, runner)
        self.card.take_in(self.drawer_hint)
        self.rules = RulesPanel(services, runner)
        self.overdue = OverduePanel(services, runner)
        self.keys = QLabel()
        self.keys.setProperty("role", "caption")
        self.empty = QWidget()
        self.empty_button = QPushButton(self.tr("Back to the desk   Esc"))
        self.empty_button.setAccessibleName(self.tr("Back to the desk"))
        self.rules_hint = QLabel(self.tr("R  rules for payments of other programs"))
        self.rules_hint.setProperty("role", "caption")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Open cases"))
        title.setProperty("role", "heading")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.totals)
        inside = QVBoxLayout(self.empty)
        inside.setSpacing(scaled(12))
        inside.addSpacing(scaled(32))
        word = QLabel(self.tr("Nothing to decide: all money is where it belongs."))
        inside.addWidget(word, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self.rules_hint, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        self.table.setMinimumHeight(scaled(140))
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(12))
        page.addLayout(head)
        page.addWidget(self.error_bar)
        page.addWidget(self.overdue)
        page.addWidget(self.table, 1)
        page.addWidget(self.card)
        page.addWidget(self.keys)
        page.addWidget(self.empty, 1)
        page.addWidget(self.rules)
        for widget in (self.table, self.card, self.keys, self.empty, self.rules):
            widget.hide()

    def _connect(self) -> None:
        self.table.row_shown.connect(self._choose)
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.card.answered.connect(self._resolve)
        self.rules.ended.connect(self._rule_ended)
        self.rules.failed.connect(self._say_failed)
        self.overdue.done.connect(self.error_bar.show_done)
        self.overdue.failed.connect(self._say_failed)
        self.overdue.counted.connect(lambda _count: self._show_cases(self._cases))
        self.empty_button.clicked.connect(self.back)
        self.setFocusProxy(self.table)
        self.add_key("Return", self._to_answers)
        for number in range(1, OTHERS_MAX + 2):
            self.add_key(str(number), partial(self._answer, number))
        self.add_key("F9", partial(self._answer, 1))
        self.add_key("F10", self.overdue.cancel_by_rule)
        self.add_key("E", self.overdue.ask_until)
        self.add_key("O", self._open)
        self.add_key("R", self._show_rules)
        self.add_key("Del", self._end_rule)
        self.add_key("F5", self.refresh)
        self.add_key("Esc", self._go_back)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the cases anew each time the page comes up; what was said before has been read."""
        super().showEvent(event)
        self.error_bar.clear()
        self.drawer_hint.forget()
        self.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read the cases again; the chosen one stays chosen."""
        self._reading += 1
        if not self.rules.isHidden():
            self.rules.refresh()
        self.overdue.refresh()
        self._runner.run(
            self._services.list_open_cases,
            owner=self,
            done=partial(self._show, self._reading),
            failed=self._say_failed,
        )

    def _show(self, reading: int, cases: tuple[OpenCase, ...]) -> None:
        if reading == self._reading:
            self._show_cases(cases)

    def _show_cases(self, cases: tuple[OpenCase, ...]) -> None:
        before, may_take_focus = self._chosen_id, self.may_take_focus
        rows = entries_of(cases, self._opened)
        if before and all(row.id != before for row in rows):
            self._chosen_id = next_case_id(self._rows, before)
            self._guard(AFTER_DECISION_SECONDS)
        self._cases, self._rows = cases, rows
        at = next((at for at, row in enumerate(rows) if row.id == self._chosen_id), 0)
        self.table.show_cases(rows, self._now(), at)
        body = (self.table, self.card, self.keys, self.totals)
        nothing = () if self.overdue.count else (self.empty,)
        shown: tuple[QWidget, ...] = body if cases else nothing
        if not self.rules.isHidden():
            shown = ()
        hidden = [widget for widget in (*body, self.empty) if widget not in shown]
        for widget in shown:
            widget.show()
        # Who stands at the answers stays there while it is about the same case, and only then.
        if may_take_focus and shown and not (self._chosen_id == before and self._at_answers):
            (self.table if cases else self.empty_button).setFocus()
        elif may_take_focus and not cases and self.overdue.count:
            self.overdue.list.setFocus()
        # Hidden last: Qt would hand the focus of what is hidden to the window around the page.
        for widget in hidden:
            widget.hide()
        self.totals.setText(
            self.tr("{count} open, {total} in all").format(count=len(cases), total=amount(total_paise(cases)))
        )

    def _show_rules(self) -> None:
        """Show the rules in place of the cases, or the cases again."""
        if self.card.primary.busy or self.rules.end.busy:
            return
        if self.rules.isHidden():
            self.error_bar.clear()
            self.rules.show()
            self.rules.refresh()
            self._show_cases(self._cases)
            self.rules.setFocus()
        else:
            self.rules.hide()
            self._show_cases(self._cases)

    def _end_rule(self) -> None:
        if not self.rules.isHidden():
            self.rules.end_rule()

    def _rule_ended(self, sentence: str) -> None:
        self.error_bar.show_done(sentence)
        self.refresh()

    @property
    def _at_answers(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.card.isAncestorOf(focused)

    @property
    def _chosen(self) -> Entry | None:
        return next((row for row in self._rows if row.id == self._chosen_id), None)

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._rows):
            self._chosen_id = None
            return
        entry = self._rows[row]
        if entry.id != self._chosen_id:
            self._guard(GUARD_SECONDS)
        self._chosen_id = entry.id
        self.card.show_case(entry)
        self.drawer_hint.show_need(drawer_paise(entry))
        self.keys.setText(self._keys_of(entry))

    def _keys_of(self, entry: Entry) -> str:
        """Return the keys that do something about what is chosen."""
        if isinstance(entry, CaseGroup):
            opens = self.tr("O  close them again") if entry.is_open else self.tr("O  see them one by one")
        else:
            opens = self.tr("O  open the booking") if entry.booking_reference else ""
        parts = (self.tr("Enter  to the answers"), opens, self.tr("R  rules"), self.tr("Esc  back"))
        return "      ".join(part for part in parts if part)

    def _guard(self, seconds: float) -> None:
        self._takes_answers_at = max(self._takes_answers_at, self._steady() + seconds)

    def _to_answers(self) -> None:
        if self._chosen and self.rules.isHidden() and not self.card.primary.busy and not self._at_answers:
            self._guard(GUARD_SECONDS)
            self.card.primary.setFocus()

    def _go_back(self) -> None:
        if not self.rules.isHidden():
            self._show_rules()
        elif self.overdue.leave():
            self.setFocus()
        elif self._at_answers:
            self.table.setFocus()
        else:
            self.back.emit()

    def _answer(self, number: int) -> None:
        """Give the answer of a figure's key, or by F9 the proposed one."""
        if self._chosen is None and self.rules.isHidden():
            self.error_bar.show_error(self.tr("Nothing waits for a decision."))
        elif self.rules.isHidden():
            self.card.answer(number)

    def _resolve(self, answer: str) -> None:
        entry = self._chosen
        if entry is None or self.card.primary.busy or self._steady() < self._takes_answers_at:
            return
        if not self.card.offer.counts():
            return
        self.error_bar.clear()
        self.card.primary.set_busy(True)
        if isinstance(entry, CaseGroup) or answer == RULE:
            self._call(NotOursRun.about(entry, keep_rule=answer == RULE))
            return
        self._runner.run(
            partial(self._services.resolve_case, entry.id, CaseAnswer(answer), actor=self._services.actor()),
            owner=self,
            done=partial(self._resolved, entry, answer),
            failed=partial(self._failed, entry),
        )

    def _call(self, run: NotOursRun) -> None:
        """Call the next of many payments not ours."""
        work = partial(
            self._services.call_not_ours,
            run.waiting[:AT_ONCE],
            actor=self._services.actor(),
            keep_rule=run.keep_rule,
        )
        self._runner.run(
            work, owner=self, done=partial(self._called, run), failed=partial(self._failed, run.entry)
        )

    def _called(self, run: NotOursRun, done: CalledNotOurs) -> None:
        further = run.after(done)
        if further.waiting:
            said = self.tr("{count} of {all} are written.")
            self.error_bar.show_done(said.format(count=further.done.count, all=len(further.case_ids)))
            self._call(further)
            return
        self.error_bar.show_done(called_text(further.done, has_rule=run.keep_rule))
        self._leave(run.entry)

    def _resolved(self, case: OpenCase, answer: str, _nothing: None = None) -> None:
        self.error_bar.show_done(resolved_text(case, answer))
        self._leave(case)

    def _leave(self, left: Entry) -> None:
        """Go on to the next case on the list, at once; what the database says follows."""
        if self.may_take_focus:
            self.table.setFocus()
        self.card.primary.set_busy(False)
        self.drawer_hint.forget()
        gone = {one.id for one in left.cases} if isinstance(left, CaseGroup) else {left.id}
        self._show_cases(tuple(case for case in self._cases if case.id not in gone))
        self.refresh()

    def _failed(self, entry: Entry, error: Exception) -> None:
        self._say_failed(error)
        if isinstance(error, AlreadyDone):
            self._leave(entry)
        else:
            self.card.primary.set_busy(False)
            self.refresh()

    def _open(self) -> None:
        """Open the booking of the case; of a group, show its payments or put them together again."""
        entry, overdue = self._chosen, self.overdue.chosen
        if overdue is not None and (entry is None or self.overdue.list.hasFocus()):
            self.wanted.emit(OpenBooking(overdue.booking.reference))
        elif isinstance(entry, CaseGroup) and not self.card.primary.busy and self.rules.isHidden():
            self._opened ^= {entry.id}
            self._show_cases(self._cases)
        elif isinstance(entry, OpenCase) and entry.booking_reference:
            self.wanted.emit(OpenBooking(entry.booking_reference))

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))
