"""KeepLiveKeys: into the system's keyring, or out of it; never into a file or a log."""

from db.actor import Actor
from db.database import Database
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest, NoKeyring
from desktop.services.gateways.live_keys import (
    KeyStoreSilent,
    KeyStoreTrouble,
    LiveKeys,
    NoKeyStore,
    forget_live_keys,
    read_live_keys,
    save_live_keys,
)
from desktop.services.steps.check_permission import check_permission


class KeepLiveKeys:
    """Keep a pair of keys that has been tried."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, key_id: str, key_secret: str, *, actor: Actor) -> None:
        """Store the keys in place of any others. Raises NotPermitted, BadRequest, NoKeyring."""
        if not key_id.strip() or not key_secret.strip():
            raise BadRequest("key_id", "not_a_key")
        # What is in the keyring is in no transaction: the permission is, before.
        with self._database.write(actor) as session:
            check_permission(session, ManagerAct.CHANGE_KEYS, "keep")
        try:
            save_live_keys(LiveKeys(key_id.strip(), key_secret.strip()))
        except (NoKeyStore, KeyStoreTrouble) as trouble:
            raise NoKeyring(silent=isinstance(trouble, KeyStoreSilent)) from None


class ForgetLiveKeys:
    """Take the keys out of the keyring."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, *, actor: Actor) -> None:
        """Nothing happens when there are none. Raises NotPermitted, NoKeyring."""
        with self._database.write(actor) as session:
            check_permission(session, ManagerAct.CHANGE_KEYS, "forget")
        try:
            forget_live_keys()
        except (NoKeyStore, KeyStoreTrouble) as trouble:
            raise NoKeyring(silent=isinstance(trouble, KeyStoreSilent)) from None


class NameLiveKeys:
    """Say whose keys are kept."""

    def __call__(self) -> str:
        """Return the last four characters of the kept key's id, or '' when there is none or no keyring.

        Raises NoKeyring when the keyring is silent: nothing is known then.
        """
        try:
            keys = read_live_keys()
        except KeyStoreSilent:
            raise NoKeyring(silent=True) from None
        except (NoKeyStore, KeyStoreTrouble):
            return ""
        return keys.key_id[-4:] if keys else ""
