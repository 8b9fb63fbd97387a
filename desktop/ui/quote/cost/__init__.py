"""What it costs, line by line, with the promo and the hold at the foot."""
