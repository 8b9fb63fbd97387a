"""What runs in the background, and how often."""

from collections.abc import Sequence
from datetime import timedelta

from db.checkpoint import checkpointing
from db.database import Database
from desktop.services.keeping.back_up import DUE_AFTER, JOB
from desktop.services.leased_job import LeasedJob
from desktop.services.scheduler import Job
from desktop.use_cases import UseCases

UNANSWERED_EVERY_SECONDS = 3600


def jobs(built: UseCases, database: Database) -> Sequence[Job]:
    """Return what runs in the background and how often; each also runs once at the start."""
    actor = built.services.actor

    def poll() -> int:
        return built.poll_open_payments(actor=actor())

    of_every_desk = _of_every_desk(built, database)
    if not built.services.show_gateway().is_there:
        # Nobody is asked: what is still open is marked as unanswered, so that no page waits for an answer.
        return (*of_every_desk, Job("poll_open_payments", poll, every_seconds=UNANSWERED_EVERY_SECONDS))
    return (
        *of_every_desk,
        Job("poll_open_payments", poll, every_seconds=3),
        *_of_the_gateway(built, database),
    )


def _of_every_desk(built: UseCases, database: Database) -> Sequence[Job]:
    actor = built.services.actor
    back_up = LeasedJob(database, JOB, lambda: built.back_up() is not None, every=DUE_AFTER)
    freeze = LeasedJob(
        database,
        "freeze_old_papers",
        lambda: built.freeze_old_papers(actor=actor()) > 0,
        every=timedelta(seconds=60),
    )
    due_invoices = LeasedJob(
        database,
        "issue_due_invoices",
        lambda: built.issue_due_invoices(actor=actor()) >= 0,
        every=timedelta(minutes=10),
    )
    small_sales = LeasedJob(
        database,
        "consolidate_small_sales",
        lambda: built.consolidate_small_sales(actor=actor()) >= 0,
        every=timedelta(minutes=10),
    )
    return (
        Job("follow_person", built.services.follow_person, every_seconds=5),
        Job("release_expired_holds", lambda: built.release_expired_holds(actor=actor()), every_seconds=5),
        Job(JOB, lambda: built.back_up.is_due() and back_up(actor=actor()), every_seconds=600),
        Job("checkpoint", checkpointing(database.engine), every_seconds=5),
        Job("compare_clocks", built.compare_clocks, every_seconds=30),
        Job("print_queue", built.print_queue, every_seconds=5),
        Job("print_evening_lists", lambda: built.print_evening_lists(actor=actor()), every_seconds=60),
        Job("blank_old_guests", lambda: built.blank_old_guests(actor=actor()), every_seconds=3600),
        # After an update, until each paper of before keeps what it says: then it is one look at an index.
        Job(
            "freeze_old_papers",
            lambda: built.freeze_old_papers.is_due() and freeze(actor=actor()),
            every_seconds=5,
        ),
        Job("complete_bookings", lambda: built.complete_bookings(actor=actor()), every_seconds=900),
        Job("issue_due_invoices", lambda: due_invoices(actor=actor()), every_seconds=900),
        Job("consolidate_small_sales", lambda: small_sales(actor=actor()), every_seconds=900),
    )


def _of_the_gateway(built: UseCases, database: Database) -> Sequence[Job]:
    actor = built.services.actor
    recheck_payments = LeasedJob(
        database,
        "recheck_payments",
        lambda: built.recheck_payments(actor=actor()).has_gateway,
        every=timedelta(seconds=45),
    )
    reconcile = LeasedJob(
        database,
        "reconcile_payments",
        lambda: built.reconcile_payments(actor=actor()).comparison is not None,
        every=timedelta(seconds=240),
    )
    settlements = LeasedJob(
        database,
        "take_settlements",
        lambda: built.take_settlements(actor=actor()),
        every=timedelta(hours=6),
    )
    return (
        Job("send_refunds", lambda: built.send_refunds(actor=actor()), every_seconds=30),
        Job("recheck_payments", lambda: recheck_payments(actor=actor()), every_seconds=60),
        Job("reconcile_payments", lambda: reconcile(actor=actor()), every_seconds=300),
        Job("poll_downtimes", built.poll_downtimes, every_seconds=180),
        Job("take_settlements", lambda: settlements(actor=actor()), every_seconds=1800),
    )
