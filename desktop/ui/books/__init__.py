"""The condition of the books: what halts the desk, and what they rest on."""
