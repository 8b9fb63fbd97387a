"""What is told to the portal of the tax, and what waits for it."""
