"""What is chosen of the stock, and what must be said about it."""
