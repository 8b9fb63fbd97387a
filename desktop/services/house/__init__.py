"""Whose business it is: told when practice is left, shown, changed."""
