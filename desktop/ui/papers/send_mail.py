"""Mails a paper as PDF. Each read has its own end here; whoever started this process sets one for all."""

from __future__ import annotations

import smtplib
import socket
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import TYPE_CHECKING

from db.print_words import MailSafety, PrintFault, PrintState
from desktop.services.domain.printing import HandedOver

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.print_words import MailServer

READ_SECONDS = 10.0
# Given, or the library asks the DNS for this machine's own name.
OWN_NAME = "[127.0.0.1]"


class _Refused(Exception):
    """Nothing was mailed, for this reason."""

    def __init__(self, fault: PrintFault, said: str = "") -> None:
        super().__init__(fault)
        self.fault = fault
        self.said = said


def make_mail(server: MailServer, recipient: str, title: str, text: str, pdf: bytes) -> EmailMessage:
    """Return the mail: a few lines to read, and the paper as it is printed."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = server.sender, recipient, title
    mail["Date"] = formatdate(localtime=True)
    mail["Message-ID"] = make_msgid(domain=server.sender.rpartition("@")[2])
    mail.set_content(text)
    name = f"{title.replace('/', '-')}.pdf"
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    return mail


def send_mail(
    server: MailServer, password: str, mail: EmailMessage, recipient: str, begin: Callable[[], None]
) -> HandedOver:
    """Send it; `begin` is called before the mail itself is handed over."""
    has_begun = False

    def begin_now() -> None:
        nonlocal has_begun
        has_begun = True
        begin()

    try:
        with _connected(server) as connection:
            _log_in(connection, server, password)
            _hand_over(connection, server, mail, recipient, begin_now)
    except _Refused as refused:
        return HandedOver(PrintState.FAILED, recipient, refused.fault, refused.said)
    except (OSError, smtplib.SMTPException) as error:
        state = PrintState.UNSURE if has_begun else PrintState.FAILED
        return HandedOver(state, recipient, _fault_of(error))
    return HandedOver(PrintState.SENT, recipient)


def _connected(server: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context()
    host, port = server.host, server.port
    connection: smtplib.SMTP
    if server.safety is MailSafety.TLS:
        connection = _PoliteTls(host, port, OWN_NAME, timeout=READ_SECONDS, context=context)
    else:
        connection = _Polite(host, port, OWN_NAME, timeout=READ_SECONDS)
    if server.safety is MailSafety.STARTTLS:
        try:
            code, _ = connection.starttls(context=context)
        except smtplib.SMTPNotSupportedError:
            raise _Refused(PrintFault.NO_TLS) from None
        if code != 220:
            raise _Refused(PrintFault.NO_TLS)
    return connection


def _log_in(connection: smtplib.SMTP, server: MailServer, password: str) -> None:
    if not server.user:
        return
    if server.safety is MailSafety.NONE:
        raise _Refused(PrintFault.NO_TLS)
    try:
        connection.login(server.user, password)
    except (smtplib.SMTPAuthenticationError, smtplib.SMTPServerDisconnected, UnicodeError):
        # Some hang up instead of saying no. What they say may hold what they were told.
        raise _Refused(PrintFault.WRONG_PASSWORD) from None
    except smtplib.SMTPNotSupportedError:
        raise _Refused(PrintFault.MAIL_REFUSED) from None


def _hand_over(
    connection: smtplib.SMTP,
    server: MailServer,
    mail: EmailMessage,
    recipient: str,
    begin: Callable[[], None],
) -> None:
    connection.ehlo_or_helo_if_needed()
    _check(connection.mail(server.sender), PrintFault.SENDER_REFUSED)
    _check(connection.rcpt(recipient), PrintFault.RECIPIENT_REFUSED)
    begin()
    try:
        told = connection.data(mail.as_bytes())
    except smtplib.SMTPDataError as error:
        raise _Refused(PrintFault.MAIL_REFUSED, _words(error.smtp_error)) from None
    _check(told, PrintFault.MAIL_REFUSED)


def _check(told: tuple[int, bytes], fault: PrintFault) -> None:
    code, words = told
    if not 200 <= code < 300:
        raise _Refused(fault, _words(words))


def _words(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said


def _fault_of(error: Exception) -> PrintFault:
    kinds: tuple[tuple[type[Exception], PrintFault], ...] = (
        (ssl.SSLCertVerificationError, PrintFault.BAD_CERTIFICATE),
        (ssl.SSLError, PrintFault.NO_TLS),
        (ConnectionRefusedError, PrintFault.REFUSED),
        (socket.gaierror, PrintFault.UNKNOWN_HOST),
        (TimeoutError, PrintFault.SILENT),
        (smtplib.SMTPServerDisconnected, PrintFault.CUT_OFF),
        (ConnectionError, PrintFault.CUT_OFF),
        (OSError, PrintFault.UNREACHABLE),
    )
    if isinstance(error, smtplib.SMTPResponseException):
        return PrintFault.MAIL_REFUSED
    return next((fault for kind, fault in kinds if isinstance(error, kind)), PrintFault.MAIL_REFUSED)


class _Polite(smtplib.SMTP):
    """A mail that was taken stays taken, whatever the server answers to the good-bye."""

    def __exit__(self, *args: object) -> None:
        _leave(self)


class _PoliteTls(smtplib.SMTP_SSL):
    """See _Polite."""

    def __exit__(self, *args: object) -> None:
        _leave(self)


def _leave(connection: smtplib.SMTP) -> None:
    try:
        connection.putcmd("quit")
    except (OSError, smtplib.SMTPException):
        pass
    finally:
        connection.close()
