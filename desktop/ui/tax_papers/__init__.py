"""What waits for the portal of the tax: e-invoices, invoices due, months and series."""
