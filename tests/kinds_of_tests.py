"""Which tests are slow, and in which of them coverage is measured: said here once, not in every file."""

from collections.abc import Iterator

import pytest

# What takes most of the time of a whole run; `-m "not slow"` is a developer's answer in under a minute.
SLOW = (
    "tests/simulation/",
    "tests/races/",
    "tests/benchmarks/",
    "tests/auditing/test_broken_journal.py",
    "tests/auditing/test_broken_money.py",
    "tests/auditing/test_broken_stock.py",
    "tests/catalogue/test_any_change.py",
    "tests/catalogue/test_import_catalogue.py",
    "tests/catalogue/test_import_faults.py",
    "tests/catalogue/test_sample_catalogue.py",
    "tests/catalogue/test_stock_changes.py",
    "tests/commands/",
    "tests/db/test_modes.py",
    "tests/gateway_money/",
    "tests/gateways/test_one_deadline.py",
    "tests/gateways/test_troubles.py",
    "tests/packaging_/test_other_systems.py",
    "tests/packaging_/test_typed.py",
    "tests/practice/test_clock_seed_and_restart.py",
    "tests/practice/test_wire_faults.py",
    "tests/reviewing/test_filters.py",
    "tests/returns/test_month.py",
    "tests/returns/test_two_days.py",
    "tests/rights/",
    "tests/test_day_of_run.py",
    "tests/trust/",
    "tests/ui/desk/test_after_a_sale.py",
    "tests/ui/desk/test_desk_fits.py",
    "tests/ui/desk/test_outage.py",
    "tests/ui/keys/",
    "tests/ui/pages/test_pages_fit.py",
    "tests/ui/payment/test_payment_window.py",
    "tests/ui/quote/",
    "tests/ui/stock/",
    "tests/ui/tour/",
    "tests/waits/",
)
# Measuring takes a third of a test's time and more. These reach all of `db` and `desktop/services`; the same
# test on the other engine reaches nothing new outside tests/db.
MEASURED = (
    "tests/auditing/",
    "tests/buyers/",
    "tests/cancelling/",
    "tests/catalogue/",
    "tests/commands/test_doctor.py",
    "tests/commands/test_move.py",
    "tests/correcting/",
    "tests/customers/",
    "tests/day_sheet/",
    "tests/db/",
    "tests/domain/",
    "tests/drawers/",
    "tests/gateway_money/",
    "tests/gateways/",
    "tests/holding/",
    "tests/house/",
    "tests/kept_papers/",
    "tests/keeping/",
    "tests/lists/",
    "tests/moving/",
    "tests/papers/",
    "tests/paying/",
    "tests/people/",
    "tests/printing/",
    "tests/quoting/",
    "tests/returns/",
    "tests/reviewing/",
    "tests/settlements/",
    "tests/timing/",
    "tests/test_permission.py",
    "tests/trust/test_long_reads.py",
    "tests/trust/test_silence.py",
    "tests/trust/test_standby.py",
    "tests/trust/test_unconfirmed.py",
    "tests/two_days/",
    "tests/ui/setup/",
    "tests/waits/test_hanging_calls.py",
)
# What only a server reaches.
ON_A_SERVER_TOO = ("tests/commands/", "tests/db/", "tests/keeping/", "tests/timing/", "tests/trust/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow."""
    for item in items:
        if item.nodeid.startswith(SLOW):
            item.add_marker(pytest.mark.slow)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Let coverage rest, fixtures included, while a test is not to be measured."""
    plugin = item.config.pluginmanager.getplugin("_cov")
    controller = getattr(plugin, "cov_controller", None)
    if controller is None or is_measured(item.nodeid):
        return (yield)
    controller.pause()
    try:
        return (yield)
    finally:
        controller.resume()


def is_measured(nodeid: str) -> bool:
    """Whether coverage is measured in this test."""
    return nodeid.startswith(MEASURED) and ("[postgresql" not in nodeid or nodeid.startswith(ON_A_SERVER_TOO))
