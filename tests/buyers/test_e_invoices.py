"""A paper that needs the portal's number waits for it, and gets it once."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from db.ids import DocumentId
from db.schema import document, e_invoice
from db.states import BuyerKind
from desktop.services.buyer_errors import IrnKnown, IrnNotWanted, IrnOfOther
from desktop.services.documents.show_document import ShowDocument
from desktop.services.domain.document import Document
from desktop.services.domain.e_invoice import PortalAnswer, read_moment
from desktop.services.domain.paper import PaperWord
from desktop.services.domain.people import Billing
from desktop.services.errors import BadRequest, NotFound
from desktop.services.returns.enter_irn import EnterIrn, read_portal_file
from desktop.services.returns.export_e_invoices import ExportEInvoices
from desktop.services.returns.list_waiting import ListWaiting
from tests.buyers.buyers_at_hand import AT_HOME, MAHARASHTRA
from tests.buyers.e_invoices_at_hand import answer, need_e_invoices, numbers, signed, waiting_paper
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter

DAY = 86_400


def enter(counter: Counter, *answers: PortalAnswer) -> int:
    return EnterIrn(counter.database, counter.publish)(answers, actor=counter.actor)


def shown(counter: Counter, number: str) -> Document:
    with counter.database.read() as session:
        found = session.execute(select(document.c.id).where(document.c.number == number)).scalar_one()
    return ShowDocument(counter.database, FACTS)(DocumentId(found))


def waiting(counter: Counter) -> list[str]:
    return [one.number for one in ListWaiting(counter.database)()]


def test_a_paper_to_a_registered_buyer_waits_and_its_days_are_counted(
    any_counter: Counter, clock: SteppedClock
) -> None:
    number = waiting_paper(any_counter)
    (one,) = ListWaiting(any_counter.database)()
    assert (one.number, one.gstin, one.days, one.is_late) == (number, MAHARASHTRA, 0, False)
    assert shown(any_counter, number).irn is None
    clock.advance(31 * DAY)
    (later,) = ListWaiting(any_counter.database)()
    assert (later.days, later.is_late) == (31, True)


def test_a_paper_to_anybody_else_and_of_a_smaller_house_does_not_wait(counter: Counter) -> None:
    need_e_invoices(counter)
    counter.pay(counter.hold(counter.quote(counter.item("GOA21"))))
    assert PaperWord.IRN_NOT_REQUIRED in shown(counter, numbers(counter)[-1]).content.words
    assert waiting(counter) == []


def test_a_ticket_of_a_carrier_waits_for_nothing_not_even_to_a_registered_buyer(counter: Counter) -> None:
    number = waiting_paper(counter, "GOA21")
    assert PaperWord.IRN_NOT_REQUIRED in shown(counter, number).content.words
    assert waiting(counter) == []


def test_the_number_stands_on_the_paper_from_then_on(any_counter: Counter) -> None:
    number = waiting_paper(any_counter)
    said = answer(any_counter, number, "A")
    assert enter(any_counter, replace(said, irn=" " + said.irn, number=number.lower())) == 1
    irn = shown(any_counter, number).irn
    assert irn is not None
    assert (irn.number, irn.ack_number, irn.signed_qr) == ("a" * 64, "112010036563310", said.signed_qr)
    assert irn.acked_at == read_moment(said.acked_at)
    assert waiting(any_counter) == []
    assert any_counter.faults() == []
    assert [tag for tag, _ in any_counter.told()].count("IRN_ENTERED") == 1


def test_the_same_answer_again_writes_nothing_and_another_one_is_refused(counter: Counter) -> None:
    number = waiting_paper(counter)
    enter(counter, answer(counter, number))
    before = counter.rows()
    assert enter(counter, answer(counter, number)) == 0
    with pytest.raises(IrnKnown):
        enter(counter, answer(counter, number, "b"))
    assert counter.rows() == before


def test_a_number_stands_on_one_paper_whatever_its_capitals(any_counter: Counter) -> None:
    first, second = waiting_paper(any_counter), waiting_paper(any_counter, ahead=6)
    enter(any_counter, answer(any_counter, first, "a"))
    for figure in ("a", "A"):
        with pytest.raises(IrnKnown):
            enter(any_counter, answer(any_counter, second, figure))
    with pytest.raises(IrnKnown):
        enter(any_counter, answer(any_counter, second, "b"), answer(any_counter, second, "c"))
    assert waiting(any_counter) == [second]


def test_a_file_is_taken_whole_or_not_at_all(counter: Counter) -> None:
    first, second = waiting_paper(counter), waiting_paper(counter, ahead=6)
    with pytest.raises(NotFound):
        enter(counter, answer(counter, first), answer(counter, "D9-T-2627-000009", "b"))
    assert waiting(counter) == [first, second]
    assert enter(counter, answer(counter, first), answer(counter, second, "b")) == 2


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("irn", "a" * 63),
        ("irn", "g" * 64),
        ("irn", ""),
        ("ack_number", ""),
        ("ack_number", "12x"),
        ("ack_number", "1" * 21),
        ("acked_at", "yesterday"),
        ("acked_at", "2020-01-01 10:00:00"),
        ("acked_at", "2099-01-01 10:00:00"),
        ("signed_qr", ""),
        ("signed_qr", "x" * 4_001),
        ("signed_qr", "क"),
        ("signed_qr", signed("D1-T-2627-000001", "f" * 64)),
    ],
)
def test_what_is_no_answer_is_refused_by_its_field(counter: Counter, field: str, text: str) -> None:
    number = waiting_paper(counter)
    with pytest.raises(BadRequest) as refusal:
        enter(counter, replace(answer(counter, number), **{field: text}))
    assert refusal.value.field == field
    assert waiting(counter) == [number]


def test_a_signed_text_of_another_paper_is_refused(counter: Counter) -> None:
    number = waiting_paper(counter)
    other = replace(answer(counter, number), signed_qr=signed("D1-T-2627-000999", "a" * 64))
    with pytest.raises(IrnOfOther):
        enter(counter, other)


def test_a_paper_that_needs_none_takes_none(counter: Counter) -> None:
    counter.pay(counter.hold(counter.quote(counter.item("GOA21"))))
    with pytest.raises(IrnNotWanted):
        enter(counter, answer(counter, numbers(counter)[-1]))


def test_the_portals_file_is_read_in_each_form_that_it_has(counter: Counter) -> None:
    number = waiting_paper(counter)
    said = answer(counter, number)
    plain = {"Irn": said.irn, "AckNo": 112010036563310, "AckDt": said.acked_at}
    one = {**plain, "SignedQRCode": said.signed_qr, "Status": "ACT"}
    forms: list[object] = [
        one,
        [one],
        {"Status": 1, "Data": json.dumps(one), "ErrorDetails": None},
        {"govt_response": {"Success": "Y", **one}},
        {"Data": [one, {"Status": 0, "ErrorDetails": [{"ErrorCode": "2150"}]}]},
    ]
    for form in forms:
        assert read_portal_file(json.dumps(form)) == (said,)
    assert enter(counter, *read_portal_file(json.dumps(forms[1]))) == 1


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "7", "not json", '{"Irn": ""}', "[" * 100_000])
def test_another_text_is_no_answer(text: str) -> None:
    with pytest.raises(BadRequest):
        read_portal_file(text)


@pytest.mark.parametrize("text", ["24-11-2026 10:20", "24/11/2026 10:20:00", "2026-11-24 10:20:00"])
def test_the_portals_time_is_indias(text: str) -> None:
    moment = read_moment(text)
    assert moment is not None
    assert (moment.isoformat(), moment.utcoffset()) == ("2026-11-24T10:20:00+05:30", timedelta(hours=5.5))


@pytest.mark.parametrize(
    ("kind", "supply", "levy"),
    [(None, "B2B", "CgstAmt"), (BuyerKind.SEZ, "SEZWP", "IgstAmt"), (BuyerKind.SEZ_UNDER_LUT, "SEZWOP", "")],
)
def test_what_waits_is_written_in_the_portals_form(
    counter: Counter, kind: BuyerKind | None, supply: str, levy: str
) -> None:
    number = waiting_paper(counter, billing=AT_HOME, kind=kind)
    (told,) = json.loads(ExportEInvoices(counter.database)())
    assert (told["Version"], told["DocDtls"]["No"], told["TranDtls"]["SupTyp"]) == ("1.1", number, supply)
    assert told["BuyerDtls"]["Gstin"] == MAHARASHTRA
    assert (told["BuyerDtls"]["Pin"], told["BuyerDtls"]["Stcd"]) == (411045, "27")
    item, values = told["ItemList"][0], told["ValDtls"]
    assert (item["HsnCd"], item["IsServc"]) == ("998555", "Y")
    borne = [name for name in ("CgstAmt", "SgstAmt", "IgstAmt") if item[name]]
    assert borne == ({"CgstAmt": ["CgstAmt", "SgstAmt"], "IgstAmt": ["IgstAmt"]}.get(levy, []))
    parts = item["AssAmt"] + item["CgstAmt"] + item["SgstAmt"] + item["IgstAmt"]
    assert round(parts, 2) == item["TotItemVal"] == values["TotInvVal"]


def test_nothing_waits_nothing_is_written(counter: Counter) -> None:
    assert json.loads(ExportEInvoices(counter.database)()) == []


def test_every_waiting_paper_has_its_row_and_no_other(any_counter: Counter) -> None:
    waiting_paper(any_counter, billing=Billing("Asha Stores", ("1 Road",), "411045"))
    any_counter.pay(any_counter.hold(any_counter.quote(any_counter.item("DLX"))))
    with any_counter.database.read() as session:
        assert len(session.execute(select(e_invoice.c.document_id)).all()) == 1
