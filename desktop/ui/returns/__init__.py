"""The accountant's page."""
