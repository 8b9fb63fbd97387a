"""What the gateway has paid out."""

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Filled in with what it stands for."""
