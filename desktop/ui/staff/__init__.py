"""Who works here: the page."""
