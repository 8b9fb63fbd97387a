"""python -m desktop.commands.beside WHAT: asks one thing that may be silent, and prints the answer as JSON.

`doctor` starts it, waits for so long and no longer, and ends it. No secret is printed.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

SIGNS = "₹कखगाि्ॐ०१२"


def printers() -> Mapping[str, Any]:
    """Return the names of all printers, and the default one's."""
    from desktop.ui.examined import list_printers

    names, default = list_printers()
    return {"names": names, "default": default}


def fonts() -> Mapping[str, Any]:
    """Return the program's families, and which signs none of them can draw."""
    from desktop.ui.examined import missing_signs

    families, missing = missing_signs(SIGNS)
    return {"families": families, "missing": missing}


def keyring(*, keys: bool) -> Mapping[str, Any]:
    """Return which store would keep live keys and, asked for `keys`, whether it hands them out."""
    from desktop.services.gateways.live_keys import KeyStoreTrouble, NoKeyStore, name_store, read_live_keys

    try:
        store = name_store()
        if keys and read_live_keys() is None:
            return {"state": "empty", "store": store}
    except NoKeyStore:
        return {"state": "no_store"}
    except KeyStoreTrouble:
        return {"state": "locked"}
    return {"state": "there", "store": store}


def practice_gateway() -> Mapping[str, Any]:
    """Start the practice gateway over a file of its own, and ask it one thing."""
    from desktop.practice.server import PracticeServer

    key, secret = "rzp_test_practice00000", "practice-secret"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "practice.sqlite3"
        with PracticeServer(file, key_id=key, key_secret=secret) as server:
            return _answer(key, secret, server.base_url)


def live_gateway() -> Mapping[str, Any]:
    """Ask the live gateway for its disturbances, which costs nothing and changes nothing."""
    from desktop.services.gateways.live_keys import KeyStoreTrouble, NoKeyStore, read_live_keys

    try:
        kept = read_live_keys()
    except (NoKeyStore, KeyStoreTrouble):
        kept = None
    return {"state": "keys"} if kept is None else _answer(kept.key_id, kept.key_secret, None)


def _answer(key_id: str, key_secret: str, base_url: str | None) -> Mapping[str, Any]:
    from desktop.services.gateways.port import GatewayTrouble, Misconfigured
    from desktop.services.gateways.razorpay_gateway import RazorpayGateway

    practice = base_url is not None
    gateway = RazorpayGateway(
        key_id, key_secret, base_url=base_url, practice=practice, now=lambda: datetime.now(UTC)
    )
    try:
        gateway.disturbances()
    except Misconfigured:
        return {"state": "wrong_keys"}
    except GatewayTrouble:
        return {"state": "silent"}
    finally:
        gateway.close()
    return {"state": "answers", "clock_seconds": gateway.clock_offset_seconds}


ANSWERS: Mapping[str, Callable[[], Mapping[str, Any]]] = {
    "printer": printers,
    "fonts": fonts,
    "keyring": lambda: keyring(keys=False),
    "keyring-keys": lambda: keyring(keys=True),
    "gateway-practice": practice_gateway,
    "gateway-live": live_gateway,
}


if __name__ == "__main__":
    print(json.dumps(ANSWERS[sys.argv[1]]()))
