"""Who works here: the page, and what a recovery code looks like."""
