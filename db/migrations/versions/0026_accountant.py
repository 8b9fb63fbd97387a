"""Names of ledgers for the accountant."""

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Filled in with what it stands for."""
