"""One practice account: its file, clock, ids, rows and what is due by itself."""
