"""The desk's books beside the gateway's: asked for by a person, told line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui.setup.findings_list import FindingsList
from desktop.ui.setup.setup_view import day_finding, reconciliation_findings
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from desktop.services.domain.reconciliation import GatewayDay, Reconciliation

DAYS_SHOWN_MAX = 7


class CompareCard(QFrame):
    """Its button is busy while the gateway is asked; the report stays until the next one."""

    def __init__(self, practice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        heading = QLabel(self.tr("Compare with the gateway"))
        heading.setProperty("role", "heading")
        what = self.tr(
            "Asks about every open payment and about all money of the last days. The desk does this by itself"
            " every five minutes, and after midnight for the whole day."
        )
        if practice:
            practised = self.tr("Here it asks the practice gateway.")
            what = f"{what} {practised}"
        self.about = QLabel(what)
        self.about.setWordWrap(True)
        self.about.setProperty("role", "caption")
        self.working = QLabel(
            self.tr("Asking the gateway. This may take a minute; other pages work meanwhile.")
        )
        self.working.setWordWrap(True)
        self.working.hide()
        self.away = QLabel(
            self.tr(
                "This desk has no gateway now: nobody is asked. What earlier payments wait for stays open, in"
                " bookings and under F6, until it is started with its keys."
            )
        )
        self.away.setWordWrap(True)
        self.away.hide()
        self.is_there = True
        self.report = FindingsList()
        self.days_heading = QLabel(self.tr("Days that are over, the gateway beside the books"))
        self.days_heading.setProperty("role", "strong")
        self.days_heading.hide()
        self.days = FindingsList()
        self.button = BusyButton()
        self.button.set_label(self.tr("Compare now   Alt+C"))
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8, line_spacing=8)
        flow.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(16))
        column.setSpacing(scaled(8))
        for part in (
            heading,
            self.about,
            self.away,
            self.working,
            self.report,
            holder,
            self.days_heading,
            self.days,
        ):
            column.addWidget(part)

    def set_there(self, is_there: bool) -> None:
        """Show the button only where the desk has a gateway that can be asked."""
        self.is_there = is_there
        self.about.setVisible(is_there)
        self.away.setVisible(not is_there)
        self.button.setVisible(is_there)

    def set_working(self, working: bool) -> None:
        """Show that the gateway is being asked."""
        self.button.set_busy(working)
        self.working.setVisible(working)

    def show_report(self, report: Reconciliation) -> None:
        """Show what matches and what does not."""
        self.report.show_findings(reconciliation_findings(report))

    def show_days(self, days: tuple[GatewayDay, ...]) -> None:
        """Show what the gateway took on each of the last days, the newest first."""
        self.days_heading.setVisible(bool(days))
        self.days.show_findings(tuple(day_finding(one) for one in days[:DAYS_SHOWN_MAX]))
