"""Companies that may owe: their terms, what they pay, and their statement."""
