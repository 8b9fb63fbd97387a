"""The day sheet: figures of days and shifts, and the bookings behind each of them."""
