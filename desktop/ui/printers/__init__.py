"""The page of printers and of what waits for them."""
