"""The headless job: it really sells, and says so only when it did."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from desktop.ui.routes import PageName

ROOT = Path(__file__).resolve().parents[3]
AFTERWARDS = (
    "customer-display",
    "tender-correction",
    "departure-cancel",
    "departure-refunds",
    "counter-acts",
    "printers",
    "books",
    "limits",
    "tax-papers",
    "staff",
    "shifts",
    "day-sheet",
    "settlements",
    "shift",
    "arrivals",
    "register",
    "accountant",
    "payment-cash-rounded",
    "payment-hold-over",
    "setup",
    "cases",
    "cases-other-program",
    "foreign-rules",
)
PICTURES = (
    "desk-empty",
    "customer-wallet",
    "quote-room",
    "payment-wallet-only",
    "quote-seats",
    "payment-upi-qr",
    "quote-tour",
    "payment-cash-part",
    "payment-card-slip",
    "desk-with-holds",
    "cancellation-plan",
    "review",
    *AFTERWARDS,
)


@pytest.mark.timeout(560)
def test_the_tour_sells_is_paid_prints_and_cancels(tmp_path: Path) -> None:
    out = tmp_path / "pictures and papers"
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "tour", "--out", str(out), "--data-dir", str(tmp_path / "data")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert sum(line.startswith("sold ") for line in lines) == 3
    assert sum(line.startswith("cancel ") for line in lines) == 1
    assert any(line.startswith("audit ") for line in lines)
    (pictured,) = (line.removeprefix("pages ").split() for line in lines if line.startswith("pages "))
    assert set(pictured) == set(PageName), "a new page needs its picture in the tour"
    listed = {line.strip() for line in lines if line.startswith("  ")}
    assert listed == {path.name for path in out.iterdir()}
    for name in PICTURES:
        for scheme in ("light", "dark"):
            (picture,) = out.glob(f"*-{name}-{scheme}.png")
            with Image.open(picture) as image:
                assert image.size == (1366, 768)
                assert len(image.convert("L").resize((80, 45)).getcolors() or []) > 5, name
    papers = [" ".join(PdfReader(path).pages[0].extract_text().split()) for path in out.glob("*.pdf")]
    for title in (
        "Receipt voucher D1-R",
        "Ticket / tax invoice D1-T",
        "Tax invoice D1-I",
        "Refund voucher D1-F",
    ):
        assert sum(title in paper for paper in papers) == 1, title
    assert all("PRACTICE" in paper for paper in papers)


@pytest.mark.timeout(560)
def test_one_command_takes_pictures_in_every_look_that_is_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "pictures"
    wanted = ["--languages", "hi", "--zooms", "75", "200", "--pages", "desk-empty", "customer-wallet"]
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "pictures", "--out", str(out), *wanted],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    taken = {path.name for path in out.glob("*.png")}
    assert taken == {
        f"{page}-hi-{scheme}-{zoom}-{width}.png"
        for page in ("01-desk-empty", "02-customer-wallet")
        for scheme in ("light", "dark")
        for zoom in ("075", "200")
        for width in (1366, 1920)
    }
    sizes = set()
    for name in taken:
        with Image.open(out / name) as image:
            sizes.add(image.size)
    assert sizes == {(1366, 768), (1920, 1080)}
    assert f"16 pictures in {out}" in done.stdout
