"""The limits page: every act with what a clerk and a manager may do of it, changed by keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.states import Role
from desktop.services.domain.permission import ManagerAct
from desktop.ui.act_words import act_word, act_words
from desktop.ui.failures import explain
from desktop.ui.limits.limit_text import always_word, limit_text, never_word, read_limit, typed_text
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.application import Services
    from desktop.services.domain.permission import Limit
    from desktop.ui.runner import Runner

ROLES = (Role.CLERK, Role.MANAGER)
FIELD_WIDTH = 220


class LimitTable(QTableWidget):
    """A row for each act, a column for each role; the keyboard stands on one of their cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(len(ManagerAct), 1 + len(ROLES), parent)
        self.acts = sorted(ManagerAct, key=lambda act: act_words()[act])
        self.setAccessibleName(self.tr("What each role may do"))
        self.setHorizontalHeaderLabels([self.tr("Act"), self.tr("Clerk"), self.tr("Manager")])
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(30))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(scaled(160))
        MarkedInSight(self)
        self.setCurrentCell(0, 1)

    @property
    def current(self) -> tuple[ManagerAct, Role]:
        """The act and the role on which the keyboard stands."""
        role = ROLES[max(self.currentColumn() - 1, 0)]
        return self.acts[max(self.currentRow(), 0)], role

    def show_limits(self, limits: dict[tuple[ManagerAct, Role], Limit]) -> None:
        """Show every limit; one that the house has set itself is marked."""
        for row, act in enumerate(self.acts):
            texts = [act_word(act)]
            for role in ROLES:
                limit = limits[(act, role)]
                texts.append(f"{limit_text(limit.allowed)}{'  •' if limit.is_set else ''}")
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column == 0:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{texts[0]}: {text}")
                self.setItem(row, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the page; letters are no search here."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        super().keyPressEvent(event)


class LimitsWindow(KeyedPage):
    """Enter on a cell asks for its limit; Enter sets it, Esc leaves it as it is."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._limits: dict[tuple[ManagerAct, Role], Limit] = {}
        title = QLabel(self.tr("Limits"))
        title.setProperty("role", "heading")
        words = self.tr("What is above a limit needs a manager's yes. • the house has set it itself.")
        about = QLabel(words)
        about.setProperty("role", "caption")
        about.setWordWrap(True)
        self.error_bar = ErrorBar()
        self.table = LimitTable()
        self.what = QLabel()
        self.what.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Limit"))
        self.field.setPlaceholderText(f"{never_word()}, {always_word()}, 500, 5%, 500 5%")
        self.field.setMinimumWidth(scaled(FIELD_WIDTH))
        self.set = BusyButton(role="primary")
        self.set.set_label(self.tr("Set: {limit}   Enter").format(limit="—"))
        self.keys = QLabel(self.tr("Enter  change      Esc  back"))
        self.keys.setProperty("role", "caption")
        self.asked = QWidget()
        row = QHBoxLayout(self.asked)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.what, 1)
        row.addWidget(self.field)
        row.addWidget(self.set)
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(10))
        for part in (title, about, self.error_bar):
            page.addWidget(part)
        page.addWidget(self.table, 1)
        page.addWidget(self.asked)
        page.addWidget(self.keys)
        self.setFocusProxy(self.table)
        self.table.doubleClicked.connect(lambda _index: self._ask())
        self.table.currentCellChanged.connect(lambda *_cells: self._leave_field())
        self.field.textChanged.connect(lambda _text: self._label())
        self.set.clicked.connect(self._set)
        self.add_key("Return", self._enter)
        self.add_key("Esc", self._escape)
        self.asked.hide()

    def refresh(self) -> None:
        """Read the limits again; what is being typed stays."""
        self._runner.run(self._services.list_limits, owner=self, done=self._show, failed=self._say_failed)

    def _show(self, limits: tuple[Limit, ...]) -> None:
        self._limits = {(limit.act, limit.role): limit for limit in limits}
        self.table.show_limits(self._limits)

    def _enter(self) -> None:
        if self.asked.isHidden():
            self._ask()
        else:
            self._set()

    def _escape(self) -> None:
        if self.asked.isHidden():
            self.back.emit()
        else:
            self._leave_field()
            self.table.setFocus()

    def _ask(self) -> None:
        act, role = self.table.current
        limit = self._limits.get((act, role))
        if limit is None:
            return
        self.error_bar.clear()
        self.field.setText(typed_text(limit.allowed))
        self.asked.show()
        self._label()
        self.field.setFocus()
        self.field.selectAll()

    def _leave_field(self) -> None:
        if not self.set.busy:
            self.asked.hide()

    def _label(self) -> None:
        act, role = self.table.current
        who = {Role.CLERK: self.tr("A clerk"), Role.MANAGER: self.tr("A manager")}[role]
        self.what.setText(f"{who}: {act_word(act)}")
        allowed = read_limit(self.field.text())
        says = limit_text(allowed) if allowed is not None else "—"
        self.set.set_label(self.tr("Set: {limit}   Enter").format(limit=says), (act, role))

    def _set(self) -> None:
        act, role = self.table.current
        allowed = read_limit(self.field.text())
        if allowed is None:
            words = self.tr("That is no limit. Type {no}, {always}, an amount, a share such as 5%, or both.")
            self.error_bar.show_error(words.format(no=never_word(), always=always_word()))
            self.field.setFocus()
            return
        if self.set.busy or not self.set.offer.counts():
            return
        self.set.set_busy(True)
        put = partial(self._services.set_limit, role, act, allowed, actor=self._services.actor())
        self._runner.run(put, owner=self, done=self._done, failed=self._failed)

    def _done(self, _answer: None) -> None:
        self.set.set_busy(False)
        self.asked.hide()
        self.error_bar.show_done(self.tr("The limit is set."))
        if self.may_take_focus:
            self.table.setFocus()
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self.set.set_busy(False)
        self._say_failed(error)

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))
