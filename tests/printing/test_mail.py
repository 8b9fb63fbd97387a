"""A paper by mail: the real process against servers of this machine, good and bad, within one limit."""

from __future__ import annotations

import email
import email.policy
import ssl
import subprocess
import time
from email.message import EmailMessage
from pathlib import Path

import pytest
from pypdf import PdfReader

from db.print_words import (
    MailSafety,
    PaperLanguage,
    PaperSize,
    PrinterWay,
    PrintFault,
    PrintState,
)
from db.print_words import MailServer as Settings
from desktop.paper_errand import hand_over
from desktop.services.domain.printing import Errand, HandedOver
from tests.printing.loopback import MailServer
from tests.ui.documents.test_documents import receipt

SECRET = "hush-hush"
RECIPIENT = "asha@example.org"
SECONDS = 20.0


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine that nobody has signed, with its key."""
    file = tmp_path_factory.mktemp("tls") / "server.pem"
    named = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1")
    call = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", *named)
    try:
        subprocess.run(
            (*call, "-keyout", str(file.with_suffix(".key")), "-out", str(file)),
            check=True,
            capture_output=True,
        )
    except FileNotFoundError:
        pytest.skip("no openssl to make a certificate with")
    return file


def tls_of(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    return context


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """The server's side of a certificate that this machine trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return tls_of(certificate)


def mailed(
    server: MailServer, safety: MailSafety, user: str = "desk", seconds: float = SECONDS
) -> HandedOver:
    with server.running() as port:
        return sent(Settings("127.0.0.1", port, safety, user, "desk@example.org"), seconds)


def sent(settings: Settings, seconds: float = SECONDS) -> HandedOver:
    made = receipt()
    errand = Errand(
        made.number,
        made,
        PrinterWay.EMAIL,
        RECIPIENT,
        PaperSize.A5,
        PaperLanguage.ENGLISH,
        mail=settings,
    )
    return hand_over(errand, SECRET, seconds=seconds)


@pytest.mark.parametrize("safety", [MailSafety.STARTTLS, MailSafety.TLS])
def test_a_paper_is_mailed_as_pdf_after_the_password(
    trusted: ssl.SSLContext, safety: MailSafety, tmp_path: Path
) -> None:
    is_tls = safety is MailSafety.TLS
    server = MailServer(offers_tls=None if is_tls else trusted, tls_at_once=trusted if is_tls else None)
    assert mailed(server, safety) == HandedOver(PrintState.SENT, RECIPIENT)
    (taken,) = server.mails
    mail = email.message_from_bytes(taken, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    assert (mail["To"], mail["From"]) == (RECIPIENT, "desk@example.org")
    assert mail["Subject"] == receipt().number
    (pdf,) = mail.iter_attachments()
    assert pdf.get_filename() == f"{receipt().number}.pdf"
    file = tmp_path / "paper.pdf"
    content = pdf.get_content()
    file.write_bytes(content)
    assert "BK-7F3K2Q" in PdfReader(file).pages[0].extract_text()
    text = mail.get_body()
    assert text is not None
    assert receipt().number in text.get_content()
    assert "ehlo [127.0.0.1]" in server.lines
    assert not any("9876" in line for line in server.lines)


def test_a_server_that_lets_everybody_in_is_asked_for_nothing() -> None:
    server = MailServer()
    assert mailed(server, MailSafety.NONE, user="").state is PrintState.SENT
    assert not any(line.upper().startswith("AUTH") for line in server.lines)


def test_a_password_is_never_told_without_tls() -> None:
    server = MailServer()
    handed = mailed(server, MailSafety.NONE)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.NO_TLS)
    assert not any(line.upper().startswith("AUTH") for line in server.lines)


@pytest.mark.parametrize("safety", [MailSafety.STARTTLS, MailSafety.TLS])
def test_a_server_without_tls_gets_no_mail(safety: MailSafety) -> None:
    handed = mailed(MailServer(), safety)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.NO_TLS)


@pytest.mark.parametrize("safety", [MailSafety.STARTTLS, MailSafety.TLS])
def test_a_certificate_that_nobody_vouches_for_is_refused(certificate: Path, safety: MailSafety) -> None:
    context, is_tls = tls_of(certificate), safety is MailSafety.TLS
    server = MailServer(offers_tls=None if is_tls else context, tls_at_once=context if is_tls else None)
    handed = mailed(server, safety)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.BAD_CERTIFICATE)
    assert server.mails == []


@pytest.mark.parametrize("answer", ["535 5.7.8 no", ""], ids=["says no", "hangs up"])
def test_a_wrong_password_is_told_without_it(trusted: ssl.SSLContext, answer: str) -> None:
    handed = mailed(MailServer(offers_tls=trusted, password_answer=answer), MailSafety.STARTTLS)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.WRONG_PASSWORD)
    assert SECRET not in repr(handed)


def test_a_recipient_that_is_refused_is_told_in_the_server_s_words() -> None:
    handed = mailed(MailServer(recipient_answer="550 no such box"), MailSafety.NONE, user="")
    assert (handed.state, handed.fault, handed.said) == (
        PrintState.FAILED,
        PrintFault.RECIPIENT_REFUSED,
        "no such box",
    )


def test_a_mail_that_is_refused_has_not_gone_out() -> None:
    handed = mailed(MailServer(data_answer="554 too large"), MailSafety.NONE, user="")
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.MAIL_REFUSED)


def test_a_server_that_hangs_up_with_the_mail_in_its_hand_is_asked_about() -> None:
    handed = mailed(MailServer(data_answer=None), MailSafety.NONE, user="")
    assert (handed.state, handed.fault) == (PrintState.UNSURE, PrintFault.CUT_OFF)


@pytest.mark.parametrize(
    "server", [MailServer(greets=False), MailServer(trickles=True)], ids=["silent", "slow"]
)
def test_one_limit_holds_for_all_of_a_mail(server: MailServer) -> None:
    begun = time.monotonic()
    handed = mailed(server, MailSafety.NONE, user="", seconds=5)
    assert (handed.state, handed.fault) == (PrintState.FAILED, PrintFault.SILENT)
    assert time.monotonic() - begun < 9


@pytest.mark.parametrize(
    ("host", "faults"),
    [
        ("127.0.0.1", {PrintFault.REFUSED}),
        ("no-such-host.invalid", {PrintFault.UNKNOWN_HOST, PrintFault.SILENT}),
    ],
)
def test_a_server_that_is_not_there_is_told(host: str, faults: set[PrintFault]) -> None:
    handed = sent(Settings(host, 9, MailSafety.NONE, "", "desk@example.org"))
    assert handed.state is PrintState.FAILED
    assert handed.fault in faults
