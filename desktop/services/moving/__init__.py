"""Moving lines of a booking to other units of the same offering, at the same price."""
