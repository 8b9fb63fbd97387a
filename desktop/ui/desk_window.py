"""The desk window: one command field, the live holds, and the page of the work at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.ui.desk.appearance import Appearance
from desktop.ui.desk.command_field import CommandField
from desktop.ui.desk.top_line import TopLine
from desktop.ui.steady_clock import steady_seconds
from desktop.ui.theme import scaled, theme
from desktop.ui.widgets.error_bar import ErrorBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from desktop.services.application import Services
    from desktop.ui.desk.desk_lock import DeskLock
    from desktop.ui.desk.desk_work import DeskWork
    from desktop.ui.desk.footer import Footer
    from desktop.ui.desk.halt_line import HaltLine
    from desktop.ui.desk.home_page import HomePage
    from desktop.ui.desk.notice_strip import NoticeStrip
    from desktop.ui.desk.pages import Pages
    from desktop.ui.desk.print_line import PrintLine
    from desktop.ui.desk.recovery_line import RecoveryLine
    from desktop.ui.desk.served_customer import CustomerChip
    from desktop.ui.desk.side_column import SideColumn
    from desktop.ui.event_relay import EventRelay
    from desktop.ui.override.override_panel import OverridePanel
    from desktop.ui.preferences import Preferences
    from desktop.ui.runner import Runner

SIDE_FROM = 1240
WIDE_FROM = 1700
SHORT_BELOW = 560
# The frame is on its way to the screen for about this long.
FRAME_MS = 10


class DeskWindow(QMainWindow):
    """Shows itself before there are services; what is typed until `attach` is done after it.

    The first frame is the top line and the command field; `furnish` adds the rest, which takes as long again.
    """

    top: TopLine
    command: CommandField
    errors: ErrorBar
    customer: CustomerChip
    side: SideColumn
    home: HomePage
    pages: Pages
    foot: Footer
    notices: NoticeStrip
    halt_line: HaltLine
    override: OverridePanel
    recoveries: RecoveryLine
    papers: PrintLine
    is_furnished: bool
    work: DeskWork | None
    # Over all of it until a person has signed in; None before there are services.
    lock: DeskLock | None

    # Once, a moment after the first frame was painted: what is slow to load may begin.
    shown_first = Signal()

    def __init__(
        self,
        preferences: Preferences | None = None,
        parent: QWidget | None = None,
        *,
        steady: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Counterfoil")
        self._steady = steady
        self._preferences = preferences
        self.look = Appearance(self, preferences)
        self._attached: tuple[Services, Runner, EventRelay] | None = None
        self._line_before: str | None = None
        self._start_failure = ""
        self._was_painted = False
        self._make()
        self._connect()
        self.resize(1366, 768)
        if preferences is not None and not preferences.geometry.isEmpty():
            self.restoreGeometry(preferences.geometry)
        self.command.setFocus()

    def make_anew(self) -> None:
        """Make all that stands in the window once more, in the language of now; the typed line stays.

        The open page and what is known of the customer are the caller's to carry over.
        """
        from PySide6.QtCore import QLocale, Qt

        line, waiting, furnished = self.command.text(), self.command.isReadOnly(), self.is_furnished
        self.setLocale(QLocale())
        for sheet in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            sheet.hide()
            sheet.deleteLater()
        for behind in (self.work, self.lock):
            if behind is not None:
                behind.deleteLater()
        self._make()
        self.command.setText(line)
        self.command.setReadOnly(waiting)
        if furnished:
            self.furnish()
        if self._attached is not None:
            self.attach(*self._attached)
        elif self._start_failure:
            self.stay_closed(self._start_failure)
        self.command.setFocus()

    def furnish(self) -> None:
        """Add the holds, the pages and the keys below the command field; a second call does nothing."""
        if self.is_furnished:
            return
        from desktop.ui.desk.footer import Footer
        from desktop.ui.desk.home_page import HomePage
        from desktop.ui.desk.pages import Pages
        from desktop.ui.desk.served_customer import CustomerChip
        from desktop.ui.desk.side_column import SideColumn

        self.is_furnished = True
        self.customer = CustomerChip()
        self.side = SideColumn()
        self.home = HomePage()
        self.pages = Pages(self.home)
        self.foot = Footer()
        self._line.addWidget(self.customer)
        self._body.addWidget(self.side)
        self._body.addWidget(self.pages, 1)
        self._whole.addWidget(self.foot)
        self.pages.opened.connect(lambda _name: self.fit_side())
        self.command.left_downwards.connect(lambda: self.side.holds.setFocus())
        self.fit_side()

    def attach(self, services: Services, runner: Runner, relay: EventRelay) -> None:
        """Start to work; a line entered before is acted on now."""
        from desktop.ui.desk.business_sign import BusinessSign
        from desktop.ui.desk.desk_lock import DeskLock
        from desktop.ui.desk.desk_work import DeskWork
        from desktop.ui.preferences import LOCK_MINUTES

        self.furnish()
        self._make_notices()
        self._attached = services, runner, relay
        self.work = DeskWork(self, services, runner, relay)
        BusinessSign(self, self.work, services, runner, relay)
        self.recoveries.attach(services, runner)
        self.papers.attach(services, runner, relay)
        minutes = LOCK_MINUTES if self._preferences is None else self._preferences.lock_minutes
        self.lock = DeskLock(self, services, runner, relay, minutes)
        if self._preferences is not None:
            from desktop.ui.keys.key_rule import key_rule

            key_rule().reads_scans = self._preferences.reads_scans
        line, self._line_before = self._line_before, None
        self.command.setReadOnly(False)
        if line and not self.is_locked:
            self.work.line.enter(None, line)
        elif self.command.text():
            self.command.textEdited.emit(self.command.text())

    def stay_closed(self, said: str) -> None:
        """Say why there will be no services; nothing here looks usable any more."""
        self.furnish()
        self._start_failure, self._line_before = said, None
        self.errors.show_error(said)
        self.command.clear()
        self.command.setPlaceholderText(self.tr("The desk is closed: nothing can be entered."))
        self.command.setEnabled(False)
        self.home.hide_words()
        self.fit_side()

    def fit_side(self) -> None:
        """Hide the side column while a page needs the room; the desk itself shows it unless it is closed."""
        if not self.is_furnished:
            return
        wide = self.width() >= scaled(SIDE_FROM)
        self.side.setVisible((wide or self.pages.is_home) and not self._start_failure)
        self.side.set_wide(self.width() >= scaled(WIDE_FROM))
        self.side.set_short(self.height() < scaled(SHORT_BELOW))

    @property
    def is_locked(self) -> bool:
        """Whether the desk waits for a person to sign in: no key does anything else."""
        return self.lock is not None and self.lock.is_up

    def go_back(self) -> None:
        """One step back; from the desk itself, to the command field."""
        if self.work is None or self.pages.is_home:
            if self.work is None or not self.notices.dismiss():
                self.command.setFocus()
            return
        self.work.links.back()

    def type_on(self, text: str) -> None:
        """Put a text from elsewhere into the command field; it chooses nothing there."""
        self._to_command()
        self.command.take_over(text)

    def switch_language(self) -> None:
        """Hindi if it is English now, English if it is Hindi; says why where that would lose something."""
        from desktop.ui.desk.language_switch import switch_language

        if not self.is_locked:
            switch_language(self, self._preferences)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on keys that no page wanted."""
        # The namespace of keys takes as long to load as half the window: not before the first key.
        from PySide6.QtCore import Qt

        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.is_locked:
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.matches(QKeySequence.StandardKey.Print) and self.work is not None:
            self.work.links.show_last()
        elif not (plain and self.work is not None and self.work.press(Qt.Key(event.key()))):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(FRAME_MS, self, self.shown_first.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_side()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.look.keep_geometry()
        super().closeEvent(event)

    def _make(self) -> None:
        self.top = TopLine()
        self.command = CommandField()
        self.errors = ErrorBar()
        self.is_furnished = False
        self.work = self.lock = None
        self.command.entered.connect(self._entered_early)
        self._lay_out()

    def _make_notices(self) -> None:
        from desktop.ui.desk.halt_line import HaltLine
        from desktop.ui.desk.notice_strip import NoticeStrip
        from desktop.ui.desk.print_line import PrintLine
        from desktop.ui.desk.recovery_line import RecoveryLine
        from desktop.ui.override.override_panel import OverridePanel

        self.halt_line = HaltLine()
        self.recoveries = RecoveryLine()
        self.papers = PrintLine()
        self.notices = NoticeStrip()
        self.override = OverridePanel()
        for line in (self.halt_line, self.recoveries, self.papers, self.notices, self.override):
            self._main.insertWidget(self._main.indexOf(self._body), line)

    def _lay_out(self) -> None:
        centre = QFrame()
        centre.setProperty("role", "page")
        self._line = QHBoxLayout()
        self._line.addWidget(self.command, 1)
        self._main = QVBoxLayout()
        self._main.setSpacing(0)
        self._main.addLayout(self._line)
        self._said = QHBoxLayout()
        self._said.addWidget(self.errors)
        self._main.addLayout(self._said)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._main.addLayout(self._body, 1)
        self._whole = QVBoxLayout(centre)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.top)
        self._whole.addLayout(self._main, 1)
        self.setCentralWidget(centre)
        self._fit()

    def _connect(self) -> None:
        theme.changed.connect(self._fit)
        for sequence, action in (
            ("Ctrl+K", self._to_command),
            ("Alt+G", self._to_command),
            ("Ctrl+D", self.look.switch),
            ("Ctrl+L", self.switch_language),
            ("Ctrl++", self.look.larger),
            ("Ctrl+=", self.look.larger),
            ("Ctrl+-", self.look.smaller),
            ("Ctrl+0", self.look.normal),
            ("Ctrl+Shift+L", self._lock),
            ("Ins", self._lock),
            ("Ctrl+R", self._reprint),
            ("Ctrl+Shift+P", self._to_printers),
            ("Ctrl+Shift+O", lambda: self._to_shift("open")),
            ("Ctrl+Shift+D", lambda: self._to_shift("drop")),
            ("Ctrl+Shift+C", lambda: self._to_shift("close")),
        ):
            QShortcut(QKeySequence(sequence), self).activated.connect(action)

    def _to_shift(self, part: str) -> None:
        """The shift's page, at one of its parts."""
        from desktop.ui.routes import OpenShiftPage, ShiftPart

        if self.work is not None:
            self.work.links.go(OpenShiftPage(ShiftPart(part)))

    def _reprint(self) -> None:
        """The paper that this desk made last once more, as the copy that it is."""
        if self.work is not None and not self.is_locked:
            self.work.links.print_last()

    def _to_printers(self) -> None:
        """The papers that somebody has to look after."""
        from desktop.ui.routes import OpenPrinters

        if self.work is not None and not self.is_locked:
            self.work.links.go(OpenPrinters(at_stuck=True))

    def _to_command(self) -> None:
        if not self.is_locked:
            self.command.setFocus()
            self.command.selectAll()

    def _lock(self) -> None:
        if self.lock is not None:
            self.lock.lock()

    def _entered_early(self, _chosen: object, line: str) -> None:
        if self.work is None:
            self._line_before = line
            self.command.setReadOnly(True)

    def _fit(self) -> None:
        self._line.setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(8))
        self._line.setSpacing(scaled(10))
        self._said.setContentsMargins(scaled(14), 0, scaled(14), scaled(8) if self.errors.text else 0)
        self.fit_side()
