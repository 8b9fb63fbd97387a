"""What the desk's parts may touch of the window around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.desk.command_field import CommandField
    from desktop.ui.desk.footer import Footer
    from desktop.ui.desk.halt_line import HaltLine
    from desktop.ui.desk.home_page import HomePage
    from desktop.ui.desk.notice_strip import NoticeStrip
    from desktop.ui.desk.pages import Pages
    from desktop.ui.desk.served_customer import CustomerChip
    from desktop.ui.desk.side_column import SideColumn
    from desktop.ui.desk.top_line import TopLine
    from desktop.ui.override.override_panel import OverridePanel
    from desktop.ui.widgets.error_bar import ErrorBar


class DeskParts(Protocol):
    """The desk window, as the parts see it; they never import it."""

    top: TopLine
    command: CommandField
    errors: ErrorBar
    customer: CustomerChip
    side: SideColumn
    home: HomePage
    pages: Pages
    foot: Footer
    notices: NoticeStrip
    halt_line: HaltLine
    override: OverridePanel

    def go_back(self) -> None:
        """One step back."""

    def type_on(self, text: str) -> None:
        """Go on in the command field with a text that was begun elsewhere."""

    def window(self) -> QWidget:
        """Return the widget that holds them all."""
