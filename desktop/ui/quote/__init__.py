"""The quote window: what, when and how many; the stock; the price; the hold."""
