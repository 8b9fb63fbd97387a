"""What the gateway has paid out and what it owes, on the screen."""
