"""Counterfoil: the program at the booking desk."""
