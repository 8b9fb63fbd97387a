"""CreateSampleCustomers: a few people with wallets, for practice."""

from db.actor import Actor
from db.database import Database
from db.ids import RequestKey
from desktop.services.customers.find_customers import FindCustomers
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.customers.top_up_wallet import TopUpWallet

# Numbers of the form that practice data use; nobody is called or written to in practice mode.
SAMPLE_CUSTOMERS = (
    ("9876500001", "Asha Verma", 19_000_00),
    ("9876500002", "राहुल शर्मा", 5_000_00),
    ("9876500003", "Meera Nair", 1_000_00),
    ("9876500004", "Imran Khan", 0),
)


class CreateSampleCustomers:
    """Make the sample customers once; their first balances are ordinary top-ups."""

    def __init__(self, database: Database) -> None:
        self._find = FindCustomers(database)
        self._save = SaveCustomer(database)
        self._top_up = TopUpWallet(database)

    def __call__(self, *, actor: Actor) -> None:
        """Make who is missing; a repeated call renames nobody and tops nobody up again."""
        for mobile, name, balance_paise in SAMPLE_CUSTOMERS:
            known = self._find(mobile)
            customer = known[0] if known else self._save(mobile, name, actor=actor)
            if balance_paise:
                self._top_up(customer.id, balance_paise, RequestKey(f"sample:{mobile}"), actor=actor)
