"""Set-based checks of a whole database: each statement returns only the rows that break its rule."""

from db.audits.check import Finding
from db.audits.run import run_all, run_checks

__all__ = ["Finding", "run_all", "run_checks"]
