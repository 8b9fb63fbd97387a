"""What the papers of a buyer ask for, e-invoices, filed months."""

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Filled in with what it stands for."""
