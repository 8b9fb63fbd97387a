"""The one state of the sale on the screen, and what changes it."""
