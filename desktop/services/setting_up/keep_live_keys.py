"""KeepLiveKeys: into the system's keyring, or out of it; never into a file or a log."""

from db.actor import Actor
from desktop.services.domain.permission import ManagerAct, may
from desktop.services.errors import BadRequest, NoKeyring, NotPermitted
from desktop.services.gateways.live_keys import (
    KeyStoreSilent,
    KeyStoreTrouble,
    LiveKeys,
    NoKeyStore,
    forget_live_keys,
    read_live_keys,
    save_live_keys,
)


class KeepLiveKeys:
    """Keep a pair of keys that has been tried."""

    def __call__(self, key_id: str, key_secret: str, *, actor: Actor) -> None:
        """Store the keys in place of any others. Raises NotPermitted, BadRequest, NoKeyring."""
        if not may(actor, ManagerAct.CHANGE_KEYS):
            raise NotPermitted(ManagerAct.CHANGE_KEYS)
        if not key_id.strip() or not key_secret.strip():
            raise BadRequest("key_id", "not_a_key")
        try:
            save_live_keys(LiveKeys(key_id.strip(), key_secret.strip()))
        except (NoKeyStore, KeyStoreTrouble) as trouble:
            raise NoKeyring(silent=isinstance(trouble, KeyStoreSilent)) from None


class ForgetLiveKeys:
    """Take the keys out of the keyring."""

    def __call__(self, *, actor: Actor) -> None:
        """Nothing happens when there are none. Raises NotPermitted, NoKeyring."""
        if not may(actor, ManagerAct.CHANGE_KEYS):
            raise NotPermitted(ManagerAct.CHANGE_KEYS)
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
