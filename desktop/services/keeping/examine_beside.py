"""Examinations of what may be silent: printer, keyring, gateway, fonts; each asked in a process of its own.

A print server or a keyring that does not answer can hold a whole process; that one is then ended.
"""

import json
import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import desktop
from desktop.services.domain.examination import Examined, Verdict

ASK_SECONDS = 13.0
CLOCK_SECONDS_MAX = 120
Ask = Callable[[str], Mapping[str, Any]]


class Silent(Exception):
    """The process did not answer in time and was ended."""


class BrokenOff(Exception):
    """The process ended without an answer."""


def ask_beside(command: Sequence[str], about: str, seconds: float = ASK_SECONDS) -> Mapping[str, Any]:
    """Start `command` with `about` and return the JSON of its last line. Raises Silent and BrokenOff."""
    root = str(Path(desktop.__file__).parents[1])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(  # noqa: S603  the program itself, or what a test puts in its place
            [*command, about],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        answer: Mapping[str, Any] = json.loads(done.stdout.splitlines()[-1])
    except subprocess.TimeoutExpired:
        raise Silent from None
    except (IndexError, ValueError):
        raise BrokenOff from None
    return answer


def examine_printer(ask: Ask) -> Examined:
    """List the printers."""
    try:
        printers = ask("printer")
    except (Silent, BrokenOff):
        return Examined(
            "printer",
            Verdict.WRONG,
            "The list of printers does not come: the print service is silent.",
            "Switch printer or print server on, or start this computer anew. Selling goes on without.",
        )
    if not printers["names"]:
        return Examined(
            "printer", Verdict.NOTICE, "No printer is set up.", "Set one up, or save papers as PDF."
        )
    if not printers["default"]:
        names = ", ".join(printers["names"])
        return Examined(
            "printer",
            Verdict.NOTICE,
            f"None of the printers ({names}) is the default.",
            "Choose one as default.",
        )
    return Examined("printer", Verdict.OK, f"{printers['default']} is the default.")


def examine_keyring(ask: Ask, *, practice: bool) -> Examined:
    """See whether live keys can be kept here, and are handed out. Practice asks for no key.

    A house without an account at the gateway needs none: that none are kept is worth knowing, and no fault.
    """
    needed = Verdict.NOTICE if practice else Verdict.WRONG
    later = " Practice needs none." if practice else ""
    try:
        found = ask("keyring" if practice else "keyring-keys")
    except (Silent, BrokenOff):
        return Examined(
            "keyring",
            needed,
            f"The keyring does not answer.{later}",
            "Unlock it; if a question of it is hidden behind a window, answer that.",
        )
    match found["state"]:
        case "no_store":
            return Examined(
                "keyring",
                Verdict.NOTICE,
                f"This computer has no keyring that can be trusted with live keys.{later}",
                "For UPI codes and links install one, such as GNOME Keyring or KWallet.",
            )
        case "locked":
            return Examined("keyring", needed, "The keyring does not hand out the live keys.", "Unlock it.")
        case "empty":
            return Examined(
                "keyring",
                Verdict.NOTICE,
                f"{found['store']} holds no live keys.",
                "For UPI codes and links put the keys in with F7, and start again.",
            )
    kept = "can keep live keys" if practice else "holds the live keys"
    return Examined("keyring", Verdict.OK, f"{found['store']} {kept}.")


def examine_gateway(ask: Ask, *, practice: bool) -> Examined:
    """Start the practice gateway once, or ask the live one for its disturbances: no money is asked for."""
    try:
        found = ask("gateway-practice" if practice else "gateway-live")
    except (Silent, BrokenOff):
        found = {"state": "silent"}
    match found["state"]:
        case "wrong_keys":
            return Examined(
                "gateway",
                Verdict.WRONG,
                "The gateway refuses the live keys.",
                "Put the right keys in with F7.",
            )
        case "keys":
            return Examined(
                "gateway",
                Verdict.NOTICE,
                "Without live keys there is no gateway. Cash, card slip and wallet work.",
                "See the keyring.",
            )
        case "silent" if practice:
            return Examined(
                "gateway", Verdict.WRONG, "The practice gateway does not start.", "Start this computer anew."
            )
        case "silent":
            return Examined(
                "gateway",
                Verdict.WRONG,
                "The gateway does not answer. Cash, card slip and wallet still work.",
                "Look at the network, and whether this computer's day and time are right.",
            )
    if practice:
        return Examined("gateway", Verdict.OK, "The practice gateway starts and answers.")
    ahead = float(found["clock_seconds"])
    if abs(ahead) > CLOCK_SECONDS_MAX:
        side = "ahead of" if ahead > 0 else "behind"
        return Examined(
            "gateway",
            Verdict.WRONG,
            f"The gateway answers; its clock is {abs(ahead):,.0f} s {side} this computer's.",
            "Set this computer's day and time right.",
        )
    return Examined("gateway", Verdict.OK, "The gateway answers and takes the live keys; the clocks agree.")


def examine_fonts(ask: Ask) -> Examined:
    """See that everything printed and shown has its signs: rupee and Devanagari."""
    try:
        found = ask("fonts")
    except (Silent, BrokenOff):
        found = {"missing": ["all"]}
    if found["missing"]:
        return Examined(
            "fonts",
            Verdict.WRONG,
            f"The program's own fonts lack signs: {' '.join(found['missing'])}",
            "Install Counterfoil anew: files of it are missing.",
        )
    return Examined(
        "fonts", Verdict.OK, f"{', '.join(found['families'])} have the rupee sign and Devanagari."
    )
