"""Every end that docs/waits.md names is the one in the code."""

import importlib
from pathlib import Path

import pytest

WAITS = Path(__file__).parents[2] / "docs" / "waits.md"


def rows() -> list[tuple[str, str, str]]:
    """Return file, constant and end of each row of the tables."""
    lines = WAITS.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [(row[1].strip("`"), row[2].strip("`"), row[3]) for row in cells if row[2].startswith("`")]


@pytest.mark.parametrize(("file", "constant", "end"), rows(), ids=[row[1] for row in rows()])
def test_the_end_of_each_wait_is_the_one_that_is_written_down(file: str, constant: str, end: str) -> None:
    assert (WAITS.parents[1] / file).is_file()
    parts = constant.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            value: object = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for name in parts[length:]:
            value = getattr(value, name)
        break
    else:
        pytest.fail(f"{constant} is in no module")
    assert value == float(end.split()[0])
