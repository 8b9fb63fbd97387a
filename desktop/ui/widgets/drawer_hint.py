"""Says when more cash is to go out of the drawer than the books have in it, before it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.formats import rupees

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.shift import DrawerSight
    from desktop.ui.runner import Runner


class DrawerHint(QLabel):
    """Hidden while the drawer holds enough, or while it is not known what it holds."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._need_paise = 0
        self.setProperty("role", "warning")
        self.setWordWrap(True)
        self.hide()

    def show_need(self, paise: int) -> None:
        """Look whether so much cash is there; the same amount again is not looked up anew."""
        if paise == self._need_paise:
            return
        self._need_paise = paise
        self.hide()
        if paise > 0:
            read = partial(self._services.drawer_holds, paise, self._services.actor())
            done = partial(self._show, paise)
            self._runner.run(read, owner=self, done=done, failed=lambda _error: None, is_quiet=True)

    def forget(self) -> None:
        """Look anew next time."""
        self.show_need(0)

    def _show(self, need_paise: int, drawer: DrawerSight) -> None:
        if need_paise != self._need_paise or drawer.is_enough:
            return
        if drawer.paise is None:
            text = self.tr(
                "By the books this drawer holds less than the {need} in cash that is to go out of it."
            )
            self.setText(text.format(need=rupees(need_paise)))
        else:
            text = self.tr("By the books this drawer holds {holds}, and {need} in cash is to go out of it.")
            self.setText(text.format(holds=rupees(max(drawer.paise, 0)), need=rupees(need_paise)))
        self.show()
