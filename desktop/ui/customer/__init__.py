"""The customer page: who stands at the desk, and the wallet."""
