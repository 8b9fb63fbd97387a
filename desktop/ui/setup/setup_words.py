"""The sentences of the set-up page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui import formats
from desktop.ui.setup.setup_view import Found, Mark

if TYPE_CHECKING:
    from desktop.ui.setup.setup_view import Finding

translate = QCoreApplication.translate
SIGNS = {Mark.GOOD: "✓", Mark.CAREFUL: "▲", Mark.BAD: "✕"}
NAMES_MAX = 4
ROLES = {Mark.GOOD: "ok", Mark.CAREFUL: "warning", Mark.BAD: "error"}


def finding_text(finding: Finding) -> str:
    """Return a finding as its shape and its sentence."""
    sentences = _account_sentences() | _comparison_sentences(finding.count) | _day_sentences(finding.count)
    told = sentences[finding.found].format(
        count=finding.count,
        amount=formats.rupees(finding.amount_paise),
        names=_named(finding.names),
        day=formats.day_and_year(finding.day) if finding.day else "",
    )
    return f"{SIGNS[finding.mark]}  {told}"


def _named(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:NAMES_MAX])
    if len(names) <= NAMES_MAX:
        return shown
    return translate("Setup", "{names} and {count} more").format(names=shown, count=len(names) - NAMES_MAX)


def kept_text(last_characters: str) -> str:
    """Return which key is kept on this computer."""
    if not last_characters:
        return translate("Setup", "No key is kept on this computer.")
    return translate("Setup", "Kept in this computer's keyring: the key ending in {end}.").format(
        end=last_characters
    )


def _account_sentences() -> dict[Found, str]:
    return {
        Found.UNREACHABLE: translate(
            "Setup",
            "The gateway gave no clear answer. Check the network and try again; nothing is known yet.",
        ),
        Found.WRONG_KEYS: translate(
            "Setup", "The gateway does not accept these keys. Copy both anew from its dashboard."
        ),
        Found.LIVE: translate("Setup", "The keys are accepted. They are live keys: real money moves."),
        Found.TEST: translate("Setup", "The keys are accepted, but they are test keys: no real money moves."),
        Found.QR: translate("Setup", "UPI QR works and is drawn on this screen."),
        Found.NO_QR: translate(
            "Setup", "UPI QR is not enabled for this account. Ask the gateway's support to switch it on."
        ),
        Found.QR_AS_PICTURE: translate(
            "Setup",
            "UPI QR works, but its content is not handed out (image_content): the gateway's own picture is"
            " shown. Its support can switch that on.",
        ),
        Found.LINK: translate("Setup", "Payment links work."),
        Found.NO_LINK: translate("Setup", "Payment links are not enabled: cards are taken by machine only."),
        Found.AMOUNT_LIMIT: translate(
            "Setup", "The account takes less than ₹1,00,000 in one payment. Ask for a higher limit."
        ),
        Found.OTHER_LACK: translate("Setup", "The account lacks more than is known here: {names}."),
        Found.CLOCK_BEHIND: translate(
            "Setup", "This computer's clock is {count} s behind the gateway's. Set it right before selling."
        ),
        Found.CLOCK_AHEAD: translate(
            "Setup", "This computer's clock is {count} s ahead of the gateway's. Set it right before selling."
        ),
    }


def _comparison_sentences(count: int) -> dict[Found, str]:
    one = count == 1
    return {
        Found.INCOMPLETE: translate(
            "Setup", "The gateway could not be asked: the comparison is not complete. Nothing was changed."
        ),
        Found.MATCHED: translate("Setup", "1 payment of {amount} in the last days: the books say the same.")
        if one
        else translate("Setup", "{count} payments of {amount} in the last days: the books say the same."),
        Found.AMOUNTS_DIFFER: translate(
            "Setup", "The books hold other amounts than the gateway, or none, for {names}."
        ),
        Found.MISSING: translate("Setup", "The gateway does not know {names}, which the books hold."),
        Found.UNDECIDED: translate("Setup", "{amount} of it waits for a decision: F6."),
        Found.OPEN_LEFT: translate("Setup", "1 payment is still open and goes on being asked about.")
        if one
        else translate("Setup", "{count} payments are still open and go on being asked about."),
        Found.OWNER_UNKNOWN: translate(
            "Setup", "Whose some of the money is could not be found out yet; the next comparison decides."
        ),
        Found.OPEN_ASKED: translate("Setup", "1 open payment was asked about.")
        if one
        else translate("Setup", "{count} open payments were asked about."),
        Found.TAKEN_IN: translate("Setup", "1 payment had come unseen and was taken in now.")
        if one
        else translate("Setup", "{count} payments had come unseen and were taken in now."),
        Found.FOREIGN: translate(
            "Setup", "1 payment belongs to nothing that this desk sold: decide it with F6."
        )
        if one
        else translate(
            "Setup", "{count} payments belong to nothing that this desk sold: decide them with F6."
        ),
        Found.OTHERS: translate("Setup", "1 of them, {amount}, is another program's.")
        if one
        else translate("Setup", "{count} of them, {amount}, are another program's."),
        Found.RULED: translate("Setup", "1 new payment, {amount}, is another program's by a rule: F6, R.")
        if one
        else translate("Setup", "{count} new payments, {amount}, are another program's by a rule: F6, R."),
        Found.REFUNDS_DIFFER: translate(
            "Setup", "Other amounts were given back than the books say: {names}."
        ),
        Found.REFUNDS_MATCH: translate("Setup", "Every refund matches."),
    }


def _day_sentences(count: int) -> dict[Found, str]:
    one = count == 1
    return {
        Found.DAY_EVEN: translate("Setup", "{day}: 1 payment, {amount}.")
        if one
        else translate("Setup", "{day}: {count} payments, {amount}."),
        Found.DAY_UNDECIDED: translate("Setup", "{day}: 1 payment, {amount}; it waits for a decision: F6.")
        if one
        else translate("Setup", "{day}: {count} payments, {amount}; some wait for a decision: F6."),
        Found.DAY_DIFFERS: translate("Setup", "{day}: the books say something else of {names}."),
    }
