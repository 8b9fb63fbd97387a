"""The acts of a day sheet, as rows of sales and money make them. All amounts in paise."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from db import day_money, day_sales
from db.database import Session
from db.day_money import MoneyRow, Moved
from db.day_sales import EndedRow, SaleRow
from db.day_span import Span
from db.states import Tender
from desktop.services.domain.day_sheet import Axis, DayAct, Figure

# Territories of the Union without a parliament of their own: their levy is the UTGST.
UNION_TERRITORIES = ("04", "26", "31", "35", "38")
Amounts = dict[Figure, int]
PART_OF_TAKEN = {Moved.DEPOSIT: Figure.DEPOSITS, Moved.BALANCE: Figure.BALANCES}
OF_TENDER = {Tender.WALLET: Figure.WALLET_SPENT, Tender.ON_ACCOUNT: Figure.ON_ACCOUNT}
# Which figure a move is, and the sign with which it stands there: what went stands as a positive amount.
FIGURES = {
    Moved.PAID: (Figure.TAKEN, 1),
    Moved.DEPOSIT: (Figure.TAKEN, 1),
    Moved.BALANCE: (Figure.TAKEN, 1),
    Moved.PUT_RIGHT: (Figure.PUT_RIGHT, 1),
    Moved.BILL: (Figure.BILLS, 1),
    Moved.GIVEN_BACK: (Figure.GIVEN_BACK, -1),
    Moved.TOPPED_UP: (Figure.TOP_UPS, 1),
    Moved.TOP_UP_BACK: (Figure.TOP_UPS_BACK, -1),
    Moved.SET_ASIDE: (Figure.SET_ASIDE, 1),
    Moved.DECIDED: (Figure.DECIDED, -1),
    Moved.CASH_IN: (Figure.CASH_IN, 1),
    Moved.DROP: (Figure.DROPPED, -1),
    Moved.PAY_OUT: (Figure.PAID_OUT, -1),
}
IN_MONEY = (
    Figure.TAKEN,
    Figure.PUT_RIGHT,
    Figure.BILLS,
    Figure.GIVEN_BACK,
    Figure.TOP_UPS,
    Figure.TOP_UPS_BACK,
)


def read_acts(session: Session, span: Span, zone: ZoneInfo, begins_minute: int) -> Iterator[DayAct]:
    """Yield every act of the span. A day begins `begins_minute` minutes after midnight of the desk."""
    for sale in day_sales.sold(session, span):
        yield _act(sale, zone, begins_minute, _of_sale(sale), str(sale.kind), _tax(sale))
    for end in day_sales.ended(session, span):
        yield _act(end, zone, begins_minute, _of_end(end), str(end.kind), _tax(end))
    for row in day_money.money(session, span):
        yield _act(row, zone, begins_minute, _of_money(row), row.kind, tender=row.tender)


def _tax(row: SaleRow) -> str:
    return f"{row.tax_class}:{row.tax_rate_bp}"


def _act(
    row: SaleRow | MoneyRow,
    zone: ZoneInfo,
    begins_minute: int,
    amounts: Amounts,
    kind: str,
    tax: str | None = None,
    *,
    tender: Tender | None = None,
) -> DayAct:
    local = row.at.astimezone(zone)
    parts = {
        Axis.DAY: _day(local, begins_minute),
        Axis.HOUR: f"{local.hour:02d}",
        Axis.DESK: row.desk,
        Axis.PERSON: row.person,
        Axis.KIND: kind,
    }
    if tax is not None:
        parts[Axis.TAX] = tax
    if tender is not None:
        parts[Axis.TENDER] = str(tender)
    return DayAct(row.at, row.booking_id, row.reference, parts, amounts)


def _day(local: datetime, begins_minute: int) -> str:
    return (local - timedelta(minutes=begins_minute)).date().isoformat()


def _of_sale(row: SaleRow) -> Amounts:
    levies = (row.cgst_paise, row.sgst_paise, row.igst_paise)
    return {
        Figure.SOLD: row.total_paise,
        Figure.BASE: row.base_paise,
        **({Figure.DISCOUNT: row.discount_paise} if row.discount_paise else {}),
        **({Figure.FEE: row.fee_paise} if row.fee_paise else {}),
        **_net(row, row.total_paise, levies),
    }


def _of_end(row: EndedRow) -> Amounts:
    kept = row.total_paise - row.refund_paise - row.unpaid_paise
    if row.was_sold:
        back, tax = row.refund_paise, row.refund_tax_paise
        levies = _levies_of(row, tax)
        return {
            Figure.CANCELLED: row.total_paise,
            Figure.BACK: back,
            Figure.KEPT: kept,
            **_net(row, -back, (-levies[0], -levies[1], -levies[2])),
        }
    tax = row.tax_paise - row.refund_tax_paise - row.unpaid_tax_paise
    return {Figure.FORFEITED: kept, **_net(row, kept, _levies_of(row, tax))}


def _levies_of(row: SaleRow, tax_paise: int) -> tuple[int, int, int]:
    """Divide a part of a line's tax among its levies, as they were divided when it was sold."""
    if row.igst_paise:
        return 0, 0, tax_paise
    half = tax_paise // 2
    return tax_paise - half, half, 0


def _net(row: SaleRow, paise: int, levies: tuple[int, int, int]) -> Amounts:
    cgst, second, igst = levies
    tax = cgst + second + igst
    own = Figure.UTGST if row.place_state in UNION_TERRITORIES else Figure.SGST
    by_levy = {Figure.CGST: cgst, own: second, Figure.IGST: igst}
    return {
        Figure.NET: paise,
        Figure.TAXABLE: paise - tax,
        Figure.TAX: tax,
        **{figure: levy for figure, levy in by_levy.items() if levy},
    }


def _of_money(row: MoneyRow) -> Amounts:
    figure, sign = FIGURES[row.why]
    amounts = {figure: sign * row.paise}
    if figure in IN_MONEY:
        amounts[Figure.MONEY] = row.paise
    if row.why in PART_OF_TAKEN:
        amounts[PART_OF_TAKEN[row.why]] = row.paise
    if figure is Figure.TAKEN and row.tender in OF_TENDER:
        amounts[OF_TENDER[row.tender]] = row.paise
    if row.rounding_paise:
        amounts[Figure.ROUNDING] = row.rounding_paise
    return amounts
