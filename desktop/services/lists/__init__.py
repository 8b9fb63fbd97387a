"""Lists of the day, who has arrived, and the register of guests."""
