"""Money that staff must decide about."""
