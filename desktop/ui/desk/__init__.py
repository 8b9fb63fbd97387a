"""The parts of the desk window."""
