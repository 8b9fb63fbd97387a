"""For the tax and the accountant: returns, e-invoices, vouchers, lists, from what papers and ledger say."""
