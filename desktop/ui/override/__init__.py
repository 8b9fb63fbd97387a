"""A manager's yes at the clerk's screen."""
