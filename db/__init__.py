"""Tables, statements and transactions. Imports nothing of the desktop."""
