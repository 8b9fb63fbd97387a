"""The form of the first live start: business, desk and first manager, and the recovery code."""
