"""What is looked for: what, when, how many, and for whom."""
