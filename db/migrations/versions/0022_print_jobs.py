"""Papers wait for their printers in rows."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WAYS = "way IN ('system', 'raw_queue', 'network', 'device', 'file', 'email')"
PAPERS = "paper IN ('A4', 'A5', '80mm', '58mm')"
STATES = "state IN ('waiting', 'sending', 'sent', 'printed', 'unsure', 'failed', 'given_up')"
FAULTS = (
    "fault IN ('', 'no_printer', 'silent', 'refused', 'unknown_host', 'unreachable', 'cut_off', 'offline', 'no_paper',"
    " 'no_device', 'not_written', 'printer_said', 'no_way', 'no_such_paper', 'broken', 'killed', 'no_mail_server',"
    " 'no_keyring', 'bad_certificate', 'no_tls', 'wrong_password', 'sender_refused', 'recipient_refused',"
    " 'mail_refused')"
)


def upgrade() -> None:
    op.create_table(
        "printer",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("is_usual", WHOLE, server_default="0", nullable=False),
        sa.Column("removed_at", WHOLE, nullable=True),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint(WAYS, name=op.f("ck_printer_way_known")),
        sa.CheckConstraint(PAPERS, name=op.f("ck_printer_paper_known")),
        sa.CheckConstraint("language IN ('en', 'hi')", name=op.f("ck_printer_language_known")),
        sa.CheckConstraint("is_usual IN (0, 1)", name=op.f("ck_printer_is_usual_flag")),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_printer_desk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printer")),
        sqlite_strict=True,
    )
    usual = sa.text("is_usual = 1 AND removed_at IS NULL")
    op.create_index(
        "ix_printer_usual", "printer", ["desk_id"], unique=True, sqlite_where=usual, postgresql_where=usual
    )
    op.create_table(
        "print_job",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("printer_id", sa.Text(), nullable=True),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.Column("report", sa.Text(), server_default="", nullable=False),
        sa.Column("parameters", sa.Text(), server_default="", nullable=False),
        sa.Column("recipient", sa.Text(), server_default="", nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("copy_number", WHOLE, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tries", WHOLE, server_default="0", nullable=False),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), server_default="", nullable=False),
        sa.Column("went_to", sa.Text(), server_default="", nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("queued_at", WHOLE, nullable=False),
        sa.Column("changed_at", WHOLE, nullable=False),
        sa.Column("request_key", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.CheckConstraint("mark IN ('original', 'duplicate', 'copy')", name=op.f("ck_print_job_mark_known")),
        sa.CheckConstraint("language IN ('en', 'hi')", name=op.f("ck_print_job_language_known")),
        sa.CheckConstraint(STATES, name=op.f("ck_print_job_state_known")),
        sa.CheckConstraint(FAULTS, name=op.f("ck_print_job_fault_known")),
        sa.CheckConstraint("tries >= 0", name=op.f("ck_print_job_tries_floor")),
        sa.CheckConstraint("copy_number >= 0", name=op.f("ck_print_job_copy_number_floor")),
        sa.CheckConstraint("(document_id IS NULL) = (report <> '')", name=op.f("ck_print_job_one_content")),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name=op.f("fk_print_job_desk_id")),
        sa.ForeignKeyConstraint(["printer_id"], ["printer.id"], name=op.f("fk_print_job_printer_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_print_job_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
        sa.UniqueConstraint("request_key", name=op.f("uq_print_job_request_key")),
        sqlite_strict=True,
    )
    op.create_index("ix_print_job_document_id", "print_job", ["document_id"])
    op.create_index("ix_print_job_desk_state", "print_job", ["desk_id", "state"])
