"""Changes the language while the desk works: the window is made anew and nothing entered is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.ui.desk.desk_parts import DeskParts
from desktop.ui.language import speak, spoken

if TYPE_CHECKING:
    from desktop.ui.desk.desk_work import DeskWork
    from desktop.ui.desk.pages import Pages
    from desktop.ui.language import Language
    from desktop.ui.preferences import Preferences

translate = QCoreApplication.translate


class RemadeDesk(DeskParts, Protocol):
    """The desk window, as what makes it anew sees it."""

    work: DeskWork | None
    is_furnished: bool

    def make_anew(self) -> None:
        """Make all that stands in the window once more, in the language of now."""


def switch_language(window: RemadeDesk, preferences: Preferences | None) -> None:
    """Let the window speak the other language and remember it, or say what is to be done first."""
    application = QApplication.instance()
    hindrance = _hindrance(window)
    if hindrance:
        window.errors.show_error(hindrance)
    if hindrance or application is None:
        return
    language: Language = "en" if spoken() == "hi" else "hi"
    speak(application, language)
    if preferences is not None:
        preferences.language = language
    work, answer = window.work, window.top.answer
    pages = window.pages if window.is_furnished else None
    window.make_anew()
    if work is not None and window.work is not None and pages is not None:
        window.top.show_gateway(answer)
        _carry(work, pages, window, window.work)


def _hindrance(window: RemadeDesk) -> str:
    if not window.is_furnished:
        return ""
    if not window.pages.is_home:
        return translate(
            "LanguageSwitch", "The language is changed at the desk: go back with Esc, then press Ctrl+L."
        )
    # These keep what is typed while they are left, and can't hand it over. The quote hands over its sale;
    # the others are opened with an empty form each time.
    pages = window.pages
    keeping = (
        (pages.stock.page, translate("LanguageSwitch", "stock, F11")),
        (pages.review.page, translate("LanguageSwitch", "review, F12")),
        (pages.setup.page, translate("LanguageSwitch", "settings, F7")),
    )
    for page, words in keeping:
        if page is not None and _is_typed_into(page):
            return translate(
                "LanguageSwitch",
                "Something is still typed on another page ({page}). Finish or empty it first.",
            ).format(page=words)
    return ""


def _is_typed_into(page: QWidget) -> bool:
    return any(
        field.text() and not field.isReadOnly() and not field.objectName().startswith("qt_")
        for field in page.findChildren(QLineEdit)
    )


def _carry(old: DeskWork, old_pages: Pages, window: RemadeDesk, work: DeskWork) -> None:
    work.served.set_customer(old.served.customer)
    work.news.carry(old.news)
    work.links.last_document, work.links.last_payment = old.links.last_document, old.links.last_payment
    if old_pages.quote.page is not None:
        window.pages.go_on_with(old_pages.quote.page)
    payment = old_pages.payment.page
    booking_id = work.links.last_payment
    if payment is not None and booking_id is not None and not payment.display.isHidden():
        # The customer goes on seeing the code, in the new language.
        page = window.pages.make(window.pages.payment)
        page.show_booking(booking_id)
        if page.display.isHidden():
            page.toggle_display()
        payment.display.hide()
    window.command.setFocus()
