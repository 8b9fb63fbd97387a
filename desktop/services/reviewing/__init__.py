"""What managers ask of the bookings."""
