"""Holds: stock taken for exactly ten minutes."""
