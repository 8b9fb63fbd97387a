"""Rows read into values."""
