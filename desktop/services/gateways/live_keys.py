"""The live account's keys in the system's own key store: never in a file of ours, a log or a setting."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from desktop.services.gateways.within import NoAnswer, within

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Counterfoil"
ENTRY = "razorpay"
LEAST_PRIORITY = 1
"""Below this are stores that keep plain text, keep nothing, or always fail."""
KEYRING_SECONDS = 45.0
"""A store that is locked asks for its password in a window of its own; somebody types it meanwhile."""

T = TypeVar("T")


class NoKeyStore(Exception):
    """This computer has no key store that can be trusted, so live keys can't be kept on it."""


class KeyStoreTrouble(Exception):
    """The key store is locked, refused, or holds something unreadable. Its own words are left out."""


class KeyStoreSilent(KeyStoreTrouble):
    """The key store has not answered within KEYRING_SECONDS. What was asked may still be done."""


@dataclass(frozen=True, slots=True)
class LiveKeys:
    """A key and its secret, kept as one entry so that they can't be of two accounts."""

    key_id: str
    key_secret: str = field(repr=False)


def name_store() -> str:
    """Return the name of the store that keeps the keys here; none is asked for. Raises NoKeyStore."""
    return type(key_store()).__module__.rpartition(".")[2]


def read_live_keys() -> LiveKeys | None:
    """Return the stored keys, or None if there are none. Raises NoKeyStore and KeyStoreTrouble."""
    return in_time(_read)


def in_time(ask: Callable[[], T]) -> T:
    """Ask the store in a thread that may be left behind: on Linux it is another program, on a bus."""
    try:
        return within(KEYRING_SECONDS, ask, name="keyring")
    except NoAnswer:
        raise KeyStoreSilent("no answer") from None
    except (NoKeyStore, KeyStoreTrouble):
        raise
    except Exception as error:  # noqa: BLE001  each store has errors of its own; their words may hold secrets
        raise KeyStoreTrouble(type(error).__name__) from None


def _read() -> LiveKeys | None:
    store = key_store()
    from keyring.errors import KeyringError

    try:
        text = store.get_password(SERVICE, ENTRY)
    except KeyringError:
        raise KeyStoreTrouble("reading failed") from None
    return None if text is None else _parsed(text)


def save_live_keys(keys: LiveKeys) -> None:
    """Store the keys in place of any others. Raises NoKeyStore and KeyStoreTrouble."""
    in_time(lambda: _save(keys))


def _save(keys: LiveKeys) -> None:
    store = key_store()
    from keyring.errors import KeyringError

    text = json.dumps({"key_id": keys.key_id, "key_secret": keys.key_secret})
    try:
        store.set_password(SERVICE, ENTRY, text)
    except KeyringError:
        raise KeyStoreTrouble("saving failed") from None


def forget_live_keys() -> None:
    """Remove the keys; nothing happens if there are none. Raises NoKeyStore and KeyStoreTrouble."""
    in_time(_forget)


def _forget() -> None:
    store = key_store()
    from keyring.errors import KeyringError

    try:
        if store.get_password(SERVICE, ENTRY) is not None:
            store.delete_password(SERVICE, ENTRY)
    except KeyringError:
        raise KeyStoreTrouble("removing failed") from None


def key_store() -> "KeyringBackend":
    """Return the best store; of several that the library would try in turn, only the first."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    candidates = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    for store in candidates:
        if store.priority >= LEAST_PRIORITY:
            return store
    raise NoKeyStore("no key store of the system can be used")


def _parsed(text: str) -> LiveKeys:
    try:
        entry: object = json.loads(text)
    except ValueError:
        raise KeyStoreTrouble("the entry is unreadable") from None
    key_id, key_secret = _text(entry, "key_id"), _text(entry, "key_secret")
    if key_id is None or key_secret is None:
        raise KeyStoreTrouble("the entry is unreadable")
    return LiveKeys(key_id, key_secret)


def _text(entry: object, name: str) -> str | None:
    value: object = entry.get(name) if isinstance(entry, dict) else None
    return value if isinstance(value, str) else None
