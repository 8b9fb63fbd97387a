"""One line of CSV that no spreadsheet runs as a formula."""

import csv
import io
from collections.abc import Sequence

# Spreadsheets run what begins like this as a formula; an apostrophe makes it text.
FORMULA_SIGNS = ("=", "+", "-", "@")
QUOTE = "'"


def csv_line(values: Sequence[str]) -> str:
    """Return the values as one line that ends in CR LF (RFC 4180)."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_plain_text(value) for value in values])
    return line.getvalue()


def _plain_text(value: str) -> str:
    return QUOTE + value if value.lstrip().startswith(FORMULA_SIGNS) else value
