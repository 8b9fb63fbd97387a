"""What the words that a clerk types mean: an offering, days, a party."""
