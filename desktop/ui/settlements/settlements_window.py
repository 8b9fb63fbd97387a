"""The settlements of the gateway: payouts with their UTR, the rows of each, and what is still owed."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.failures import explain
from desktop.ui.routes import OpenBooking
from desktop.ui.settlements.rows_table import RowsTable
from desktop.ui.settlements.settlement_rows import (
    csv_of,
    item_row,
    owed_row,
    owed_text,
    payout_texts,
    read_text,
    until_text,
)
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage
from desktop.ui.widgets.take_name import documents_folder, save_file

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.application import Services
    from desktop.services.domain.settlements import (
        Settlement,
        SettlementItem,
        SettlementsRead,
        SettlementsSeen,
    )
    from desktop.ui.runner import Runner
    from desktop.ui.settlements.settlement_rows import ItemRow


class SettlementsWindow(KeyedPage):
    """Enter goes into a payout and from its rows to the booking; O shows what is owed; R asks the gateway."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self.folder: Path | None = None
        self._seen: SettlementsSeen | None = None
        self._rows: tuple[ItemRow, ...] = ()
        self.error_bar = ErrorBar()
        self.owed = QLabel()
        self.owed.setWordWrap(True)
        self.until = QLabel()
        self.until.setProperty("role", "caption")
        self.table = RowsTable(
            self.tr("Payouts"),
            (
                *(self.tr("Day"), self.tr("UTR"), self.tr("Rows"), self.tr("Payments"), self.tr("Refunds")),
                *(self.tr("Fee and tax"), self.tr("Other"), self.tr("To the bank")),
            ),
            words=2,
            wide=1,
        )
        self.said = QLabel()
        self.said.setWordWrap(True)
        heads = (self.tr("What"), self.tr("Whose"), self.tr("Amount"), self.tr("Fee"), self.tr("Bank"))
        self.rows = RowsTable(self.tr("Rows of the payout"), heads, words=2, wide=1)
        self.ask_button = BusyButton(self.tr("Ask the gateway   R"))
        self.keys = QLabel(
            self.tr(
                "↑ ↓  payout      Enter  its rows, then the booking      O  what is owed      R  ask the"
                " gateway      Ctrl+S  CSV      F5  read again      Esc  back"
            )
        )
        self.keys.setProperty("role", "caption")
        self.keys.setWordWrap(True)
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._leave_rows)
        self.rows.itemActivated.connect(lambda _item: self._enter())
        self.ask_button.clicked.connect(self._ask)
        self.add_key("Return", self._enter)
        self.add_key("O", self._show_owed)
        self.add_key("R", self._ask)
        self.add_key("Ctrl+S", self._save)
        self.add_key("F5", self.refresh)
        self.add_key("Esc", self._step_back)

    def refresh(self) -> None:
        """Read the list anew."""
        work = partial(self._services.list_settlements, actor=self._services.actor())
        self._runner.run(work, owner=self, done=self._known, failed=self._say_failed, is_quiet=True)

    def _known(self, seen: SettlementsSeen) -> None:
        self._seen = seen
        self.owed.setText(owed_text(seen))
        self.until.setText(until_text(seen))
        zone = self._services.time_zone
        self.table.show_texts([payout_texts(one, zone) for one in seen.settlements])
        self._leave_rows()
        if self.may_take_focus and not self.rows.hasFocus():
            self.table.setFocus()

    @property
    def _current(self) -> Settlement | None:
        row = self.table.currentRow()
        found = self._seen.settlements if self._seen else ()
        return found[row] if 0 <= row < len(found) else None

    def _enter(self) -> None:
        if self.rows.hasFocus():
            self._open()
            return
        payout = self._current
        if payout is None:
            self.error_bar.show_error(self.tr("Nothing has been paid out yet, as far as it was read."))
            return
        work = partial(self._services.show_settlement, payout.id, actor=self._services.actor())
        done = partial(self._show_items, payout)
        self._runner.run(work, owner=self, done=done, failed=self._say_failed, is_quiet=True)

    def _show_items(self, payout: Settlement, items: tuple[SettlementItem, ...]) -> None:
        words = self.tr("Payout {id}, {count} rows")
        self._show_rows(words.format(id=payout.id, count=len(items)), tuple(item_row(one) for one in items))

    def _show_owed(self) -> None:
        if self._seen is None or not self._seen.owed:
            self.error_bar.show_error(self.tr("The gateway owes nothing for any payment."))
            return
        zone = self._services.time_zone
        rows = tuple(owed_row(one, zone) for one in self._seen.owed)
        self._show_rows(self.tr("Owed by the gateway, the oldest first"), rows)

    def _show_rows(self, said: str, rows: tuple[ItemRow, ...]) -> None:
        self.error_bar.clear()
        self._rows = rows
        self.said.setText(said)
        self.rows.show_texts([row.texts for row in rows])
        self.rows.show()
        if self.may_take_focus:
            self.rows.setFocus()
            self.bring_into_sight(self.rows)

    def _leave_rows(self) -> None:
        self._rows = ()
        self.said.setText("")
        self.rows.hide()

    def _open(self) -> None:
        row = self.rows.currentRow()
        booking_id = self._rows[row].booking_id if 0 <= row < len(self._rows) else None
        if booking_id is None:
            self.error_bar.show_error(self.tr("This is about no booking."))
        else:
            self.wanted.emit(OpenBooking(booking_id))

    def _step_back(self) -> None:
        if not self.rows.isHidden():
            self._leave_rows()
            self.table.setFocus()
        else:
            self.back.emit()

    def _ask(self) -> None:
        if self.ask_button.busy:
            return
        self.error_bar.clear()
        self.ask_button.set_busy(True)
        work = partial(self._services.read_settlements, actor=self._services.actor())
        self._runner.run(work, owner=self, done=self._asked, failed=self._not_asked)

    def _asked(self, brought: SettlementsRead) -> None:
        self.ask_button.set_busy(False)
        self.error_bar.show_done(read_text(brought))
        self.refresh()

    def _not_asked(self, error: Exception) -> None:
        self.ask_button.set_busy(False)
        self._say_failed(error)

    def _save(self) -> None:
        seen = self._seen
        if seen is None or not seen.settlements:
            self.error_bar.show_error(self.tr("There is no payout to save."))
            return

        def write(path: Path) -> None:
            path.write_text("".join(csv_of(seen.settlements)), encoding="utf-8-sig", newline="")

        name = f"settlements {datetime.now().astimezone():%Y-%m-%d %H.%M}"
        work = partial(save_file, write, self.folder or documents_folder(), name, ".csv")
        self._runner.run(work, owner=self, done=self._saved, failed=self._say_failed)

    def _saved(self, outcome: Path | OSError) -> None:
        if isinstance(outcome, OSError):
            words = self.tr("The file could not be written. {reason}")
            self.error_bar.show_error(words.format(reason=outcome.strerror or outcome))
            return
        self.error_bar.show_done(self.tr("Saved as {path}").format(path=outcome))

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Settlements of the gateway"))
        heading.setProperty("role", "heading")
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(10))
        for part in (heading, self.error_bar, self.owed, self.until):
            page.addWidget(part)
        page.addWidget(self.table, 3)
        page.addWidget(self.said)
        page.addWidget(self.rows, 2)
        page.addWidget(self.ask_button)
        page.addWidget(self.keys)
        self.table.setMinimumHeight(scaled(110))
        self.rows.setMinimumHeight(scaled(96))
