"""Use cases of the desk: no Qt, no SQL."""
