"""A booking as it stands, with what can be done to it."""
