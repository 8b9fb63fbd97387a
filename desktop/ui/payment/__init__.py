"""Taking money for a held booking."""
