"""Quotes: a price stored with the rules that made it."""
