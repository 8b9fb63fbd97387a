"""The page Staff: who works here, with their codes, roles and PINs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.services.domain.printing import ON_PAPER
from desktop.services.errors import BadRequest
from desktop.ui.failures import explain
from desktop.ui.staff.staff_form import Asked, StaffEntry, StaffForm
from desktop.ui.staff.staff_table import StaffTable
from desktop.ui.theme import scaled
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage
from desktop.ui.widgets.recovery_card import RecoveryCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.printing import Printer
    from desktop.services.domain.staff import AddedPerson, Person
    from desktop.ui.runner import Runner


class StaffWindow(KeyedPage):
    """Reads the list when it is opened; with its first person sign-in begins to count."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._people: tuple[Person, ...] | None = None
        self._about: Person | None = None
        self.error_bar = ErrorBar()
        self.table = StaffTable()
        self.form = StaffForm()
        self.card = RecoveryCard()
        self.begins = QLabel(
            self.tr(
                "Nobody is written down yet: everybody may do everything, and nobody signs in. N writes down"
                " the first person, who is a manager. From that moment each person signs in with two figures"
                " and a PIN, and what needs a manager needs one."
            )
        )
        self.keys = QLabel(
            self.tr(
                "N  new person      E  change      P  a new PIN for them      O  your own PIN"
                "      R  a new recovery code for yourself      Esc  back"
            )
        )
        self.keys.setProperty("role", "caption")
        title = QLabel(self.tr("Staff"))
        title.setProperty("role", "heading")
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(12))
        for label in (self.begins, self.keys):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        for part in (title, self.error_bar, self.begins, self.card, self.form):
            page.addWidget(part)
        page.addWidget(self.table, 1)
        page.addWidget(self.keys)
        page.addStretch()
        self.table.setMinimumHeight(scaled(140))
        self.form.entered.connect(self._do)
        self.form.differed.connect(self._say_differed)
        self.add_key("N", lambda: self._ask(Asked.ADD))
        self.add_key("E", lambda: self._ask(Asked.CHANGE))
        self.add_key("P", lambda: self._ask(Asked.GIVE_PIN))
        self.add_key("O", lambda: self._ask(Asked.OWN_PIN))
        self.add_key("R", self._make_code)
        self.add_key("Return", self._enter)
        self.add_key("Ctrl+P", self.card.print_code)
        self.add_key("Esc", self._leave)
        self.begins.hide()

    def refresh(self) -> None:
        """Read the list again; what is being typed stays."""
        self._runner.run(self._services.list_people, owner=self, done=self._show, failed=self._say_failed)
        read = partial(self._services.list_printers, self._services.actor())
        self._runner.run(read, owner=self, done=self._know_printers, failed=self._say_failed)

    def _show(self, people: tuple[Person, ...]) -> None:
        self._people = people
        self.begins.setVisible(not people)
        self.table.setVisible(bool(people))
        self.table.show_people(people)
        if people and self.form.isHidden() and self.may_take_focus:
            self.table.setFocus()

    def _know_printers(self, printers: tuple[Printer, ...]) -> None:
        """A recovery code goes to paper only, never into a file or a mail."""
        usual = (one for one in printers if one.is_usual and one.way in ON_PAPER)
        self.card.printer = next(usual, None)

    # -- keys

    def _ask(self, asked: Asked) -> None:
        if self._people is None or not self.form.isHidden():
            return
        self.card.put_away()
        self.error_bar.clear()
        person = self.table.current
        if asked is Asked.OWN_PIN:
            me = self._services.actor().person_id
            person = next((one for one in self._people if one.id == me), None)
        if asked is not Asked.ADD and person is None:
            self.error_bar.show_error(self.nothing_to_do())
            return
        self._about = None if asked is Asked.ADD else person
        self.form.ask(asked, self._about, is_first=not self._people)

    def _enter(self) -> None:
        if self.form.isHidden():
            self._ask(Asked.CHANGE)
        else:
            self.form.go_on()

    def _leave(self) -> None:
        """One step back: from the form to the list, from the recovery code, from the page."""
        if not self.form.isHidden():
            self._close_form()
        elif not self.card.isHidden():
            self.card.put_away()
        else:
            self.back.emit()

    def _close_form(self) -> None:
        self.form.ask(Asked.NOTHING, None)
        (self.table if not self.table.isHidden() else self).setFocus()

    # -- what is done. Secrets stand in closures: a partial would tell them by its repr.

    def _do(self, entry: StaffEntry) -> None:
        services, about = self._services, self._about
        if entry.asked is Asked.ADD:
            self._run(
                lambda: services.add_person(
                    entry.code, entry.name, entry.role, entry.pin, actor=services.actor()
                ),
                self._added,
            )
        elif about is not None and entry.asked is Asked.CHANGE:
            self._run(
                lambda: services.change_person(
                    about.id,
                    name=entry.name,
                    role=entry.role,
                    has_left=entry.has_left,
                    actor=services.actor(),
                ),
                lambda person: self._done(self.tr("{name} is changed.").format(name=person.name)),
            )
        elif about is not None and entry.asked is Asked.GIVE_PIN:
            said = self.tr("{name} signs in with this PIN once, and chooses an own one.")
            self._run(
                lambda: services.give_pin(about.id, entry.pin, actor=services.actor()),
                lambda _nothing: self._done(said.format(name=about.name)),
            )
        elif about is not None:
            self._run(
                lambda: services.set_pin(about.code, entry.old_pin, entry.pin, actor=services.actor()),
                lambda _person: self._done(self.tr("Your PIN is another one from now on.")),
            )

    def _make_code(self) -> None:
        """For the manager who is signed in; the one before counts no longer."""
        services = self._services
        if not self.form.isHidden() or not self.card.isHidden():
            return

        def made(code: str) -> None:
            self.card.show_code(services.actor().person, code)

        self._runner.run(
            lambda: services.make_recovery_code(actor=services.actor()),
            owner=self,
            done=made,
            failed=self._say_failed,
        )

    def _run(self, work: Callable[[], Person | AddedPerson | None], done: Callable[..., None]) -> None:
        self.error_bar.clear()
        self.form.button.set_busy(True)

        def succeeded(outcome: object) -> None:
            self.form.button.set_busy(False)
            done(outcome)

        self._runner.run(work, owner=self, done=succeeded, failed=self._not_done)

    def _added(self, added: AddedPerson) -> None:
        self._done(self.tr("{name} works here now.").format(name=added.person.name))
        if added.recovery_code:
            self.card.show_code(added.person.name, added.recovery_code)

    def _done(self, sentence: str) -> None:
        self._close_form()
        self.error_bar.show_done(sentence)
        self.refresh()

    def _not_done(self, error: Exception) -> None:
        self.form.button.set_busy(False)
        self._say_failed(error)
        if isinstance(error, BadRequest) and error.field in ("code", "name"):
            (self.form.code if error.field == "code" else self.form.name).take_focus()

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))

    def _say_differed(self) -> None:
        self.error_bar.show_error(self.tr("The two were not alike. Type the new PIN twice."))
