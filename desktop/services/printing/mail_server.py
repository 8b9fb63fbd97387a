"""ReadMailServer, KeepMailServer: by which server papers are mailed. The password goes into the keyring."""

from db import journal, mail_settings
from db.actor import Actor
from db.database import Database
from db.print_words import MailSafety, MailServer
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.printing import is_mail_address
from desktop.services.domain.seen_text import seen_text
from desktop.services.errors import BadRequest, NoKeyring
from desktop.services.events import PrintQueueChanged, Publish
from desktop.services.gateways.live_keys import KeyStoreSilent, KeyStoreTrouble, NoKeyStore
from desktop.services.gateways.mail_password import read_mail_password, save_mail_password
from desktop.services.steps.check_permission import check_permission

HOST_MAX = 253
USER_MAX = 254


class ReadMailServer:
    """Read the server of the house."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> MailServer | None:
        """Return it, or None before it was entered. It holds no password."""
        with self._database.read() as session:
            return mail_settings.read(session)


class KeepMailServer:
    """Enter the server of the house. It is a manager's: whoever sets it reads every paper that is mailed."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, server: MailServer, password: str | None, *, actor: Actor) -> None:
        """`password` None: it stays as it is on this computer. Raises BadRequest, NotPermitted, NoKeyring."""
        wanted = _checked(server)
        with self._database.write(actor) as session:
            check_permission(session, ManagerAct.CHANGE_KEYS, f"mail {wanted.host} {wanted.user}")
            mail_settings.keep(session, wanted)
            content = {"host": wanted.host, "port": wanted.port, "safety": wanted.safety}
            journal.record(session, "MAIL_SERVER_SET", content)
        self._publish(PrintQueueChanged())
        if password is None:
            return
        try:
            save_mail_password(password)
        except (NoKeyStore, KeyStoreTrouble) as trouble:
            raise NoKeyring(silent=isinstance(trouble, KeyStoreSilent)) from None


def kept_password() -> str | None:
    """Return the password that this computer's keyring keeps; None where it does not tell one."""
    try:
        return read_mail_password()
    except (NoKeyStore, KeyStoreTrouble):
        return None


def _checked(server: MailServer) -> MailServer:
    host, user, sender = server.host.strip(), server.user.strip(), server.sender.strip()
    if not host or len(host) > HOST_MAX or seen_text(host) != host or set(host) & set(" /@"):
        raise BadRequest("mail_host", "malformed")
    if not 0 < server.port < 65536:
        raise BadRequest("mail_port", "malformed")
    if len(user) > USER_MAX or seen_text(user) != user:
        raise BadRequest("mail_user", "malformed")
    if not is_mail_address(sender):
        raise BadRequest("mail_sender", "malformed", text=sender)
    if user and server.safety is MailSafety.NONE:
        # Its password would be read on the way by whoever listens.
        raise BadRequest("mail_safety", "needs_tls")
    return MailServer(host, server.port, server.safety, user, sender)
