"""Who supplies, as papers say it; where nobody has told it, what that means and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from db.states import Scheme
from desktop.services.domain.gstin import STATES
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from desktop.services.domain.returns import RegistrationShown, RegistrationsKnown


class RegistrationsCard(QFrame):
    """Registrations come in by a file, so that they are shown here and not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        heading = QLabel(self.tr("Registrations for GST"))
        heading.setProperty("role", "heading")
        self.said = QLabel()
        self.missing = QLabel()
        self.missing.setProperty("role", "warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(16))
        column.setSpacing(scaled(8))
        column.addWidget(heading)
        for label in (self.said, self.missing):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self.hide()

    def show_known(self, known: RegistrationsKnown) -> None:
        """Show the registrations in force, and which sites have none."""
        self.said.setText("\n\n".join(map(self._text_of, known.registrations)))
        self.said.setVisible(bool(known.registrations))
        self.missing.setText(self._missing_text(known))
        self.missing.setVisible(bool(self.missing.text()))
        self.show()

    def _text_of(self, one: RegistrationShown) -> str:
        schemes = {
            Scheme.REGULAR: self.tr("taxed"),
            Scheme.COMPOSITION: self.tr("composition: bills of supply, no tax is asked of a customer"),
            Scheme.NONE: self.tr("not registered: no tax is asked of a customer"),
        }
        state = f"{STATES.get(one.state_code, '')} ({one.state_code})"
        e_invoice = (
            self.tr("e-invoice: a tax invoice to a registered buyer waits for its IRN")
            if one.e_invoice
            else self.tr("no e-invoice")
        )
        digits = self.tr("service codes with {count} figures").format(count=one.sac_digits)
        lines = (
            "  ".join(part for part in (one.code, one.gstin, state) if part),
            " · ".join(dict.fromkeys(part for part in (one.name, one.legal_name) if part)),
            " · ".join(part for part in (one.address, one.telephone) if part),
            " · ".join((schemes[one.scheme], digits, e_invoice)),
        )
        return "\n".join(line for line in lines if line)

    def _missing_text(self, known: RegistrationsKnown) -> str:
        if not known.registrations:
            return self.tr(
                "▲ Nobody has said who supplies: customers get plain receipts without a GSTIN. Who is"
                " registered writes a file of registrations (docs/import.md) and imports it; who is not"
                " writes “none” as the registration of each site."
            )
        if known.sites_without:
            return self.tr(
                "▲ Nobody has said who supplies {sites}: customers get plain receipts there. Write a"
                " registration, or “none”, into the file of the sites and import it again."
            ).format(sites=", ".join(known.sites_without))
        return ""
