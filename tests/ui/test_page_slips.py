"""What mypy must report: a page opened under a misspelt name, and a method that no page has."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Every line with a slip in it says so; mypy must report these and no other.
LINES = """
from db.ids import BookingId, DocumentId
from desktop.ui import routes
from desktop.ui.desk.page_links import PageLinks
from desktop.ui.desk.pages import Pages
from desktop.ui.page import Page


def right(links: PageLinks, pages: Pages, page: Page, booking_id: BookingId) -> None:
    links.go(routes.OpenPayment(booking_id))
    links.go(routes.OpenQuote("dlx 2"))
    pages.make(pages.payment).show_booking(booking_id)
    page.wanted.emit(routes.GoHome())
    page.refresh()


def slips(links: PageLinks, pages: Pages, page: Page, booking_id: BookingId, document_id: DocumentId) -> None:
    links.go("payment")  # slip: a name is no route
    links.go(routes.OpenPaymnet(booking_id))  # slip: a misspelt page
    links.go(routes.OpenPayment())  # slip: which booking?
    links.go(routes.OpenPayment(document_id))  # slip: a document is no booking
    pages.open(pages.paymnet)  # slip: a misspelt place
    pages.make(pages.payment).show_document(document_id)  # slip: another page's method
    pages.page.next_customer()  # slip: not every page has it
    page.focus_promo()  # slip: nor this
    page.print_wanted.emit(document_id)  # slip: a signal that no page has
    routes.PageName.PAYMNET  # slip: a misspelt name
"""


def test_slips_about_pages_are_reported_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "slips.py"
    file.write_text(LINES, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", "--no-error-summary", str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    reported = {int(found[1]) for found in re.finditer(r"slips\.py:(\d+): error:", told.stdout)}
    wanted = {number for number, line in enumerate(LINES.splitlines(), 1) if "# slip" in line}
    assert reported == wanted, told.stdout + told.stderr
