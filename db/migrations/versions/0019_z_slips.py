"""What the slip of a closed shift says."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "z_slip",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("shift_id", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_z_slip_document_id")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_z_slip_shift_id")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_z_slip")),
        sa.UniqueConstraint("shift_id", name=op.f("uq_z_slip_shift_id")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
