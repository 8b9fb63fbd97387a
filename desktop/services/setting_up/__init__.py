"""Joining the desk to a real account at the gateway."""
