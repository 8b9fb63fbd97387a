"""The line that tells of PINs that a system account set anew; nobody can put it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.theme import scaled, set_role, theme

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.staff import Recovery
    from desktop.ui.runner import Runner

READ_AGAIN_MS = 30_000


class RecoveryLine(QWidget):
    """Hidden as long as there is nothing to tell; `text` is what it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setMinimumWidth(1)
        frame = QFrame()
        set_role(frame, "notice")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(10, 4, 10, 4)
        inner.addWidget(self._label)
        self._column = QVBoxLayout(self)
        self._column.addWidget(frame)
        self._timer = QTimer(self, interval=READ_AGAIN_MS)
        self._timer.timeout.connect(self.refresh)
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    def attach(self, services: Services, runner: Runner) -> None:
        """Read them now, and again and again."""
        self._services, self._runner = services, runner
        self._timer.start()
        self.refresh()

    def refresh(self) -> None:
        """Read what was set anew in the last seven days; what can't be read is told elsewhere."""
        self._runner.run(
            self._services.list_recoveries, owner=self, done=self._show, failed=lambda _error: None
        )

    @property
    def text(self) -> str:
        """What it says, empty when hidden."""
        return self._label.text() if not self.isHidden() else ""

    def _show(self, found: tuple[Recovery, ...]) -> None:
        said = "\n".join(f"▲ {recovery_sentence(one, self._services.time_zone)}" for one in found)
        self._label.setText(said)
        self.setVisible(bool(said))

    def _fit(self) -> None:
        self._column.setContentsMargins(scaled(14), 0, scaled(14), scaled(8))


def recovery_sentence(recovery: Recovery, time_zone: str) -> str:
    """Return whose PIN was set anew, from which account, when."""
    said = QCoreApplication.translate(
        "RecoveryLine", "{name}'s PIN was set anew from the system account {login} on {moment}."
    )
    moment = formats.moment_text(recovery.at, time_zone)
    return said.format(name=recovery.name, login=recovery.login, moment=moment)
