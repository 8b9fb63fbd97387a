"""What was undone or put right, and slips that are missing."""
