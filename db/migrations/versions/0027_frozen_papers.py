"""Papers of before keep what can still be known."""

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Filled in with what it stands for."""
