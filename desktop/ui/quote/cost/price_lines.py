"""The lines of the price, as they will be printed: words at the left, amounts in one column."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.domain.kinds import TRAITS
from desktop.ui import formats
from desktop.ui.line_times import LineTimes
from desktop.ui.on_sale.unit_view import in_turn
from desktop.ui.quote.cost.price_view import BaseRow, PriceGroup, PriceView
from desktop.ui.theme import set_role

translate = QCoreApplication.translate
NAMES_MAX = 8
TIMES = LineTimes()


class GroupBox(QFrame):
    """One line of the basket. Delete takes it out; the choice still being made has no way to go."""

    removed = Signal()

    def __init__(self, group: PriceGroup, in_basket: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{group_title(group)}, {formats.amount(group.base_paise)}")
        self._in_basket = in_basket
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 3, 4, 3)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        title = _words(group_title(group), "strong")
        grid.addWidget(title, 0, 0)
        grid.addWidget(_amount(group.base_paise, of=group_title(group)), 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_words(group_details(group), "caption"), 1, 0)
        for index, row in enumerate(group.rows):
            grid.addWidget(_words(row_text(row, group), "caption"), index + 2, 0)
        if in_basket:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            remove = QPushButton("✕")
            remove.setProperty("role", "quiet")
            remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            remove.setToolTip(self.tr("Take out of the basket (Delete)"))
            remove.setAccessibleName(
                self.tr("Take {title} out of the basket").format(title=group_title(group))
            )
            remove.clicked.connect(self.removed)
            remove.setStyleSheet("padding: 0 4px;")
            grid.addWidget(remove, 1, 1, 2, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._in_basket and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)


class PriceLines(QWidget):
    """Base lines, promo, "Taxes & fees" that opens. `removed` carries the place of a line in the basket."""

    removed = Signal(int)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "scrolled")
        self._view: PriceView | None = None
        self._basket_count = 0
        self._shown: tuple[PriceView | None, int, bool] = (None, 0, True)
        self.groups: list[GroupBox] = []
        self.promo = _words("", "")
        self.promo_amount = _amount(0, of=self.tr("Promo {code}").format(code=""))
        self.taxes = QPushButton()
        self.taxes.setProperty("role", "quiet")
        self.taxes.setCheckable(True)
        # It stands in a column of words: no indent.
        self.taxes.setStyleSheet("padding: 2px 6px 2px 0; text-align: left;")
        self.taxes.toggled.connect(self._open_taxes)
        self.taxes_amount = _amount(0, of=self.tr("Taxes and fees"))
        self._bases = QWidget()
        self._breakdown = QWidget()
        self._sums = QWidget()
        grid = QGridLayout(self._sums)
        grid.setContentsMargins(4, 2, 4, 2)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(2)
        self.beyond = _words(self.tr("Beyond the group limit, on purpose"), "strong")
        grid.addWidget(self.beyond, 2, 0, 1, 2)
        grid.addWidget(self.promo, 0, 0)
        grid.addWidget(self.promo_amount, 0, 1)
        grid.addWidget(self.taxes, 1, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.taxes_amount, 1, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self._bases, self._sums, self._breakdown):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._sums.hide()
        self._open_taxes(False)

    def show_price(self, view: PriceView | None, basket_count: int, sums: bool = True) -> None:
        """Show a price, or its lines without `sums`; the first `basket_count` are in the basket."""
        if (view, basket_count, sums) == self._shown:
            return
        self._shown = (view, basket_count, sums)
        self._view, self._basket_count = view, basket_count
        self._rebuild_bases()
        self._sums.setVisible(view is not None and sums)
        if view is not None:
            for label in (self.promo, self.promo_amount):
                label.setVisible(view.discount_paise > 0)
            self.beyond.setVisible(view.beyond_group_limits)
            self.promo.setText(self.tr("Promo {code}").format(code=view.promo_code))
            self.promo_amount.setAccessibleName(self.promo.text())
            self.promo_amount.setText(formats.amount(-view.discount_paise))
            self.taxes_amount.setText(formats.amount(view.taxes_and_fees_paise))
            for part in (self.taxes, self.taxes_amount):
                part.setVisible(view.in_tax or view.fee_paise > 0)
            self._name_taxes()
        self._rebuild_breakdown()

    def _rebuild_bases(self) -> None:
        focused = next((index for index, box in enumerate(self.groups) if box.hasFocus()), None)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.groups = []
        for index, group in enumerate(self._view.groups if self._view else ()):
            box = GroupBox(group, index < self._basket_count)
            box.removed.connect(lambda index=index: self.removed.emit(index))
            self.groups.append(box)
            column.addWidget(box)
            column.addWidget(_rule())
        self._bases = self._replace(self._bases, body)
        if focused is not None and self.groups:
            self.groups[min(focused, len(self.groups) - 1)].setFocus()

    def _rebuild_breakdown(self) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(24, 0, 4, 2)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(0)
        view = self._view
        each = self.tr("each")
        rows = [(group.words(each), group.tax_paise) for group in view.taxes] if view else []
        if view is not None and (view.fee_paise or not rows):
            rows.append((self.tr("Fee"), view.fee_paise))
        for at, (text, paise) in enumerate(rows):
            grid.addWidget(_words(text, "caption"), at, 0)
            grid.addWidget(_amount(paise, "caption", of=text), at, 1)
        self._breakdown = self._replace(self._breakdown, body)
        body.setVisible(self.taxes.isChecked() and not self._sums.isHidden())

    def _replace(self, old: QWidget, new: QWidget) -> QWidget:
        self._column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        return new

    def _name_taxes(self) -> None:
        in_tax = self._view is None or self._view.in_tax
        word = self.tr("Taxes && fees") if in_tax else self.tr("Fees")
        self.taxes.setText(f"{'▾' if self.taxes.isChecked() else '▸'} {word}")
        taxed, untaxed = (
            self.tr("Taxes and fees: show how they were worked out"),
            self.tr("Fees: show how they were worked out"),
        )
        self.taxes.setAccessibleName(taxed if in_tax else untaxed)

    def _open_taxes(self, opened: bool) -> None:
        self._name_taxes()
        self._breakdown.setVisible(opened and not self._sums.isHidden())
        if opened:
            self.opened.emit(self._breakdown)


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if role:
        set_role(label, role)
    return label


def _amount(paise: int, role: str = "amount", *, of: str = "") -> QLabel:
    """Return an amount that is read as that `of` something."""
    label = QLabel(formats.amount(paise))
    label.setAccessibleName(of)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    set_role(label, role)
    return label


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    return rule


def group_title(group: PriceGroup) -> str:
    """Return "Deluxe 203 204", "Goa 21:30 4A 4B", "Sinhagad sunrise trek × 3", or a change of room."""
    if not TRAITS[group.kind].has_named_units:
        return f"{group.name} × {len(group.unit_names)}"
    if group.change:
        parts = [f"{room}, {formats.days(first, last, group.today)}" for room, first, last in group.change]
        return f"{group.name} {in_turn(parts)}"
    return f"{group.name} {_names(group.unit_names)}"


def group_details(group: PriceGroup) -> str:
    """Return when it begins and ends, in the site's time, and what was chosen with it."""
    span, today = group.span, group.today
    parts = [formats.dated(group.first_day, today)]
    if span is not None:
        parts = [TIMES.when(span, today), *TIMES.notes(span, today)]
    if group.last_day is not None:
        nights = (group.last_day - group.first_day).days
        word = (
            translate("QuoteWindow", "1 night") if nights == 1 else translate("QuoteWindow", "{count} nights")
        )
        parts.append(word.format(count=nights))
    return " · ".join([*parts, group.details] if group.details else parts)


def row_text(row: BaseRow, group: PriceGroup) -> str:
    """Return "2 × 3,400.00", and for which nights or seats where the amounts differ."""
    times = f"{row.count} × {formats.amount(row.each_paise)}"
    if len(group.rows) == 1 or not TRAITS[group.kind].has_named_units:
        return times
    if TRAITS[group.kind].has_nights:
        days = ", ".join(formats.day(day) for day in row.days)
        return f"{days}   {times}"
    return f"{_names(row.unit_names)}   {times}"


def _names(names: tuple[str, ...]) -> str:
    if len(names) <= NAMES_MAX:
        return " ".join(names)
    return f"{' '.join(names[: NAMES_MAX - 1])} … {names[-1]}"
