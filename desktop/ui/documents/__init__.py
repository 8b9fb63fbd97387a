"""Receipts and refund vouchers, the same on screen and on paper."""
