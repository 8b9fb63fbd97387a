"""Finding and keeping customers, and their wallets."""
