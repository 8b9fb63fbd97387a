"""Deposits: the rules of the house, and the balances that nobody has paid in time."""
