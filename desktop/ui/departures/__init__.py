"""Giving back the money of a departure that the house has cancelled."""
