"""The live keys in the system's key store, and nowhere else."""

import threading
from collections.abc import Callable, Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from desktop.services.errors import NoKeyring
from desktop.services.gateways import live_keys
from desktop.services.gateways.live_keys import (
    KeyStoreSilent,
    KeyStoreTrouble,
    LiveKeys,
    NoKeyStore,
    forget_live_keys,
    read_live_keys,
    save_live_keys,
)
from desktop.services.setting_up.keep_live_keys import NameLiveKeys

KEYS = LiveKeys("rzp_live_0123456789abcd", "LiveSecretOfNobody123456")


class MemoryStore(KeyringBackend):
    """A key store that forgets at the end."""

    priority: float = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library leaves it without types
        self.entries: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._open()
        del self.entries[service, username]

    def _open(self) -> None:
        if self.locked:
            raise KeyringLocked("the secret is LiveSecretOfNobody123456")


class PlainTextStore(MemoryStore):
    """What keeps its entries in a readable file names itself by a low priority."""

    priority = 0.5


def choose(kind: type[KeyringBackend]) -> None:
    keyring.set_keyring(kind())


@pytest.fixture(autouse=True)
def chosen_store() -> Iterator[None]:
    """The system's own store is never asked, not even for its name."""
    choose(fail.Keyring)
    yield
    choose(fail.Keyring)


@pytest.fixture
def store() -> MemoryStore:
    made = MemoryStore()
    keyring.set_keyring(made)
    return made


def test_keys_are_saved_read_replaced_and_forgotten(store: MemoryStore) -> None:
    assert read_live_keys() is None
    save_live_keys(KEYS)
    assert read_live_keys() == KEYS
    other = LiveKeys("rzp_live_other", "another")
    save_live_keys(other)
    assert read_live_keys() == other
    forget_live_keys()
    forget_live_keys()
    assert read_live_keys() is None
    assert store.entries == {}


@pytest.mark.parametrize("kind", [fail.Keyring, null.Keyring, PlainTextStore])
def test_a_store_that_keeps_nothing_or_plain_text_is_none(kind: type[KeyringBackend]) -> None:
    choose(kind)
    for act in (read_live_keys, forget_live_keys, lambda: save_live_keys(KEYS)):
        with pytest.raises(NoKeyStore):
            act()


def test_a_locked_store_says_so_without_the_secret(store: MemoryStore) -> None:
    store.locked = True
    for act in (read_live_keys, forget_live_keys, lambda: save_live_keys(KEYS)):
        with pytest.raises(KeyStoreTrouble) as trouble:
            act()
        assert KEYS.key_secret not in repr(trouble.value)
        assert trouble.value.__cause__ is None


@pytest.mark.parametrize("text", ["", "no json", "[]", "{}", '{"key_id": 1, "key_secret": "s"}'])
def test_an_unreadable_entry_is_a_trouble(store: MemoryStore, text: str) -> None:
    store.entries["Counterfoil", "razorpay"] = text
    with pytest.raises(KeyStoreTrouble):
        read_live_keys()


def test_the_secret_is_not_shown(store: MemoryStore) -> None:
    assert KEYS.key_secret not in repr(KEYS)


@pytest.mark.parametrize("act", [read_live_keys, forget_live_keys, lambda: save_live_keys(KEYS)])
def test_a_store_that_never_answers_is_given_up(
    store: MemoryStore, monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]
) -> None:
    over = threading.Event()
    monkeypatch.setattr(live_keys, "KEYRING_SECONDS", 0.05)
    monkeypatch.setattr(store, "_open", lambda: over.wait(20))
    with pytest.raises(KeyStoreSilent):
        act()
    over.set()


def test_a_library_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(live_keys, "KEYRING_SECONDS", 0.05)
    monkeypatch.setattr(keyring, "get_keyring", lambda: over.wait(20))
    with pytest.raises(KeyStoreSilent):
        read_live_keys()
    with pytest.raises(NoKeyring) as silent:
        NameLiveKeys()()
    assert silent.value.silent
    over.set()


def test_an_error_of_a_store_s_own_is_a_trouble_without_its_words(
    store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_to_open() -> None:
        raise OSError("the bus said LiveSecretOfNobody123456")

    monkeypatch.setattr(store, "_open", fail_to_open)
    with pytest.raises(KeyStoreTrouble) as trouble:
        read_live_keys()
    assert KEYS.key_secret not in repr(trouble.value)
