"""What each role may do by right."""
