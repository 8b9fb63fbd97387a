"""Papers wait for their printers in rows."""

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Filled in with what it stands for."""
