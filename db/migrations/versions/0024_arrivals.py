"""Who has arrived, and what the register of guests asks for."""

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Filled in with what it stands for."""
