"""What the gateway has paid out: read there, matched with what it took, and posted."""
