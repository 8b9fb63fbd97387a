"""The printers of a desk: entered, changed, taken off; and the mail server with its password."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import keyring
import pytest
from keyring.backends import fail

from db.print_words import MailSafety, MailServer, PaperSize, PrinterWay, PrintFault, PrintState
from desktop.services.domain.printing import Printer, PrintRequest
from desktop.services.errors import BadRequest, NoKeyring
from desktop.services.printing.mail_server import KeepMailServer, ReadMailServer, kept_password
from desktop.services.printing_errors import PrinterChanged
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import Counter
from tests.gateways.test_live_keys import MemoryStore, choose
from tests.printing.desk_of_papers import Hand, PaperDesk, slip

LASER = Printer("Laser", PrinterWay.SYSTEM, "HP_LaserJet", PaperSize.A4)
SERVER = MailServer("smtp.example.org", 587, MailSafety.STARTTLS, "desk", "desk@example.org")
SECRET = "hush-hush"


@pytest.fixture
def desk(any_counter: Counter) -> PaperDesk:
    return PaperDesk(any_counter)


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    """A keyring that forgets at the end; the system's own is never asked."""
    made = MemoryStore()
    keyring.set_keyring(made)
    yield made
    choose(fail.Keyring)


def test_the_first_printer_is_the_usual_one_and_another_can_be(desk: PaperDesk) -> None:
    first = desk.save(slip())
    assert first.is_usual
    second = desk.save(LASER)
    assert not second.is_usual
    desk.save(replace(second, is_usual=True), second)
    assert [(one.name, one.is_usual) for one in desk.printers()] == [("Laser", True), ("Slip", False)]
    assert [tag for tag, _ in desk.counter.told()].count("PRINTER_SAVED") == 3


def test_without_a_usual_printer_papers_go_to_the_system_s_own(desk: PaperDesk) -> None:
    first = desk.save(slip())
    desk.save(replace(first, is_usual=False), first)
    desk.print(desk.sell())
    assert isinstance(desk.hand, Hand)
    assert desk.hand.errands[0].address == ""


@pytest.mark.parametrize(
    ("wrong", "field", "reason"),
    [
        ({"name": " \u200b"}, "printer_name", "blank"),
        ({"name": "x" * 41}, "printer_name", "too_long"),
        ({"name": "sLIP"}, "printer_name", "taken"),
        ({"address": ""}, "printer_address", "blank"),
        ({"address": "x" * 201}, "printer_address", "too_long"),
        ({"address": "two words:9100"}, "printer_address", "no_network"),
        ({"address": "host:0"}, "printer_address", "no_network"),
        ({"address": "host:65536"}, "printer_address", "no_network"),
        ({"way": PrinterWay.DEVICE, "address": "lp0"}, "printer_address", "no_device"),
        ({"way": PrinterWay.FILE, "address": "../papers"}, "printer_address", "no_file"),
        ({"way": PrinterWay.EMAIL, "address": "nobody"}, "printer_address", "no_email"),
        ({"way": PrinterWay.EMAIL, "address": "a@b..c"}, "printer_address", "no_email"),
        ({"way": PrinterWay.SYSTEM, "address": "-h evil"}, "printer_address", "no_system"),
        ({"paper": PaperSize.A4}, "printer_paper", "not_a_roll"),
        ({"way": PrinterWay.RAW_QUEUE, "paper": PaperSize.A5}, "printer_paper", "not_a_roll"),
    ],
    ids=str,
)
def test_what_can_t_be_is_refused_at_its_field(
    desk: PaperDesk, wrong: dict[str, Any], field: str, reason: str
) -> None:
    desk.save(slip())
    with pytest.raises(BadRequest) as refused:
        desk.save(slip(**{"name": "Other", **wrong}))
    assert (refused.value.field, refused.value.reason) == (field, reason)
    assert len(desk.printers()) == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("192.168.1.50", "192.168.1.50:9100"),
        (" printer.local:9101 ", "printer.local:9101"),
        ("[fe80::1]", "[fe80::1]:9100"),
    ],
)
def test_the_usual_port_is_said(desk: PaperDesk, typed: str, kept: str) -> None:
    assert desk.save(slip(address=typed)).address == kept


def test_a_printer_that_was_changed_meanwhile_is_not_changed_over_it(desk: PaperDesk) -> None:
    before = desk.save(slip())
    desk.save(replace(before, name="Slips of the counter"), before)
    with pytest.raises(PrinterChanged):
        desk.save(replace(before, paper=PaperSize.ROLL_58), before)
    with pytest.raises(PrinterChanged):
        desk.remove(before)
    with pytest.raises(PrinterChanged):
        desk.remove(slip())


def test_a_printer_that_was_taken_off_is_not_there_and_its_name_is_free(desk: PaperDesk) -> None:
    desk.remove(desk.save(slip()))
    assert desk.printers() == ()
    assert desk.save(slip()).is_usual


def test_each_desk_has_printers_of_its_own(engine_url: str, clock: SteppedClock, publish: Recorder) -> None:
    databases = [open_database(engine_url, clock, publish, code) for code in ("D1", "D2")]
    one, other = (PaperDesk(Counter(database, clock, publish)) for database in databases)
    printer = one.save(slip())
    assert other.printers() == ()
    with pytest.raises(BadRequest):
        other.ask(PrintRequest(other.sell(), printer_id=printer.id))
    with pytest.raises(PrinterChanged):
        other.remove(replace(printer, name="of another desk"))
    for database in databases:
        database.close()


# -- mail


def keep(desk: PaperDesk, server: MailServer, password: str | None) -> None:
    KeepMailServer(desk.counter.database, desk.counter.publish)(server, password, actor=desk.who)


def test_the_password_is_in_the_keyring_and_in_no_row(desk: PaperDesk, store: MemoryStore) -> None:
    assert (ReadMailServer(desk.counter.database)(), kept_password()) == (None, None)
    keep(desk, SERVER, SECRET)
    assert ReadMailServer(desk.counter.database)() == SERVER
    assert kept_password() == SECRET
    assert SECRET not in repr(desk.counter.rows())
    keep(desk, replace(SERVER, port=465, safety=MailSafety.TLS), None)
    assert kept_password() == SECRET
    keep(desk, SERVER, "")
    assert kept_password() is None
    assert store.entries == {}


def test_a_mail_goes_out_with_the_server_and_the_password_of_this_computer(
    desk: PaperDesk, store: MemoryStore
) -> None:
    keep(desk, SERVER, SECRET)
    desk.password = kept_password()
    job = desk.print(PrintRequest(desk.sell(), recipient="asha@example.org"))
    assert isinstance(desk.hand, Hand)
    (errand,) = desk.hand.errands
    assert (errand.way, errand.address, errand.mail) == (PrinterWay.EMAIL, "asha@example.org", SERVER)
    assert desk.hand.passwords == [SECRET]
    assert (job.state, SECRET in repr(errand)) == (PrintState.SENT, False)


def test_without_the_keyring_the_mail_waits_for_whoever_looks(desk: PaperDesk, store: MemoryStore) -> None:
    keep(desk, SERVER, None)
    desk.password = None
    job = desk.print(PrintRequest(desk.sell(), recipient="asha@example.org"))
    assert (job.state, job.fault) == (PrintState.FAILED, PrintFault.NO_KEYRING)


def test_a_keyring_that_is_locked_is_told_and_the_server_is_kept(desk: PaperDesk, store: MemoryStore) -> None:
    store.locked = True
    with pytest.raises(NoKeyring):
        keep(desk, SERVER, SECRET)
    assert ReadMailServer(desk.counter.database)() == SERVER
    assert kept_password() is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"host": ""}, "mail_host"),
        ({"host": "two words"}, "mail_host"),
        ({"host": "smtp://example.org"}, "mail_host"),
        ({"port": 0}, "mail_port"),
        ({"port": 65_536}, "mail_port"),
        ({"user": "a\nb"}, "mail_user"),
        ({"sender": "desk"}, "mail_sender"),
        ({"safety": MailSafety.NONE}, "mail_safety"),
    ],
    ids=str,
)
def test_a_mail_server_that_can_t_be_is_refused(desk: PaperDesk, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(BadRequest) as refused:
        keep(desk, replace(SERVER, **wrong), None)
    assert refused.value.field == field
