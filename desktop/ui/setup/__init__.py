"""Set-up: the account at the gateway, tried before it is kept, and compared with the books."""
