"""What is for sale: showing it, stopping it, blocking it, and reading it from files."""
