"""The password of the mail server in the system's own key store: never in a row, a file or a log."""

from desktop.services.gateways.live_keys import SERVICE, KeyStoreTrouble, in_time, key_store

ENTRY = "mail"


def read_mail_password() -> str | None:
    """Return the password, or None if there is none. Raises NoKeyStore and KeyStoreTrouble."""
    return in_time(_read)


def save_mail_password(password: str) -> None:
    """Store the password in place of any other; '' takes it out. Raises NoKeyStore and KeyStoreTrouble."""
    in_time(lambda: _save(password))


def _read() -> str | None:
    store = key_store()
    from keyring.errors import KeyringError

    try:
        return store.get_password(SERVICE, ENTRY)
    except KeyringError:
        raise KeyStoreTrouble("reading failed") from None


def _save(password: str) -> None:
    store = key_store()
    from keyring.errors import KeyringError

    try:
        if password:
            store.set_password(SERVICE, ENTRY, password)
        elif store.get_password(SERVICE, ENTRY) is not None:
            store.delete_password(SERVICE, ENTRY)
    except KeyringError:
        raise KeyStoreTrouble("saving failed") from None
