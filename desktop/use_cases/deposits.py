"""The use cases of deposits and of companies that may owe."""

from typing import TypedDict

from desktop.services.cancelling.list_overdue import ListOverdue
from desktop.services.companies.read_company import ReadCompany, ReadStatement
from desktop.services.companies.save_company import SaveCompany
from desktop.services.companies.take_company_payment import TakeCompanyPayment
from desktop.services.deposits.deposit_rules import ListDepositRules, SaveDepositRules, ShowDepositTerms
from desktop.services.deposits.keep_overdue import KeepOverdue
from desktop.use_cases.given import Given


class DepositCases(TypedDict):
    """Its fields in `Services`."""

    list_deposit_rules: ListDepositRules
    show_deposit_terms: ShowDepositTerms
    save_deposit_rules: SaveDepositRules
    list_overdue: ListOverdue
    keep_overdue: KeepOverdue
    find_company: ReadCompany
    save_company: SaveCompany
    take_company_payment: TakeCompanyPayment
    show_statement: ReadStatement


def deposit_cases(given: Given) -> DepositCases:
    """Return what is done about deposits and debts."""
    database = given.database
    return {
        "list_deposit_rules": ListDepositRules(database),
        "show_deposit_terms": ShowDepositTerms(database),
        "save_deposit_rules": SaveDepositRules(database),
        "list_overdue": ListOverdue(database),
        "keep_overdue": KeepOverdue(database, given.publish),
        "find_company": ReadCompany(database),
        "save_company": SaveCompany(database),
        "take_company_payment": TakeCompanyPayment(database),
        "show_statement": ReadStatement(database),
    }
