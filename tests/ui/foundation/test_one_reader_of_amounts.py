"""An amount is read in few places: fields where one is typed, "10%" or an amount, and cells of a sheet."""

from pathlib import Path

DESKTOP = Path(__file__).resolve().parents[3] / "desktop"
READERS = {
    "services/domain/money.py",
    "services/domain/discount_text.py",
    "services/catalogue/cells.py",
    "ui/widgets/money_edit.py",
}


def test_no_page_reads_an_amount_by_itself() -> None:
    used = {
        file.relative_to(DESKTOP).as_posix()
        for file in DESKTOP.rglob("*.py")
        if "parse_rupees" in file.read_text(encoding="utf-8")
    }
    assert used == READERS


def test_no_page_makes_a_number_of_money_from_a_text() -> None:
    found = [
        file.name
        for file in (DESKTOP / "ui").rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if "Decimal(" in line or "float(self" in line or "* 100)" in line
    ]
    assert found == []
