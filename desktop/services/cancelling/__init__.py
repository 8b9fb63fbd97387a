"""The same way back."""
