"""Registrations, classes and rates of files as rows of tables; taxes by kind become those of a class."""

from collections.abc import Iterable, Mapping

from db.states import Kind, Supply
from db.taxes import TaxClassRow
from db.wanted import WantedRegistration, WantedTaxClass, WantedTaxRate
from desktop.services.catalogue.tax_row_kinds import ClassRow, RegistrationRow, TaxRow

# What the kinds are called as classes, by whether they have air-conditioning: SAC and titles of each.
ROOM, BUS_AC, BUS_PLAIN, TOUR = "room", "bus_ac", "bus_plain", "tour"
OF_KIND: Mapping[tuple[Kind, bool], str] = {
    (Kind.ROOM, True): ROOM,
    (Kind.ROOM, False): ROOM,
    (Kind.BUS, True): BUS_AC,
    (Kind.BUS, False): BUS_PLAIN,
    (Kind.TOUR, True): TOUR,
    (Kind.TOUR, False): TOUR,
}
CALLED: Mapping[str, tuple[str, str, str]] = {
    ROOM: ("996311", "Room", "कमरा"),
    BUS_AC: ("996422", "Bus with air-conditioning", "वातानुकूलित बस"),
    BUS_PLAIN: ("996422", "Bus without air-conditioning", "बिना वातानुकूलन बस"),
    TOUR: ("998555", "Tour", "भ्रमण"),
}


def classes_of(row: TaxRow) -> tuple[str, ...]:
    """Return the classes that a tax by kind is the tax of."""
    airs = (True, False) if row.air_conditioned is None else (row.air_conditioned,)
    return tuple(dict.fromkeys(OF_KIND[row.tax_on, air] for air in airs))


def registrations(rows: Iterable[RegistrationRow]) -> list[WantedRegistration]:
    """Return who supplies."""
    return [
        WantedRegistration(
            code=row.registration,
            valid_from=row.valid_from,
            gstin=row.gstin,
            state_code=row.state,
            legal_name=row.legal_name,
            trade_name=row.trade_name,
            address=row.address,
            scheme=row.scheme,
            telephone=row.telephone,
            sac_digits=row.sac_digits,
            e_invoice=row.e_invoice,
        )
        for row in rows
    ]


def classes(
    rows: Iterable[ClassRow], by_kind: Iterable[TaxRow], known: Mapping[str, TaxClassRow]
) -> list[WantedTaxClass]:
    """Return the classes that the files speak of; a known one that has a tax by kind keeps its words."""
    found = {
        row.tax_class: WantedTaxClass(row.tax_class, row.sac, row.title, row.title_hi, row.supply)
        for row in rows
    }
    taxed: dict[str, bool] = {}
    for row in by_kind:
        for code in classes_of(row):
            taxed[code] = taxed.get(code, False) or row.tax_percent > 0
    for code, is_taxed in taxed.items():
        stored = known.get(code)
        words = (stored.sac, stored.title, stored.title_hi) if stored else CALLED[code]
        found[code] = WantedTaxClass(code, *words, Supply.TAXABLE if is_taxed else Supply.EXEMPT)
    return list(found.values())


def rates(rows: Iterable[ClassRow], by_kind: Iterable[TaxRow]) -> list[WantedTaxRate]:
    """Return the slabs of classes."""
    own = [WantedTaxRate(row.tax_class, row.valid_from, row.over, row.up_to, row.percent) for row in rows]
    return own + [
        WantedTaxRate(code, row.effective_from, row.over, row.up_to, row.tax_percent)
        for row in by_kind
        for code in classes_of(row)
    ]
