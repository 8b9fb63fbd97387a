"""Customers put right: wrong ones, double ones, and those with another number."""
