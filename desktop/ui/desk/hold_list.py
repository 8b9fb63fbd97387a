"""The live holds with their clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui import formats, tokens
from desktop.ui.keys.key_places import latin_sign
from desktop.ui.keys.offer import Offer
from desktop.ui.theme import color, scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.hold_countdown import countdown_view

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.domain.today import LiveHold
    from desktop.ui.steady_clock import NodeTime

Index = QModelIndex | QPersistentModelIndex
ROW = 68
HOLD = Qt.ItemDataRole.UserRole
LEFT = Qt.ItemDataRole.UserRole + 1


class HoldModel(QAbstractListModel):
    """The holds as they were read last; their clocks go on between two readings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holds: tuple[LiveHold, ...] = ()
        self._now: NodeTime | None = None

    @property
    def holds(self) -> tuple[LiveHold, ...]:
        """Every hold in the list."""
        return self._holds

    @property
    def live(self) -> tuple[LiveHold, ...]:
        """The holds whose time is not over."""
        return tuple(hold for hold in self._holds if not hold.is_over)

    def set_holds(self, holds: tuple[LiveHold, ...], now: NodeTime) -> None:
        """Show these; a row that is still there keeps its place for the selection."""
        self._now = now
        if [hold.booking_id for hold in holds] == [hold.booking_id for hold in self._holds]:
            self._holds = holds
            self.tick()
            return
        self.beginResetModel()
        self._holds = holds
        self.endResetModel()

    def tick(self) -> bool:
        """Move every clock on and say whether one of them has come to its end."""
        if not self._holds:
            return False
        self.dataChanged.emit(self.index(0), self.index(len(self._holds) - 1), [LEFT])
        return any(self.seconds_left(hold) <= 0 for hold in self._holds if not hold.is_over)

    def seconds_left(self, hold: LiveHold) -> int:
        """Return the whole seconds until a hold ends."""
        return self._now.seconds_until(hold.expires_at) if self._now else 0

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._holds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hold = self._holds[index.row()]
        seconds = self.seconds_left(hold)
        if role == Qt.ItemDataRole.DisplayRole:
            who = " ".join(part for part in (hold.customer_name, hold.masked_mobile) if part)
            clock, title = countdown_view(seconds).text, hold.units_title or hold.title
            money = formats.amount(hold.total_paise), _money(hold)
            parts = (clock, who, title, hold.reference, *money, _holder(hold))
            return "  ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            who = f"{hold.customer_name}   {hold.masked_mobile}".strip()
            return f"{hold.title}\n{hold.reference}   {who}\n{_holder(hold)}".rstrip()
        return {HOLD: hold, LEFT: seconds}.get(role)


class HoldList(QListView):
    """Enter goes on with a hold, Delete gives it back, E makes it longer. Each carries the LiveHold."""

    chosen = Signal(object)
    given_back = Signal(object)
    extended = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = Offer(self.viewport())
        self.setModel(HoldModel(self))
        self.setItemDelegate(_HoldDelegate(self))
        self.setAccessibleName(self.tr("Live holds"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setProperty("role", "bare")
        self.setTabKeyNavigation(False)
        MarkedInSight(self)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.data(HOLD)))

    @property
    def holds(self) -> HoldModel:
        """The model behind the list."""
        model = self.model()
        if not isinstance(model, HoldModel):
            raise TypeError("the list of holds has lost its model")
        return model

    def show_holds(self, holds: tuple[LiveHold, ...], now: NodeTime) -> None:
        """Show these holds and keep the highlighted one highlighted."""
        before = self.current()
        self.holds.set_holds(holds, now)
        wanted = before.booking_id if before else ""
        row = next((row for row, hold in enumerate(holds) if hold.booking_id == wanted), 0)
        self.setCurrentIndex(self.holds.index(row if holds else -1))
        marked = self.current()
        self._offer.says((marked.booking_id, marked.expires_at) if marked else "")

    def current(self) -> LiveHold | None:
        """Return the highlighted hold."""
        index = self.currentIndex()
        found: LiveHold | None = index.data(HOLD) if index.isValid() else None
        return found

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another row is highlighted: that is what the next key is about."""
        super().currentChanged(current, previous)
        hold: LiveHold | None = current.data(HOLD)
        self._offer.says((hold.booking_id, hold.expires_at) if hold else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        hold = self.current()
        if hold and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(hold)
        elif hold and event.key() == Qt.Key.Key_Delete:
            if not hold.is_over and self._offer.counts():
                self.given_back.emit(hold)
        elif hold and latin_sign(event).upper() == "E" and not event.modifiers():
            if not hold.is_over and self._offer.counts():
                self.extended.emit(hold)
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


class _HoldDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(160), scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hold: LiveHold = index.data(HOLD)
        view = option.widget
        clock = countdown_view(index.data(LEFT))
        box = QRect(option.rect)
        current = isinstance(view, QListView) and view.currentIndex().row() == index.row()
        painter.save()
        if current and view.hasFocus():
            painter.fillRect(box, color("accent_soft"))
        ink = {"urgent": "warning", "ended": "danger"}.get(clock.role, "ink")
        if current or clock.role != "clock":
            edge = color("accent" if clock.role == "clock" else ink)
            painter.fillRect(QRect(box.topLeft(), QSize(scaled(3), box.height())), edge)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), color("line"))
        inner = box.adjusted(scaled(12), scaled(5), -scaled(10), -scaled(5))
        third = inner.height() // 3
        top, middle, low = (
            QRect(inner.left(), inner.top() + step * third, inner.width(), third) for step in range(3)
        )
        font = QFont(view.font())
        plain, heavy = QFont.Weight.Normal, QFont.Weight.DemiBold
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        weight = plain if clock.role == "clock" else heavy
        # The word beside the clock is read out; here shape and edge say the same, and the name has room.
        time_left = f"{clock.shape} {clock.digits}".strip()
        width = _write(painter, top, time_left, left, font, tokens.HEADING, weight, ink)
        rest = top.adjusted(width + scaled(10), 0, 0, 0)
        name = hold.customer_name or hold.masked_mobile
        size = tokens.BODY if _width(font, name, tokens.BODY, heavy) <= rest.width() else tokens.CAPTION
        _write(painter, rest, name, right, font, size, heavy, "ink")
        # Cut at its end: rooms, seats and days stand first.
        title = hold.units_title or hold.title
        _write(painter, middle, title, left, font, tokens.BODY, plain, "ink")
        total = formats.amount(hold.total_paise)
        width = _write(painter, low, total, right, font, tokens.CAPTION, plain, "ink")
        rest = low.adjusted(0, 0, -width - scaled(8), 0)
        number = _holder(hold) or (hold.masked_mobile if hold.customer_name else "")
        told = "   ".join(part for part in (number, _money(hold)) if part) or hold.reference
        _write(painter, rest, told, left, font, tokens.CAPTION, plain, "muted")
        painter.restore()


def _money(hold: LiveHold) -> str:
    """Say that it can be taken again, or that money is on its way or was taken; else nothing."""
    if hold.is_over:
        return QCoreApplication.translate("HoldList", "hold again")
    if hold.paying:
        return QCoreApplication.translate("HoldList", "◔ paying")
    if hold.paid_paise:
        paid = QCoreApplication.translate("HoldList", "◑ {paid} paid")
        return paid.format(paid=formats.amount(hold.paid_paise))
    return ""


def _holder(hold: LiveHold) -> str:
    """Name desk and person of a hold of another desk; an own one needs no name."""
    return "" if hold.is_own else f"{hold.desk_code} {hold.clerk}".strip()


def _width(font: QFont, text: str, size: int, weight: QFont.Weight) -> int:
    sized = QFont(font)
    sized.setPixelSize(scaled(size))
    sized.setWeight(weight)
    return QFontMetrics(sized).horizontalAdvance(text)


def _write(
    painter: QPainter,
    box: QRect,
    text: str,
    side: Qt.AlignmentFlag,
    font: QFont,
    size: int,
    weight: QFont.Weight,
    ink: str,
) -> int:
    """Write in one line, cut with an ellipsis where it must be, and return the width it took."""
    font.setPixelSize(scaled(size))
    font.setWeight(weight)
    painter.setFont(font)
    painter.setPen(color(ink))
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
