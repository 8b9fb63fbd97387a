"""The lines to choose from: arrows walk, Space takes or leaves one, Right and Left open and close a stay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from desktop.ui.cancellation.line_rows import Chosen, LineRow
from desktop.ui.formats import amount
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.bring_into_view import bring_into_view

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

BOX, WHAT, WHEN, BACK, WHY = range(5)
# More than this is opened stay by stay; the list scrolls by itself from ROWS_SEEN on.
ROWS_OPEN_MAX = 6
ROWS_SEEN = 6
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
STATES = {
    Chosen.NONE: Qt.CheckState.Unchecked,
    Chosen.SOME: Qt.CheckState.PartiallyChecked,
    Chosen.ALL: Qt.CheckState.Checked,
}


class LineList(QScrollArea):
    """`toggled` carries the numbers of the lines of a row; the page decides what comes of it."""

    toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fitted_width = 0
        self._rows: list[_Row] = []
        self._structure: list[tuple[object, ...]] = []
        self._closed: set[int] = set()
        self._holder = _Walked(self)
        self._holder.setProperty("role", "scrolled")
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, scaled(8), 0)
        self._grid.setHorizontalSpacing(scaled(16))
        self._grid.setVerticalSpacing(scaled(2))
        self._grid.setColumnStretch(WHAT, 2)
        self._grid.setColumnStretch(WHEN, 2)
        self._grid.setColumnMinimumWidth(BACK, scaled(76))
        self._grid.setColumnStretch(WHY, 3)
        self.setWidget(self._holder)

    @property
    def boxes(self) -> list[QCheckBox]:
        """The boxes that can be reached now, from top to bottom."""
        return [row.box for row in self._rows if row.can_choose and not row.box.isHidden()]

    def render_rows(self, rows: tuple[LineRow, ...]) -> None:
        """Show the rows; the same rows with another choice keep their focus and what is open."""
        structure = [row.structure for row in rows]
        if structure != self._structure:
            self._make(rows)
            self._structure = structure
        for shown, row in zip(self._rows, rows, strict=True):
            shown.show_row(row)
        self._open_what_is_split(rows)
        self._fold()

    def step(self, by: int) -> None:
        """Put the focus so many rows on; on the first one when it is elsewhere."""
        boxes = self.boxes
        if not boxes:
            return
        at = next((place for place, box in enumerate(boxes) if box.hasFocus()), None)
        place = 0 if at is None else min(max(at + by, 0), len(boxes) - 1)
        boxes[place].setFocus()
        bring_into_view(boxes[place])

    def walk(self, key: Qt.Key) -> None:
        """Do what an arrow key does in the list."""
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if key == Qt.Key.Key_Down else -1)
            return
        at = next((place for place, row in enumerate(self._rows) if row.box.hasFocus()), None)
        if at is None:
            return
        while self._rows[at].is_night:
            at -= 1
        if not self._rows[at].has_nights:
            return
        (self._closed.discard if key == Qt.Key.Key_Right else self._closed.add)(at)
        self._rows[at].box.setFocus()
        self._fold()

    def _make(self, rows: tuple[LineRow, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        heads = ("", self.tr("what"), self.tr("when"), self.tr("back"), self.tr("why"))
        for column, text in enumerate(heads):
            head = QLabel(text)
            head.setProperty("role", "caption")
            if column == BACK:
                head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(head, 0, column)
        self._rows = [_Row(self._grid, place, row) for place, row in enumerate(rows, 1)]
        for shown, row in zip(self._rows, rows, strict=True):
            shown.box.clicked.connect(partial(self._toggle, row.numbers))
        is_long = len(rows) > ROWS_OPEN_MAX
        self._closed = {place for place, row in enumerate(rows) if row.has_nights and is_long}

    def _toggle(self, numbers: frozenset[int], _checked: bool = False) -> None:
        self.toggled.emit(numbers)

    def _open_what_is_split(self, rows: tuple[LineRow, ...]) -> None:
        self._closed -= {place for place, row in enumerate(rows) if row.chosen is Chosen.SOME}

    def _fold(self) -> None:
        is_open = True
        for place, row in enumerate(self._rows):
            if not row.is_night:
                is_open = place not in self._closed
                row.mark(is_open)
            row.set_shown(is_open or not row.is_night)
        self._fit()
        # Wrapped words have their height only after the layout has had its turn.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self._grid.activate()
        width = self.viewport().width()
        height = self._grid.heightForWidth(width) if self._grid.hasHeightForWidth() else 0
        wanted = max(height, self._holder.minimumSizeHint().height())
        shown = sum(not row.is_hidden for row in self._rows)
        self.setFixedHeight(wanted if shown <= ROWS_SEEN else wanted * (ROWS_SEEN + 1) // (shown + 1))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's event, only handed on
        self._fit()
        if self.width() != self._fitted_width:
            # Words that wrapped in the width before have their new height a turn later.
            self._fitted_width = self.width()
            QTimer.singleShot(0, self, self._fit)


class _Walked(QWidget):
    """Takes the arrows before the area around it scrolls by them."""

    def __init__(self, lines: LineList) -> None:
        super().__init__()
        self._lines = lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            self._lines.walk(key)
        else:
            super().keyPressEvent(event)


class _Row:
    """The widgets of one row."""

    def __init__(self, grid: QGridLayout, place: int, row: LineRow) -> None:
        self.can_choose = bool(row.numbers)
        self.is_night, self.has_nights = row.is_night, row.has_nights
        self._is_over = row.is_over
        self.box = _Box()
        self._what_text = row.what
        self._what, self._when, self._back, self._why = (_Name(self.box) for _ in range(4))
        self._back.setWordWrap(False)
        self._back.setProperty("role", "amount")
        self.box.setAccessibleName(f"{row.what} {row.when}")
        self._back.setAccessibleName(self.box.accessibleName())
        self.box.setEnabled(self.can_choose)
        widgets = (self.box, self._what, self._when, self._back, self._why)
        for column, widget in enumerate(widgets):
            grid.addWidget(widget, place, column)
        self._what.setText("" if row.is_night else row.what)
        self._when.setText(row.when)

    def show_row(self, row: LineRow) -> None:
        """Show what of it is chosen, what comes back and why."""
        self._is_over = row.is_over
        self.box.setTristate(row.chosen is Chosen.SOME)
        self.box.setCheckState(STATES[row.chosen])
        self._back.setText("" if row.back_paise is None else amount(row.back_paise))
        self._why.setText(row.why)
        self.box.setAccessibleDescription(f"{self._back.text()} {row.why}".strip())
        set_role(self._why, "caption")
        for label in (self._what, self._when):
            set_role(label, "caption" if row.is_over else "plain")

    @property
    def is_hidden(self) -> bool:
        """Whether it is a night of a stay that is closed."""
        return self._when.isHidden()

    def mark(self, is_open: bool) -> None:
        """Say whether the nights of a stay are seen."""
        if self.has_nights:
            self._what.setText(f"{'▾' if is_open else '▸'}  {self._what_text}")

    def set_shown(self, shown: bool) -> None:
        """Show the row or hide it."""
        for widget in (self._what, self._when, self._back, self._why):
            widget.setVisible(shown)
        self.box.setVisible(shown and not self._is_over)


class _Box(QCheckBox):
    """Leaves the arrows to the list; Qt would walk to whatever control comes next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Name(QLabel):
    """A click on the words is a click on their box."""

    def __init__(self, box: QCheckBox) -> None:
        super().__init__()
        self._box = box
        self.setWordWrap(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._box.click()
