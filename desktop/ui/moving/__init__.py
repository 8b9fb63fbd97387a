"""Moving lines of a booking to other seats or rooms."""
