"""For the accountant: returns, vouchers and lists, worked out from what papers say and the ledger moved."""
