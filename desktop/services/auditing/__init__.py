"""Checks that what the program promises holds in the data."""
