"""The two days at two desks over midnight: return, ledger and vouchers against the raw rows."""

from datetime import timedelta
from pathlib import Path

from desktop.services.domain.period import month_from
from tests.returns.added_by_hand import all_papers, all_postings
from tests.returns.test_month import balanced, checked_but_for_what_has_no_paper, same_as_by_hand
from tests.two_days.shop import open_shop
from tests.two_days.test_two_days import SEED, first_day, over_midnight, second_day


def test_two_days_are_told_to_the_paisa(engine_url: str, tmp_path: Path) -> None:
    with open_shop(engine_url, tmp_path, SEED) as shop:
        first = shop.today()
        first_day(shop)
        over_midnight(shop)
        second_day(shop)
        services, database = shop.desks["D1"].services, shop.desks["D1"].database
        papers, postings = all_papers(database), all_postings(database)
        found = services.read_return("MH", month_from(f"{first:%Y-%m}"))
        assert found is not None
        same_as_by_hand(found, papers)
        checked_but_for_what_has_no_paper(found, papers, postings)
        assert {row.first[:2] for row in found.tables.series} == {"D1", "D2"}
        for ahead in range(3):
            balanced(database, first + timedelta(days=ahead), postings)
