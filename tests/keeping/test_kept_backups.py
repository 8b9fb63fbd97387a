"""Which backups are kept: the last eight, one of each of thirty days, one of each of twelve months."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.backups import Backup, kept, name_of, read_name
from desktop.services.keeping.backup_places import clear_out, list_backups

HOME = "0197f1c2-5d3e-7000-8000-000000000001"
NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)


def backup(moment: datetime, *, is_sound: bool = True) -> Backup:
    """Return a backup of this moment."""
    found = read_name(Path(name_of(HOME, moment, is_sound=is_sound)))
    assert found is not None
    return found


MOMENTS = st.sets(
    st.integers(0, 3 * 365 * 24 * 6).map(lambda tens: NOW - timedelta(minutes=10 * tens)), max_size=120
)


@given(MOMENTS)
def test_of_any_backups_the_promised_ones_are_kept_and_not_many_more(moments: set[datetime]) -> None:
    backups = {backup(moment) for moment in moments}
    found = {one.moment for one in kept(backups)}
    newest = sorted(moments, reverse=True)
    assert set(newest[:8]) <= found
    for ago in range(30):
        day = (NOW - timedelta(days=ago)).date()
        of_day = [one for one in moments if one.date() == day]
        assert not of_day or max(of_day) in found
    for ago in range(12):
        month = (NOW.year * 12 + NOW.month - 1 - ago) // 12, (NOW.year * 12 + NOW.month - 1 - ago) % 12 + 1
        of_month = [one for one in moments if (one.year, one.month) == month]
        assert not of_month or max(of_month) in found
    assert len(found) <= 8 + 30 + 12
    assert kept(kept(backups)) == kept(backups)


def test_one_wrong_clock_makes_nothing_old() -> None:
    """A backup of the year 2038 is one day more, and no reason to throw the others away."""
    days = {backup(NOW - timedelta(days=ago)) for ago in range(20)}
    wrong = backup(datetime(2038, 1, 19, tzinfo=UTC))
    assert kept({*days, wrong}) == {*days, wrong}


def test_a_faulty_copy_pushes_no_good_one_out() -> None:
    good = {backup(NOW - timedelta(days=ago)) for ago in range(30)}
    faulty = {backup(NOW + timedelta(hours=ago), is_sound=False) for ago in range(50)}
    assert good <= kept(good | faulty)
    assert len(kept(good | faulty) & faulty) == 2


@pytest.mark.parametrize(
    "name",
    [
        *(
            "counterfoil.sqlite3",
            "holiday.jpg",
            "counterfoil-live.sqlite3",
            "before-restore-20261123.sqlite3",
        ),
        *(name_of(HOME, NOW) + ".txt", f"copy of {name_of(HOME, NOW)}", name_of(HOME, NOW).upper()),
        name_of("0197ffff-aaaa-7000-8000-000000000001", NOW - timedelta(days=900)),
        name_of(HOME, NOW).replace("1123", "9999"),
    ],
)
def test_no_other_file_is_ever_deleted(name: str, tmp_path: Path) -> None:
    for ago in range(100):
        (tmp_path / name_of(HOME, NOW - timedelta(minutes=ago))).write_bytes(b"x")
    (tmp_path / name).write_bytes(b"x")
    clear_out(tmp_path, HOME)
    assert (tmp_path / name).exists()
    assert len(list_backups(tmp_path, HOME)) == 8
