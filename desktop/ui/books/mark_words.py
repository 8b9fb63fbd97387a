"""What is said of a loss, of a first time on this PC, and of a mark that can't be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.document_kinds import KINDS, kind_of
from db.halt import HaltKind
from desktop.services.domain.review import StoryStep
from desktop.ui import drawer_words, formats, printer_words
from desktop.ui.review.review_words import step_word

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.domain.loss import Adopted, Loss, LostAct

translate = QCoreApplication.translate


def loss_text(loss: Loss, time_zone: str) -> str:
    """Return what is missing, since when, and what accepting it means."""
    sentences = []
    if loss.kind is HaltKind.FOREIGN:
        sentences.append(
            translate(
                "Mark",
                "Other books, or new ones, stand where this desk's books were. Put the right ones back, or"
                " accept these as the books of this desk from now on.",
            )
        )
    elif loss.is_other_history:
        sentences.append(
            translate(
                "Mark",
                "▲ The books went another way than this desk: {count} records that it wrote are missing, and"
                " others stand in their place. Nothing is sold until their loss is accepted.",
            ).format(count=loss.lost_count)
        )
    else:
        sentences.append(
            translate(
                "Mark",
                "▲ {count} records that this desk wrote are missing from the books: nothing is sold until"
                " their loss is accepted.",
            ).format(count=loss.lost_count)
        )
    if loss.since or loss.until:
        said = translate("Mark", "Missing: after {since}, up to {until}.")
        sentences.append(
            said.format(since=_moment(loss.since, time_zone), until=_moment(loss.until, time_zone))
        )
    if loss.numbers:
        said = translate("Mark", "Numbers that were printed and stay unused: {numbers}.")
        sentences.append(said.format(numbers=numbers_text(loss)))
    if loss.lost_count and not loss.acts:
        sentences.append(translate("Mark", "Neither the log nor a backup tells what they were."))
    return " ".join(sentences)


def numbers_text(loss: Loss) -> str:
    """Return the papers whose numbers were printed: "Receipt voucher 2627: 3 to 5"."""
    said = translate("Mark", "{title} {year}: {first} to {last}")
    return "; ".join(
        said.format(
            title=translate("Documents", KINDS[kind_of(one.kind)].title),
            year=one.year,
            first=one.first,
            last=one.last,
        )
        for one in loss.numbers
    )


def accept_text(loss: Loss) -> str:
    """Return what the key does."""
    if loss.kind is HaltKind.FOREIGN:
        return translate("Mark", "Accept these as the books of this desk and go on   A")
    return translate("Mark", "Accept the loss of {count} records and go on   A").format(count=loss.lost_count)


def adopted_text(adopted: Adopted, time_zone: str) -> str:
    """Return what is to be compared where these books are seen for the first time."""
    if not adopted.paper:
        return translate("Mark", "This PC sees these books for the first time. They know of no paper yet.")
    return translate(
        "Mark",
        "This PC sees these books for the first time. The last paper that they know is {paper} of {moment}:"
        " compare it with your last paper.",
    ).format(paper=adopted.paper, moment=_moment(adopted.made_at, time_zone))


def trouble_text() -> str:
    """Return what it means that the mark can't be kept."""
    return translate(
        "Mark",
        "How far this desk has written can't be kept on this PC now. Selling goes on; but older books that"
        " are put back would not be noticed. Look at the rights and the space of your user's folder.",
    )


def act_word(act: LostAct) -> str:
    """Return what a missing record was about."""
    words = {
        "CUSTOMER_SAVED": translate("Mark", "Customer written down"),
        "BUYER_SAVED": translate("Mark", "Registered buyer written down"),
        "MONTH_FILED": translate("Mark", "Month of a return filed"),
        "MONTH_REOPENED": translate("Mark", "Filed month opened again"),
        "COMPANY_SAVED": translate("Mark", "What a company may owe changed"),
        "COMPANY_PAID": translate("Mark", "Debt of a company paid"),
        "DEPOSIT_RULES_SAVED": translate("Mark", "Rules of deposits changed"),
        "WALLET_TOPPED_UP": translate("Mark", "Paid into a wallet"),
        "WALLET_TOP_UP_REVERSED": translate("Mark", "Top-up of a wallet taken back"),
        "CATALOGUE_IMPORTED": translate("Mark", "Catalogue changed"),
        "DEPARTURE_CANCELLED": translate("Mark", "Departure cancelled"),
        "STOCK_STOPPED": translate("Mark", "Sale of days stopped, or opened again"),
        "STOCK_BLOCKED": translate("Mark", "Units kept back"),
        "STOCK_UNBLOCKED": translate("Mark", "Units given free"),
        "FOREIGN_RULE_MADE": translate("Mark", "Rule for another program's payments made"),
        "FOREIGN_RULE_REVOKED": translate("Mark", "Rule for another program's payments ended"),
        "PAYMENT_RULED_NOT_OURS": translate("Mark", "Payment ruled to be another program's"),
        "RECONCILIATION_DAY": translate("Mark", "A day compared with the gateway"),
        "PAGES_ADOPTED": translate("Mark", "Changed pages of the books taken over"),
        "MARK_ADOPTED": translate("Mark", "Books seen for the first time on a PC"),
        "MARK_ACCEPTED": translate("Mark", "Loss of records accepted"),
        "NUMBERS_LOST": translate("Mark", "Numbers of papers left unused"),
        "SHIFT_ACCEPTED": translate("Mark", "Close of a shift accepted"),
        "PAPERS_FROZEN": translate("Mark", "Papers of before kept as they are"),
        "PAPERS_MADE": translate("Mark", "Papers made"),
        "Z_SLIP_MADE": translate("Mark", "Z slip made"),
        "DRAWER_OPENED": translate("Mark", "Drawer opened without a sale"),
        "CLOCK_SET": translate("Mark", "Clock set"),
        "CLOCK_CONFIRMED": translate("Mark", "Day and time confirmed"),
        "CLOCK_FOLLOWED": translate("Mark", "Clock put right by a little"),
        **drawer_words.records(),
        **printer_words.records(),
    }
    return words.get(act.tag) or step_word(StoryStep(act.at, "", "", act.tag, ()))


def _moment(moment: datetime | None, time_zone: str) -> str:
    if moment is None:
        return translate("Mark", "an unknown time")
    return formats.moment_text(moment, time_zone)
