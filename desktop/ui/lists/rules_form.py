"""What the house sets about its lists and its register."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from desktop.services.domain.list_rules import ListRules
from desktop.ui.theme import scaled

HOUR_MINUTES = 60
# What is refused as out of range, for a text that is no hour and no number.
NO_SUCH = 10**6


class RulesForm(QWidget):
    """`rules` is what is entered; what is no hour or no number is out of every range."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ListRules()
        self.evening, self.months, self.hours = QLineEdit(), QLineEdit(), QLineEdit()
        self.hindi = QCheckBox(self.tr("Lists in Hindi"))
        self.numbers = QCheckBox(self.tr("Whole telephone numbers on them"))
        self.keeps = QCheckBox(self.tr("This house keeps a register of guests"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(12))
        grid.setVerticalSpacing(scaled(6))
        rows = (
            (self.evening, self.tr("Tomorrow's lists by themselves at (empty: never)")),
            (self.months, self.tr("Months that the register is kept")),
            (self.hours, self.tr("Hours in which Form III is handed in")),
        )
        for place, (field, word) in enumerate(rows):
            field.setAccessibleName(word)
            label = QLabel(word)
            label.setWordWrap(True)
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
        for place, box in enumerate((self.hindi, self.numbers, self.keeps)):
            grid.addWidget(box, place + len(rows), 0, 1, 2)

    @property
    def rules(self) -> ListRules:
        """What is entered."""
        return replace(
            self._shown,
            evening_minute=_minute(self.evening.text()),
            evening_numbers=self.numbers.isChecked(),
            paper_hindi=self.hindi.isChecked(),
            keeps_register=self.keeps.isChecked(),
            register_months=_whole(self.months.text()),
            form_hours=_whole(self.hours.text()),
        )

    def show_rules(self, rules: ListRules) -> None:
        """Show what is set."""
        self._shown = rules
        minute = rules.evening_minute
        self.evening.setText("" if minute is None else "{:02d}:{:02d}".format(*divmod(minute, HOUR_MINUTES)))
        self.months.setText(str(rules.register_months))
        self.hours.setText(str(rules.form_hours))
        self.hindi.setChecked(rules.paper_hindi)
        self.numbers.setChecked(rules.evening_numbers)
        self.keeps.setChecked(rules.keeps_register)


def _minute(text: str) -> int | None:
    """Return the minute of the day that "20:00", "20.30" or "8" says."""
    parts = text.replace(".", ":").split(":") if text.strip() else []
    if not parts:
        return None
    hour, minute = _whole(parts[0]), _whole(parts[1]) if len(parts) > 1 else 0
    is_hour = hour < 24 and minute < HOUR_MINUTES and len(parts) <= 2
    return hour * HOUR_MINUTES + minute if is_hour else NO_SUCH


def _whole(text: str) -> int:
    bare = text.strip()
    return int(bare) if bare.isdecimal() and len(bare) < 5 else NO_SUCH
