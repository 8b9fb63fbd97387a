"""For the tax and the accountant: returns, e-invoices, vouchers and lists, from what papers and ledger say."""
