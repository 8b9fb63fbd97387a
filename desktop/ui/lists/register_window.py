"""The register of guests: forms that are due, the particulars of a stay's guests, what the house has set."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.services.domain.list_rules import ListRules
from desktop.ui.failures import explain
from desktop.ui.lists.due_table import DueTable
from desktop.ui.lists.guest_form import GuestForm
from desktop.ui.lists.rules_form import RulesForm
from desktop.ui.lists.save_list import save_lines_as
from desktop.ui.routes import OpenBooking
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.ids import BookingId
    from desktop.services.application import Services
    from desktop.services.domain.guest_register import FormDue, GuestEntry
    from desktop.ui.runner import Runner

SAVED_DAYS = 31


class Part(Enum):
    """What the page shows."""

    DUE = auto()
    GUEST = auto()
    ERASE = auto()
    RULES = auto()


class RegisterWindow(KeyedPage):
    """`start` shows the forms that are due, or the guests of a stay; F9 does what the button says."""

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
        self._part = Part.DUE
        self._rules = ListRules()
        self._booking: BookingId | None = None
        self._numbers: frozenset[int] = frozenset()
        self._name = ""
        self.error_bar = ErrorBar()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.table = DueTable(services.time_zone)
        self.form = GuestForm()
        self.rules = RulesForm()
        self.primary = BusyButton(role="primary")
        self.keys = QLabel(
            self.tr(
                "F9  what the button says      O  open the booking      Del  erase an entry"
                "      E  lists and register      Ctrl+S  CSV      Esc  back"
            )
        )
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._label)
        self.form.entries.activated.connect(lambda _place: self._label())
        self.form.fields["name"].textChanged.connect(lambda _text: self._label())
        self.primary.clicked.connect(self._do)
        self.add_key("F9", self._do)
        self.add_key("Return", self._next_field)
        self.add_key("O", self._open)
        self.add_key("E", self._show_rules)
        self.add_key("Del", self._ask_erase)
        self.add_key("Ctrl+S", self._save)
        self.add_key("F5", self.refresh)
        self.add_key("Esc", self._step_back)
        self._show(Part.DUE)

    def start(
        self, booking_id: BookingId | None = None, numbers: frozenset[int] = frozenset(), name: str = ""
    ) -> None:
        """Show the guests of a stay, or without one the forms that are due."""
        self._booking, self._numbers, self._name = booking_id, numbers, name
        self.error_bar.clear()
        self._read()

    def refresh(self) -> None:
        """Read the forms again; what is being typed stays."""
        if self._part is Part.DUE:
            self._read()

    def _read(self) -> None:
        self._runner.run(
            self._services.show_list_rules,
            owner=self,
            done=self._known,
            failed=self._say_failed,
            is_quiet=True,
        )

    def _known(self, rules: ListRules) -> None:
        self._rules = rules
        self.rules.show_rules(rules)
        if rules.keeps_register and self._booking is not None:
            read = partial(self._services.list_guests, self._booking)
            self._runner.run(read, owner=self, done=self._show_guests, failed=self._say_failed)
        else:
            read_due = self._services.list_forms_due
            self._runner.run(
                read_due, owner=self, done=self._show_due, failed=self._say_failed, is_quiet=True
            )

    def _show_due(self, forms: tuple[FormDue, ...]) -> None:
        self.table.show_forms(forms)
        self._show(Part.DUE)
        if forms and self.may_take_focus:
            self.table.setFocus()

    def _show_guests(self, entries: tuple[GuestEntry, ...]) -> None:
        first = min(self._numbers, default=1)
        of_stay = tuple(entry for entry in entries if entry.number == first)
        self.form.show_entries(of_stay, self._name)
        self._show(Part.GUEST)
        self.form.fields["name"].setFocus()

    def _show_rules(self) -> None:
        self.rules.show_rules(self._rules)
        self._show(Part.RULES)
        self.rules.evening.setFocus()

    def _ask_erase(self) -> None:
        if self._part is Part.GUEST and self.form.entry is not None:
            self._show(Part.ERASE)
            self.primary.setFocus()

    def _show(self, part: Part) -> None:
        self._part = part
        is_off = not self._rules.keeps_register
        has_rows = self.table.rowCount() > 0
        self.table.setVisible(part is Part.DUE and has_rows)
        self.form.setVisible(part in (Part.GUEST, Part.ERASE))
        self.rules.setVisible(part is Part.RULES)
        self.said.setVisible(part is Part.ERASE or (part is Part.DUE and not has_rows))
        if part is Part.ERASE:
            self.said.setText(self.tr("What tells who it was is taken out for good. There is no way back."))
        elif is_off:
            self.said.setText(self.tr("This house keeps no register of guests."))
        else:
            self.said.setText(self.tr("No form has to be handed in."))
        self._label()

    def _label(self) -> None:
        words = self._words()
        self.primary.setVisible(bool(words))
        self.tell_step(self.tr("do it") if words else None)
        if words:
            self.primary.set_label(f"{words}   F9", (self._part, self._booking, self._about()))

    def _about(self) -> object:
        form = self.table.current
        entry = self.form.entry
        return (form.entry.id, form.is_departure) if form and self._part is Part.DUE else entry and entry.id

    def _words(self) -> str:
        """Return what F9 does now; nothing where it does nothing."""
        if self._part is Part.RULES:
            return self.tr("Save what is set")
        entry, form = self.form.entry, self.table.current
        if self._part is Part.ERASE:
            return self.tr("Erase the entry of {name}").format(name=entry.told.name if entry else "")
        if self._part is Part.GUEST:
            name = self.form.fields["name"].text().strip()
            words = self.tr("Change the entry of {name}") if entry else self.tr("Enter {name}")
            return words.format(name=name)
        if not self._rules.keeps_register:
            return self.tr("Keep a register of guests")
        if form is None:
            return ""
        words = (
            self.tr("Form of {name}'s departure was handed in")
            if form.is_departure
            else self.tr("Form of {name}'s arrival was handed in")
        )
        return words.format(name=form.entry.told.name)

    def _do(self) -> None:
        if self.primary.isHidden() or self.primary.busy or not self.primary.offer.counts():
            return
        work, done = self._work()
        if work is None:
            return
        self.error_bar.clear()
        self.primary.set_busy(True)
        self._runner.run(work, owner=self, done=partial(self._done, done), failed=self._not_done)

    def _work(self) -> tuple[Callable[[], object] | None, str]:
        services, actor = self._services, self._services.actor()
        entry, form = self.form.entry, self.table.current
        if self._part is Part.RULES:
            return partial(services.save_list_rules, self.rules.rules, actor=actor), self.tr("It is saved.")
        if self._part is Part.ERASE and entry is not None:
            return partial(services.erase_guest, entry.id, actor=actor), self.tr("The entry is erased.")
        if self._part is Part.GUEST and entry is not None:
            change = partial(services.change_guest, entry.id, self.form.told, entry.changed_at, actor=actor)
            return change, self.tr("The entry is changed.")
        if self._part is Part.GUEST and self._booking is not None:
            enter = partial(services.enter_guest, self._booking, self._numbers, self.form.told, actor=actor)
            return enter, self.tr("The guest is in the register.")
        if not self._rules.keeps_register:
            wanted = replace(self._rules, keeps_register=True)
            return partial(services.save_list_rules, wanted, actor=actor), self.tr("It is saved.")
        if form is None:
            return None, ""
        sent = partial(services.mark_form_sent, form.entry.id, is_departure=form.is_departure, actor=actor)
        return sent, self.tr("The form is noted as handed in.")

    def _done(self, sentence: str, _outcome: object) -> None:
        self.primary.set_busy(False)
        self.error_bar.show_done(sentence)
        self._read()

    def _not_done(self, error: Exception) -> None:
        self.primary.set_busy(False)
        self._say_failed(error)

    def _next_field(self) -> None:
        self.focusNextChild()

    def _open(self) -> None:
        form = self.table.current
        booking_id = form.entry.booking_id if form and self._part is Part.DUE else self._booking
        if booking_id is not None:
            self.wanted.emit(OpenBooking(booking_id))

    def _save(self) -> None:
        today = datetime.now(ZoneInfo(self._services.time_zone)).date()
        first = today - timedelta(days=SAVED_DAYS - 1)
        export = partial(self._services.export_guests, first, today, actor=self._services.actor())
        self._runner.run(
            export, owner=self, done=partial(self._write, f"guests {first} {today}"), failed=self._say_failed
        )

    def _write(self, name: str, lines: Sequence[str]) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or Path(QStandardPaths.writableLocation(documents)) / "Counterfoil"
        outcome = save_lines_as(lines, folder, name)
        if isinstance(outcome, Path):
            self.error_bar.show_done(self.tr("The register is saved as {path}.").format(path=outcome))
        else:
            said = self.tr("The register could not be saved. {reason}")
            self.error_bar.show_error(said.format(reason=outcome.strerror or "").strip())

    def _step_back(self) -> None:
        if self._part is Part.ERASE:
            self._show(Part.GUEST)
            self.form.fields["name"].setFocus()
        elif self._part is Part.RULES:
            self._read()
        else:
            self.back.emit()

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Register of guests"))
        title.setProperty("role", "heading")
        self.keys.setProperty("role", "caption")
        self.keys.setWordWrap(True)
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(10))
        for part in (title, self.error_bar, self.said):
            page.addWidget(part)
        page.addWidget(self.table, 1)
        for widget in (self.form, self.rules, self.primary, self.keys):
            page.addWidget(widget)
        page.addStretch(0)
        self.table.setMinimumHeight(scaled(150))
