"""Shifts after their close: what differs and why, the slip, a manager's acceptance."""
