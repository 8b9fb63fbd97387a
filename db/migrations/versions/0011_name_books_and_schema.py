"""The file says that it is ours, and each desk's row which schema its writers must know.

Older programs refuse a database of this revision: they would write pages without checksums into it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# "CfBk"; what a step writes stays as it was written, so the number is not the program's of today.
APPLICATION_ID = 0x4366426B


def upgrade() -> None:
    op.add_column("desk", sa.Column("schema", sa.Text(), server_default="", nullable=False))
    if op.get_bind().dialect.name == "sqlite":
        op.execute(sa.text(f"PRAGMA application_id = {APPLICATION_ID}"))
