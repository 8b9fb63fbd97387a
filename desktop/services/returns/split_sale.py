"""Sales and tax of one entry, split by class, rate and levy as the papers of the same moment count them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from db.document_kinds import ADVANCES, BACK, BILLS
from db.states import AccountKind
from desktop.services.domain.counted_paper import CountedLine, CountedPaper, Sums, sum_of
from desktop.services.returns.ledgers import levy_key, sales_key

HALF = 2


def split_sale(sales_paise: int, tax_paise: int, papers: Sequence[CountedPaper]) -> dict[str, int]:
    """Return what each ledger is debited (positive) or credited; together exactly what was posted.

    What the papers of the moment do not explain to the paisa stays on the ledgers without class and rate.
    """
    sold = [line for one in papers if one.kind in (*BILLS, *ADVANCES) for line in one.sold]
    back = [line for one in papers if one.kind in BACK for line in one.lines]
    kept = [line for one in papers if one.kind in BILLS for line in one.lines]
    for lines, sign in ((sold, -1), (back, 1), (kept, -1)):
        counted = sum_of(line.sums for line in lines)
        if (sign * counted.value_paise, sign * counted.tax_paise) == (sales_paise, tax_paise):
            return _split(lines, sign)
    plain = {AccountKind.SALES.value: sales_paise, AccountKind.TAX_PAYABLE.value: tax_paise}
    return {key: paise for key, paise in plain.items() if paise}


def _split(lines: Iterable[CountedLine], sign: int) -> dict[str, int]:
    found = Counter[str]()
    for line in lines:
        sums: Sums = line.sums
        rate_bp = 0 if line.is_exempt else line.rate_bp
        found[sales_key(line.tax_class or "other", rate_bp)] += sign * sums.value_paise
        found[levy_key("cgst", rate_bp // HALF)] += sign * sums.cgst_paise
        found[levy_key("sgst", rate_bp // HALF)] += sign * sums.sgst_paise
        found[levy_key("igst", rate_bp)] += sign * sums.igst_paise
    return {key: paise for key, paise in found.items() if paise}
