"""Lists of the day, and the register of guests."""
