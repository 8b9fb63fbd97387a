"""Cancelling a booking and giving money back."""
