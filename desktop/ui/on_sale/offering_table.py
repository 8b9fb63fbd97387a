"""What the typed words may mean: the catalogue, shortened with every letter."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from db.states import Kind
from desktop.services.domain.catalogue import Offering
from desktop.ui.theme import color, scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class OfferingModel(QAbstractTableModel):
    """Code, name, where, and what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offerings: tuple[Offering, ...] = ()

    def set_offerings(self, offerings: tuple[Offering, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.offerings = offerings
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.offerings)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words = (self.tr("Code"), self.tr("Name"), self.tr("Where"))
        return words[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = 0) -> Any:
        offering = self.offerings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (offering.code, offering.name, self._where(offering))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return offering.description
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 2:
            return color("muted")
        return None

    def _where(self, offering: Offering) -> str:
        words = {
            Kind.ROOM: self.tr("Room · {site}, {city}"),
            Kind.BUS: self.tr("Bus · {origin} → {destination}"),
            Kind.TOUR: self.tr("Tour · {site}, {city}"),
        }
        return words[offering.kind].format(
            site=offering.site_name,
            city=offering.city,
            origin=offering.origin,
            destination=offering.destination,
        )


class OfferingTable(QTableView):
    """`accepted` carries the offering chosen by Enter or a click."""

    accepted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = OfferingModel(self)
        self.setModel(self._rows)
        self.setAccessibleName(self.tr("What is on sale"))
        MarkedInSight(self)
        read_by_rows(self)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(lambda index: self.accepted.emit(self._rows.offerings[index.row()]))

    def set_offerings(self, offerings: tuple[Offering, ...]) -> None:
        """Show these with the first one highlighted."""
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(self.font()).height() + scaled(10))
        if offerings != self._rows.offerings:
            self._rows.set_offerings(offerings)
        if offerings and not self.currentIndex().isValid():
            self.selectRow(0)

    def current(self) -> Offering | None:
        """Return the highlighted offering."""
        row = self.currentIndex().row()
        return self._rows.offerings[row] if 0 <= row < len(self._rows.offerings) else None

    def steer(self, by: int) -> None:
        """Move the highlight from another widget."""
        count = len(self._rows.offerings)
        if count:
            self.selectRow(min(max(self.currentIndex().row() + by, 0), count - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            if (offering := self.current()) is not None and not event.isAutoRepeat():
                self.accepted.emit(offering)
            return
        super().keyPressEvent(event)
