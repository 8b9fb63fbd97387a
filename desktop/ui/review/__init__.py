"""The manager's view of all bookings; it reads only."""
