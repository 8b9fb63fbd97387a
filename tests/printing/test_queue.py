"""A paper waits in a row: what is out is counted with it, and nobody prints it twice."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from sqlalchemy import select

from db.errors import DatabaseTrouble
from db.ids import DocumentId, PrintJobId
from db.print_words import CopyMark, PrintAnswer, PrinterWay, PrintFault, PrintState
from db.schema import print_job
from desktop.services.domain.printing import TEST_PAGE, HandedOver, PrintRequest
from desktop.services.errors import BadRequest, NotFound, OtherContent
from desktop.services.printing_errors import NothingToReprint, PaperMoved
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import Counter
from tests.printing.desk_of_papers import FAILED, PRINTED, SENT, UNSURE, Hand, PaperDesk, slip


@pytest.fixture
def desk(any_counter: Counter) -> PaperDesk:
    return PaperDesk(any_counter)


def hand_of(desk: PaperDesk) -> Hand:
    assert isinstance(desk.hand, Hand)
    return desk.hand


def test_the_first_paper_is_the_original_and_the_next_is_copy_1(desk: PaperDesk) -> None:
    document_id = desk.sell()
    first = desk.print(document_id)
    assert (first.state, first.mark, first.copy_number, first.went_to) == ("sent", "original", 0, "Slip")
    assert desk.copies(document_id) == 1
    second = desk.print(document_id)
    assert (second.mark, second.copy_number) == (CopyMark.COPY, 1)
    assert [copies for _, copies in hand_of(desk).papers] == [0, 1]
    assert desk.copies(document_id) == 2
    assert desk.counter.faults() == []


def test_a_sale_is_made_whatever_becomes_of_its_paper(desk: PaperDesk) -> None:
    hand_of(desk).answers = [FAILED]
    document_id = desk.sell()
    job = desk.print(document_id)
    assert (job.state, job.fault) == (PrintState.FAILED, PrintFault.REFUSED)
    assert desk.copies(document_id) == 0
    assert desk.stuck() == (job,)


def test_a_paper_that_has_not_come_out_is_the_original_when_it_does(desk: PaperDesk) -> None:
    hand_of(desk).answers = [FAILED, FAILED, SENT]
    document_id = desk.sell()
    first, second = desk.print(document_id), desk.print(document_id)
    desk.retry(first.id)
    desk.queue()
    assert (desk.job(first.id).copy_number, desk.job(first.id).tries) == (0, 2)
    desk.retry(second.id)
    desk.queue()
    assert desk.job(second.id).copy_number == 1
    assert desk.copies(document_id) == 2


def test_what_may_not_have_come_out_is_asked_about_and_counted_once(desk: PaperDesk) -> None:
    hand_of(desk).answers = [UNSURE]
    document_id = desk.sell()
    job = desk.print(document_id)
    assert (job.state, desk.copies(document_id)) == (PrintState.UNSURE, 0)
    desk.answer(job.id, PrintAnswer.PRINTED)
    assert (desk.job(job.id).state, desk.copies(document_id)) == (PrintState.PRINTED, 1)
    told = [content for tag, content in desk.counter.told() if tag == "PRINT_ANSWERED"]
    assert len(told) == 1
    assert '"answer":"printed"' in told[0]


def test_once_more_as_the_original_is_the_original(desk: PaperDesk) -> None:
    hand_of(desk).answers = [UNSURE, SENT]
    document_id = desk.sell()
    job = desk.print(document_id)
    desk.answer(job.id, PrintAnswer.AGAIN)
    desk.queue()
    assert hand_of(desk).papers[0] == hand_of(desk).papers[1]
    assert (desk.job(job.id).mark, desk.copies(document_id)) == (CopyMark.ORIGINAL, 1)
    assert desk.print(document_id).copy_number == 1


def test_what_is_printed_while_the_original_is_unsure_is_a_copy(desk: PaperDesk) -> None:
    hand_of(desk).answers = [UNSURE, SENT]
    document_id = desk.sell()
    original, copy = desk.print(document_id), desk.print(document_id)
    assert copy.copy_number == 1
    desk.answer(original.id, PrintAnswer.AGAIN)
    desk.queue()
    assert [copies for _, copies in hand_of(desk).papers] == [0, 1, 0]
    assert desk.print(document_id).copy_number == 2


def test_an_original_that_failed_when_it_was_tried_again_keeps_its_number(desk: PaperDesk) -> None:
    hand_of(desk).answers = [UNSURE, FAILED, SENT]
    document_id = desk.sell()
    original = desk.print(document_id)
    desk.answer(original.id, PrintAnswer.AGAIN)
    desk.queue()
    assert desk.job(original.id).state is PrintState.FAILED
    assert desk.print(document_id).copy_number == 1
    desk.give_up(original.id)
    assert desk.print(document_id).copy_number == 2


def test_an_answer_is_given_once(desk: PaperDesk) -> None:
    hand_of(desk).answers = [UNSURE]
    document_id = desk.sell()
    job = desk.print(document_id)
    desk.answer(job.id, PrintAnswer.PRINTED)
    for answer in PrintAnswer:
        with pytest.raises(PaperMoved) as moved:
            desk.answer(job.id, answer)
        assert moved.value.print_state is PrintState.PRINTED
    assert desk.copies(document_id) == 1


@pytest.mark.parametrize("answer", [SENT, PRINTED, UNSURE])
def test_what_is_out_is_neither_retried_nor_given_up(desk: PaperDesk, answer: HandedOver) -> None:
    hand_of(desk).answers = [answer]
    job = desk.print(desk.sell())
    with pytest.raises(PaperMoved):
        desk.retry(job.id)
    with pytest.raises(PaperMoved):
        desk.give_up(job.id)


def test_a_paper_that_is_given_up_waits_no_more(desk: PaperDesk) -> None:
    job_id = desk.ask(desk.sell())
    desk.give_up(job_id)
    assert desk.queue() == 0
    assert hand_of(desk).papers == []
    assert [tag for tag, _ in desk.counter.told()].count("PRINT_GIVEN_UP") == 1


def test_what_was_being_sent_when_the_program_was_killed_is_asked_about(desk: PaperDesk) -> None:
    document_id = desk.sell()
    job_id = desk.ask(document_id)
    desk.kill_while_sending(job_id)
    assert desk.another_window()() == 0
    (stuck,) = desk.stuck()
    assert (stuck.state, stuck.fault, stuck.copy_number) == (PrintState.UNSURE, PrintFault.KILLED, 0)
    assert hand_of(desk).papers == []
    assert desk.print(document_id).copy_number == 1


def test_a_printing_that_breaks_is_unsure_and_the_next_paper_goes_on(desk: PaperDesk) -> None:
    def breaks(_errand: object, _password: str) -> HandedOver:
        raise RuntimeError("a fault")

    hand, desk.hand = desk.hand, breaks
    first = desk.print(desk.sell())
    assert (first.state, first.fault) == (PrintState.UNSURE, PrintFault.BROKEN)
    desk.hand = hand
    assert desk.print(DocumentId(first.document_id or "")).state is PrintState.SENT


def test_the_same_key_queues_one_paper_and_another_paper_is_refused(desk: PaperDesk) -> None:
    document_id = desk.sell()
    assert desk.ask(document_id, key="print") == desk.ask(document_id, key="print")
    assert len(desk.jobs()) == 1
    with pytest.raises(OtherContent):
        desk.ask(PrintRequest(document_id, recipient="a@example.org"), key="print")
    with pytest.raises(OtherContent):
        desk.ask(PrintRequest(document_id, mark=CopyMark.DUPLICATE), key="print")


def test_the_duplicate_of_the_house_is_no_copy(desk: PaperDesk) -> None:
    document_id = desk.sell()
    job = desk.print(PrintRequest(document_id, mark=CopyMark.DUPLICATE))
    assert (job.mark, job.copy_number, desk.copies(document_id)) == (CopyMark.DUPLICATE, None, 0)
    assert desk.print(document_id).mark is CopyMark.ORIGINAL


@pytest.mark.parametrize(
    "request_",
    [
        PrintRequest(),
        PrintRequest(report="nothing of this name"),
        PrintRequest(report=TEST_PAGE, parameters="not JSON"),
        PrintRequest(report=TEST_PAGE, parameters="[1]"),
        PrintRequest(report=TEST_PAGE, recipient="nobody"),
        PrintRequest(report=TEST_PAGE, printer_id="nobody's"),  # type: ignore[arg-type]  # nonsense is meant
        PrintRequest(report=TEST_PAGE, mark=CopyMark.COPY),
    ],
    ids=repr,
)
def test_nonsense_is_not_queued(desk: PaperDesk, request_: PrintRequest) -> None:
    with pytest.raises(BadRequest):
        desk.ask(request_)
    assert desk.jobs() == ()


def test_a_document_that_is_not_there_is_not_queued(desk: PaperDesk) -> None:
    with pytest.raises(NotFound):
        desk.ask(DocumentId("nobody's"))
    with pytest.raises(BadRequest):
        desk.job(PrintJobId("nobody's"))


def test_a_report_is_printed_by_its_name(desk: PaperDesk) -> None:
    job = desk.print(PrintRequest(report=TEST_PAGE, parameters='{"title": "Test page", "printer": "Slip"}'))
    assert (job.state, job.title) == (PrintState.SENT, TEST_PAGE)
    assert hand_of(desk).errands[0].title == "Test page"


def test_a_report_that_can_t_be_made_has_failed(desk: PaperDesk) -> None:
    job = desk.print(PrintRequest(report=TEST_PAGE))
    assert (job.state, job.fault) == (PrintState.FAILED, PrintFault.NO_SUCH_PAPER)


def test_papers_go_to_the_usual_printer_of_the_moment(desk: PaperDesk) -> None:
    document_id = desk.sell()
    assert desk.print(document_id).state is PrintState.SENT
    assert (hand_of(desk).errands[-1].way, hand_of(desk).errands[-1].address) == (PrinterWay.SYSTEM, "")
    job_id = desk.ask(document_id)
    desk.save(slip())
    desk.queue()
    assert hand_of(desk).errands[-1].address == "127.0.0.1:9100"
    assert desk.job(job_id).went_to == "Slip"


def test_a_paper_for_a_printer_that_was_taken_off_has_failed(desk: PaperDesk) -> None:
    printer = desk.save(slip())
    job_id = desk.ask(PrintRequest(desk.sell(), printer_id=printer.id))
    desk.remove(printer)
    desk.queue()
    assert (desk.job(job_id).state, desk.job(job_id).fault) == (PrintState.FAILED, PrintFault.NO_PRINTER)


def test_the_last_document_of_the_desk_is_printed_again(desk: PaperDesk) -> None:
    with pytest.raises(NothingToReprint):
        desk.reprint_last()
    desk.sell()
    last = desk.sell(quote=desk.counter.quote(desk.counter.item("DLX", ahead=9)))
    assert desk.job(desk.reprint_last()).document_id == last


def test_two_windows_of_a_desk_print_each_paper_once(desk: PaperDesk) -> None:
    document_id = desk.sell()
    for _ in range(12):
        desk.ask(document_id)
    start = threading.Barrier(2)

    def work(queue: Any) -> None:
        start.wait()
        left = 200
        while left and any(job.state is PrintState.WAITING for job in desk.jobs()):
            left -= 1
            # A file that is being written to turns the other away for a moment.
            try:
                queue()
            except DatabaseTrouble:
                continue

    windows = [desk.queue, desk.another_window()]
    for window in windows:
        window()  # each has looked through what was left before
    threads = [threading.Thread(target=work, args=(window,)) for window in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(copies for _, copies in hand_of(desk).papers) == list(range(12))
    assert desk.copies(document_id) == 12


def test_two_desks_never_print_two_originals(engine_url: str, clock: SteppedClock, publish: Recorder) -> None:
    databases = [open_database(engine_url, clock, publish, code) for code in ("D1", "D2")]
    desks = [PaperDesk(Counter(database, clock, publish)) for database in databases]
    document_id = desks[0].sell()
    for desk in desks:
        desk.ask(document_id)
    assert [desk.queue() for desk in desks] == [1, 1]
    assert [hand_of(desk).papers[0][1] for desk in desks] == [0, 1]
    for database in databases:
        database.close()


def test_no_number_of_a_document_goes_out_twice_whatever_is_answered(desk: PaperDesk) -> None:
    """Every order of two papers' fates: what was never out leaves its number, what may be out keeps it."""
    document_id = desk.sell()
    for first in (SENT, UNSURE, FAILED):
        for second in (SENT, UNSURE, FAILED):
            hand_of(desk).answers = [first, second, SENT]
            for _ in range(2):
                desk.print(document_id)
    for job in desk.stuck():
        if job.state is PrintState.UNSURE:
            desk.answer(job.id, PrintAnswer.PRINTED)
        else:
            desk.retry(job.id)
    desk.queue()
    with desk.counter.database.read() as session:
        numbers = session.execute(select(print_job.c.copy_number)).scalars().all()
    assert sorted(numbers) == list(range(len(numbers)))
    assert desk.copies(document_id) == len(numbers)


def test_a_mail_needs_a_server_and_its_password(desk: PaperDesk) -> None:
    request = PrintRequest(desk.sell(), recipient="asha@example.org")
    assert desk.print(request).fault is PrintFault.NO_MAIL_SERVER
    assert hand_of(desk).errands == []
