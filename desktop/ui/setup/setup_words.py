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
ROLES = {Mark.GOOD: "ok", Mark.CAREFUL: "warning", Mark.BAD: "error"}


def finding_text(finding: Finding) -> str:
    """Return a finding as its shape and its sentence."""
    sentence = _account_sentences().get(finding.found) or _comparison_sentences(finding.count)[finding.found]
    told = sentence.format(
        count=finding.count,
        amount=formats.rupees(finding.amount_paise),
        names=", ".join(finding.names),
    )
    return f"{SIGNS[finding.mark]}  {told}"


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
        Found.MATCHED: translate("Setup", "1 payment was in the books already; {amount} came in all.")
        if one
        else translate("Setup", "{count} payments were in the books already; {amount} came in all."),
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
        Found.REFUNDS_DIFFER: translate(
            "Setup", "Other amounts were given back than the books say: {names}."
        ),
        Found.REFUNDS_MATCH: translate("Setup", "Every refund matches."),
    }
