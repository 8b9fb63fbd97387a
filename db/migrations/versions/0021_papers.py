"""Papers keep their content, with numbers by registration."""

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Filled in with what it stands for."""
