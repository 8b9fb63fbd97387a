"""Changes the language while the desk works: the window is made anew and nothing entered is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.ui.language import speak, spoken

if TYPE_CHECKING:
    from desktop.ui.desk.desk_work import DeskWork
    from desktop.ui.desk.pages import Pages
    from desktop.ui.desk_window import DeskWindow
    from desktop.ui.language import Language
    from desktop.ui.preferences import Preferences

translate = QCoreApplication.translate
# Pages that keep what is typed while they are left, and can't hand it over. The quote hands over its sale;
# the others are opened with an empty form each time.
KEEPING = ("stock", "review", "setup")


def switch_language(window: DeskWindow, preferences: Preferences | None) -> None:
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


def _hindrance(window: DeskWindow) -> str:
    if not window.is_furnished:
        return ""
    if not window.pages.is_home:
        return translate(
            "LanguageSwitch", "The language is changed at the desk: go back with Esc, then press Ctrl+L."
        )
    words = {
        "stock": translate("LanguageSwitch", "stock, F11"),
        "review": translate("LanguageSwitch", "review, F12"),
        "setup": translate("LanguageSwitch", "settings, F7"),
    }
    for name in KEEPING:
        page = window.pages.existing(name)
        if page is not None and _is_typed_into(page):
            return translate(
                "LanguageSwitch",
                "Something is still typed on another page ({page}). Finish or empty it first.",
            ).format(page=words[name])
    return ""


def _is_typed_into(page: QWidget) -> bool:
    return any(
        field.text() and not field.isReadOnly() and not field.objectName().startswith("qt_")
        for field in page.findChildren(QLineEdit)
    )


def _carry(old: DeskWork, old_pages: Pages, window: DeskWindow, work: DeskWork) -> None:
    work.set_customer(old.customer)
    work.news.carry(old.news)
    work.links.last_document, work.links.last_payment = old.links.last_document, old.links.last_payment
    quote = old_pages.existing("quote")
    if quote is not None:
        window.pages.make("quote", instead_of=quote)
    payment: Any = old_pages.existing("payment")
    if payment is not None and not payment.display.isHidden():
        # The customer goes on seeing the code, in the new language.
        page: Any = window.pages.make("payment")
        page.show_booking(work.links.last_payment)
        if page.display.isHidden():
            page.toggle_display()
        payment.display.hide()
    window.command.setFocus()
