"""Papers: a document laid out, on the screen, at the printer and as PDF."""
